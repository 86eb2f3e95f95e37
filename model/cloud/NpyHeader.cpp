#include "model/cloud/NpyHeader.h"

#include "model/cloud/HeaderLines.h"
#include "model/cloud/PointCloud.h"
#include "model/cloud/PythonLiteral.h"
#include "model/cloud/Scalars.h"

#include <QCoreApplication>
#include <QMap>

namespace lunkuo
{

namespace
{
constexpr std::size_t longestHeader = 1024 * 1024;
constexpr std::size_t largestNumber = std::size_t(1) << 40U; ///< products of two are checked before they are made
constexpr std::size_t mostMembers = 1000;

class HeaderReader
{
public:
    explicit HeaderReader(const FileBytes& file)
        : m_file(file)
    {
    }

    Result<NpyHeader> read();

private:
    [[nodiscard]] tl::unexpected<Error> wrong(const QString& what) const
    {
        return failure(QCoreApplication::translate("Cloud", "“%1”: %2").arg(m_file.path(), what));
    }
    Result<PythonLiteral> dictionary();
    Result<void> takeType(const PythonLiteral& type, const QString& name);
    Result<void> takeMembers(const PythonLiteral& type);
    Result<void> takeNumber(const QString& type, const QString& name, std::size_t values);
    Result<void> takeShape(const PythonLiteral& shape);
    Result<void> checkSize() const;

    const FileBytes& m_file;
    NpyHeader m_header;
    std::optional<bool> m_isSwapped; ///< as the first number said whose bytes have an order
};

Result<NpyHeader> HeaderReader::read()
{
    const auto literal = dictionary();
    if (!literal)
        return tl::unexpected(literal.error());
    const PythonLiteral* type = literal->value(u"descr");
    const PythonLiteral* shape = literal->value(u"shape");
    const PythonLiteral* order = literal->value(u"fortran_order");
    if (!type || !shape || !order || order->kind != PythonLiteral::Kind::Boolean)
        return wrong(QCoreApplication::translate(
            "Cloud", "the header of a NumPy file names “descr”, “fortran_order” and “shape”; one of them is missing."));
    m_header.isFortran = order->number != 0;
    m_header.isStructured = type->isList();
    if (auto taken = takeType(*type, QString()); !taken)
        return tl::unexpected(taken.error());
    if (auto taken = takeShape(*shape); !taken)
        return tl::unexpected(taken.error());
    if (auto checked = checkSize(); !checked)
        return tl::unexpected(checked.error());
    m_header.isSwapped = m_isSwapped.value_or(false);
    return std::move(m_header);
}

Result<PythonLiteral> HeaderReader::dictionary()
{
    std::array<char, 12> start{};
    const std::size_t known = std::min(m_file.size(), start.size());
    if (auto read = m_file.read(0, std::span(start).first(known)); !read)
        return tl::unexpected(read.error());
    if (known < 6 || std::string_view(start.data(), 6) != "\x93NUMPY")
        return wrong(QCoreApplication::translate("Cloud", "a NumPy file was expected, which begins with “NUMPY”."));
    const int version = static_cast<std::uint8_t>(start[6]);
    if (known < start.size())
        return wrong(QCoreApplication::translate("Cloud", "the file ends within its header."));
    if (version < 1 || version > 3)
        return wrong(
            QCoreApplication::translate("Cloud", "version %1 of NumPy's files; 1 to 3 was expected.").arg(version));
    const std::size_t begin = version == 1 ? 10 : 12;
    const std::size_t length = version == 1 ? loadScalar<std::uint16_t, false>(start.data() + 8)
                                            : loadScalar<std::uint32_t, false>(start.data() + 8);
    if (length > longestHeader || length > m_file.size() - begin)
        return wrong(QCoreApplication::translate("Cloud", "a header of %1 bytes is announced; the file has %2.")
                         .arg(length)
                         .arg(m_file.size() - begin));
    PointArray<char> text(length);
    if (auto read = m_file.read(begin, text); !read)
        return tl::unexpected(read.error());
    auto literal = PythonLiteral::parse({text.data(), text.size()});
    if (!literal)
        return wrong(QCoreApplication::translate("Cloud", "the header is no dictionary that Python could read."));
    m_header.dataStart = begin + length;
    return std::move(*literal);
}

Result<void> HeaderReader::takeType(const PythonLiteral& type, const QString& name)
{
    if (type.isText())
        return takeNumber(type.text, name, 1);
    if (type.isList())
        return takeMembers(type);
    return wrong(QCoreApplication::translate("Cloud", "“descr” is neither a type nor a list of named types."));
}

Result<void> HeaderReader::takeMembers(const PythonLiteral& type)
{
    for (const PythonLiteral& member : type.items) {
        // A name may come with a title before it.
        const bool isMember = member.isList() && (member.items.size() == 2 || member.items.size() == 3);
        const PythonLiteral* name = isMember ? &member.items[0] : nullptr;
        if (name && name->isList() && name->items.size() == 2)
            name = &name->items[1];
        if (!name || !name->isText())
            return wrong(QCoreApplication::translate("Cloud", "“descr” holds something that is no name with a type."));
        std::size_t values = 1;
        if (member.items.size() == 3) {
            const PythonLiteral& shape = member.items[2];
            const std::vector<PythonLiteral> single{shape};
            for (const PythonLiteral& extent : shape.isList() ? shape.items : single)
                values = std::min(values * std::min(extent.number, mostMembers + 1), mostMembers + 1);
        }
        if (!member.items[1].isText() && values != 1)
            return wrong(QCoreApplication::translate("Cloud", "“%1” is an array of named values, which is not read.")
                             .arg(HeaderLines::quoted(name->text)));
        auto taken = member.items[1].isText() ? takeNumber(member.items[1].text, name->text, values)
                                              : takeType(member.items[1], name->text);
        if (!taken)
            return taken;
    }
    return {};
}

Result<void> HeaderReader::takeNumber(const QString& type, const QString& name, std::size_t values)
{
    static const QMap<QString, Scalar> known{{QStringLiteral("i1"), Scalar::Int8},
        {QStringLiteral("u1"), Scalar::UInt8}, {QStringLiteral("b1"), Scalar::UInt8},
        {QStringLiteral("i2"), Scalar::Int16}, {QStringLiteral("u2"), Scalar::UInt16},
        {QStringLiteral("i4"), Scalar::Int32}, {QStringLiteral("u4"), Scalar::UInt32},
        {QStringLiteral("i8"), Scalar::Int64}, {QStringLiteral("u8"), Scalar::UInt64},
        {QStringLiteral("f4"), Scalar::Float32}, {QStringLiteral("f8"), Scalar::Float64}};
    const QChar order = type.isEmpty() ? QChar() : type[0];
    const QString plain = QStringLiteral("<>|=").contains(order) ? type.mid(1) : type;
    bool isLength = false;
    // Bytes without a meaning fill the gaps of aligned elements.
    if (const std::size_t gap = plain.mid(1).toULongLong(&isLength); plain.startsWith(u'V') && isLength) {
        m_header.itemBytes += std::min(gap, largestNumber);
        return {};
    }
    if (!known.contains(plain))
        return wrong(QCoreApplication::translate(
            "Cloud", "values of NumPy's type “%1”; whole numbers or floats of 4 or 8 bytes were expected.")
                         .arg(HeaderLines::quoted(type)));
    const Scalar scalar = known[plain];
    if (sizeOf(scalar) > 1) {
        const bool isSwapped = order == u'>';
        if (m_isSwapped.value_or(isSwapped) != isSwapped)
            return wrong(
                QCoreApplication::translate("Cloud", "numbers of both byte orders; one of them was expected."));
        m_isSwapped = isSwapped;
    }
    if (values + m_header.members.size() > mostMembers)
        return wrong(
            QCoreApplication::translate("Cloud", "more than the %1 fields that a point may have.").arg(mostMembers));
    for (std::size_t i = 0; i < values; ++i) {
        m_header.members.push_back(
            {values == 1 ? name : QStringLiteral("%1_%2").arg(name).arg(i), scalar, m_header.itemBytes});
        m_header.itemBytes += sizeOf(scalar);
    }
    return {};
}

Result<void> HeaderReader::takeShape(const PythonLiteral& shape)
{
    const std::vector<PythonLiteral> single{shape};
    for (const PythonLiteral& extent : shape.isList() ? shape.items : single) {
        if (extent.kind != PythonLiteral::Kind::Number || extent.number > largestNumber)
            return wrong(QCoreApplication::translate("Cloud", "“shape” holds something that cannot be counted to."));
        m_header.shape.push_back(extent.number);
    }
    return {};
}

Result<void> HeaderReader::checkSize() const
{
    const std::size_t there = m_header.itemBytes == 0 ? 0 : (m_file.size() - m_header.dataStart) / m_header.itemBytes;
    std::size_t elements = 1;
    for (const std::size_t extent : m_header.shape) {
        if (extent != 0 && elements > largestNumber / extent)
            elements = largestNumber;
        else
            elements *= extent;
    }
    if (elements > there)
        return failure(
            QCoreApplication::translate("Cloud", "“%1” ends after %2 of the %3 values that its header announces.")
                .arg(m_file.path())
                .arg(there)
                .arg(elements));
    return {};
}
} // namespace

Result<NpyHeader> NpyHeader::read(const FileBytes& file)
{
    return HeaderReader(file).read();
}

} // namespace lunkuo
