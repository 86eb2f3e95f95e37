#include "app/MainWindow.h"
#include "app/menus/MenuBar.h"
#include "app/Settings.h"
#include "app/Workspace.h"
#include "model/images/CameraSight.h"
#include "model/synth/SampleWriter.h"
#include "render/ImageView.h"
#include "tests/support/DatasetScenes.h"
#include "widgets/ImagePanel.h"
#include "widgets/SidePanel.h"

#include <QApplication>
#include <QDockWidget>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolBar>

using namespace lunkuo;

/// The camera images in the window, by keys.
class ImageMenuTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_settings;
    QTemporaryDir m_data;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;

    void openWindow(const QString& name, bool withCamera, int frames = 2)
    {
        const QString folder = m_data.filePath(name);
        test::madeUpScene({.frames = frames, .camera = withCamera}, folder);
        openWindow(folder);
    }

    void openWindow(const QString& folder)
    {
        m_desk = std::make_unique<Desk>();
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->resize(1280, 800);
        m_window->show();
        const auto opened = m_desk->open(folder);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        QTest::qWait(100);
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        // Without a window manager nobody else makes it the active window.
        QApplication::setActiveWindow(m_window.get());
        QWidget* focus = m_window->focusWidget() ? m_window->focusWidget() : m_window.get();
        QTest::keyClick(focus, static_cast<Qt::Key>(key), modifiers);
        QTest::qWait(30);
    }

    /// Of everything in the window that a person sees, by name.
    QMap<QString, QRect> places()
    {
        QMap<QString, QRect> places{{QStringLiteral("middle"), m_window->centralWidget()->geometry()}};
        for (const QDockWidget* dock : m_window->findChildren<QDockWidget*>())
            if (dock->isVisible())
                places[dock->objectName()] = dock->geometry();
        return places;
    }

    QDockWidget* imagesDock() { return m_window->findChild<QDockWidget*>(QStringLiteral("imagesDock")); }
    ImagePanel& panel() { return *m_window->workspace()->imagePanel(); }
    ImageBoard& board() { return m_desk->session()->images(); }

private slots:
    void init() { Settings::keepIn(m_settings.path()); }

    void cleanup()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_desk.reset();
    }

    void keysFoldPinAndShowPoints()
    {
        openWindow(QStringLiteral("with"), true);
        QCOMPARE(board().views().size(), 1U);
        QVERIFY(panel().isVisible());
        press(Qt::Key_F3);
        QVERIFY(!panel().isVisible());
        press(Qt::Key_F3);
        QVERIFY(panel().isVisible());
        press(Qt::Key_F3, Qt::ShiftModifier);
        QVERIFY(board().isPinned());
        QVERIFY(m_window->menus().action(QStringLiteral("imagePinned"))->isChecked());
        press(Qt::Key_F3, Qt::ControlModifier);
        QVERIFY(panel().view().arePointsShown());
        QTRY_VERIFY(board().image(0));
    }

    void aKeyMakesTheImageLargeAndSmallAgain()
    {
        openWindow(QStringLiteral("large"), true);
        QTest::qWait(200);
        SceneView& main = m_window->workspace()->view();
        const QMap<QString, QRect> before = places();
        const int height = panel().view().height();
        const QSize mainSize = main.size();
        main.setFocus();
        press(Qt::Key_F2, Qt::ControlModifier);
        QTRY_COMPARE(panel().size(), mainSize);
        QVERIFY2(panel().view().height() > 2 * height, qPrintable(QString::number(panel().view().height())));
        QVERIFY2(main.isVisible() && imagesDock()->isAncestorOf(&main), "they change places");
        QVERIFY(m_window->menus().action(QStringLiteral("imageLarge"))->isChecked());
        QCOMPARE(imagesDock()->windowTitle(), MainWindow::tr("Main view"));
        QCOMPARE(m_window->focusWidget(), &main);
        QCOMPARE(places(), before);
        press(Qt::Key_F2, Qt::ControlModifier);
        QTRY_COMPARE(main.size(), mainSize);
        QVERIFY(imagesDock()->isAncestorOf(&panel()) && panel().isVisible());
        QVERIFY(!m_window->menus().action(QStringLiteral("imageLarge"))->isChecked());
        QCOMPARE(imagesDock()->windowTitle(), MainWindow::tr("Camera images"));
        QCOMPARE(m_window->focusWidget(), &main);
        QCOMPARE(places(), before);
    }

    void objectsInALargeImageAreSelectedAndTickedByKeys()
    {
        synth::SampleOptions options;
        options.frames = 1;
        options.beams = 8;
        QVERIFY(synth::writeSample(m_data.filePath(QStringLiteral("clicked")), options));
        openWindow(m_data.filePath(QStringLiteral("clicked")));
        QVERIFY(board().views().front().camera);
        Session& session = *m_desk->session();
        const Camera camera = *board().views().front().camera;
        Shape nearest;
        double least = 1e9;
        for (const auto& [id, shape] : session.document().scene().shapes)
            if (isInPicture(camera, shape.cuboid.center) && shape.cuboid.center.norm() < least) {
                nearest = shape;
                least = shape.cuboid.center.norm();
            }
        QVERIFY(nearest.id.isValid());
        session.tools().activate(QStringLiteral("select"));
        session.selection().setShape({});
        press(Qt::Key_F2, Qt::ControlModifier);
        QTRY_VERIFY(board().image(0));
        const auto pixel = pixelOf(camera, nearest.cuboid.center);
        QVERIFY(pixel);
        const QPoint place = panel().view().view_picture().map(QPointF(pixel->x(), pixel->y())).toPoint();
        QTest::mouseClick(&panel().view(), Qt::LeftButton, {}, place);
        QCOMPARE(session.selection().shape(), nearest.id);
        const auto occlusion = [&] {
            return session.document().scene().shapes.at(nearest.id).attributes.at(QStringLiteral("occlusion"));
        };
        press(Qt::Key_W);
        QCOMPARE(occlusion(), QJsonValue(QStringLiteral("1")));
        press(Qt::Key_E);
        QCOMPARE(occlusion(), QJsonValue(QStringLiteral("2")));
    }

    void whoLeavesWithALargeImageComesBackToTheUsualWindow()
    {
        openWindow(QStringLiteral("left"), true);
        QTest::qWait(200);
        const QMap<QString, QRect> before = places();
        press(Qt::Key_F2, Qt::ControlModifier);
        cleanup();
        openWindow(QStringLiteral("left"), true);
        QTest::qWait(200);
        QVERIFY(imagesDock()->isAncestorOf(&panel()) && panel().isVisible());
        QCOMPARE(places(), before);
        press(Qt::Key_F2, Qt::ControlModifier);
        test::madeUpScene({.frames = 2}, m_data.filePath(QStringLiteral("other")));
        QVERIFY(m_desk->open(m_data.filePath(QStringLiteral("other"))));
        QTRY_VERIFY(m_window->workspace()->view().isVisible());
        QVERIFY(!m_window->workspace()->isImageInTheMiddle());
    }

    void aLargeImageStaysWhenThePanelsFoldAway()
    {
        openWindow(QStringLiteral("alone"), true);
        QTest::qWait(200);
        const QMap<QString, QRect> before = places();
        press(Qt::Key_F2, Qt::ControlModifier);
        press(Qt::Key_F9);
        QVERIFY(m_window->workspace()->isImageInTheMiddle());
        QTRY_VERIFY(panel().width() > 1200);
        QCOMPARE(places().keys(), (QStringList{QStringLiteral("imagesDock"), QStringLiteral("middle")}));
        press(Qt::Key_F9);
        QTRY_COMPARE(places(), before);
        QVERIFY(m_window->workspace()->isImageInTheMiddle());
        press(Qt::Key_F2, Qt::ControlModifier);
        QCOMPARE(places(), before);
    }

    void imagesThatAreFoldedAwayAreMadeLargeToo()
    {
        openWindow(QStringLiteral("away"), true);
        press(Qt::Key_F3);
        const QMap<QString, QRect> before = places();
        press(Qt::Key_F2, Qt::ControlModifier);
        QVERIFY(panel().isVisible() && m_window->workspace()->view().isVisible());
        press(Qt::Key_F2, Qt::ControlModifier);
        QVERIFY(!panel().isVisible());
        QTRY_COMPARE(places(), before);
        press(Qt::Key_F2, Qt::ControlModifier);
        press(Qt::Key_F3);
        QVERIFY2(!panel().isVisible() && !m_window->workspace()->isImageInTheMiddle(), "F3 folds them, large or not");
        press(Qt::Key_F3);
    }

    void imagesThatFloatComeIntoTheMiddleAndFloatAgain()
    {
        openWindow(QStringLiteral("afloat"), true);
        imagesDock()->setFloating(true);
        press(Qt::Key_F2, Qt::ControlModifier);
        QVERIFY(!imagesDock()->isFloating() && m_window->workspace()->view().isVisible());
        press(Qt::Key_F2, Qt::ControlModifier);
        QVERIFY(imagesDock()->isFloating() && panel().isVisible());
        QVERIFY(imagesDock()->features() & QDockWidget::DockWidgetFloatable);
        m_window->menus().action(QStringLiteral("layoutReset"))->trigger();
    }

    void whatWasFoldedForWantOfAnythingToSeeComesBack()
    {
        const auto timeline = [this] { return m_window->findChild<QToolBar*>(QStringLiteral("timelineBar")); };
        openWindow(QStringLiteral("rich"), true);
        QVERIFY(panel().isVisible() && timeline()->isVisible());
        cleanup();
        openWindow(QStringLiteral("poor"), false, 1);
        QVERIFY(!panel().isVisible() && !timeline()->isVisible());
        QVERIFY(m_desk->open(m_data.filePath(QStringLiteral("rich"))));
        QTRY_VERIFY2(panel().isVisible() && timeline()->isVisible(), "another project in the same window");
        QVERIFY(m_desk->open(m_data.filePath(QStringLiteral("poor"))));
        cleanup();
        openWindow(QStringLiteral("rich"), true);
        QVERIFY(panel().isVisible() && timeline()->isVisible());
    }

    void imagesThatComeForTheFirstTimeHaveTheirRoom()
    {
        QTemporaryDir fresh;
        Settings::keepIn(fresh.path());
        openWindow(QStringLiteral("without"), false);
        cleanup();
        openWindow(QStringLiteral("plenty"), true);
        const int sides_px = m_window->workspace()->sidePanel()->width();
        QTRY_VERIFY2(2 * panel().width() > sides_px, qPrintable(QString::number(panel().width())));
    }

    void whatAPersonFoldsStaysFolded()
    {
        test::madeUpScene({.frames = 1, .camera = false}, m_data.filePath(QStringLiteral("bare")));
        openWindow(QStringLiteral("folded"), true);
        press(Qt::Key_F3);
        QVERIFY(!panel().isVisible());
        QVERIFY(m_desk->open(m_data.filePath(QStringLiteral("bare"))));
        QVERIFY(m_desk->open(m_data.filePath(QStringLiteral("folded"))));
        QVERIFY(!panel().isVisible());
        cleanup();
        openWindow(QStringLiteral("folded"), true);
        QVERIFY(!panel().isVisible());
        press(Qt::Key_F3);
        QVERIFY(panel().isVisible());
    }

    void imagesThatCameLaterAreFound()
    {
        const QString folder = m_data.filePath(QStringLiteral("later"));
        synth::SampleOptions options;
        options.frames = 2;
        options.beams = 8;
        QVERIFY(synth::writeSample(folder, options));
        const QString images = folder + QStringLiteral("/image_2");
        const QString aside = m_data.filePath(QStringLiteral("aside"));
        QVERIFY(QFile::rename(images, aside));
        openWindow(folder);
        QVERIFY(board().views().empty());
        QAction* look = m_window->menus().action(QStringLiteral("imagesLater"));
        look->trigger();
        QVERIFY(board().views().empty());
        QVERIFY(QFile::rename(aside, images));
        const auto answerBy = [this](Qt::Key key) {
            auto* timer = new QTimer(m_window.get());
            connect(timer, &QTimer::timeout, timer, [timer, key] {
                auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                if (!question)
                    return;
                timer->deleteLater();
                timer->stop();
                QVERIFY(question->informativeText().contains(QStringLiteral("image_2: 2")));
                QTest::keyClick(question, key);
            });
            timer->start(10);
        };
        answerBy(Qt::Key_Escape);
        look->trigger();
        QVERIFY(board().views().empty());
        answerBy(Qt::Key_Return);
        look->trigger();
        QCOMPARE(board().views().size(), 1U);
        QTRY_VERIFY(board().image(0));
        m_desk->session()->document().undo();
        QVERIFY(board().views().empty());
    }

    void withoutImagesTheMainViewHasTheRoom()
    {
        openWindow(QStringLiteral("without"), false);
        QVERIFY(board().views().empty());
        QVERIFY(!panel().isVisible());
        press(Qt::Key_F3);
        QVERIFY2(panel().isVisible(), "whoever asks is told why there are none");
        QVERIFY(!m_window->menus().action(QStringLiteral("imageNext"))->isEnabled());
    }
};

QTEST_MAIN(ImageMenuTest)
#include "tst_ImageMenu.moc"
