#include "model/formats/Manifest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace lunkuo
{

namespace
{
constexpr qint64 largest_bytes = 256 << 20;

QString nameOfManifest()
{
    return QString::fromUtf16(manifestName);
}

QJsonObject fileObject(const ManifestFile& file)
{
    QJsonObject result{{QStringLiteral("name"), file.name}, {QStringLiteral("size"), file.size_bytes}};
    if (!file.sha256.isEmpty())
        result[QStringLiteral("sha256")] = QString::fromLatin1(file.sha256.toHex());
    if (file.isLinked)
        result[QStringLiteral("linked")] = true;
    return result;
}
} // namespace

QByteArray manifestText(const QJsonObject& about, const QStringList& notHeld, std::vector<ManifestFile> files)
{
    QJsonObject head = about;
    head[QStringLiteral("lunkuo")] = QStringLiteral(LUNKUO_VERSION);
    head[QStringLiteral("notHeld")] = QJsonArray::fromStringList(notHeld);
    QByteArray text = QJsonDocument(head).toJson(QJsonDocument::Indented).trimmed();
    text.chop(1); // the closing brace
    text = text.trimmed() + ",\n    \"files\": [\n";
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    for (std::size_t i = 0; i < files.size(); ++i)
        text += "        " + QJsonDocument(fileObject(files[i])).toJson(QJsonDocument::Compact) +
                (i + 1 < files.size() ? ",\n" : "\n");
    return text + "    ]\n}\n";
}

std::set<QString> manifestFiles(const QString& folder)
{
    QFile file(folder + u'/' + nameOfManifest());
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest_bytes)
        return {};
    const QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
    if (!manifest.value(QStringLiteral("lunkuo")).isString())
        return {};
    std::set<QString> names{nameOfManifest()};
    for (const QJsonValue& entry : manifest.value(QStringLiteral("files")).toArray())
        names.insert(entry[QStringLiteral("name")].toString());
    return names;
}

} // namespace lunkuo
