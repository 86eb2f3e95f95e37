#include "render/ViewColors.h"

#include "render/FilmStrip.h"
#include "render/ImageStrip.h"
#include "render/ImageView.h"
#include "render/ObjectView.h"
#include "render/SideView.h"
#include "render/TileView.h"
#include "tests/support/EventCount.h"
#include "tests/support/Pictures.h"
#include "tests/support/Themes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// Every view that is painted; there is nothing in most of them, so that they say what to do.
struct Views : Workbench
{
    explicit Views(bool withPictures = true)
    {
        if (withPictures)
            putPictures(*this, true);
        images.setWatched(&image, true);
    }
    [[nodiscard]] ToolContext context() { return {document, selection, frames}; }

    SideSubject subject;
    SideView side{subject, tools, ObjectSide::Top};
    FilmStrip film{context()};
    BatchBoard board{context(), {99}};
    TileView tiles{board};
    ObjectView object{ObjectSide::Top};
    ImageBoard images{context()};
    ImageView image{images, context(), tools};
    ImageStrip strip{images, context()};
};

QColor over(const QColor& ground, const QColor& glass)
{
    const auto mixed = [&](int below, int above) { return below + (above - below) * glass.alpha() / 255; };
    return {mixed(ground.red(), glass.red()), mixed(ground.green(), glass.green()), mixed(ground.blue(), glass.blue())};
}

QImage pictureOf(QWidget& view, const QPalette& palette)
{
    view.setPalette(palette);
    return view.grab().toImage();
}

/// How many pixels stand out from the ground; the border is left out.
int standingOut(const QImage& picture, const QColor& ground)
{
    int count = 0;
    for (int y = 4; y < picture.height() - 4; ++y)
        for (int x = 4; x < picture.width() - 4; ++x)
            count += contrast(picture.pixelColor(x, y), ground) >= leastContrast ? 1 : 0;
    return count;
}

using Ground = QColor ViewColors::*;
using Of = QWidget* (*)(Views&);

} // namespace

Q_DECLARE_METATYPE(Ground)
Q_DECLARE_METATYPE(Of)

/// All that is painted can be seen on the ground of either theme.
class TestViewColors : public QObject
{
    Q_OBJECT

    static void addViews()
    {
        QTest::addColumn<Of>("viewOf");
        QTest::addColumn<Ground>("ground");
        const auto add = [](const char* name, Of of, Ground ground) { QTest::newRow(name) << of << ground; };
        add(
            "side view", [](Views& views) -> QWidget* { return &views.side; }, &ViewColors::ground);
        add(
            "film strip", [](Views& views) -> QWidget* { return &views.film; }, &ViewColors::between);
        add(
            "tiles", [](Views& views) -> QWidget* { return &views.tiles; }, &ViewColors::between);
        add(
            "image", [](Views& views) -> QWidget* { return &views.image; }, &ViewColors::scene);
    }
    static void addMuteViews()
    {
        const auto add = [](const char* name, Of of, Ground ground) { QTest::newRow(name) << of << ground; };
        add(
            "object in all frames", [](Views& views) -> QWidget* { return &views.object; }, &ViewColors::ground);
        add(
            "small images", [](Views& views) -> QWidget* { return &views.strip; }, &ViewColors::scene);
    }

private slots:
    void wordsAndMarksStandOut_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const auto& [theme, c] :
            {std::pair("dark", ViewColors::of(Backdrop::Dark)), std::pair("light", ViewColors::of(Backdrop::Light))}) {
            const auto add = [theme = theme](const char* what, const QColor& ink, const QColor& ground) {
                QTest::addRow("%s, %s", what, theme) << ink << ground;
            };
            const QColor plate = over(c.groundPoints, c.plate);
            const QColor head = over(c.ground, c.head);
            const QColor chosen = over(c.ground, c.chosenHead);
            add("hint in the main view", c.hint, c.scene);
            add("hint in a side view", c.hint, c.ground);
            add("hint between tiles", c.hint, c.between);
            add("words on a plate", c.words, plate);
            add("words on a head", c.words, head);
            add("words on a chosen head", c.words, chosen);
            add("confidence on a head", c.hint, head);
            add("confidence on a chosen head", c.hint, chosen);
            add("doubt on a head", c.doubt, head);
            add("sign of doubt", c.ground, c.doubt);
            add("accepted on a head", c.accepted, head);
            add("what the cursor is on", c.meant, c.ground);
            add("its length on a plate", c.meant, plate);
            add("grip", c.grip, c.ground);
            add("pin in a grip", c.gripRim, c.grip);
            add("points that were taken", c.takenPoints, c.scene);
            add("points of an object", c.ownPoints, c.ground);
            add("points round it", c.otherPoints, c.ground);
            add("border of what has the keys", c.accent, c.ground);
            add("border of where one is", c.here, c.ground);
        }
    }
    void wordsAndMarksStandOut()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double found = contrast(ink, ground);
        QVERIFY2(found >= leastContrast, qPrintable(QString::number(found)));
    }

    void pointsFarFromTheEyeAreSeenToo()
    {
        for (const Backdrop backdrop : {Backdrop::Dark, Backdrop::Light}) {
            const ViewColors& colors = ViewColors::of(backdrop);
            QColor far = colors.ownPoints;
            far.setAlphaF(colors.farShade);
            QVERIFY(contrast(over(colors.ground, far), colors.ground) >= leastContrast);
        }
    }

    void colorsOfClassesAreInked()
    {
        const QColor glass(0xff, 0xd1, 0x66, 0x40);
        QCOMPARE(ViewColors::of(Backdrop::Dark).inked(glass), glass);
        const QColor dark = ViewColors::of(Backdrop::Light).inked(glass);
        QVERIFY(dark.lightness() < glass.lightness() - 50);
        QCOMPARE(dark.hue(), glass.hue());
        QCOMPARE(dark.alpha(), glass.alpha());
    }

    void strongerIsFartherFromTheGround()
    {
        for (const Backdrop backdrop : {Backdrop::Dark, Backdrop::Light}) {
            const ViewColors& colors = ViewColors::of(backdrop);
            const QColor plain = colors.inked(QColor(0x4f, 0xa3, 0xff));
            QVERIFY(contrast(colors.stronger(plain), colors.ground) > contrast(plain, colors.ground));
        }
    }

    void theGroundIsThatOfTheTheme_data()
    {
        addViews();
        addMuteViews();
    }
    void theGroundIsThatOfTheTheme()
    {
        QFETCH(Of, viewOf);
        QFETCH(Ground, ground);
        Views views;
        QTRY_VERIFY(views.images.image(0));
        QWidget& view = *viewOf(views);
        view.resize(320, 200);
        const QPoint corner(5, 5);
        for (const QPalette& palette : {darkPalette(), lightPalette(), darkPalette()})
            QCOMPARE(pictureOf(view, palette).pixelColor(corner), ViewColors::of(palette).*ground);
    }

    void hintsStandOut_data() { addViews(); }
    void hintsStandOut()
    {
        QFETCH(Of, viewOf);
        QFETCH(Ground, ground);
        Views views(false);
        QWidget& view = *viewOf(views);
        view.resize(320, 200);
        for (const QPalette& palette : {darkPalette(), lightPalette()}) {
            const int found = standingOut(pictureOf(view, palette), ViewColors::of(palette).*ground);
            QVERIFY2(found > 100, qPrintable(QString::number(found)));
        }
    }

    void anotherThemePaintsAnew_data()
    {
        addViews();
        addMuteViews();
    }
    void anotherThemePaintsAnew()
    {
        QFETCH(Of, viewOf);
        Views views;
        QTRY_VERIFY(views.images.image(0) && views.images.image(1));
        QWidget& view = *viewOf(views);
        view.setPalette(darkPalette());
        view.resize(320, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::qWait(50);
        const EventCount painted(view, QEvent::Paint);
        QTest::qWait(50);
        QCOMPARE(painted.count(), 0);
        view.setPalette(lightPalette());
        QTRY_VERIFY(painted.count() > 0);
    }

    void pointsOfAnObjectStandOut()
    {
        Views views;
        Shape shape;
        shape.id = {1};
        shape.frame = views.selection.frame();
        shape.cuboid = carAt(views.nearCar);
        QTRY_VERIFY(views.frames.loadedFrame(shape.frame));
        views.subject.frame = views.frames.loadedFrame(shape.frame);
        views.subject.subject = Subject{shape, QStringLiteral("Car"), false};
        views.subject.isEditable = false;
        views.side.resize(320, 200);
        views.side.follow();
        const auto found = [&](const QPalette& palette) {
            return standingOut(pictureOf(views.side, palette), ViewColors::of(palette).ground);
        };
        QCOMPARE_GE(found(darkPalette()), 400);
        QCOMPARE_GE(found(lightPalette()), 400);
    }
};

QTEST_MAIN(TestViewColors)
#include "tst_ViewColors.moc"
