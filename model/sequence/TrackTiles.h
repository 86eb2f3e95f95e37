#pragma once

#include "model/base/Task.h"
#include "model/sequence/NearPoints.h"

#include <QObject>
#include <map>

namespace lunkuo
{

/// What lies round one object in many frames. The frames are read off the UI thread, one after the other, and only the
/// points near the object are kept of each, so that hundreds of frames take no more memory than one.
class TrackTiles : public QObject
{
    Q_OBJECT
public:
    TrackTiles(const Document& document, const FrameCache& frames, Urgency urgency = Urgency::WaitedFor,
        QObject* parent = nullptr);
    ~TrackTiles() override;

    /// These are wanted now, in this order: what is there stays, what is not is read, all others are forgotten. A box
    /// that has left what was cut out is cut out anew.
    void request(const std::vector<std::pair<FrameId, Cuboid>>& objects);
    /// Null while they are not there, or the frame cannot be read.
    [[nodiscard]] std::shared_ptr<const NearPoints> points(FrameId frame) const;
    /// Why the frame cannot be read; empty when nothing speaks against it.
    [[nodiscard]] QString failureOf(FrameId frame) const;
    [[nodiscard]] bool isBusy() const { return m_reading.has_value(); }

    static constexpr double margin_m = 2.0;           ///< round the box
    static constexpr std::size_t mostPoints = 40'000; ///< of one object; of more so many are picked evenly

signals:
    /// The frame is there or has failed.
    void arrived(lunkuo::FrameId frame);

private:
    void readNext();

    const Document& m_document;
    const FrameCache& m_frames;
    Urgency m_urgency;
    std::vector<std::pair<FrameId, Cuboid>> m_wanted;
    std::map<FrameId, std::shared_ptr<const NearPoints>> m_points;
    std::map<FrameId, QString> m_failures;
    std::optional<std::pair<FrameId, Progress>> m_reading;
};

} // namespace lunkuo
