#pragma once

#include "model/base/Result.h"

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace lunkuo
{

/// Rows of text between commas, the first of which names the columns. A value with a comma or quotes stands in quotes,
/// as RFC 4180 has it; a value has no line end.
class CsvTable
{
public:
    /// Rows that are damaged, or have not one value for each column, are left out and kept apart. Error: one sentence
    /// with file and line where it has no columns that could be read.
    static Result<CsvTable> read(const QString& path);

    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    [[nodiscard]] std::size_t damagedRows() const { return m_damaged.size(); }
    /// One sentence with file and line.
    [[nodiscard]] QString damage(std::size_t row) const;
    /// Line of the row in the file.
    [[nodiscard]] qint64 line(std::size_t row) const { return m_rows[row].line; }
    /// The column of that name; -1 when there is none.
    [[nodiscard]] qsizetype column(const QString& name) const { return m_columns.indexOf(name); }
    [[nodiscard]] const QString& at(std::size_t row, qsizetype column) const { return m_rows[row].values[column]; }

    /// One line of a table with its end.
    static QByteArray rowOf(const QStringList& values);
    /// The fewest digits that give the same number again.
    static QString number(double value);

private:
    struct Row
    {
        QStringList values;
        qint64 line = 0;
    };

    /// A row that could not be taken.
    struct Damaged
    {
        qint64 line = 0;
        qsizetype values = 0; ///< none: a quote is not closed
    };

    QString m_path;
    QStringList m_columns;
    std::vector<Row> m_rows;
    std::vector<Damaged> m_damaged;
};

} // namespace lunkuo
