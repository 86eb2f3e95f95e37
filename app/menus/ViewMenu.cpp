#include "app/menus/ViewMenu.h"

#include "app/menus/PointsMenu.h"
#include "app/menus/SavedViewsMenu.h"
#include "app/Workspace.h"
#include "widgets/Answers.h"
#include "widgets/SidePanel.h"

namespace lunkuo
{

ViewMenu::ViewMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("ViewMenu", QT_TRANSLATE_NOOP("ViewMenu", "&View"), context, window)
{
    addCamera();
    m_submenus.push_back(new SavedViewsMenu(context, window));
    addMenu(m_submenus.back());
    addSeparator();
    addLook();
    m_submenus.push_back(new PointsMenu(context, window));
    addMenu(m_submenus.back());
    addSeparator();
    addWindow();
}

void ViewMenu::addCamera()
{
    const auto look = [this](SceneView::Side side) { return [this, side] { workspace()->view().lookFrom(side); }; };
    add({"viewTop", QT_TRANSLATE_NOOP("ViewMenu", "From above"), "view-top", {Qt::Key_F5}, look(SceneView::Side::Top),
        whenOpen()});
    add({"viewFront", QT_TRANSLATE_NOOP("ViewMenu", "From the front"), "view-front", {Qt::Key_F6},
        look(SceneView::Side::Front), whenOpen()});
    add({"viewLeft", QT_TRANSLATE_NOOP("ViewMenu", "From the left"), "view-left", {Qt::Key_F7},
        look(SceneView::Side::Left), whenOpen()});
    add({"viewPerspective", QT_TRANSLATE_NOOP("ViewMenu", "In perspective"), "view-perspective", {Qt::Key_F8},
        look(SceneView::Side::Perspective), whenOpen()});
    add({"viewParallel", QT_TRANSLATE_NOOP("ViewMenu", "Without perspective"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_F8)},
        [this] { workspace()->view().setParallel(!workspace()->view().isParallel()); }, whenOpen(),
        [this] { return workspace() && workspace()->view().isParallel(); }});
    add({"fit", QT_TRANSLATE_NOOP("ViewMenu", "Show everything"), "fit", {Qt::Key_Home},
        [this] { workspace()->view().fitAll(); }, whenOpen()});
    add({"focus", QT_TRANSLATE_NOOP("ViewMenu", "Focus on the selected object"), "focus", {Qt::Key_F},
        [this] { workspace()->view().focusOnSelection(); },
        {[this, selected = whenSelected()] {
             return session() && (selected() || session()->tools().draft().shape || session()->suggestions().subject());
         },
            &Answers::selectFirst}});
    add({"viewSensor", QT_TRANSLATE_NOOP("ViewMenu", "From the sensor"), "sensor",
        {QKeySequence(Qt::SHIFT | Qt::Key_F8)}, [this] { workspace()->view().lookFromSensor(); }, whenOpen()});
    add({"fly", QT_TRANSLATE_NOOP("ViewMenu", "Fly (W A S D)"), "fly", {Qt::Key_F12},
        [this] { workspace()->view().setFlying(!workspace()->view().isFlying()); }, whenOpen(),
        [this] { return workspace() && workspace()->view().isFlying(); }});
}

void ViewMenu::addLook()
{
    add({"eyeDome", QT_TRANSLATE_NOOP("ViewMenu", "Depth shading of the points"), "",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
        [this] { workspace()->view().setEyeDome(!workspace()->view().hasEyeDome()); }, whenOpen(),
        [this] { return workspace() && workspace()->view().hasEyeDome(); }});
    add({"grid", QT_TRANSLATE_NOOP("ViewMenu", "Ground grid"), "grid", {QKeySequence(Qt::CTRL | Qt::Key_G)},
        [this] { workspace()->view().setGridShown(!workspace()->view().isGridShown()); }, whenOpen(),
        [this] { return workspace() && workspace()->view().isGridShown(); }});
    add({"rings", QT_TRANSLATE_NOOP("ViewMenu", "Range rings"), "rings", {QKeySequence(Qt::CTRL | Qt::Key_R)},
        [this] { workspace()->view().setRingsShown(!workspace()->view().areRingsShown()); }, whenOpen(),
        [this] { return workspace() && workspace()->view().areRingsShown(); }});
    add({"names", QT_TRANSLATE_NOOP("ViewMenu", "Names over the objects"), "names", {Qt::Key_F10},
        [this] { workspace()->view().setNamesShown(!workspace()->view().areNamesShown()); }, whenOpen(),
        [this] { return workspace() && workspace()->view().areNamesShown(); }});
    add({"path", QT_TRANSLATE_NOOP("ViewMenu", "Trajectory of the selected object"), "path",
        {QKeySequence(Qt::CTRL | Qt::Key_F10)},
        [this] { workspace()->view().setPathShown(!workspace()->view().isPathShown()); }, whenOpen(),
        [this] { return workspace() && workspace()->view().isPathShown(); }});
    add({"lookPanel", QT_TRANSLATE_NOOP("ViewMenu", "How it looks"), "look",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, [this] { workspace()->toggleLook(); }, whenOpen(),
        [this] { return workspace() && workspace()->isLookShown(); }});
}

void ViewMenu::addWindow()
{
    add({"panels", QT_TRANSLATE_NOOP("ViewMenu", "Fold panels away or back"), "panels", {Qt::Key_F9},
        [this] { emit panelsToggled(); }});
    add({"layoutReset", QT_TRANSLATE_NOOP("ViewMenu", "Reset layout"), "", {}, [this] { emit layoutReset(); },
        whenOpen()});
    add({"sideViews", QT_TRANSLATE_NOOP("ViewMenu", "Side views of the object"), "side-views", {Qt::Key_F4},
        [this] { emit sideViewsToggled(); }, whenOpen(),
        [this] { return workspace() && workspace()->sidePanel()->isVisible(); }});
    const auto turn = [this](int view) { return [this, view] { workspace()->sidePanel()->turnRound(view); }; };
    add({"sideOther", QT_TRANSLATE_NOOP("ViewMenu", "The other side in the side views"), "",
        {QKeySequence(Qt::SHIFT | Qt::Key_F4)}, turn(1), whenOpen()});
    add({"endOther", QT_TRANSLATE_NOOP("ViewMenu", "The other end in the side views"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_F4)}, turn(2), whenOpen()});
    const auto widen = [this](double metres) {
        return [this, metres] {
            SidePanel& sides = *workspace()->sidePanel();
            sides.setMargin(sides.margin_m() + metres);
        };
    };
    add({"sidesWider", QT_TRANSLATE_NOOP("ViewMenu", "Wider margin in the side views"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, widen(SidePanel::marginStep_m),
        whenOpen()});
    add({"sidesNarrower", QT_TRANSLATE_NOOP("ViewMenu", "Narrower margin in the side views"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, widen(-SidePanel::marginStep_m), whenOpen()});
    const auto toggle = [this] {
        QWidget* window = parentWidget()->window();
        window->setWindowState(window->windowState() ^ Qt::WindowFullScreen);
    };
    add({"fullScreen", QT_TRANSLATE_NOOP("ViewMenu", "Full screen"), "fullscreen", {Qt::Key_F11}, toggle, {},
        [this] { return parentWidget()->window()->isFullScreen(); }});
}

} // namespace lunkuo
