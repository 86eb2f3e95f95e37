#include "app/DockToggle.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QTest>

using namespace lunkuo;

/// A window whose panels share a place.
class DockToggleTest : public QObject
{
    Q_OBJECT

    static QDockWidget* addDock(QMainWindow& window, const QString& name)
    {
        auto* dock = new QDockWidget(name, &window);
        dock->setWidget(new QLabel(name));
        window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        toggleByFront(*dock);
        return dock;
    }
    static bool isInFront(const QDockWidget* dock)
    {
        QTest::qWait(20);
        return dock->isVisible() && !dock->visibleRegion().isEmpty();
    }

private slots:
    void aPanelBehindATabComesToTheFront()
    {
        QMainWindow window;
        window.setCentralWidget(new QLabel(QStringLiteral("view")));
        window.resize(600, 400);
        QDockWidget* objects = addDock(window, QStringLiteral("objects"));
        QDockWidget* findings = addDock(window, QStringLiteral("findings"));
        window.tabifyDockWidget(objects, findings);
        window.show();
        objects->raise();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(isInFront(objects));
        QVERIFY(!findings->isHidden() && !isInFront(findings));
        findings->toggleViewAction()->trigger();
        QVERIFY(isInFront(findings));
        QVERIFY(findings->toggleViewAction()->isChecked());
        findings->toggleViewAction()->trigger();
        QVERIFY(findings->isHidden());
        QVERIFY(!findings->toggleViewAction()->isChecked());
        findings->toggleViewAction()->trigger();
        QVERIFY2(isInFront(findings), "not behind what was there meanwhile");
        objects->toggleViewAction()->trigger();
        QVERIFY(isInFront(objects));
        QVERIFY(!findings->isHidden());
    }

    void aPanelOfItsOwnComesAndGoes()
    {
        QMainWindow window;
        window.setCentralWidget(new QLabel(QStringLiteral("view")));
        QDockWidget* alone = addDock(window, QStringLiteral("alone"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(isInFront(alone));
        alone->toggleViewAction()->trigger();
        QVERIFY(alone->isHidden());
        alone->toggleViewAction()->trigger();
        QVERIFY(isInFront(alone));
    }
};

QTEST_MAIN(DockToggleTest)
#include "tst_DockToggle.moc"
