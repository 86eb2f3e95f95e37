#pragma once

#include <QObject>
#include <QSize>

class QDockWidget;

namespace lunkuo
{

class Workspace;

/// The camera images in the room of the main view, and the main view in theirs. They change places, so that nothing
/// else in the window moves, both go on working, and it is all as before when they change back.
class LargeImage : public QObject
{
    Q_OBJECT
public:
    /// `images`: where the images are otherwise.
    explicit LargeImage(QDockWidget& images, QObject* parent = nullptr);

    [[nodiscard]] bool isOn() const { return m_workspace; }
    void begin(Workspace& workspace);
    /// Must come before the project goes and before a layout is kept or taken up.
    void end();

signals:
    void changed();

private:
    void exchange(QWidget& large, QWidget& small);

    QDockWidget& m_images;
    Workspace* m_workspace = nullptr; ///< whose image is large
    QSize m_leastView;                ///< what the main view needs in the middle
    bool m_wasHidden = false;
    bool m_wasFloating = false;
};

} // namespace lunkuo
