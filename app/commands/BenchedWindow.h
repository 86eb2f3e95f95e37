#pragma once

#include "app/MainWindow.h"
#include "app/menus/MenuBar.h"
#include "app/Workspace.h"

#include <QTemporaryDir>

namespace lunkuo
{

class SideView;

/// Memory that the process holds, in MiB; 0 where the system does not say.
double memory_mib();

/// Lets the program live for a while.
void live(int duration_ms);

/// The program's window with a project of some data, as a person has it, to be measured. Its settings and its project
/// go with it.
class BenchedWindow
{
public:
    BenchedWindow();

    /// A project of a folder of clouds or of one cloud, without any annotation.
    Result<void> open(const QString& data);
    /// A project that there is.
    Result<void> openProject(const QString& path, ProjectStore::Access access);
    /// A project of a scene.
    Result<void> open(const Scene& scene);
    [[nodiscard]] Session& session() { return *m_desk.session(); }
    [[nodiscard]] SceneView& view() { return m_window.workspace()->view(); }
    [[nodiscard]] SideView& fromAbove();
    /// Of the menus, by its id; there must be such a one.
    [[nodiscard]] QAction* action(const QString& id) { return m_window.menus().action(id); }

    /// Waits until the current frame is in the picture; false when that does not come to pass.
    bool waitForPicture();
    /// Milliseconds from the order to see another frame to its picture; nothing when there is no picture.
    std::optional<double> goTo(FrameId frame);

private:
    [[nodiscard]] QString projectPath() const { return m_folder.filePath(QStringLiteral("bench.lunkuo")); }

    QTemporaryDir m_folder;
    Desk m_desk;
    MainWindow m_window{m_desk};
};

} // namespace lunkuo
