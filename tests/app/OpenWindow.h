#pragma once

#include "app/Language.h"
#include "app/MainWindow.h"
#include "app/Settings.h"
#include "app/Workspace.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"

#include <QApplication>
#include <QTest>

namespace lunkuo::test
{

/// The program's window with a project of two small frames, for tests that use it as a person does.
class OpenWindow
{
protected:
    void start()
    {
        Settings::keepIn(m_settings.path());
        applyLanguage(QStringLiteral("en"));
        m_bench = std::make_unique<Workbench>();
        m_data =
            QFileInfo(m_bench->frames.absolutePath(m_bench->scene().frames.begin()->second.cloudPath)).absolutePath();
        openWindow();
    }
    void end()
    {
        closeWindow();
        m_bench.reset();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    QString m_data;

    Session& session() { return *m_desk->session(); }
    const Scene& scene() { return session().document().scene(); }

    void openWindow()
    {
        m_desk = std::make_unique<Desk>();
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->resize(1280, 800);
        m_window->show();
        const auto opened = m_desk->open(m_data);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        QVERIFY(QTest::qWaitFor(
            [this] { return session().frames().loadedFrame(session().selection().frame()) != nullptr; }, 60'000));
        QTest::qWait(50);
    }

    void closeWindow()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_desk.reset();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        // Without a window manager nobody else makes it the active window.
        QApplication::setActiveWindow(m_window.get());
        QWidget* focus = m_window->focusWidget() ? m_window->focusWidget() : m_window.get();
        QTest::keyClick(focus, static_cast<Qt::Key>(key), modifiers);
        QTest::qWait(20);
    }

    SuggestionBoard& awaitSuggestions(std::size_t count = 2)
    {
        SuggestionBoard& board = session().suggestions();
        board.setThreshold(Workbench::leastSure);
        [&] { QVERIFY(QTest::qWaitFor([&] { return board.shown().size() == count; }, 60'000)); }();
        QTest::qWait(20); // the menus follow
        return board;
    }

    Shape addCar()
    {
        Shape shape;
        shape.frame = session().selection().frame();
        shape.cuboid = carAt({12.0, -3.0});
        const auto added = addShape(session().document(), QStringLiteral("Add"), shape, QStringLiteral("Car"));
        session().selection().setShape(*added);
        QTest::qWait(20);
        return scene().shapes.at(*added);
    }
};

} // namespace lunkuo::test
