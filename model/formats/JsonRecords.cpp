#include "model/formats/JsonRecords.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonRecords)
};

constexpr qint64 block_bytes = 1024 * 1024;
/// No record of a table is so long; what is longer is something else.
constexpr qsizetype longest_bytes = 4 * 1024 * 1024;

/// Cuts the objects of a list out of its text, whatever the blocks in which it comes.
class Cutter
{
public:
    Cutter(QString path, const std::function<void(const QJsonObject&)>& take)
        : m_path(std::move(path))
        , m_take(take)
    {
    }

    Result<void> add(const QByteArray& block)
    {
        qsizetype start = m_depth > 0 ? 0 : -1; // of the record in this block
        for (qsizetype i = 0; i < block.size(); ++i) {
            const char c = block[i];
            m_line += c == '\n' ? 1 : 0;
            if (m_inString) {
                m_inString = m_escaped || c != '"';
                m_escaped = !m_escaped && c == '\\';
            } else if (m_depth == 0) {
                if (c == '{' && m_inList) {
                    m_depth = 1;
                    start = i;
                } else if (const auto between = takeBetween(c); !between) {
                    return between;
                }
            } else if (c == '"') {
                m_inString = true;
            } else if (c == '{' || c == '[') {
                ++m_depth;
            } else if ((c == '}' || c == ']') && --m_depth == 0) {
                m_record += block.mid(start, i + 1 - start);
                if (const auto taken = takeRecord(); !taken)
                    return taken;
                start = -1;
            }
        }
        if (start >= 0)
            m_record += block.mid(start);
        return m_record.size() > longest_bytes ? complain() : Result<void>();
    }

    Result<void> finish() const { return m_isOver ? Result<void>() : complain(); }

private:
    /// What stands between the records.
    Result<void> takeBetween(char c)
    {
        const bool isBlank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (isBlank || (c == ',' && m_inList))
            return {};
        if (c == '[' && !m_inList && !m_isOver) {
            m_inList = true;
            return {};
        }
        if (c == ']' && m_inList) {
            m_inList = false;
            m_isOver = true;
            return {};
        }
        return complain();
    }

    Result<void> takeRecord()
    {
        QJsonParseError error;
        const QJsonDocument record = QJsonDocument::fromJson(m_record, &error);
        if (error.error != QJsonParseError::NoError)
            return failure(Text::tr("“%1” is no JSON: %2, in the record that ends at line %3.")
                               .arg(m_path, error.errorString())
                               .arg(m_line));
        m_record.clear();
        m_take(record.object());
        return {};
    }

    [[nodiscard]] Result<void> complain() const
    {
        return failure(
            Text::tr("“%1”, line %2: a JSON list of records ([{…}, …]) was expected.").arg(m_path).arg(m_line));
    }

    QString m_path;
    const std::function<void(const QJsonObject&)>& m_take;
    QByteArray m_record; ///< what was found of it so far
    qint64 m_line = 1;
    int m_depth = 0; ///< of brackets within the list
    bool m_inList = false;
    bool m_isOver = false;
    bool m_inString = false;
    bool m_escaped = false;
};
} // namespace

Result<void> eachJsonRecord(
    const QString& path, const std::function<void(const QJsonObject&)>& take, const Progress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    Cutter cutter(path, take);
    while (!file.atEnd()) {
        if (progress.isCancelled())
            return failure(Text::tr("Reading “%1” was cancelled.").arg(path));
        const QByteArray block = file.read(block_bytes);
        if (block.isEmpty())
            return failure(Text::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
        if (const auto added = cutter.add(block); !added)
            return added;
    }
    return cutter.finish();
}

} // namespace lunkuo
