#include "app/commands/BenchedWindow.h"

#include "app/commands/BenchResult.h"
#include "app/Settings.h"
#include "widgets/SidePanel.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTimer>
#include <unistd.h>

namespace lunkuo
{

namespace
{
constexpr QSize windowSize_px{1280, 800};
constexpr int patience_ms = 60000;
constexpr int alarm_ms = 500;
} // namespace

double memory_mib()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

void live(int duration_ms)
{
    QEventLoop loop;
    QTimer::singleShot(duration_ms, &loop, &QEventLoop::quit);
    loop.exec();
}

BenchedWindow::BenchedWindow()
{
    Settings::keepIn(m_folder.filePath(QStringLiteral("settings")));
    m_window.resize(windowSize_px);
    m_window.show();
}

Result<void> BenchedWindow::open(const QString& data)
{
    return m_desk.create({projectPath(), QFileInfo(data).absoluteFilePath(), QStringLiteral("lunkuo"), false});
}

Result<void> BenchedWindow::openProject(const QString& path, ProjectStore::Access access)
{
    return access == ProjectStore::Access::ReadOnly ? m_desk.openReadOnly(path) : m_desk.open(path);
}

Result<void> BenchedWindow::open(const Scene& scene)
{
    // The store is closed again before the session opens it.
    if (auto made = ProjectStore::create(projectPath(), scene); !made)
        return tl::unexpected(made.error());
    return m_desk.open(projectPath());
}

SideView& BenchedWindow::fromAbove()
{
    return m_window.workspace()->sidePanel()->view(0);
}

bool BenchedWindow::waitForPicture()
{
    QElapsedTimer timer;
    timer.start();
    FrameCache& frames = session().frames();
    const FrameId frame = session().selection().frame();
    int before = view().paintCount();
    const auto watch = QObject::connect(&frames, &FrameCache::loaded, &view(), [&](FrameId loaded) {
        if (loaded == frame)
            before = view().paintCount();
    });
    const auto isDrawn = [&] { return frames.loadedFrame(frame) && view().paintCount() > before; };
    QTimer alarm; // Sleeps between events: to turn in circles would take a core from those who load.
    alarm.start(alarm_ms);
    while (!isDrawn() && timer.elapsed() < patience_ms)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QObject::disconnect(watch);
    return isDrawn();
}

std::optional<double> BenchedWindow::goTo(FrameId frame)
{
    QElapsedTimer timer;
    timer.start();
    session().selection().setFrame(frame);
    if (!waitForPicture())
        return std::nullopt;
    return elapsed_ms(timer);
}

} // namespace lunkuo
