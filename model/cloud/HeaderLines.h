#pragma once

#include "model/cloud/FileBytes.h"

#include <QStringList>
#include <optional>

namespace lunkuo
{

/// The lines of text at the beginning of a file, one after the other, without the blanks and line ends round them.
class HeaderLines
{
public:
    static Result<HeaderLines> read(const FileBytes& file);

    /// The words of the next line; nothing where no whole line follows any more.
    std::optional<QStringList> next();
    /// Number of the line that next() gave last, from 1 on.
    [[nodiscard]] std::size_t number() const { return m_number; }
    /// Where in the file the line after that begins.
    [[nodiscard]] std::size_t position() const { return static_cast<std::size_t>(m_position); }
    /// “file”, line 3: what.
    [[nodiscard]] tl::unexpected<Error> wrong(std::size_t line, const QString& what) const;
    /// A word of the file cut to what fits into a sentence.
    [[nodiscard]] static QString quoted(const QString& word);

private:
    QString m_path;
    QByteArray m_text;
    qsizetype m_position = 0;
    std::size_t m_number = 0;
};

} // namespace lunkuo
