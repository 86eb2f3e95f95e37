#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <set>
#include <vector>

namespace lunkuo
{

/// A file of a dataset as its manifest has it.
struct ManifestFile
{
    QString name; ///< relative to the dataset, with '/'
    qint64 size_bytes = 0;
    QByteArray sha256{}; ///< 32 bytes; empty where it was left out
    bool isLinked = false;
};

/// The file at the top of every dataset that says what went into it and what was lost.
inline constexpr const char16_t* manifestName = u"manifest.json";

/// `about` followed by what the format could not hold and the files, by name. One file a line, so that two manifests
/// can be compared line by line.
QByteArray manifestText(const QJsonObject& about, const QStringList& notHeld, std::vector<ManifestFile> files);

/// The files that the manifest of the dataset in `folder` lists, relative to it, the manifest's own with them; empty
/// where there is no manifest of ours.
std::set<QString> manifestFiles(const QString& folder);

} // namespace lunkuo
