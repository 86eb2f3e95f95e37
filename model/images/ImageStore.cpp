#include "model/images/ImageStore.h"

#include "model/base/Result.h"
#include "model/base/Task.h"

#include <QFileInfo>
#include <QImageReader>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr std::size_t defaultBudget_bytes = std::size_t(512) << 20;
constexpr std::size_t atOnce = 2;
constexpr std::chrono::seconds patience(3);
constexpr int painting_ms = 30; ///< longer than the points that are here take to be on the screen

std::size_t bytesOf(const StoredImage& stored)
{
    return static_cast<std::size_t>(stored.image.sizeInBytes() + stored.small.sizeInBytes());
}
} // namespace

StoredImage readImage(const QString& path, const StoredImage& before)
{
    StoredImage result;
    result.path = path;
    const QFileInfo file(path);
    if (file.isFile()) {
        result.written = file.lastModified();
        result.bytes = file.size();
    }
    if (!before.problem.isEmpty() && before.written == result.written && before.bytes == result.bytes)
        return before;
    if (result.bytes < 0) {
        result.problem = ImageStore::tr("“%1” is missing.").arg(path);
        return result;
    }
    // The calibration speaks of the pixels as they are in the file, so nothing is turned.
    QImageReader reader(path);
    reader.setAutoTransform(false);
    // By content: cameras' files are not always what their names say.
    reader.setDecideFormatFromContent(true);
    const QImage image = reader.read();
    if (image.isNull()) {
        result.problem = ImageStore::tr("“%1” cannot be read as a picture: %2.").arg(path, reader.errorString());
        return result;
    }
    result.image = image.convertToFormat(QImage::Format_RGB32);
    result.small =
        result.image.scaledToWidth(std::min(ImageStore::smallWidth_px, result.image.width()), Qt::SmoothTransformation);
    return result;
}

ImageStore::ImageStore(QObject* parent)
    : QObject(parent)
    , m_budget(defaultBudget_bytes)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(painting_ms);
    connect(&m_soon, &QTimer::timeout, this, &ImageStore::loadNext);
    m_again.setSingleShot(true);
    m_again.setInterval(patience);
    connect(&m_again, &QTimer::timeout, this, &ImageStore::tryAgain);
}

ImageStore::~ImageStore()
{
    for (const auto& [path, progress] : m_loading)
        progress.cancel();
}

void ImageStore::setBudget(std::size_t bytes)
{
    m_budget = bytes;
    makeRoom();
}

void ImageStore::setPatience(std::chrono::milliseconds between)
{
    m_again.setInterval(between);
}

void ImageStore::want(const QStringList& paths)
{
    for (const QString& path : paths)
        if (const StoredImage* known = find(path); known && !known->problem.isEmpty() && !m_wanted.contains(path))
            m_tried.insert(path);
    m_wanted = paths;
    for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
        const auto found = std::find_if(
            m_recent.begin(), m_recent.end(), [&](const StoredImage& stored) { return stored.path == *path; });
        if (found != m_recent.end())
            m_recent.splice(m_recent.begin(), m_recent, found);
    }
    if (!m_soon.isActive())
        m_soon.start();
}

const StoredImage* ImageStore::find(const QString& path) const
{
    const auto found = std::find_if(
        m_recent.begin(), m_recent.end(), [&path](const StoredImage& stored) { return stored.path == path; });
    return found == m_recent.end() ? nullptr : &*found;
}

void ImageStore::loadNext()
{
    for (const QString& path : std::as_const(m_wanted)) {
        if (m_loading.size() >= atOnce)
            return;
        const StoredImage* known = find(path);
        if ((known && m_tried.erase(path) == 0) || m_loading.contains(path))
            continue;
        m_loading[path] = runTask(
            this,
            [path, before = known ? *known : StoredImage()](
                const Progress&) -> Result<StoredImage> { return readImage(path, before); },
            [this, path](Result<StoredImage> read) {
                m_loading.erase(path);
                take(read ? std::move(*read) : StoredImage{path, {}, {}, read.error().sentence});
                loadNext();
            },
            Urgency::Ahead); // the cloud comes first
    }
}

void ImageStore::take(StoredImage image)
{
    const QString path = image.path;
    const bool isUnread = !image.problem.isEmpty();
    const auto before = std::find_if(
        m_recent.begin(), m_recent.end(), [&path](const StoredImage& stored) { return stored.path == path; });
    const bool isNews = before == m_recent.end() || before->problem != image.problem;
    if (before != m_recent.end()) {
        m_used -= bytesOf(*before);
        m_recent.erase(before);
    }
    keep(std::move(image));
    if (isUnread && m_wanted.contains(path) && !m_again.isActive())
        m_again.start();
    if (isNews)
        emit arrived(path);
}

void ImageStore::tryAgain()
{
    for (const QString& path : std::as_const(m_wanted))
        if (const StoredImage* known = find(path); known && !known->problem.isEmpty())
            m_tried.insert(path);
    loadNext();
}

void ImageStore::keep(StoredImage image)
{
    m_used += bytesOf(image);
    m_recent.push_front(std::move(image));
    makeRoom();
}

/// Lets go of what was used longest ago. What is wanted stays: loading it again would push out another, and so on.
void ImageStore::makeRoom()
{
    for (auto last = m_recent.end(); m_used > m_budget && last != m_recent.begin();) {
        --last;
        if (m_wanted.contains(last->path))
            continue;
        m_used -= bytesOf(*last);
        last = m_recent.erase(last);
    }
}

} // namespace lunkuo
