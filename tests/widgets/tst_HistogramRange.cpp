#include "widgets/HistogramRange.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

class HistogramRangeTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<HistogramRange> m_range;
    PointColoring m_coloring;

    void drag(const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(m_range.get(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, at, m_range->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(m_range.get(), &move);
        }
        QTest::mouseRelease(m_range.get(), Qt::LeftButton, {}, to);
    }

private slots:
    void init()
    {
        m_range = std::make_unique<HistogramRange>();
        m_range->resize(214, 72); // a field of 200 pixels
        m_coloring = {ColorBy::Intensity, true, 2.0, 8.0};
        connect(m_range.get(), &HistogramRange::rangeChanged, this, [this](double minimum, double maximum) {
            m_coloring.minimum = minimum;
            m_coloring.maximum = maximum;
            m_range->show({}, m_coloring, ColorMap::Viridis);
        });
        m_range->show({0.0, 10.0, {1, 5, 9, 3, 0, 0, 2, 1, 1, 4}}, m_coloring, ColorMap::Viridis);
        m_range->QWidget::show();
    }

    void dragsTheEndsOfTheRange()
    {
        drag(m_range->handle(false), m_range->handle(false) + QPoint(40, 0));
        QVERIFY(std::abs(m_coloring.minimum - 4.0) < 0.1);
        QCOMPARE(m_coloring.maximum, 8.0);
    }

    void dragsTheUpperEnd()
    {
        drag(m_range->handle(true), m_range->handle(true) + QPoint(-60, 0));
        QVERIFY(std::abs(m_coloring.maximum - 5.0) < 0.1);
        QCOMPARE(m_coloring.minimum, 2.0);
    }

    void keepsTheEndsApart()
    {
        drag(m_range->handle(true), m_range->handle(false) - QPoint(100, 0));
        QVERIFY(m_coloring.maximum > m_coloring.minimum);
        QCOMPARE(m_coloring.minimum, 2.0);
    }

    void aDoubleClickResets()
    {
        const QSignalSpy resets(m_range.get(), &HistogramRange::resetWanted);
        QTest::mouseDClick(m_range.get(), Qt::LeftButton, {}, QPoint(100, 20));
        QCOMPARE(resets.count(), 1);
    }

    void isOfNoUseWithoutValues()
    {
        m_range->show({}, {ColorBy::Plain}, ColorMap::Grey);
        QVERIFY(!m_range->isEnabled());
        const QSignalSpy changes(m_range.get(), &HistogramRange::rangeChanged);
        drag({20, 20}, {90, 20});
        QCOMPARE(changes.count(), 0);
    }

    void showsBarsInTheColoursOfTheirValues()
    {
        const QImage picture = m_range->grab().toImage();
        const int foot = m_range->handle(false).y() - 8;
        const ByteColor low = colorAt(ColorMap::Viridis, 0.0);
        const ByteColor high = colorAt(ColorMap::Viridis, 1.0);
        QCOMPARE(picture.pixelColor(7 + 10, foot), QColor(low[0], low[1], low[2]));
        QCOMPARE(picture.pixelColor(7 + 190, foot), QColor(high[0], high[1], high[2]));
    }
};

QTEST_MAIN(HistogramRangeTest)
#include "tst_HistogramRange.moc"
