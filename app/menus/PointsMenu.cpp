#include "app/menus/PointsMenu.h"

#include "app/Workspace.h"
#include "widgets/Answers.h"

namespace lunkuo
{

PointsMenu::PointsMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("PointsMenu", QT_TRANSLATE_NOOP("PointsMenu", "Points"), context, window)
{
    addColours();
    addSeparator();
    addFilters();
}

void PointsMenu::addColours()
{
    const auto grow = [this](int pixels) {
        return [this, pixels] { workspace()->view().setPointSize(workspace()->view().pointSize_px() + pixels); };
    };
    const auto nextColoring = [this] {
        PointColoring coloring = workspace()->view().coloring();
        coloring.by = static_cast<ColorBy>((static_cast<int>(coloring.by) + 1) % colorings);
        coloring.automatic = true; // the range was that of other values
        workspace()->view().setColoring(coloring);
    };
    add({"nextColouring", QT_TRANSLATE_NOOP("PointsMenu", "Next colouring of the points"), "colouring", {Qt::Key_P},
        nextColoring, whenOpen()});
    add({"largerPoints", QT_TRANSLATE_NOOP("PointsMenu", "Larger points"), "plus", {Qt::Key_Plus, Qt::Key_Equal},
        grow(1), whenOpen()});
    add({"smallerPoints", QT_TRANSLATE_NOOP("PointsMenu", "Smaller points"), "minus", {Qt::Key_Minus}, grow(-1),
        whenOpen()});
    add({"sizeByDistance", QT_TRANSLATE_NOOP("PointsMenu", "Nearer points larger"), "", {},
        [this] { workspace()->view().setSizeByDistance(!workspace()->view().isSizeByDistance()); }, whenOpen(),
        [this] { return workspace() && workspace()->view().isSizeByDistance(); }});
}

void PointsMenu::addFilters()
{
    using Ground = PointFilter::Ground;
    add({"groundNext", QT_TRANSLATE_NOOP("PointsMenu", "Ground: shown, dimmed, hidden"), "", {Qt::Key_QuoteLeft},
        [this] {
            changeFilter([](PointFilter& filter) {
                filter.ground = static_cast<Ground>((static_cast<int>(filter.ground) + 1) % 3);
            });
        },
        whenOpen()});
    add({"cropSelection", QT_TRANSLATE_NOOP("PointsMenu", "Only what is near the selected object"), "",
        {Qt::Key_Backslash},
        [this] { changeFilter([](PointFilter& filter) { filter.cropsToSelection = !filter.cropsToSelection; }); },
        {[this, selected = whenSelected()] {
             return workspace() && (workspace()->view().filter().cropsToSelection || selected());
         },
            &Answers::selectFirst},
        whenFilter([](const PointFilter& filter) { return filter.cropsToSelection; })});
    add({"cropHeight", QT_TRANSLATE_NOOP("PointsMenu", "Only what is low over the ground"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_Backslash)},
        [this] { changeFilter([](PointFilter& filter) { filter.cropsHeight = !filter.cropsHeight; }); }, whenOpen(),
        whenFilter([](const PointFilter& filter) { return filter.cropsHeight; })});
    add({"cropBox", QT_TRANSLATE_NOOP("PointsMenu", "Only what is within a box round the sensor"), "",
        {QKeySequence(Qt::SHIFT | Qt::ALT | Qt::Key_B)},
        [this] { changeFilter([](PointFilter& filter) { filter.cropsToBox = !filter.cropsToBox; }); }, whenOpen(),
        whenFilter([](const PointFilter& filter) { return filter.cropsToBox; })});
    add({"hideClass", QT_TRANSLATE_NOOP("PointsMenu", "Hide the class of the selected object"), "",
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H)},
        [this] {
            const Scene& scene = session()->document().scene();
            const Shape& shape = scene.shapes.at(session()->selection().shape());
            if (const Track* track = scene.trackOf(shape))
                changeFilter([track](PointFilter& filter) { filter.hiddenClasses.insert(track->classId); });
        },
        whenSelected()});
    add({"showHidden", QT_TRANSLATE_NOOP("PointsMenu", "Show all that is hidden"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_QuoteLeft)},
        [this] { changeFilter([](PointFilter& filter) { filter = filter.open(); }); }, whenOpen()});
}

void PointsMenu::changeFilter(const std::function<void(PointFilter&)>& change)
{
    PointFilter filter = workspace()->view().filter();
    change(filter);
    workspace()->view().setFilter(filter);
}

std::function<bool()> PointsMenu::whenFilter(const std::function<bool(const PointFilter&)>& isSo) const
{
    return [this, isSo] { return workspace() && isSo(workspace()->view().filter()); };
}

} // namespace lunkuo
