#include "widgets/TimelinePanel.h"

#include "model/document/Playback.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/Pointer.h"
#include "tests/support/TrackRows.h"
#include "widgets/Style.h"

#include <QAction>
#include <QComboBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <set>

using namespace lunkuo;
using test::sceneOfRow;

/// The timeline as a person uses it: by mouse, and by what is to be seen.
class TestTimelinePanel : public QObject
{
    Q_OBJECT

    struct Desk
    {
        explicit Desk(const Scene& scene)
            : document(scene, nullptr)
            , frames(document, QDir())
            , playback(document, selection, frames)
            , panel(document, selection, followed, playback)
            , strip(panel.strip())
        {
            selection.setFrame({1});
            panel.resize(1100, panel.sizeHint().height());
            panel.show();
        }

        Document document;
        Selection selection;
        FollowedTrack followed{document, selection};
        FrameCache frames;
        Playback playback;
        TimelinePanel panel;
        TimelineStrip& strip;

        qint64 frame() const { return selection.frame().value; }
        void wheel(const QPointF& at, int notches)
        {
            QWheelEvent event(at, strip.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                Qt::NoScrollPhase, false);
            QApplication::sendEvent(&strip, &event);
        }
        /// How many pixels of that colour, about, lie in a square round a place.
        int count(const QPointF& at, const QColor& color, int reach_px = 4)
        {
            const QImage picture = strip.grab().toImage();
            const double ratio = picture.devicePixelRatio();
            int found = 0;
            for (int y = -reach_px; y <= reach_px; ++y)
                for (int x = -reach_px; x <= reach_px; ++x) {
                    const QPoint pixel = ((at + QPointF(x, y)) * ratio).toPoint();
                    if (!picture.rect().contains(pixel))
                        continue;
                    const QColor there = picture.pixelColor(pixel);
                    found += std::abs(there.red() - color.red()) + std::abs(there.green() - color.green()) +
                                         std::abs(there.blue() - color.blue()) <
                                     60
                                 ? 1
                                 : 0;
                }
            return found;
        }
        /// The same for the followed track's colour.
        int inked(int place) { return count(strip.pixelOfMark(place), panel.model().trackColor()); }
    };

private slots:
    void whereOneWasIsAsItWasBefore()
    {
        Desk desk(sceneOfRow(QStringLiteral("....................")));
        desk.selection.setFrame({4});
        const QImage before = desk.strip.grab().toImage();
        desk.selection.setFrame({11});
        QVERIFY(desk.strip.grab().toImage() != before);
        desk.selection.setFrame({4});
        QCOMPARE(desk.strip.grab().toImage(), before);
    }

    void aFrameThatIsDoneLooksSoAtOnce()
    {
        Desk desk(sceneOfRow(QStringLiteral("....................")));
        desk.selection.setFrame({4});
        const QImage before = desk.strip.grab().toImage();
        const Frame frame = desk.document.scene().frames.at({7});
        Frame done = frame;
        done.state = FrameState::Done;
        QVERIFY(desk.document.edit(QStringLiteral("Done"), {ValueChange<Frame>{frame, done}}));
        QVERIFY(desk.strip.grab().toImage() != before);
        QVERIFY(desk.document.undo());
        QCOMPARE(desk.strip.grab().toImage(), before);
    }

    void anotherThemeChangesAllOfIt()
    {
        Desk desk(sceneOfRow(QStringLiteral("....................")));
        (void)desk.strip.grab();
        QPalette palette = desk.strip.palette();
        palette.setColor(QPalette::Base, QColor(10, 200, 30));
        desk.strip.setPalette(palette);
        QCOMPARE(desk.strip.grab().toImage().pixelColor(0, 0), QColor(10, 200, 30));
    }

    void aClickGoesToTheFrame()
    {
        Desk desk(sceneOfRow(QStringLiteral("....................")));
        QTest::mouseClick(&desk.strip, Qt::LeftButton, {}, desk.strip.pixelOfFrame(11).toPoint());
        QCOMPARE(desk.frame(), 12);
        QTest::mouseClick(&desk.strip, Qt::LeftButton, {}, desk.strip.pixelOfMark(3).toPoint());
        QCOMPARE(desk.frame(), 4);
    }

    void aDragGoesThroughTheFrames()
    {
        Desk desk(sceneOfRow(QStringLiteral("....................")));
        QTest::mousePress(&desk.strip, Qt::LeftButton, {}, desk.strip.pixelOfFrame(2).toPoint());
        std::set<qint64> seen;
        for (int place = 3; place <= 9; ++place) {
            test::pointAt(desk.strip, desk.strip.pixelOfFrame(place), Qt::LeftButton);
            seen.insert(desk.frame());
        }
        QCOMPARE(seen, (std::set<qint64>{4, 5, 6, 7, 8, 9, 10}));
        // Beyond the rims there is no more.
        test::pointAt(desk.strip, {1e5, 5.0}, Qt::LeftButton);
        QCOMPARE(desk.frame(), 20);
        QTest::mouseRelease(&desk.strip, Qt::LeftButton, {}, desk.strip.pixelOfFrame(9).toPoint());
        test::pointAt(desk.strip, desk.strip.pixelOfFrame(1));
        QCOMPARE(desk.frame(), 20);
    }

    void namesAreNoFrames()
    {
        Desk desk(sceneOfRow(QStringLiteral("....................")));
        desk.selection.setFrame({7});
        QTest::mouseClick(&desk.strip, Qt::LeftButton, {}, {8, 25});
        QCOMPARE(desk.frame(), 7);
    }

    void theWheelComesCloserWhereTheCursorIs()
    {
        Desk desk(test::sceneOf(5000, {}));
        const QPointF at(600.0, 25.0);
        const int place = desk.strip.scale().placeAt(at.x());
        desk.wheel(at, 12);
        QVERIFY(desk.strip.scale().lastSeen() - desk.strip.scale().firstSeen() < 1000);
        QCOMPARE(desk.strip.scale().placeAt(at.x()), place);
        desk.wheel(at, -40);
        QCOMPARE(desk.strip.scale().lastSeen() - desk.strip.scale().firstSeen(), 4999);
    }

    void theOtherButtonsDragWhatIsShown_data()
    {
        QTest::addColumn<Qt::MouseButton>("button");
        QTest::newRow("middle") << Qt::MiddleButton;
        QTest::newRow("right") << Qt::RightButton;
    }
    void theOtherButtonsDragWhatIsShown()
    {
        QFETCH(Qt::MouseButton, button);
        Desk desk(test::sceneOf(5000, {}));
        desk.wheel({600.0, 25.0}, 15);
        const int place = desk.strip.scale().placeAt(600.0);
        QTest::mousePress(&desk.strip, button, {}, {600, 25});
        test::pointAt(desk.strip, {700.0, 25.0}, button);
        QTest::mouseRelease(&desk.strip, button, {}, {700, 25});
        QCOMPARE(desk.strip.scale().placeAt(700.0), place);
        test::pointAt(desk.strip, {300.0, 25.0});
        QCOMPARE(desk.strip.scale().placeAt(700.0), place);
        QCOMPARE(desk.frame(), 1);
    }

    void aDoubleClickGoesToTheKeyFrameThere()
    {
        QString row(5000, u'i');
        row[1234] = u'K';
        Desk desk(sceneOfRow(row));
        desk.followed.follow({1});
        // Several frames share each pixel: a click alone would hardly hit it.
        const QPointF near = desk.strip.pixelOfMark(1234) + QPointF(2.0, 0.0);
        QTest::mouseDClick(&desk.strip, Qt::LeftButton, {}, near.toPoint());
        QCOMPARE(desk.frame(), 1235);
        QCOMPARE(desk.strip.tell(near), desk.panel.model().tellTrack(1234));
    }

    void theCurrentFrameStaysInView()
    {
        Desk desk(test::sceneOf(5000, {}));
        desk.wheel({100.0, 25.0}, 30);
        for (const qint64 frame : {4000, 4001, 17}) {
            desk.selection.setFrame({frame});
            const double x = desk.strip.pixelOfFrame(static_cast<int>(frame) - 1).x();
            QVERIFY(x > desk.strip.scale().left_px() && x < desk.strip.scale().right_px());
        }
    }

    void kindsDifferInForm()
    {
        Desk desk(sceneOfRow(QStringLiteral("KKppppii?...K")));
        desk.selection.setFrame({12});
        desk.followed.follow({1});
        const int keyFrame = desk.inked(1);
        const int propagated = desk.inked(4);
        const int interpolated = desk.inked(7);
        QVERIFY2(propagated > interpolated && interpolated > 0,
            qPrintable(QStringLiteral("%1 %2 %3").arg(keyFrame).arg(propagated).arg(interpolated)));
        QVERIFY(keyFrame != propagated && keyFrame > interpolated);
        QCOMPARE(desk.inked(10), 0);
        // The doubtful one has a notch that the others have not.
        const QColor bad = toneColor(Tone::Bad, desk.strip.palette());
        QVERIFY(desk.count(desk.strip.pixelOfMark(8) - QPointF(0.0, 5.0), bad) > 4);
        QCOMPARE(desk.count(desk.strip.pixelOfMark(4) - QPointF(0.0, 5.0), bad), 0);
    }

    void statesDifferInForm_data()
    {
        QTest::addColumn<int>("frames");
        QTest::newRow("cells") << 20;
        QTest::newRow("bars") << 400;
        QTest::newRow("several in a pixel") << 5000;
    }
    void statesDifferInForm()
    {
        QFETCH(int, frames);
        Scene scene = test::sceneOf(frames, {});
        const auto third = [frames](int index) { return 3 * index / frames; };
        for (auto& [id, frame] : scene.frames)
            frame.state = static_cast<FrameState>(third(frame.index));
        Desk desk(scene);
        // How much of the row is filled, whatever the colour.
        const QColor ground = desk.strip.palette().color(QPalette::Base);
        const auto filled = [&](int place) { return 81 - desk.count(desk.strip.pixelOfFrame(place), ground); };
        const int untouched = filled(frames / 6 + 1);
        const int inWork = filled(frames / 2);
        const int done = filled(frames - frames / 6);
        QVERIFY2(untouched < inWork && inWork < done,
            qPrintable(QStringLiteral("%1 %2 %3").arg(untouched).arg(inWork).arg(done)));
    }

    void thePlayheadIsAtTheCurrentFrame()
    {
        Desk desk(sceneOfRow(QStringLiteral("....................")));
        const QColor accent = desk.strip.palette().color(QPalette::Highlight);
        const QPointF gap = desk.strip.pixelOfMark(10);
        QCOMPARE(desk.count(gap, accent), 0);
        desk.selection.setFrame({11});
        QVERIFY(desk.count(gap, accent) > 9);
    }

    void buttonsAndSpeed()
    {
        Desk desk(sceneOfRow(QStringLiteral("...")));
        QAction action(QStringLiteral("Play"));
        int runs = 0;
        connect(&action, &QAction::triggered, &action, [&runs] { ++runs; });
        desk.panel.addButton(&action);
        QTest::mouseClick(desk.panel.findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(runs, 1);
        auto* speed = desk.panel.findChild<QComboBox*>();
        QCOMPARE(speed->currentText(), QStringLiteral("1×"));
        desk.playback.setSpeed(2.0);
        QCOMPARE(speed->currentText(), QStringLiteral("2×"));
        speed->setFocus();
        QTest::keyClick(speed, Qt::Key_Home);
        QCOMPARE(desk.playback.speed(), 0.5);
    }

    void itIsLow()
    {
        Desk desk(sceneOfRow(QStringLiteral("...")));
        QCOMPARE_LE(desk.panel.sizeHint().height(), 64);
    }

    void bearsAProjectWithoutFrames()
    {
        Desk desk(test::sceneOf(0, {}));
        QTest::mouseClick(&desk.strip, Qt::LeftButton, {}, {400, 25});
        QTest::mouseDClick(&desk.strip, Qt::LeftButton, {}, {400, 40});
        desk.wheel({400.0, 25.0}, 3);
        QVERIFY(!desk.strip.grab().isNull());
        QVERIFY(desk.strip.tell({400.0, 25.0}).isEmpty());
    }
};

QTEST_MAIN(TestTimelinePanel)
#include "tst_TimelinePanel.moc"
