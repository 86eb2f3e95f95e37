#include "app/menus/ImageMenu.h"

#include "app/Workspace.h"
#include "render/ImageView.h"
#include "widgets/ImagePanel.h"

namespace lunkuo
{

ImageMenu::ImageMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("ImageMenu", QT_TRANSLATE_NOOP("ImageMenu", "&Images"), context, window)
{
    add({"imagesShown", QT_TRANSLATE_NOOP("ImageMenu", "Camera images"), "images", {Qt::Key_F3},
        [this] { emit shownToggled(); }, whenOpen(),
        [this] { return workspace() && workspace()->imagePanel()->isVisible(); }});
    addSeparator();
    add({"imageNext", QT_TRANSLATE_NOOP("ImageMenu", "Next image"), "image-next", {Qt::Key_F2},
        [this] { session()->images().step(1); }, whenThereAreImages()});
    add({"imagePrevious", QT_TRANSLATE_NOOP("ImageMenu", "Previous image"), "image-previous",
        {QKeySequence(Qt::SHIFT | Qt::Key_F2)}, [this] { session()->images().step(-1); }, whenThereAreImages()});
    add({"imagePinned", QT_TRANSLATE_NOOP("ImageMenu", "Keep this image in front"), "pin",
        {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
        [this] { session()->images().setPinned(!session()->images().isPinned()); }, whenThereAreImages(),
        [this] { return session() && session()->images().isPinned(); }});
    add({"imagePoints", QT_TRANSLATE_NOOP("ImageMenu", "Points of the cloud in the image"), "image-points",
        {QKeySequence(Qt::CTRL | Qt::Key_F3)},
        [this] {
            ImageView& view = workspace()->imagePanel()->view();
            view.setPointsShown(!view.arePointsShown());
        },
        whenThereAreImages(), [this] { return workspace() && workspace()->imagePanel()->view().arePointsShown(); }});
    add({"imageFit", QT_TRANSLATE_NOOP("ImageMenu", "Whole image"), "fit", {},
        [this] { workspace()->imagePanel()->view().fit(); }, whenThereAreImages()});
}

Condition ImageMenu::whenThereAreImages() const
{
    return when([this] { return session() && !session()->images().views().empty(); },
        QT_TRANSLATE_NOOP("ImageMenu", "This frame has no camera images."));
}

} // namespace lunkuo
