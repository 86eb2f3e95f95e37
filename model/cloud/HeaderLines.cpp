#include "model/cloud/HeaderLines.h"

#include <QCoreApplication>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr std::size_t longestHeader = 1024 * 1024;
} // namespace

Result<HeaderLines> HeaderLines::read(const FileBytes& file)
{
    HeaderLines lines;
    lines.m_path = file.path();
    lines.m_text.resize(static_cast<qsizetype>(std::min(file.size(), longestHeader)));
    if (auto read = file.read(0, {lines.m_text.data(), static_cast<std::size_t>(lines.m_text.size())}); !read)
        return tl::unexpected(read.error());
    return lines;
}

std::optional<QStringList> HeaderLines::next()
{
    const qsizetype end = m_text.indexOf('\n', m_position);
    if (end < 0)
        return std::nullopt;
    const QString line = QString::fromUtf8(QByteArrayView(m_text).sliced(m_position, end - m_position)).simplified();
    m_position = end + 1;
    ++m_number;
    // Comments may be long, and nobody wants their words.
    if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
        return QStringList();
    return line.split(QLatin1Char(' '));
}

tl::unexpected<Error> HeaderLines::wrong(std::size_t line, const QString& what) const
{
    return failure(QCoreApplication::translate("Cloud", "“%1”, line %2: %3").arg(m_path).arg(line).arg(what));
}

QString HeaderLines::quoted(const QString& word)
{
    QString shown = word.left(40);
    for (QChar& c : shown)
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    return shown;
}

} // namespace lunkuo
