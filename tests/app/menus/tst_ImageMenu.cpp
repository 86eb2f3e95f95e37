#include "app/MainWindow.h"
#include "app/menus/MenuBar.h"
#include "app/Settings.h"
#include "app/Workspace.h"
#include "model/synth/SampleWriter.h"
#include "render/ImageView.h"
#include "tests/support/DatasetScenes.h"
#include "widgets/ImagePanel.h"

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
