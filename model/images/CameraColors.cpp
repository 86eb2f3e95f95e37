#include "model/images/CameraColors.h"

#include "model/base/Result.h"
#include "model/base/Task.h"

namespace lunkuo
{

CameraColors::CameraColors(ImageBoard& board, const FrameCache& frames, QObject* parent)
    : QObject(parent)
    , m_board(&board)
    , m_frames(frames)
{
    connect(&board, &ImageBoard::viewsChanged, this, [this] {
        m_cloud.reset(); // other images or another calibration
        paint();
    });
    connect(&board, &ImageBoard::arrived, this, &CameraColors::paint);
    connect(&frames, &FrameCache::loaded, this, &CameraColors::paint);
}

CameraColors::~CameraColors()
{
    m_work.cancel();
    if (m_board)
        m_board->setWatched(this, false);
}

void CameraColors::setWanted(bool wanted)
{
    if (wanted == m_isWanted)
        return;
    m_isWanted = wanted;
    if (m_board)
        m_board->setWatched(this, wanted);
    paint();
}

/// Once the cloud and all pictures are there.
void CameraColors::paint()
{
    const LoadedFramePtr frame = m_isWanted && m_board ? m_frames.loadedFrame(m_board->frame()) : nullptr;
    if (!frame || frame->cloud == m_cloud)
        return;
    std::vector<Picture> pictures;
    for (int view = 0; view < static_cast<int>(m_board->views().size()); ++view) {
        const StoredImage* stored = m_board->image(view);
        if (!stored)
            return;
        const auto& camera = m_board->views()[static_cast<std::size_t>(view)].camera;
        if (camera && !stored->image.isNull())
            pictures.push_back({*camera, stored->image});
    }
    m_work.cancel();
    m_cloud = frame->cloud;
    m_work = runTask(
        this,
        [cloud = m_cloud, pictures = std::move(pictures)](const Progress& progress) -> Result<PaintedCloudPtr> {
            return std::make_shared<const PaintedCloud>(
                PaintedCloud{cloud, colorsFromPictures(*cloud, pictures, progress)});
        },
        [this](Result<PaintedCloudPtr> painted) {
            if (!painted)
                return;
            m_painted = *painted;
            emit changed();
        });
}

} // namespace lunkuo
