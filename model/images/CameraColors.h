#pragma once

#include "model/images/ImageBoard.h"
#include "model/images/PicturedPoints.h"

#include <QPointer>

namespace lunkuo
{

/// A cloud and what colours its frame's images show at its points (see colorsFromPictures).
struct PaintedCloud
{
    CloudPtr cloud;
    std::vector<QRgb> colors;
};
using PaintedCloudPtr = std::shared_ptr<const PaintedCloud>;

/// Takes the colours of the frame's points from its images, off the UI thread, while somebody wants them.
class CameraColors : public QObject
{
    Q_OBJECT
public:
    CameraColors(ImageBoard& board, const FrameCache& frames, QObject* parent = nullptr);
    ~CameraColors() override;

    void setWanted(bool wanted);
    /// Of the frame that was painted last; null before.
    [[nodiscard]] const PaintedCloudPtr& painted() const { return m_painted; }

signals:
    void changed();

private:
    void paint();

    QPointer<ImageBoard> m_board; ///< goes with its project, which may be before its views do
    const FrameCache& m_frames;
    PaintedCloudPtr m_painted;
    CloudPtr m_cloud; ///< the one that is painted or under way
    Progress m_work;
    bool m_isWanted = false;
};

} // namespace lunkuo
