#include "app/commands/EvaluationPictures.h"

#include "model/cloud/CloudFormat.h"
#include "model/evaluation/LabelNames.h"
#include "model/geometry/PointIndex.h"
#include "widgets/PlanView.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationPictures)
};

constexpr QSize pictureSize(1600, 800);
constexpr QRect abovePane(0, 0, 800, 800);
constexpr QRect sidePane(800, 0, 800, 400);
constexpr QRect textPane(824, 416, 752, 368);
constexpr double leastReach_m = 6.0; ///< half of what the panes show

namespace ink
{
constexpr QColor paper(0x12, 0x15, 0x1A);
constexpr QColor frame(0x2B, 0x31, 0x3A);
constexpr QColor ground(0x45, 0x4F, 0x5D);
constexpr QColor other(0x7D, 0x8A, 0x9C);
constexpr QColor chosen(0xFF, 0xD1, 0x66);
constexpr QColor labelled(0x4C, 0xC3, 0x8A);
constexpr QColor found(0xFF, 0x6B, 0x4A);
constexpr QColor alternative(0x9A, 0x86, 0xC8);
constexpr QColor click(0xFF, 0xFF, 0xFF);
constexpr QColor excluded(0xFF, 0x3B, 0x6B);
constexpr QColor words(0xD8, 0xDE, 0xE6);
} // namespace ink

void drawClicks(
    QPainter& painter, const PlanView& view, const std::vector<Eigen::Vector3d>& clicks, const QColor& color)
{
    painter.setPen(QPen(color, 2.0));
    for (const Eigen::Vector3d& click : clicks) {
        const QPointF at = view(click);
        painter.drawLine(at + QPointF(-9, 0), at + QPointF(9, 0));
        painter.drawLine(at + QPointF(0, -9), at + QPointF(0, 9));
    }
}

/// An arrow at the edge of the view from above that comes from where the sensor is.
void drawSensor(QPainter& painter, const PlanView& view, const Eigen::Vector3d& sensor)
{
    const QPointF middle = QRectF(view.pane).center();
    const QPointF at = view(sensor) - middle;
    const double distance = std::hypot(at.x(), at.y());
    if (distance < 1.0)
        return;
    const QPointF towards = at / distance;
    const QPointF across(-towards.y(), towards.x());
    const QPointF tip = middle + towards * std::min(distance, 280.0);
    painter.setPen(QPen(ink::words, 1.5));
    painter.drawLine(tip + towards * 46, tip);
    painter.drawLine(tip, tip + towards * 12 + across * 6);
    painter.drawLine(tip, tip + towards * 12 - across * 6);
    painter.drawText(
        QRectF(tip + towards * 62 - QPointF(50, 10), QSizeF(100, 20)), Qt::AlignCenter, Text::tr("sensor"));
}

QString decimals(double value, int digits = 2)
{
    return QString::number(value, 'f', digits);
}

QString sizeText(const Cuboid& cuboid)
{
    return QStringLiteral("%1 × %2 × %3 m")
        .arg(decimals(cuboid.size.x()), decimals(cuboid.size.y()), decimals(cuboid.size.z()));
}

QStringList figuresOf(const ClickedObject& object, const Answer& answer)
{
    const Eigen::Vector3d& prior = answer.options.priorSize;
    QStringList lines{QStringLiteral("%1 · %2 · %3 %4")
                          .arg(object.recording, object.frame, object.labelled.label, object.labelled.track),
        Text::tr("%1 points, %2 m away").arg(object.points).arg(decimals(object.range_m, 1)), QString(),
        Text::tr("labelled: %1").arg(sizeText(object.labelled.cuboid)),
        Text::tr("prior: %1 × %2 × %3 m").arg(decimals(prior.x()), decimals(prior.y()), decimals(prior.z()))};
    if (!answer.error.isEmpty())
        return lines << answer.error;
    return lines << Text::tr("found: %1").arg(sizeText(answer.cuboid)) << QString()
                 << Text::tr("BEV %1, 3D %2").arg(decimals(answer.box.bevIou, 3), decimals(answer.box.iou3d, 3))
                 << Text::tr("yaw off by %1°, front %2")
                        .arg(decimals(answer.box.yawError_deg, 1),
                            answer.box.facesRight ? Text::tr("right") : Text::tr("wrong"))
                 << Text::tr("centre off by %1 m, bottom by %2 m")
                        .arg(decimals(answer.box.center_m), decimals(answer.box.bottom_m))
                 << Text::tr("within 10 cm %1 %, 20 cm %2 %; precision %3 %, recall %4 %")
                        .arg(decimals(100.0 * answer.coverage.within10cm, 0),
                            decimals(100.0 * answer.coverage.within20cm, 0),
                            decimals(100.0 * answer.segmentation.precision, 0),
                            decimals(100.0 * answer.segmentation.recall, 0))
                 << Text::tr("confidence %1").arg(decimals(answer.confidence));
}

/// Draws one click with all there is to see of it.
class Picture
{
public:
    Picture(const ClickedObject& object, const Answer& answer, const PreparedFrame& frame)
        : m_object(object)
        , m_answer(answer)
        , m_frame(frame)
        , m_completion(completionOf(frame, answer))
        , m_image(pictureSize, QImage::Format_RGB32)
        , m_painter(&m_image)
    {
        m_image.fill(ink::paper);
        m_painter.setRenderHint(QPainter::Antialiasing);
        QFont font = m_painter.font();
        font.setPixelSize(18);
        m_painter.setFont(font);
    }

    QImage draw()
    {
        const Cuboid& labelled = m_object.labelled.cuboid;
        const double reach_m = std::max(leastReach_m, 0.8 * labelled.size.x());
        for (const QRect& pane : {abovePane, sidePane})
            draw(PlanView{pane, pane == abovePane, 0.5 * pane.width() / reach_m, labelled}, reach_m);
        drawWords();
        m_painter.end();
        return m_image;
    }

private:
    void draw(const PlanView& view, double reach_m)
    {
        m_painter.save();
        m_painter.setClipRect(view.pane);
        drawPoints(view, reach_m);
        if (m_completion) {
            if (view.isFromAbove)
                for (const Cuboid& alternative : m_completion->alternatives)
                    drawBox(m_painter, view, alternative, QPen(ink::alternative, 1.0, Qt::DotLine));
            drawOutline(m_painter, view, m_completion->outline, m_completion->cuboid, ink::found);
            drawBox(m_painter, view, m_completion->cuboid, QPen(ink::found, 2.0));
        }
        drawBox(m_painter, view, view.about, QPen(ink::labelled, 2.0));
        drawClicks(m_painter, view, m_answer.input.belongs, ink::click);
        drawClicks(m_painter, view, m_answer.input.excluded, ink::excluded);
        if (view.isFromAbove)
            drawSensor(m_painter, view, m_object.sensorOrigin);
        m_painter.setPen(ink::frame);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(view.pane.adjusted(0, 0, -1, -1));
        m_painter.restore();
    }

    /// The ground first, the chosen points last and largest. From the side only what is near the object's length axis.
    void drawPoints(const PlanView& view, double reach_m)
    {
        constexpr double ground_m = 0.2;
        const double aside_m = view.isFromAbove ? 1.5 * reach_m : 0.5 * view.about.size.y() + 1.0;
        std::array<QList<QPointF>, 3> layers;
        const PointCloud& cloud = *m_frame.cloud();
        for (std::size_t i = 0; i < cloud.size(); ++i) {
            const Eigen::Vector3d place = cloud.point(i);
            const Eigen::Vector3d p = view.about.toObject(place);
            if (std::abs(p.x()) > reach_m || std::abs(p.y()) > aside_m)
                continue;
            layers[layerOf(
                static_cast<std::uint32_t>(i), place.z() - m_frame.groundHeight(place.x(), place.y()) < ground_m)]
                << view(place);
        }
        const std::array pens{QPen(ink::ground, 2.0), QPen(ink::other, 2.5), QPen(ink::chosen, 3.5)};
        for (std::size_t layer = 0; layer < layers.size(); ++layer) {
            QPen pen = pens[layer];
            pen.setCapStyle(Qt::RoundCap);
            m_painter.setPen(pen);
            m_painter.drawPoints(layers[layer].constData(), static_cast<int>(layers[layer].size()));
        }
    }

    [[nodiscard]] std::size_t layerOf(std::uint32_t point, bool isGround) const
    {
        if (m_completion && std::binary_search(m_completion->points.begin(), m_completion->points.end(), point))
            return 2;
        return isGround ? 0 : 1;
    }

    void drawWords()
    {
        m_painter.setPen(ink::words);
        m_painter.drawText(
            textPane, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, figuresOf(m_object, m_answer).join(u'\n'));
        QRect line(textPane.left(), textPane.bottom() - 22, 120, 24);
        const std::array<std::pair<QColor, QString>, 4> legend{
            {{ink::labelled, Text::tr("labelled")}, {ink::found, Text::tr("found")},
                {ink::chosen, Text::tr("its points")}, {ink::alternative, Text::tr("alternatives")}}};
        for (const auto& [color, words] : legend) {
            m_painter.setPen(color);
            m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words);
            line.translate(line.width() + 8, 0);
        }
    }

    const ClickedObject& m_object;
    const Answer& m_answer;
    const PreparedFrame& m_frame;
    Result<Completion> m_completion;
    QImage m_image;
    QPainter m_painter;
};

/// The clicks to draw, worst first.
std::vector<const ClickedObject*> worstOf(const Evaluation& evaluation, std::size_t count, std::size_t series)
{
    std::vector<const ClickedObject*> objects;
    for (const ClickedObject& object : evaluation.objects)
        if (isVehicleClass(object.classId))
            objects.push_back(&object);
    if (objects.empty())
        for (const ClickedObject& object : evaluation.objects)
            objects.push_back(&object);
    std::stable_sort(objects.begin(), objects.end(), [series](const ClickedObject* a, const ClickedObject* b) {
        return a->answers[series].box.bevIou < b->answers[series].box.bevIou;
    });
    objects.resize(std::min(objects.size(), count));
    return objects;
}

QString fileName(std::size_t rank, const ClickedObject& object, const Answer& answer)
{
    static const QRegularExpression strange(QStringLiteral("[^\\w.-]+"));
    return QStringLiteral("%1_bev%2_%3_%4_%5_%6")
               .arg(rank, 3, 10, QLatin1Char('0'))
               .arg(decimals(answer.box.bevIou))
               .arg(object.recording, object.frame, object.labelled.label, object.labelled.track.left(8))
               .replace(strange, QStringLiteral("-")) +
           QStringLiteral(".png");
}

} // namespace

Result<void> drawWorst(const Evaluation& evaluation, std::size_t count, const QString& folder)
{
    if (!QDir().mkpath(folder))
        return failure(Text::tr("The folder “%1” for the pictures cannot be made.").arg(folder));
    const bool hasActions = evaluation.series.size() > 1 && evaluation.series[1].id.endsWith(u"+action");
    const std::size_t series = hasActions ? 1 : 0;
    const auto worst = worstOf(evaluation, count, series);
    // Frame by frame, so that each cloud is read once.
    std::map<QString, std::vector<std::size_t>> ranksOf;
    for (std::size_t rank = 0; rank < worst.size(); ++rank)
        ranksOf[worst[rank]->cloudPath].push_back(rank);
    for (const auto& [path, ranks] : ranksOf) {
        auto cloud = readCloud(path);
        if (!cloud)
            return tl::unexpected(cloud.error());
        const auto frame = PreparedFrame::prepare(sortedCloud(std::move(*cloud)), worst[ranks.front()]->sensorOrigin);
        for (const std::size_t rank : ranks) {
            const ClickedObject& object = *worst[rank];
            const Answer& answer = object.answers[series];
            const QString file = QDir(folder).filePath(fileName(rank + 1, object, answer));
            if (!Picture(object, answer, *frame).draw().save(file))
                return failure(Text::tr("The picture “%1” cannot be written.").arg(file));
        }
    }
    return {};
}

} // namespace lunkuo
