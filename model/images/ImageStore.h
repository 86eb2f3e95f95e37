#pragma once

#include "model/base/Progress.h"

#include <QDateTime>
#include <QImage>
#include <QObject>
#include <QTimer>
#include <list>
#include <map>
#include <set>

namespace lunkuo
{

/// A picture in memory, or one sentence why there is none.
struct StoredImage
{
    QString path;
    QImage image;
    QImage small; ///< for a strip
    QString problem;
    QDateTime written{}; ///< the file's time when it was read; invalid where there was none
    qint64 bytes = -1;   ///< of the file
};

/// Loads pictures off the UI thread and keeps those used last within a memory budget. What could not be read is tried
/// again as soon as it is wanted anew, and while it is wanted whenever its file has changed.
class ImageStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int smallWidth_px = 320;

    explicit ImageStore(QObject* parent = nullptr);
    ~ImageStore() override;

    void setBudget(std::size_t bytes);
    /// How often the files are looked at again of wanted pictures that could not be read.
    void setPatience(std::chrono::milliseconds between);
    /// What is needed now, the most urgent first, by absolute paths; replaces what was wanted before. `arrived` follows
    /// for each that was not there.
    void want(const QStringList& paths);
    /// Null while it is not in memory.
    [[nodiscard]] const StoredImage* find(const QString& path) const;

signals:
    /// Also when it cannot be read; then again once that has changed.
    void arrived(const QString& path);

private:
    void loadNext();
    void tryAgain();
    void take(StoredImage image);
    void keep(StoredImage image);
    void makeRoom();

    std::list<StoredImage> m_recent; ///< latest used first
    QStringList m_wanted;
    QTimer m_soon;             ///< to load what is wanted, once the cloud's picture has been painted
    QTimer m_again;            ///< while something wanted could not be read
    std::set<QString> m_tried; ///< could not be read, to be read again
    std::map<QString, Progress> m_loading;
    std::size_t m_budget;
    std::size_t m_used = 0;
};

/// Reads a picture; runs on any thread. Nothing is read when `before` could not be and its file is still the same.
StoredImage readImage(const QString& path, const StoredImage& before = {});

} // namespace lunkuo
