#include "model/tools/MeasureTool.h"

#include "tests/support/Workbench.h"

#include <QTest>

using namespace lunkuo;
using lunkuo::test::Workbench;

class MeasureToolTest : public QObject
{
    Q_OBJECT

    const Eigen::Vector3d m_one = Workbench::pointOn({12.0, -3.0});
    const Eigen::Vector3d m_other = Workbench::pointOn({24.0, -3.0});

    static std::vector<Measure> measures(const Workbench& bench) { return bench.tools.draft().measures; }

private slots:
    void twoClicksMeasureADistance()
    {
        Workbench bench;
        bench.tools.activate(QStringLiteral("measure"));
        QVERIFY(bench.click(m_one));
        QCOMPARE(measures(bench).size(), std::size_t(1));
        QVERIFY(!measures(bench)[0].isStretch());
        QVERIFY(bench.click(m_other));
        const Measure measure = measures(bench).at(0);
        QVERIFY(std::abs(measure.distance() - 12.0) < 0.2);
        QVERIFY(std::abs(measure.run() - 12.0) < 0.2);
        QVERIFY(std::abs(measure.rise()) < 0.2);
    }

    void aThirdClickMeasuresTheAngleAndAFourthBeginsAnew()
    {
        Workbench bench;
        bench.tools.activate(QStringLiteral("measure"));
        const Eigen::Vector3d aside(12.0, 3.0, -1.73);
        for (const Eigen::Vector3d& place : {m_other, m_one, aside})
            QVERIFY(bench.click(place));
        QVERIFY(measures(bench)[0].isCorner());
        QVERIFY(std::abs(measures(bench)[0].angle() - M_PI / 2.0) < 0.35);
        QVERIFY(bench.click(aside));
        QCOMPARE(measures(bench).size(), std::size_t(2));
    }

    void aLineFollowsTheCursor()
    {
        Workbench bench;
        bench.tools.activate(QStringLiteral("measure"));
        bench.move(m_other);
        QVERIFY(measures(bench).empty());
        bench.click(m_one);
        bench.move(m_other);
        QVERIFY(std::abs(measures(bench).at(0).distance() - 12.0) < 0.2);
        bench.key(Qt::Key_Backspace);
        QVERIFY(measures(bench).empty());
    }

    void aClickBesideAllPointsMeansTheGround()
    {
        Workbench bench;
        bench.tools.activate(QStringLiteral("measure"));
        const Eigen::Vector3d nowhere(-8.0, 30.0, -1.73);
        QVERIFY(bench.click(nowhere));
        QVERIFY((measures(bench).at(0).points.at(0) - nowhere).norm() < 1.0);
    }

    void keysTakeBackFinishAndClear()
    {
        Workbench bench;
        bench.tools.activate(QStringLiteral("measure"));
        QVERIFY2(!bench.key(Qt::Key_Escape), "there is nothing to clear");
        bench.click(m_one);
        bench.click(m_other);
        QVERIFY(bench.key(Qt::Key_Return));
        bench.click(m_one);
        QCOMPARE(measures(bench).size(), std::size_t(2));
        QVERIFY(!measures(bench)[0].isCorner());
        QVERIFY(bench.key(Qt::Key_Backspace));
        QCOMPARE(measures(bench).size(), std::size_t(1));
        QVERIFY(bench.key(Qt::Key_Escape));
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void anotherToolForgetsIt()
    {
        Workbench bench;
        bench.tools.activate(QStringLiteral("measure"));
        bench.click(m_one);
        bench.tools.activate(QStringLiteral("select"));
        QVERIFY(bench.tools.draft().isEmpty());
        QCOMPARE(bench.picture(), QString());
    }
};

QTEST_GUILESS_MAIN(MeasureToolTest)
#include "tst_MeasureTool.moc"
