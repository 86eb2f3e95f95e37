#include "render/ImageStamps.h"

#include <QPainter>
#include <QTest>

using namespace lunkuo;

namespace
{

PicturedCurve line(double x0, double y0, double x1, double y1)
{
    PicturedCurve curve;
    curve.pixels = {{x0, y0}, {x1, y1}};
    return curve;
}

ImageObject object(qint64 id, double x, double y, double size, const QColor& color)
{
    ImageObject result;
    result.id = {id};
    result.color = color;
    result.edges = {line(x, y, x + size, y), line(x + size, y, x + size, y + size),
        line(x, y + size, x + size, y + size), line(x, y, x, y + size)};
    result.edges[2].isHidden = true;
    result.heading = {line(x + 3.0, y + 7.0, x + size + 9.0, y + 0.5 * size)};
    return result;
}

/// Three that lie over each other, one of them far too large to keep, and one across the edge of the picture: without
/// dashes, which Qt begins where a line comes into what is painted on.
std::vector<ImageObject> objects()
{
    ImageObject across = object(3, -20.0, 150.0, 40.0, Qt::cyan);
    across.edges[2].isHidden = false;
    return {object(4, 30.0, 20.0, 250.0, Qt::magenta), object(1, 100.3, 80.6, 40.0, Qt::green),
        object(2, 120.0, 90.0, 40.0, Qt::yellow), across};
}

ImageLook look(qint64 selected, qint64 hovered = 0)
{
    return {QTransform(), QRectF(0, 0, 400, 300), {selected}, {hovered}};
}

QImage ground(double ratio)
{
    QImage picture((QSizeF(400, 300) * ratio).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    picture.fill(QColor(120, 90, 60));
    return picture;
}

QImage painted(ImageStamps& stamps, const std::vector<ImageObject>& objects, const ImageLook& look, double ratio = 1.0)
{
    QImage picture = ground(ratio);
    QPainter painter(&picture);
    painter.setClipRect(QRectF(5, 5, 390, 290));
    stamps.paint(painter, objects, look);
    return picture;
}

/// Stroke by stroke.
QImage stroked(const std::vector<ImageObject>& objects, const ImageLook& look, double ratio = 1.0)
{
    QImage picture = ground(ratio);
    QPainter painter(&picture);
    painter.setClipRect(QRectF(5, 5, 390, 290));
    for (const bool last : {false, true})
        for (const ImageObject& object : objects)
            if (const Standing standing = standingOf(object, look); (standing == Standing::WorkedOn) == last)
                strokeObject(painter, object, standing, look.view_picture);
    return picture;
}

/// The largest difference of any channel.
int difference(const QImage& one, const QImage& other)
{
    int largest = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            largest = std::max(
                {largest, std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
        }
    return largest;
}

} // namespace

class ImageStampsTest : public QObject
{
    Q_OBJECT
private slots:
    void theyLookLikeStrokes_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0})
            QTest::addRow("%.2f", ratio) << ratio;
    }
    void theyLookLikeStrokes()
    {
        QFETCH(double, ratio);
        ImageStamps stamps;
        QVERIFY(difference(ground(ratio), stroked(objects(), look(0), ratio)) > 50);
        // The second time what was kept.
        for (int i = 0; i < 2; ++i)
            for (const ImageLook& as : {look(0), look(2), look(1, 2), look(3)})
                QVERIFY2(difference(painted(stamps, objects(), as, ratio), stroked(objects(), as, ratio)) <= 4,
                    qPrintable(QString::number(i)));
    }

    void onlyWhatLooksDifferentIsStroked()
    {
        ImageStamps stamps;
        std::vector<ImageObject> here = objects();
        here.erase(here.begin());
        const auto strokes = [&](const ImageLook& as) {
            const int before = stamps.strokedCount();
            painted(stamps, here, as);
            return stamps.strokedCount() - before;
        };
        QCOMPARE(strokes(look(0)), 3);
        QCOMPARE(strokes(look(0)), 0);
        QCOMPARE(strokes(look(1)), 1);
        QCOMPARE(strokes(look(2)), 1);
        QCOMPARE(strokes(look(1)), 0);
        here[0].edges[0].pixels[0].x() += 1.0;
        QCOMPARE(strokes(look(2)), 1);
        here[1].color = Qt::red;
        QCOMPARE(strokes(look(3)), 2);
        ImageLook moved = look(3);
        moved.view_picture.translate(1.0, 0.0);
        QCOMPARE(strokes(moved), 3);
    }

    void whatIsGoneIsGone()
    {
        ImageStamps stamps;
        painted(stamps, objects(), look(1));
        QCOMPARE(difference(painted(stamps, {}, look(1)), ground(1.0)), 0);
        ImageObject aside = object(5, 1e7, 1e7, 40.0, Qt::green);
        QCOMPARE(difference(painted(stamps, {aside}, look(5)), ground(1.0)), 0);
    }
};

QTEST_MAIN(ImageStampsTest)
#include "tst_ImageStamps.moc"
