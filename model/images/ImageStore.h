#pragma once

#include "model/base/Progress.h"

#include <QImage>
#include <QObject>
#include <QTimer>
#include <list>
#include <map>

namespace lunkuo
{

/// A picture in memory, or one sentence why there is none.
struct StoredImage
{
    QString path;
    QImage image;
    QImage small; ///< for a strip
    QString problem;
};

/// Loads pictures off the UI thread and keeps those used last within a memory budget.
class ImageStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int smallWidth_px = 320;

    explicit ImageStore(QObject* parent = nullptr);
    ~ImageStore() override;

    void setBudget(std::size_t bytes);
    /// What is needed now, the most urgent first, by absolute paths; replaces what was wanted before. `arrived` follows
    /// for each that was not there.
    void want(const QStringList& paths);
    /// Null while it is not in memory.
    [[nodiscard]] const StoredImage* find(const QString& path) const;

signals:
    /// Also when it cannot be read.
    void arrived(const QString& path);

private:
    void loadNext();
    void keep(StoredImage image);
    void makeRoom();

    std::list<StoredImage> m_recent; ///< latest used first
    QStringList m_wanted;
    QTimer m_soon; ///< to load what is wanted, once the cloud's picture has been painted
    std::map<QString, Progress> m_loading;
    std::size_t m_budget;
    std::size_t m_used = 0;
};

/// Reads a picture; runs on any thread.
StoredImage readImage(const QString& path);

} // namespace lunkuo
