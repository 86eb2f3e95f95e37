#pragma once

#include "model/cloud/PointCloud.h"

#include <QByteArray>
#include <QList>
#include <QTemporaryDir>
#include <array>

namespace lunkuo::test
{

/// x y z intensity
using Row = std::array<double, 4>;

/// The same rows as one format writes them.
struct CloudSample
{
    QByteArray name; ///< for the test's output
    QString format;  ///< id of the format
    QString fileName;
    QByteArray bytes;
};

/// Every way in which a format writes clouds, one sample each; without LAS, which holds no such rows: no fraction of an
/// intensity and no point without a place.
QList<CloudSample> samplesOf(const QList<Row>& rows);

/// The numbers as little-endian bytes.
template <class T>
QByteArray bytesOf(std::initializer_list<T> numbers)
{
    return {reinterpret_cast<const char*>(numbers.begin()), static_cast<qsizetype>(numbers.size() * sizeof(T))};
}

/// A NumPy file, version 1.0.
QByteArray npy(const QByteArray& dictionary, const QByteArray& body);

/// The points as "x y z field=value …", with a bar between them.
QString pictureOf(const PointCloud& cloud);

/// A folder of files that lasts as long as the test.
class FileFolder
{
public:
    /// Writes a file and says where it is.
    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QString path(const QString& name = {}) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// The sentence of what went wrong, without the folder; empty when nothing did.
template <class T>
QString complaint(const Result<T>& result, const FileFolder& folder)
{
    return result ? QString() : QString(result.error().sentence).remove(folder.path() + QLatin1Char('/'));
}

} // namespace lunkuo::test
