#include "render/MeasureMarks.h"

#include "render/Marks.h"

#include <QCoreApplication>
#include <QLineF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <array>
#include <numbers>

namespace lunkuo
{

namespace
{
constexpr double endRadius_px = 4.0;
constexpr double arc_px = 26.0;
const QColor lineColor(0xff, 0xe0, 0x66);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MeasureMarks)
};

QString metres(double value)
{
    return QLocale().toString(value, 'f', 2).replace(QLatin1Char('-'), QChar(0x2212));
}

void paintLine(QPainter& painter, const QLineF& line)
{
    painter.setPen(QPen(QColor(0, 0, 0, 0xc0), 4.0));
    painter.drawLine(line);
    painter.setPen(QPen(lineColor, 2.0));
    painter.drawLine(line);
}

/// Puts each plate where no earlier one lies: where it is wished, else some rows above or below.
class Plates
{
public:
    Plates(QPainter& painter, const ViewColors& colors)
        : m_painter(painter)
        , m_colors(colors)
    {
    }

    void add(const QPointF& bottomCenter, const QString& words)
    {
        constexpr std::array rows{0, -1, 1, -2, 2, -3, 3};
        const double height = plateRect(m_painter, bottomCenter, words).height() + 2.0;
        QPointF place = bottomCenter;
        for (const int row : rows) {
            const QPointF next = bottomCenter + QPointF(0.0, row * height);
            if (isFree(plateRect(m_painter, next, words))) {
                place = next;
                break;
            }
        }
        m_taken.push_back(paintPlate(m_painter, m_colors, place, words, lineColor));
    }

private:
    [[nodiscard]] bool isFree(const QRectF& plate) const
    {
        return std::none_of(
            m_taken.begin(), m_taken.end(), [&plate](const QRectF& other) { return other.intersects(plate); });
    }

    QPainter& m_painter;
    const ViewColors& m_colors;
    std::vector<QRectF> m_taken;
};

void paintStretch(QPainter& painter, const Measure& measure, std::size_t from, const ViewState& state, Plates& plates)
{
    const auto start = state.camera.pixelOf(measure.points[from]);
    const auto end = state.camera.pixelOf(measure.points[from + 1]);
    if (!start || !end)
        return;
    paintLine(painter, {*start, *end});
    const QString words =
        Text::tr("%1 m · height %2 m · on the ground %3 m")
            .arg(metres(measure.distance(from)), metres(measure.rise(from)), metres(measure.run(from)));
    // Beside the corner the words of two stretches would lie on one another.
    const double share = !measure.isCorner() ? 0.5 : from == 0 ? 0.15 : 0.85;
    plates.add(*start + share * (*end - *start) - QPointF(0.0, 8.0), words);
}

void paintAngle(QPainter& painter, const Measure& measure, const ViewState& state, Plates& plates)
{
    std::array<std::optional<QPointF>, 3> pixels;
    for (std::size_t i = 0; i < 3; ++i)
        pixels[i] = state.camera.pixelOf(measure.points[i]);
    if (!pixels[0] || !pixels[1] || !pixels[2])
        return;
    const QPointF corner = *pixels[1];
    const double first = QLineF(corner, *pixels[0]).angle();
    double sweep = QLineF(corner, *pixels[2]).angle() - first;
    sweep -= 360.0 * std::round(sweep / 360.0);
    painter.setPen(QPen(lineColor, 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(corner - QPointF(arc_px, arc_px), QSizeF(2.0 * arc_px, 2.0 * arc_px)), qRound(16.0 * first),
        qRound(16.0 * sweep));
    plates.add(corner + QPointF(0.0, arc_px + 18.0),
        Text::tr("%1°").arg(QLocale().toString(measure.angle() * 180.0 / std::numbers::pi, 'f', 1)));
}
} // namespace

void paintMeasures(QPainter& painter, const std::vector<Measure>& measures, const ViewState& state)
{
    Plates plates(painter, ViewColors::of(state.backdrop));
    for (const Measure& measure : measures) {
        for (std::size_t i = 0; i + 1 < measure.points.size(); ++i)
            paintStretch(painter, measure, i, state, plates);
        if (measure.isCorner())
            paintAngle(painter, measure, state, plates);
        painter.setPen(QPen(Qt::black, 1.5));
        painter.setBrush(lineColor);
        for (const Eigen::Vector3d& point : measure.points)
            if (const auto pixel = state.camera.pixelOf(point))
                painter.drawEllipse(*pixel, endRadius_px, endRadius_px);
    }
}

} // namespace lunkuo
