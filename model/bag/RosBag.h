#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"

#include <QByteArray>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

namespace lunkuo
{

/// One stream of messages of a bag.
struct BagTopic
{
    QString name; ///< /lidar_top/points
    QString type; ///< sensor_msgs/msg/PointCloud2
    std::size_t messages = 0;
    qint64 bytes = 0;
};

/// A ROS 2 bag in SQLite files (.db3), read only. Belongs to the thread that opened it.
class RosBag
{
public:
    /// Whether the path looks like a bag of any kind, those included that open() refuses by name: a file .db3,
    /// .mcap, .bag, or a folder with a ROS 2 bag in it.
    static bool isBag(const QString& path);

    /// A .db3 file, or a folder of them that were recorded one after the other; counts the messages, which takes its
    /// time. Errors: one sentence; compressed bags, MCAP and ROS 1 are refused by name.
    static Result<RosBag> open(const QString& path, const Progress& progress = {});
    ~RosBag();
    RosBag(RosBag&& other) noexcept;
    RosBag& operator=(RosBag&&) = delete;

    [[nodiscard]] const QString& path() const;
    [[nodiscard]] const std::vector<BagTopic>& topics() const;
    /// The topics of one type, as ROS writes it without the package's folder: "sensor_msgs/PointCloud2".
    [[nodiscard]] std::vector<BagTopic> topicsOf(const QString& type) const;

    using Take = std::function<Result<bool>(qint64 received_ns, const QByteArray& message)>;
    /// Calls `take` for a topic's messages in the order of their recording until it says false or fails.
    Result<void> eachMessage(const QString& topic, const Take& take) const;

private:
    struct Impl;
    explicit RosBag(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace lunkuo
