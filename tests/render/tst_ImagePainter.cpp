#include "render/ImagePainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace lunkuo;

namespace
{
const QRectF area(0, 0, 400, 300);

ImageObject object(qint64 id, const QRectF& extent, double distance_m, const QColor& color)
{
    ImageObject result;
    result.id = {id};
    result.name = QStringLiteral("Car %1").arg(id);
    result.extent = extent;
    result.distance_m = distance_m;
    result.color = color;
    return result;
}

/// The labels of objects, the farthest first, on black.
QImage labelled(const std::vector<ImageObject>& objects, qint64 selected, qint64 hovered = 0)
{
    QImage picture(area.size().toSize(), QImage::Format_RGB32);
    picture.fill(Qt::black);
    QPainter painter(&picture);
    paintLabels(painter, objects, {QTransform(), area, {selected}, {hovered}});
    return picture;
}

/// How many pixels are of that colour, as the rims of labels are.
int count(const QImage& picture, const QRectF& part, const QColor& color)
{
    int found = 0;
    const QRect pixels = part.toAlignedRect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            found += picture.pixelColor(x, y) == color ? 1 : 0;
    return found;
}
} // namespace

class TestImagePainter : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsWrittenOnWhatIsLookedAt()
    {
        const QRectF near(140, 120, 120, 90);
        const std::vector<ImageObject> objects{object(3, {190, 150, 40, 30}, 40.0, Qt::red),
            object(2, {150, 140, 30, 20}, 30.0, Qt::green), object(1, near, 10.0, Qt::cyan)};
        // Nobody looks at it: what is behind is named on it.
        QVERIFY(count(labelled(objects, 0), near, Qt::red) > 0);
        for (const QImage& picture : {labelled(objects, 1), labelled(objects, 0, 1)}) {
            QCOMPARE(count(picture, near, Qt::red), 0);
            QCOMPARE(count(picture, near, Qt::green), 0);
            QVERIFY(count(picture, area, Qt::cyan) > 0);
        }
    }

    void theNearerOneIsNamed()
    {
        // All in one place, which has room for a few names round it.
        std::vector<ImageObject> objects;
        for (int i = 12; i > 0; --i)
            objects.push_back(object(i, {180, 140, 20, 20}, 5.0 * i,
                i == 1    ? Qt::red
                : i == 12 ? Qt::green
                          : Qt::blue));
        const QImage picture = labelled(objects, 0);
        QVERIFY(count(picture, area, Qt::red) > 0);
        QCOMPARE(count(picture, area, Qt::green), 0);
    }
};

QTEST_MAIN(TestImagePainter)
#include "tst_ImagePainter.moc"
