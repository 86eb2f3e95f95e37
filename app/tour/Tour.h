#pragma once

#include "app/Desk.h"
#include "app/tour/Hand.h"

#include <QDir>
#include <memory>

namespace lunkuo
{

class MainWindow;
class Workspace;

/// Drives the real window through its main job by mouse and keys, looks after each step whether its effect is there,
/// and keeps a picture of it. It is a demonstration and a test.
class Tour
{
public:
    /// Everything it makes goes into `folder`: sample, project, export, pictures.
    explicit Tour(const QString& folder);
    ~Tour();

    /// Error: the step that had no effect, as one sentence.
    Result<void> run();

private:
    Result<void> openSample();
    Result<void> lookAround();
    Result<void> completeCars();
    Result<void> completeCar(const Cuboid& truth);
    Result<void> correctByHand();
    Result<void> tickAttributes();
    Result<void> undoAndRedo();
    Result<void> nextFrame();
    Result<void> exportDataset();
    Result<void> switchLanguage();
    Result<void> reopen();

    void openWindow();
    void closeWindow();
    /// The true cars of the frame, those with many points first.
    [[nodiscard]] std::vector<Cuboid> trueCars() const;
    /// Moves the cursor over points of the object until one is under it; nothing when all are hidden.
    std::optional<QPointF> pointAt(const Cuboid& truth);
    /// Keeps the window's picture.
    Result<void> picture(const QString& name);
    [[nodiscard]] Workspace& workspace() const;
    [[nodiscard]] const Scene& scene() const;
    [[nodiscard]] const Shape* selectedShape() const;

    QDir m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    Hand m_hand;
    int m_pictures = 0;
    std::vector<Cuboid> m_done; ///< what was annotated, to be there again after reopening
};

} // namespace lunkuo
