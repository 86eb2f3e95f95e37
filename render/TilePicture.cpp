#include "render/TilePicture.h"

#include "model/sequence/TrackPlaces.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TileView)
};

} // namespace

QPointF middleOfTile(const QRect& tile)
{
    return QRectF(tile).adjusted(0, tileHead_px, 0, 0).center();
}

double pixelFor(const Eigen::Vector3d& size, ObjectSide side, const QSize& tile, double round_m, double grips_px)
{
    SideSight sight;
    sight.side = side;
    const Eigen::Array2d extent = sight.extentOf(size);
    const Eigen::Array2d view(tile.width(), tile.height() - tileHead_px);
    const Eigen::Array2d needed =
        ((extent + 2.0 * round_m) / view.max(1.0)).max(extent / (view - 2.0 * grips_px).max(1.0));
    return std::max(needed.maxCoeff(), 1e-3);
}

void paintTile(QPainter& painter, SideCrop& crop, const TilePicture& picture, qreal ratio)
{
    const QRect& tile = picture.tile;
    const QPointF middle = middleOfTile(tile);
    QImage image(tile.size() * ratio, QImage::Format_RGB32);
    image.fill(picture.colors.ground);
    if (picture.points) {
        crop.take(picture.points, picture.sight);
        const QPointF inTile = ratio * (middle - tile.topLeft());
        crop.paint(
            image, picture.colors, picture.shape.cuboid, {inTile.x(), inTile.y()}, ratio / picture.pixel_m, ratio);
    }
    image.setDevicePixelRatio(ratio);
    painter.drawImage(tile.topLeft(), image);
    paintSide(painter,
        {picture.sight, picture.shape, picture.colors, picture.color,
            [&](const Eigen::Vector2d& place) { return middle + QPointF(place.x(), -place.y()) / picture.pixel_m; },
            picture.pixel_m, picture.grip, picture.isEditable, picture.shape.derivation == Derivation::Interpolated,
            picture.hasFigures, {QRectF(tile.topLeft(), QSizeF(tile.width(), tileHead_px))}});
    if (picture.points)
        return;
    painter.setPen(picture.colors.hint);
    painter.drawText(tile.adjusted(8, tileHead_px, -8, -4), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
        picture.failure.isEmpty() ? Text::tr("Reading …") : picture.failure);
}

TileSigns signsOf(const Scene& scene, const Shape& shape)
{
    TileSigns signs;
    signs.frame = scene.frames.at(shape.frame).index + 1;
    signs.derivation = shape.derivation;
    signs.confidence = shape.confidence;
    signs.isByHand = shape.isByHand();
    signs.isDoubtful = isDoubtful(shape);
    if (const Verdict* verdict = scene.verdicts.of(shape.track, shape.frame))
        signs.verdict = verdict->state;
    return signs;
}

QString tellTile(const Scene& scene, const Shape& shape)
{
    const QString how = shape.derivation == Derivation::KeyFrame     ? Text::tr("key frame")
                        : shape.derivation == Derivation::Propagated ? Text::tr("carried over and fitted")
                                                                     : Text::tr("interpolated");
    const QString sure =
        shape.isByHand() ? Text::tr("by hand") : Text::tr("%1 % sure").arg(qRound(100.0 * shape.confidence));
    QString line = Text::tr("Frame %1: %2, %3").arg(QString::number(scene.frames.at(shape.frame).index + 1), how, sure);
    if (const Verdict* verdict = scene.verdicts.of(shape.track, shape.frame))
        line = (verdict->state == VerdictState::Accepted   ? Text::tr("%1, accepted")
                : verdict->state == VerdictState::Answered ? Text::tr("%1, answered")
                                                           : Text::tr("%1, rejected"))
                   .arg(line);
    return isDoubtful(shape) ? Text::tr("%1 — look at it").arg(line) : line;
}

} // namespace lunkuo
