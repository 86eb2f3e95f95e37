#pragma once

#include <QHash>
#include <QMainWindow>
#include <QTimer>

class QDockWidget;

namespace lunkuo
{

/// Gives docks back the room a person had given them, after the window was too small for it and has grown again. What a
/// person drags while the window stays as it is counts; what a shrinking window takes does not. Their titles get the
/// room that larger letters need.
class DockKeeper : public QObject
{
    Q_OBJECT
public:
    explicit DockKeeper(QMainWindow& window);

    /// All docks have been arranged: what they have now counts. Before the first time nothing does.
    void begin();
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void remember();
    void restore();

    QMainWindow& m_window;
    QTimer m_settled; ///< runs while the window is being resized
    QHash<QDockWidget*, QSize> m_wanted;
    bool m_hasBegun = false;
};

} // namespace lunkuo
