#include "app/menus/ImageMenu.h"

#include "app/Waiting.h"
#include "app/Workspace.h"
#include "model/project/LaterImages.h"
#include "render/ImageView.h"
#include "widgets/ImagePanel.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace lunkuo
{

namespace
{
constexpr const char* noImages = QT_TRANSLATE_NOOP("ImageMenu", "This frame has no camera images.");
} // namespace

ImageMenu::ImageMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("ImageMenu", QT_TRANSLATE_NOOP("ImageMenu", "&Images"), context, window)
{
    add({"imagesShown", QT_TRANSLATE_NOOP("ImageMenu", "Camera images"), "images", {Qt::Key_F3},
        [this] { emit shownToggled(); }, whenOpen(),
        [this] { return workspace() && workspace()->imagePanel()->isVisible(); }});
    add({"imageLarge", QT_TRANSLATE_NOOP("ImageMenu", "Large image"), "image-large",
        {QKeySequence(Qt::CTRL | Qt::Key_F2)}, [this] { emit largeToggled(); },
        when([this] { return isLarge() || (session() && !session()->images().views().empty()); }, noImages),
        [this] { return isLarge(); }});
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
    addSeparator();
    add({"imagesLater", QT_TRANSLATE_NOOP("ImageMenu", "Look for more images…"), "", {}, [this] { lookForMore(); },
        whenWritable()});
}

/// Beside the clouds, where they have come since the project was made.
void ImageMenu::lookForMore()
{
    const QDir folder = QFileInfo(session()->path()).absoluteDir();
    const Scene& scene = session()->document().scene();
    Scene known;
    known.taxonomy = scene.taxonomy;
    known.sequences = scene.sequences;
    known.calibrations = scene.calibrations;
    known.frames = scene.frames;
    const QString title = text(QT_TRANSLATE_NOOP("ImageMenu", "Look for more images"));
    const auto found = waitFor(title, text(QT_TRANSLATE_NOOP("ImageMenu", "Looking for images beside the clouds…")),
        parentWidget(), [known, folder](const Progress& progress) { return findLaterImages(known, folder, progress); });
    if (!found)
        return;
    if (!*found)
        return workspace()->say(found->error().sentence, Tone::Warning);
    if ((*found)->isEmpty())
        return workspace()->say(
            text(QT_TRANSLATE_NOOP("ImageMenu", "No images that the project does not have lie beside its clouds.")),
            Tone::Good);
    QStringList cameras;
    for (const auto& [camera, count] : (*found)->perCamera)
        cameras.push_back(text(QT_TRANSLATE_NOOP("ImageMenu", "%1: %2 images")).arg(camera).arg(count));
    QMessageBox question(QMessageBox::Question, title,
        text(QT_TRANSLATE_NOOP("ImageMenu", "Images that the project does not have lie beside its clouds. Add them?")),
        QMessageBox::Cancel, parentWidget());
    question.setInformativeText(cameras.join(u'\n'));
    QPushButton* add = question.addButton(text(QT_TRANSLATE_NOOP("ImageMenu", "Add")), QMessageBox::AcceptRole);
    question.setDefaultButton(add);
    question.exec();
    if (question.clickedButton() != add)
        return;
    // A failure has been announced by the document.
    const auto done = session()->document().edit(text(QT_TRANSLATE_NOOP("ImageMenu", "Add images")), (*found)->changes);
    // They are folded away where a project has none.
    if (done && !workspace()->imagePanel()->isVisible())
        emit shownToggled();
}

Condition ImageMenu::whenThereAreImages() const
{
    return when([this] { return session() && !session()->images().views().empty(); }, noImages);
}

bool ImageMenu::isLarge() const
{
    return workspace() && workspace()->isImageInTheMiddle();
}

} // namespace lunkuo
