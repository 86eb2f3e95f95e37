#include "model/cloud/PcdFormat.h"
#include "model/cloud/RecordRows.h"

namespace lunkuo
{

namespace
{
/// The letter that PCD calls a type by. Point Cloud Library looks for a colour in the bits of a float, and writes it as
/// a whole number where it is text.
char letterOf(const Column& column, bool ascii)
{
    if (column.name == u"rgb" && !ascii && sizeOf(column.type) == 4)
        return 'F';
    if (!isInteger(column.type))
        return 'F';
    return column.type == Scalar::Int8 || column.type == Scalar::Int16 || column.type == Scalar::Int32 ? 'I' : 'U';
}

QByteArray headerOf(const RecordRows& rows, std::size_t points, bool ascii)
{
    QByteArray names;
    QByteArray sizes;
    QByteArray types;
    QByteArray counts;
    for (const Column& column : rows.columns()) {
        names += ' ' + column.name.toUtf8();
        sizes += ' ' + QByteArray::number(static_cast<qulonglong>(sizeOf(column.type)));
        types += QByteArray(" ") + letterOf(column, ascii);
        counts += " 1";
    }
    const QByteArray count = QByteArray::number(static_cast<qulonglong>(points));
    return "# .PCD v0.7 - Point Cloud Data file format\nVERSION 0.7\nFIELDS" + names + "\nSIZE" + sizes + "\nTYPE" +
           types + "\nCOUNT" + counts + "\nWIDTH " + count + "\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS " + count +
           "\nDATA " + (ascii ? "ascii" : "binary") + "\n";
}
} // namespace

Result<QStringList> writePcd(const PointCloud& cloud, const QString& path, const WriteOptions& options)
{
    RecordRows rows(cloud);
    rows.addPositions();
    for (const CloudField& field : cloud.fields)
        rows.addField(field);
    auto file = CloudFile::begin(path);
    if (!file)
        return tl::unexpected(file.error());
    return file->write(headerOf(rows, cloud.size(), options.ascii))
        .and_then([&] { return options.ascii ? rows.writeText(*file) : rows.write(*file); })
        .and_then([&] { return file->commit(); })
        .map([] { return QStringList(); });
}

} // namespace lunkuo
