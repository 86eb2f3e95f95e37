#include "widgets/LookPanel.h"
#include "widgets/NumberBox.h"

#include "model/tools/ShapeActions.h"
#include "tests/render/Showcase.h"
#include "tests/support/Workbench.h"
#include "widgets/Chip.h"
#include "widgets/HistogramRange.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSlider>

using namespace lunkuo;
using lunkuo::test::floorRound;
using lunkuo::test::offersOpenGL;
using lunkuo::test::Showcase;

/// What a person sets in the panel is how the view looks.
class LookPanelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Showcase> m_showcase;
    std::unique_ptr<LookPanel> m_panel;

    SceneView& view() { return *m_showcase->view; }
    template <class Widget>
    Widget* find(const char* name)
    {
        return m_panel->findChild<Widget*>(QLatin1String(name));
    }

    void pick(const char* box, int index)
    {
        auto* combo = find<QComboBox>(box);
        combo->setCurrentIndex(index);
        emit combo->activated(index);
    }

private slots:
    void init()
    {
        if (!offersOpenGL())
            QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
        m_panel.reset();
        m_showcase = std::make_unique<Showcase>(QList<QByteArray>{floorRound({0, 0, 0}) + "0 0 2 0.9\n"});
        QVERIFY(m_showcase->show(0));
        m_panel = std::make_unique<LookPanel>(view(), m_showcase->document, nullptr);
        m_panel->resize(316, 800);
        m_panel->show();
    }

    void choosesWhatColoursAndInWhichColours()
    {
        pick("lookBy", static_cast<int>(ColorBy::Intensity));
        QCOMPARE(view().coloring().by, ColorBy::Intensity);
        QCOMPARE(view().colorMap(), ColorMap::Viridis);
        pick("lookMap", 3);
        QCOMPARE(view().colorMap(), ColorMap::Cividis);
        pick("lookMap", 0);
        QCOMPARE(view().colorMap(), ColorMap::Viridis);
    }

    void depthShadingDarkensEdges()
    {
        QVERIFY(find<QCheckBox>("lookEyeDome")->isChecked());
        const QImage shaded = view().grabImage();
        find<QCheckBox>("lookEyeDome")->click();
        QVERIFY(!view().hasEyeDome());
        QVERIFY(view().grabImage() != shaded);
    }

    void theHistogramSetsTheRangeAndResetsIt()
    {
        pick("lookBy", static_cast<int>(ColorBy::Height));
        auto* histogram = find<HistogramRange>("lookHistogram");
        const PointColoring before = view().coloring();
        QVERIFY(before.automatic);
        QTest::mouseClick(histogram, Qt::LeftButton, {}, histogram->handle(true) - QPoint(20, 0));
        QVERIFY(!view().coloring().automatic);
        QVERIFY(view().coloring().maximum < before.maximum);
        QTest::mouseDClick(histogram, Qt::LeftButton, {}, {100, 10});
        QCOMPARE(view().coloring(), before);
    }

    void gammaSpreadsTheColours()
    {
        pick("lookBy", static_cast<int>(ColorBy::Intensity));
        auto* slider = find<QSlider>("lookGamma");
        slider->setValue(slider->maximum());
        QCOMPARE(view().coloring().gamma, PointColoring::mostGamma);
        slider->setValue(0);
        QCOMPARE(view().coloring().gamma, 1.0);
    }

    void hidesAndShows()
    {
        pick("lookGround", 2);
        QCOMPARE(view().filter().ground, PointFilter::Ground::Hidden);
        QTest::mouseClick(find<QCheckBox>("lookCropsHeight"), Qt::LeftButton, {}, {8, 8});
        QVERIFY(view().filter().cropsHeight);
        QTest::mouseClick(find<QCheckBox>("lookCropsToBox"), Qt::LeftButton, {}, {8, 8});
        QVERIFY(view().filter().cropsToBox);
        find<NumberBox>("lookForemost")->setValue(-30.0);
        QCOMPARE(view().filter().foremost_m, -30.0);
        QVERIFY2(view().filter().rearmost_m < -30.0, "the near end gives way");
        auto* car = find<Chip>("look.Car");
        QVERIFY(car->isChecked());
        QTest::mouseClick(car, Qt::LeftButton);
        QVERIFY(view().filter().hiddenClasses.contains(QStringLiteral("Car")));
        QVERIFY(!car->isChecked());
        QTest::mouseClick(car, Qt::LeftButton);
        QVERIFY(view().filter().hiddenClasses.empty());
    }

    void classesThatOnlyObjectsHaveAreHiddenToo()
    {
        QVERIFY(!find<Chip>("look.Rider"));
        Shape shape;
        shape.frame = m_showcase->document.scene().frameOrder().front();
        shape.cuboid = test::carAt({12.0, -3.0});
        QVERIFY(addShape(m_showcase->document, QStringLiteral("Add"), shape, QStringLiteral("Rider")));
        m_panel->hide();
        m_panel->show();
        auto* rider = find<Chip>("look.Rider");
        QTRY_VERIFY(rider && rider->isVisible());
        QVERIFY(rider->isChecked());
        QTest::mouseClick(rider, Qt::LeftButton);
        QVERIFY(view().filter().hiddenClasses.contains(QStringLiteral("Rider")));
        QVERIFY(!rider->isChecked());
    }

    void followsWhatOthersChange()
    {
        PointFilter filter;
        filter.cropsToSelection = true;
        view().setFilter(filter);
        QVERIFY(find<QCheckBox>("lookCropsToSelection")->isChecked());
        view().setColoring({ColorBy::Plain});
        QCOMPARE(find<QComboBox>("lookBy")->currentIndex(), static_cast<int>(ColorBy::Plain));
        QVERIFY(!find<HistogramRange>("lookHistogram")->isEnabled());
    }

    void leavesTheKeyboardToTheView()
    {
        for (const char* name : {"lookBy", "lookMap", "lookAutomatic", "lookGamma", "lookGround", "lookCropsHeight"})
            QCOMPARE(find<QWidget>(name)->focusPolicy(), Qt::NoFocus);
    }
};

QTEST_MAIN(LookPanelTest)
#include "tst_LookPanel.moc"
