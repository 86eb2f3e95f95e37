#include "model/cloud/PlyHeader.h"

#include "model/cloud/HeaderLines.h"

#include <QCoreApplication>
#include <QMap>

namespace lunkuo
{

namespace
{
constexpr std::size_t largestCount = std::size_t(1) << 40U;
/// More are no point cloud but damage, and each would cost memory of its own.
constexpr std::size_t mostProperties = 1000;

std::optional<Scalar> scalarOf(const QString& name)
{
    static const QMap<QString, Scalar> known{{QStringLiteral("char"), Scalar::Int8},
        {QStringLiteral("int8"), Scalar::Int8}, {QStringLiteral("uchar"), Scalar::UInt8},
        {QStringLiteral("uint8"), Scalar::UInt8}, {QStringLiteral("short"), Scalar::Int16},
        {QStringLiteral("int16"), Scalar::Int16}, {QStringLiteral("ushort"), Scalar::UInt16},
        {QStringLiteral("uint16"), Scalar::UInt16}, {QStringLiteral("int"), Scalar::Int32},
        {QStringLiteral("int32"), Scalar::Int32}, {QStringLiteral("uint"), Scalar::UInt32},
        {QStringLiteral("uint32"), Scalar::UInt32}, {QStringLiteral("int64"), Scalar::Int64},
        {QStringLiteral("uint64"), Scalar::UInt64}, {QStringLiteral("float"), Scalar::Float32},
        {QStringLiteral("float32"), Scalar::Float32}, {QStringLiteral("double"), Scalar::Float64},
        {QStringLiteral("float64"), Scalar::Float64}};
    const auto found = known.find(name.toLower());
    return found == known.end() ? std::nullopt : std::optional(*found);
}

/// Makes a header of the lines of one file.
class PlyLines
{
public:
    explicit PlyLines(HeaderLines lines)
        : m_text(std::move(lines))
    {
    }

    Result<void> parse(PlyHeader& header);

private:
    [[nodiscard]] tl::unexpected<Error> wrong(const QString& what) const { return m_text.wrong(m_text.number(), what); }
    Result<void> takeFormat(const QStringList& words, PlyHeader& header);
    Result<void> takeElement(const QStringList& words, PlyHeader& header);
    Result<void> takeProperty(const QStringList& words, PlyHeader& header);

    HeaderLines m_text;
    bool m_hasFormat = false;
    std::size_t m_properties = 0;
};

Result<void> PlyLines::parse(PlyHeader& header)
{
    const auto magic = m_text.next();
    if (!magic || *magic != QStringList(QStringLiteral("ply")))
        return m_text.wrong(1, QCoreApplication::translate("Cloud", "“ply” was expected here."));
    for (;;) {
        const auto words = m_text.next();
        if (!words)
            return wrong(QCoreApplication::translate("Cloud", "the PLY header ends here without “end_header”."));
        const QString keyword = words->value(0);
        Result<void> taken;
        if (keyword == QLatin1String("end_header"))
            break;
        if (keyword == QLatin1String("format"))
            taken = takeFormat(*words, header);
        else if (keyword == QLatin1String("element"))
            taken = takeElement(*words, header);
        else if (keyword == QLatin1String("property"))
            taken = takeProperty(*words, header);
        else if (!keyword.isEmpty() && keyword != QLatin1String("comment") && keyword != QLatin1String("obj_info"))
            taken = wrong(QCoreApplication::translate("Cloud", "“%1” where a line of a PLY header was expected.")
                              .arg(HeaderLines::quoted(keyword)));
        if (!taken)
            return taken;
    }
    if (!m_hasFormat)
        return wrong(QCoreApplication::translate("Cloud", "the PLY header ends here without a line “format”."));
    header.dataStart = m_text.position();
    header.dataLine = m_text.number() + 1;
    while (header.vertex < header.elements.size() && header.elements[header.vertex].name != QLatin1String("vertex"))
        ++header.vertex;
    if (header.vertex == header.elements.size())
        return wrong(QCoreApplication::translate("Cloud", "the PLY header ends here without “element vertex”."));
    return {};
}

Result<void> PlyLines::takeFormat(const QStringList& words, PlyHeader& header)
{
    static const QStringList formats{
        QStringLiteral("ascii"), QStringLiteral("binary_little_endian"), QStringLiteral("binary_big_endian")};
    const qsizetype format = formats.indexOf(words.value(1));
    if (format < 0)
        return wrong(QCoreApplication::translate(
            "Cloud", "format “%1”; ascii, binary_little_endian or binary_big_endian was expected.")
                         .arg(HeaderLines::quoted(words.value(1))));
    header.data = static_cast<PlyHeader::Data>(format);
    m_hasFormat = true;
    return {};
}

Result<void> PlyLines::takeElement(const QStringList& words, PlyHeader& header)
{
    bool valid = false;
    const qulonglong count = words.value(2).toULongLong(&valid);
    if (words.size() != 3 || !valid || count > largestCount)
        return wrong(QCoreApplication::translate("Cloud", "“element NAME COUNT” with a count was expected."));
    header.elements.push_back({words[1], count, {}});
    return ++m_properties <= mostProperties
               ? Result<void>()
               : wrong(QCoreApplication::translate("Cloud", "more than %1 properties are announced.")
                           .arg(mostProperties));
}

Result<void> PlyLines::takeProperty(const QStringList& words, PlyHeader& header)
{
    const bool isList = words.value(1) == QLatin1String("list");
    const auto type = scalarOf(words.value(isList ? 3 : 1));
    const auto count = isList ? scalarOf(words.value(2)) : std::nullopt;
    if (words.size() != (isList ? 5 : 3) || !type || (isList && (!count || !isInteger(*count))))
        return wrong(QCoreApplication::translate(
            "Cloud", "“property TYPE NAME” or “property list TYPE TYPE NAME” with types of PLY was expected."));
    if (header.elements.empty())
        return wrong(QCoreApplication::translate("Cloud", "a property before any “element”."));
    header.elements.back().properties.push_back({words.back(), *type, count});
    return ++m_properties <= mostProperties
               ? Result<void>()
               : wrong(QCoreApplication::translate("Cloud", "more than %1 properties are announced.")
                           .arg(mostProperties));
}
} // namespace

std::size_t PlyHeader::Element::leastBytes() const
{
    std::size_t bytes = 0;
    for (const Property& property : properties)
        bytes += sizeOf(property.listCount.value_or(property.type));
    return bytes;
}

bool PlyHeader::Element::hasLists() const
{
    return std::any_of(properties.begin(), properties.end(), [](const Property& p) { return p.listCount.has_value(); });
}

Result<PlyHeader> PlyHeader::read(const FileBytes& file)
{
    auto text = HeaderLines::read(file);
    if (!text)
        return tl::unexpected(text.error());
    PlyHeader header;
    if (auto parsed = PlyLines(std::move(*text)).parse(header); !parsed)
        return tl::unexpected(parsed.error());
    return header;
}

} // namespace lunkuo
