#pragma once

#include <QToolBar>

namespace lunkuo
{

class MenuBar;
class Workspace;

/// The timeline along the whole lower edge of the window. It is no dock, as docks end where the panels on the right
/// begin.
class TimelineBar : public QToolBar
{
    Q_OBJECT
public:
    TimelineBar(const MenuBar& menus, QWidget* parent);

    /// Takes the timeline of another project in; null: there is none.
    void take(Workspace* workspace);
    /// A project with one frame only has nothing to go through.
    [[nodiscard]] bool isOfUse() const { return m_isOfUse; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const MenuBar& m_menus;
    bool m_isOfUse = false;
};

} // namespace lunkuo
