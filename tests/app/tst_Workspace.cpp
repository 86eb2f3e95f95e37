#include "app/Workspace.h"

#include "tests/app/OpenWindow.h"
#include "widgets/NoticeBar.h"

#include <QLabel>
#include <QTest>

using namespace lunkuo;

/// What the bar above the view says of what hands do in it.
class WorkspaceTest : public QObject, test::OpenWindow
{
    Q_OBJECT

    [[nodiscard]] bool isSaid(const QString& sentence) const
    {
        const auto* bar = m_window->findChild<NoticeBar*>();
        const auto labels = bar->findChildren<QLabel*>();
        return bar->isVisible() && std::any_of(labels.begin(), labels.end(),
                                       [&](const QLabel* label) { return label->text() == sentence; });
    }
    void doubleClick(const QPoint& at)
    {
        QTest::mouseDClick(&m_window->workspace()->view(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(&m_window->workspace()->view(), Qt::LeftButton, {}, at);
    }

private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void aCloserLookAtNothingIsAnswered()
    {
        const QString sentence = QStringLiteral("There is no point here that could be looked at more closely.");
        SceneView& view = m_window->workspace()->view();
        session().tools().activate(QStringLiteral("select"));
        view.lookFromSensor();
        const Eigen::Vector2d car = m_bench->nearCar;
        doubleClick(view.pixelOf(test::carAt(car).toSensor({-2.2, -0.02, 0.09})).toPoint());
        QVERIFY(!isSaid(sentence));
        view.lookFromSensor();
        doubleClick({view.width() / 2, 4});
        QVERIFY(isSaid(sentence));
    }
};

QTEST_MAIN(WorkspaceTest)
#include "tst_Workspace.moc"
