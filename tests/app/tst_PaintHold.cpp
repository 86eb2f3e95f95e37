#include "app/PaintHold.h"
#include "tests/support/AnnotatedDrive.h"
#include "tests/support/EventCount.h"

#include <QTest>
#include <QWindow>

using namespace lunkuo;
using namespace std::chrono_literals;

/// A window of one view beside frames that are read only when the test says so.
class PaintHoldTest : public QObject
{
    Q_OBJECT

    struct Desk
    {
        explicit Desk(const Scene& scene)
            : document(scene, nullptr)
            , frames(document, QDir())
        {
            hold->setPatience(1h);
            window.resize(200, 100);
            window.show();
        }

        Document document;
        Selection selection;
        FrameCache frames;
        QWidget window;
        QWidget view{&window};
        PaintHold* hold = new PaintHold(selection, frames, view);
        test::EventCount paints{view, QEvent::Paint};

        /// What has been asked for until now is painted, or held back.
        int painted()
        {
            view.update();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            return paints.count();
        }
        void awaitWindow() { QVERIFY(QTest::qWaitForWindowExposed(&window)); }
    };

    test::AnnotatedDrive m_drive;
    test::FileFolder m_folder;

    [[nodiscard]] FrameId frame(std::size_t place) const { return m_drive.scene.frameOrder()[place]; }

private slots:
    void initTestCase() { m_drive.writeClouds(m_folder); }

    void nothingIsPaintedUntilTheFrameIsThere()
    {
        Desk desk(m_drive.scene);
        desk.awaitWindow();
        const int before = desk.painted();
        desk.selection.setFrame(frame(1));
        QVERIFY(desk.hold->isOn());
        QCOMPARE(desk.painted(), before);
        desk.frames.request(frame(1));
        QTRY_VERIFY(desk.paints.count() > before);
        QVERIFY(!desk.hold->isOn());
    }

    void whatIsAtHandIsPaintedAtOnce()
    {
        Desk desk(m_drive.scene);
        desk.awaitWindow();
        desk.frames.request(frame(1));
        QTRY_VERIFY(desk.frames.loadedFrame(frame(1)));
        const int before = desk.painted();
        desk.selection.setFrame(frame(1));
        QVERIFY(!desk.hold->isOn());
        QVERIFY(desk.painted() > before);
    }

    void aFrameThatCannotBeReadHoldsNothingUp()
    {
        Scene scene = m_drive.scene;
        scene.frames.at(frame(1)).cloudPath = m_folder.path(QStringLiteral("missing.pcd"));
        Desk desk(scene);
        desk.awaitWindow();
        desk.selection.setFrame(frame(1));
        const int before = desk.painted();
        desk.frames.request(frame(1));
        QTRY_VERIFY(desk.paints.count() > before);
    }

    void itDoesNotWaitForEver()
    {
        Desk desk(m_drive.scene);
        desk.awaitWindow();
        desk.hold->setPatience(10ms);
        const int before = desk.painted();
        desk.selection.setFrame(frame(1));
        QTRY_VERIFY(desk.paints.count() > before || desk.painted() > before);
        QVERIFY(!desk.hold->isOn());
    }

    void whatWasHeldBackIsPaintedWhenTheProjectGoes()
    {
        Desk desk(m_drive.scene);
        desk.awaitWindow();
        const test::EventCount paints(desk.window, QEvent::Paint);
        desk.selection.setFrame(frame(1));
        const int before = paints.count();
        desk.window.update();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCOMPARE(paints.count(), before);
        delete desk.hold;
        QTRY_VERIFY(paints.count() > before);
        const int after = paints.count();
        desk.window.update();
        QTRY_VERIFY(paints.count() > after);
    }

    void whatIsBeingDraggedMoves()
    {
        Desk desk(m_drive.scene);
        desk.awaitWindow();
        QTest::mousePress(desk.window.windowHandle(), Qt::LeftButton, {}, {50, 50});
        const int before = desk.painted();
        desk.selection.setFrame(frame(1));
        QVERIFY(!desk.hold->isOn());
        QVERIFY(desk.painted() > before);
        QTest::mouseRelease(desk.window.windowHandle(), Qt::LeftButton, {}, {50, 50});
    }
};

QTEST_MAIN(PaintHoldTest)
#include "tst_PaintHold.moc"
