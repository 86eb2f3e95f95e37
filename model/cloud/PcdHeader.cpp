#include "model/cloud/PcdHeader.h"

#include "model/cloud/HeaderLines.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>
#include <optional>

namespace lunkuo
{

namespace
{
constexpr std::size_t largestNumber = std::size_t(1)
                                      << 40U; ///< no product of two of these overflows when checked first

/// More are no point cloud but damage, and each would cost memory of its own.
constexpr qsizetype mostFields = 1000;

struct Line
{
    QStringList words; ///< after the keyword
    std::size_t number = 0;
};

std::optional<Scalar> scalarOf(const QString& type, const QString& size)
{
    static const QMap<QString, Scalar> known{{QStringLiteral("I1"), Scalar::Int8},
        {QStringLiteral("U1"), Scalar::UInt8}, {QStringLiteral("I2"), Scalar::Int16},
        {QStringLiteral("U2"), Scalar::UInt16}, {QStringLiteral("I4"), Scalar::Int32},
        {QStringLiteral("U4"), Scalar::UInt32}, {QStringLiteral("I8"), Scalar::Int64},
        {QStringLiteral("U8"), Scalar::UInt64}, {QStringLiteral("F4"), Scalar::Float32},
        {QStringLiteral("F8"), Scalar::Float64}};
    const auto found = known.find(type + size);
    return found == known.end() ? std::nullopt : std::optional(*found);
}

/// Makes a header of the lines of one file.
class PcdLines
{
public:
    PcdLines(HeaderLines lines, QString path)
        : m_text(std::move(lines))
        , m_path(std::move(path))
    {
    }

    Result<void> split(PcdHeader& header);
    Result<void> takeFields(PcdHeader& header) const;
    Result<void> takePoints(PcdHeader& header) const;

private:
    Result<void> takeLine(QStringList words, PcdHeader& header, bool& last);
    /// The single count after a keyword; `otherwise` when the keyword is not there.
    Result<std::size_t> number(const QString& keyword, std::size_t otherwise) const;
    Result<std::size_t> numberFrom(const Line& line, qsizetype word) const;

    HeaderLines m_text;
    QString m_path;
    QMap<QString, Line> m_lines;
};

Result<void> PcdLines::split(PcdHeader& header)
{
    bool last = false;
    while (!last) {
        auto words = m_text.next();
        if (!words)
            return failure(
                QCoreApplication::translate("Cloud", "“%1” has no complete PCD header: a last line “DATA ascii”, “DATA "
                                                     "binary” or “DATA binary_compressed” was expected.")
                    .arg(m_path));
        if (words->isEmpty())
            continue;
        if (auto taken = takeLine(std::move(*words), header, last); !taken)
            return taken;
    }
    header.dataStart = m_text.position();
    header.dataLine = m_text.number() + 1;
    return {};
}

Result<void> PcdLines::takeLine(QStringList words, PcdHeader& header, bool& last)
{
    static const QStringList keywords{QStringLiteral("VERSION"), QStringLiteral("FIELDS"), QStringLiteral("COLUMNS"),
        QStringLiteral("SIZE"), QStringLiteral("TYPE"), QStringLiteral("COUNT"), QStringLiteral("WIDTH"),
        QStringLiteral("HEIGHT"), QStringLiteral("VIEWPOINT"), QStringLiteral("POINTS"), QStringLiteral("DATA")};
    static const QStringList kinds{
        QStringLiteral("ascii"), QStringLiteral("binary"), QStringLiteral("binary_compressed")};
    QString keyword = words.takeFirst();
    if (!keywords.contains(keyword))
        return m_text.wrong(
            m_text.number(), QCoreApplication::translate("Cloud", "“%1” where a line of a PCD header was expected.")
                                 .arg(HeaderLines::quoted(keyword)));
    if (keyword == QLatin1String("COLUMNS"))
        keyword = QStringLiteral("FIELDS");
    last = keyword == QLatin1String("DATA");
    if (last) {
        const qsizetype kind = kinds.indexOf(words.value(0).toLower());
        if (kind < 0)
            return m_text.wrong(m_text.number(),
                QCoreApplication::translate("Cloud", "DATA “%1”; ascii, binary or binary_compressed was expected.")
                    .arg(HeaderLines::quoted(words.value(0))));
        header.data = static_cast<PcdHeader::Data>(kind);
    }
    m_lines[keyword] = {words, m_text.number()};
    return {};
}

/// Some sensors' drivers write a padding of no bytes, which is never right: they put its bytes into the paddings behind
/// it. Their values lie where a compiler puts them, at multiples of their size; the points are as long as they say.
void mendPadding(PcdHeader& header)
{
    std::vector<PcdHeader::Field> fields = header.fields;
    const auto isPadding = [](const PcdHeader::Field& field) { return field.name == u"_"; };
    const auto wrong = std::find_if(
        fields.begin(), fields.end(), [&](const auto& field) { return isPadding(field) && field.count == 0; });
    if (wrong == fields.end())
        return;
    std::size_t declared = 0;
    bool isAskew = false; ///< a value behind it is said to lie where no compiler puts it
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        isAskew = isAskew || (field > wrong && !isPadding(*field) && declared % sizeOf(field->type) != 0);
        declared += field->count * sizeOf(field->type);
    }
    if (!isAskew)
        return;
    std::size_t offset = 0;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field >= wrong && isPadding(*field) && sizeOf(field->type) == 1) {
            const auto next = std::next(field);
            field->count = next == fields.end()
                               ? header.stride - std::min(header.stride, offset)
                               : (sizeOf(next->type) - offset % sizeOf(next->type)) % sizeOf(next->type);
        }
        offset += field->count * sizeOf(field->type);
    }
    if (offset == header.stride)
        header.fields = std::move(fields);
}

Result<void> PcdLines::takeFields(PcdHeader& header) const
{
    const Line names = m_lines.value(QStringLiteral("FIELDS"));
    for (const char* keyword : {"FIELDS", "SIZE", "TYPE", "COUNT"}) {
        const QString name = QString::fromLatin1(keyword);
        if (!m_lines.contains(name) && name == QLatin1String("COUNT"))
            continue;
        if (!m_lines.contains(name))
            return failure(
                QCoreApplication::translate("Cloud", "“%1” has no line “%2” in its PCD header.").arg(m_path, name));
        if (m_lines[name].words.size() != names.words.size())
            return m_text.wrong(
                m_lines[name].number, QCoreApplication::translate("Cloud", "%1 names %2 values where FIELDS names %3.")
                                          .arg(name)
                                          .arg(m_lines[name].words.size())
                                          .arg(names.words.size()));
    }
    if (names.words.size() > mostFields)
        return m_text.wrong(
            names.number, QCoreApplication::translate("Cloud", "%1 fields are announced; at most %2 were expected.")
                              .arg(names.words.size())
                              .arg(mostFields));
    const Line sizes = m_lines[QStringLiteral("SIZE")];
    const Line types = m_lines[QStringLiteral("TYPE")];
    const Line counts = m_lines.value(QStringLiteral("COUNT"));
    for (qsizetype i = 0; i < names.words.size(); ++i) {
        const auto type = scalarOf(types.words[i], sizes.words[i]);
        if (!type)
            return m_text.wrong(types.number,
                QCoreApplication::translate("Cloud", "TYPE “%1” with SIZE “%2” is no number that PCD knows; I, U of 1, "
                                                     "2, 4, 8 or F of 4, 8 bytes was expected.")
                    .arg(HeaderLines::quoted(types.words[i]), HeaderLines::quoted(sizes.words[i])));
        const auto count = counts.words.isEmpty() ? Result<std::size_t>(1) : numberFrom(counts, i);
        if (!count)
            return tl::unexpected(count.error());
        header.fields.push_back({names.words[i], *type, *count});
        header.stride += *count * sizeOf(*type);
    }
    if (header.data == PcdHeader::Data::Binary)
        mendPadding(header);
    return {};
}

Result<std::size_t> PcdLines::numberFrom(const Line& line, qsizetype word) const
{
    bool valid = false;
    const qulonglong value = line.words.value(word).toULongLong(&valid);
    if (!valid || value > largestNumber)
        return m_text.wrong(
            line.number, QCoreApplication::translate("Cloud", "“%1” is no number that can be counted to.")
                             .arg(HeaderLines::quoted(line.words.value(word))));
    return value;
}

Result<std::size_t> PcdLines::number(const QString& keyword, std::size_t otherwise) const
{
    return m_lines.contains(keyword) ? numberFrom(m_lines[keyword], 0) : Result<std::size_t>(otherwise);
}

Result<void> PcdLines::takePoints(PcdHeader& header) const
{
    const auto points = number(QStringLiteral("POINTS"), 0);
    const auto width = number(QStringLiteral("WIDTH"), points.value_or(0));
    const auto height = number(QStringLiteral("HEIGHT"), 1);
    for (const auto* each : {&points, &width, &height})
        if (!*each)
            return tl::unexpected(each->error());
    if (!m_lines.contains(QStringLiteral("POINTS")) && !m_lines.contains(QStringLiteral("WIDTH")))
        return failure(
            QCoreApplication::translate("Cloud", "“%1” has neither POINTS nor WIDTH in its PCD header.").arg(m_path));
    // Both within 2^40, so the product is checked by division.
    if (*width != 0 && *height > largestNumber / *width)
        return m_text.wrong(m_lines[QStringLiteral("HEIGHT")].number,
            QCoreApplication::translate("Cloud", "%1 × %2 points are more than any file holds.")
                .arg(*width)
                .arg(*height));
    header.points = *width * *height;
    if (m_lines.contains(QStringLiteral("POINTS")) && *points != header.points)
        return m_text.wrong(m_lines[QStringLiteral("POINTS")].number,
            QCoreApplication::translate("Cloud", "POINTS says %1 where WIDTH × HEIGHT make %2.")
                .arg(*points)
                .arg(header.points));
    return {};
}
} // namespace

Result<PcdHeader> PcdHeader::read(const FileBytes& file)
{
    auto text = HeaderLines::read(file);
    if (!text)
        return tl::unexpected(text.error());
    PcdHeader header;
    PcdLines lines(std::move(*text), file.path());
    if (auto split = lines.split(header); !split)
        return tl::unexpected(split.error());
    if (auto taken = lines.takeFields(header); !taken)
        return tl::unexpected(taken.error());
    if (auto taken = lines.takePoints(header); !taken)
        return tl::unexpected(taken.error());
    return header;
}

} // namespace lunkuo
