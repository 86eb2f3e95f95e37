#include "model/images/CameraSight.h"
#include "model/tools/ShapeActions.h"
#include "render/ImageView.h"
#include "tests/support/Pictures.h"
#include "tests/support/Pointer.h"
#include "tests/support/Themes.h"

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

using namespace lunkuo;

/// The enlarged image as a person meets it: by the mouse, and by what is to be seen.
class ImageViewTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<ImageBoard> m_board;
    std::unique_ptr<ImageView> m_view;

    ToolContext context() { return {m_bench->document, m_bench->selection, m_bench->frames}; }

    ShapeId addCar(const Eigen::Vector2d& place)
    {
        Shape shape;
        shape.frame = m_bench->selection.frame();
        shape.cuboid = test::carAt(place);
        return *addShape(m_bench->document, QStringLiteral("Add"), shape, QStringLiteral("Car"));
    }

    /// Where a point of the sensor frame is in the widget.
    QPointF place(const Eigen::Vector3d& point)
    {
        const auto& view = m_board->views()[static_cast<std::size_t>(m_board->front())];
        const auto pixel = pixelOf(*view.camera, point);
        return m_view->view_picture().map(QPointF(pixel->x(), pixel->y()));
    }

    void click(const QPointF& at, Qt::KeyboardModifiers modifiers = {})
    {
        test::pointAt(*m_view, at);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, modifiers, at.toPoint());
        // Two clicks are no double click.
        QTest::qWait(QApplication::doubleClickInterval() + 20);
    }

    void wheel(const QPointF& at, int steps)
    {
        QWheelEvent event(at, m_view->mapToGlobal(at), {}, QPoint(0, 120 * steps), Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<test::Workbench>();
        test::putPictures(*m_bench, true);
        m_board = std::make_unique<ImageBoard>(context());
        m_board->setWatched(this, true);
        m_view = std::make_unique<ImageView>(*m_board, context(), m_bench->tools);
        m_view->setPalette(test::darkPalette());
        m_view->resize(800, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_VERIFY(m_board->image(0) && m_board->image(1));
    }

    void cleanup()
    {
        m_view.reset();
        m_board.reset();
        m_bench.reset();
    }

    void thePictureFillsItsPlace()
    {
        const QImage seen = m_view->grab().toImage();
        QCOMPARE(seen.pixelColor(100, 150), QColor(0, 160, 0));
        QCOMPARE(seen.pixelColor(700, 150), QColor(0, 0, 200));
        // 1242 x 375 in 800 x 300 leaves bars above and below.
        QVERIFY(seen.pixelColor(400, 10).lightness() < 40);
        QVERIFY(m_view->objects().empty());
    }

    void whatIsSaidOverAPictureCanBeReadInEachTheme()
    {
        const Calibration known = m_bench->scene().calibrations.begin()->second;
        Calibration none = known;
        none.cameras.clear();
        QVERIFY(m_bench->document.edit(QStringLiteral("Forget"), {ValueChange<Calibration>{known, none}}));
        m_view->resize(800, 240); // the picture reaches down to where it is said
        for (const QPalette& palette : {test::darkPalette(), test::lightPalette()}) {
            m_view->setPalette(palette);
            const QImage seen = m_view->grab().toImage();
            const QColor ground = seen.pixelColor(60, 220);
            int words = 0;
            for (int x = 60; x < 740; ++x)
                words += test::contrast(seen.pixelColor(x, 220), ground) >= test::leastContrast ? 1 : 0;
            QVERIFY2(words > 40, qPrintable(QString::number(words)));
        }
    }

    void objectsAreDrawnWhereTheyAre()
    {
        addCar({12.0, -3.0});
        QCOMPARE(m_view->objects().size(), 1U);
        QCOMPARE(m_view->objects()[0].name, QStringLiteral("Car 1"));
        const QImage seen = m_view->grab().toImage();
        // Its top edge on the near side, at both ends and between.
        const auto corners = test::carAt({12.0, -3.0}).corners();
        const QColor color = m_view->objects()[0].color;
        for (const double share : {0.2, 0.5, 0.8}) {
            const QPointF at = place(corners[5] + share * (corners[6] - corners[5]));
            bool isDrawn = false;
            for (int dy = -2; dy <= 2; ++dy) {
                const QColor pixel = seen.pixelColor(at.toPoint() + QPoint(0, dy));
                isDrawn |= std::abs(pixel.red() - color.red()) < 60 && std::abs(pixel.green() - color.green()) < 60 &&
                           std::abs(pixel.blue() - color.blue()) < 60;
            }
            QVERIFY2(isDrawn, qPrintable(QString::number(share)));
        }
    }

    void aFileOfAnotherSizeShowsTheSame()
    {
        addCar({12.0, -3.0});
        const QPointF before = place(m_bench->pointOn(m_bench->nearCar));
        const Frame frame = m_bench->scene().frames.at(m_bench->selection.frame());
        Frame smaller = frame;
        smaller.images[0].path = m_bench->folder.filePath(QStringLiteral("small.png"));
        QImage small(621, 187, QImage::Format_RGB32);
        small.fill(Qt::darkGray);
        QVERIFY(small.save(smaller.images[0].path));
        QVERIFY(m_bench->document.edit(QStringLiteral("Shrink"), {ValueChange<Frame>{frame, smaller}}));
        QTRY_VERIFY(m_board->image(0) && m_board->image(0)->image.width() == 621);
        QVERIFY((place(m_bench->pointOn(m_bench->nearCar)) - before).manhattanLength() < 1e-6);
        QVERIFY2(m_view->grab().toImage().pixelColor(780, 150).lightness() > 60, "the picture fills its place");
    }

    void whatAViewHidesIsNotDrawn()
    {
        const ShapeId car = addCar({12.0, -3.0});
        const auto hidden = std::make_shared<Hidden>();
        hidden->shapes.insert(car);
        const Camera& camera = *m_board->views()[0].camera;
        QCOMPARE(imageObjects(m_bench->scene(), m_bench->selection, {}, {}, camera).size(), std::size_t(1));
        QVERIFY(imageObjects(m_bench->scene(), m_bench->selection, {}, {}, camera, hidden).empty());
    }

    void whatMovesIsDrawnWhereItIsMovedToAndThereOnly()
    {
        const std::vector<ShapeId> cars{addCar({12.0, -3.0}), addCar({24.0, -3.0}), addCar({18.0, 3.0})};
        const auto movedLeft = [&](ShapeId id) {
            Shape shape = m_bench->scene().shapes.at(id);
            shape.cuboid.center.y() += 1.0;
            return shape;
        };
        Draft draft;
        draft.shape = movedLeft(cars[0]);
        draft.classId = QStringLiteral("Car");
        draft.replaces = cars[0];
        draft.along = {movedLeft(cars[1])};
        const Camera& camera = *m_board->views()[0].camera;
        const auto middleOf = [&](ShapeId id, const Draft& shown) {
            double x = 0.0;
            for (const ImageObject& object : imageObjects(m_bench->scene(), m_bench->selection, shown, {}, camera))
                x += object.id == id ? object.extent.center().x() : 0.0; // the sum of two would be far to the right
            return x;
        };
        QCOMPARE(imageObjects(m_bench->scene(), m_bench->selection, draft, {}, camera).size(), std::size_t(3));
        QVERIFY(middleOf(cars[0], draft) < middleOf(cars[0], {}) - 10.0);
        QVERIFY(middleOf(cars[1], draft) < middleOf(cars[1], {}) - 10.0);
        QCOMPARE(middleOf(cars[2], draft), middleOf(cars[2], {}));
        QStringList names;
        for (const ImageObject& object : imageObjects(m_bench->scene(), m_bench->selection, draft, {}, camera))
            names.push_back(object.name);
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("Car 1"), QStringLiteral("Car 2"), QStringLiteral("Car 3")}));
    }

    void anotherImageShowsOtherObjects()
    {
        addCar({12.0, -3.0});
        addCar({-12.0, 3.0});
        QCOMPARE(m_view->objects().size(), 1U);
        QCOMPARE(m_view->objects()[0].name, QStringLiteral("Car 1"));
        m_board->step(1);
        QCOMPARE(m_view->objects().size(), 1U);
        QCOMPARE(m_view->objects()[0].name, QStringLiteral("Car 2"));
    }

    void aClickSelectsTheObject()
    {
        const ShapeId near = addCar(m_bench->nearCar);
        const ShapeId far = addCar(m_bench->farCar);
        m_bench->tools.activate(QStringLiteral("select"));
        click(place(test::carAt(m_bench->farCar).center + Eigen::Vector3d(0, 0, 0.5)));
        QVERIFY2(m_bench->selection.shape() == far || m_bench->selection.shape() == near, "one of the two in line");
        click(place(m_bench->pointOn(m_bench->nearCar)));
        QCOMPARE(m_bench->selection.shape(), near);
        click(place({20.0, 9.0, -1.73}));
        QVERIFY2(!m_bench->selection.shape().isValid(), "the bare ground");
    }

    void anObjectWithoutPointsIsSelectedByTheOutlineToolToo()
    {
        // Up in the air, where no point is near its line of sight.
        Shape shape;
        shape.frame = m_bench->selection.frame();
        shape.cuboid = Cuboid::fromYaw({15.0, 3.0, 2.2}, {1.0, 1.0, 1.0}, 0.0);
        const ShapeId balloon = *addShape(m_bench->document, QStringLiteral("Add"), shape, QStringLiteral("Car"));
        m_bench->tools.activate(QStringLiteral("complete"));
        click(place(shape.cuboid.center));
        QCOMPARE(m_bench->selection.shape(), balloon);
        QVERIFY(m_bench->tools.draft().isEmpty());
    }

    void hoveringMarksTheObject()
    {
        const ShapeId near = addCar(m_bench->nearCar);
        test::pointAt(*m_view, {2, 2});
        test::pointAt(*m_view, place(m_bench->pointOn(m_bench->nearCar)));
        QTRY_COMPARE(m_bench->selection.hovered(), near);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_view.get(), &leave);
        QVERIFY(!m_bench->selection.hovered().isValid());
    }

    void aClickOnACarCompletesItsOutline()
    {
        m_bench->tools.activate(QStringLiteral("complete"));
        click(place(m_bench->pointOn(m_bench->nearCar)));
        const Draft& draft = m_bench->tools.draft();
        QVERIFY2(draft.shape, qPrintable(draft.note));
        QCOMPARE(draft.seeds.size(), 1U);
        QVERIFY((draft.shape->cuboid.center - test::carAt(m_bench->nearCar).center).norm() < 1.0);
        QVERIFY(std::any_of(m_view->objects().begin(), m_view->objects().end(),
            [](const ImageObject& object) { return object.isDraft && !object.contour.empty(); }));
        // The keys are the tool's as ever.
        QVERIFY(m_bench->key(Qt::Key_Return));
        QCOMPARE(m_bench->picture(), QStringLiteral("Car 1 in frame 1"));
        QCOMPARE(m_bench->undone(), QString());
    }

    void theWheelZoomsToTheCursor()
    {
        const QPointF cursor(600, 140);
        const QPointF before = m_view->view_picture().inverted().map(cursor);
        wheel(cursor, 4);
        QVERIFY(m_view->view_picture().m11() > 2.0 * 800.0 / 1242.0);
        const QPointF after = m_view->view_picture().inverted().map(cursor);
        QVERIFY((after - before).manhattanLength() < 1.0);
        wheel(cursor, -40);
        QCOMPARE(m_view->view_picture().m11(), 800.0 / 1242.0);
    }

    void aDragMovesThePictureAndIsNoClick()
    {
        m_bench->tools.activate(QStringLiteral("complete"));
        wheel({400, 150}, 6);
        const QPointF start = place(m_bench->pointOn(m_bench->nearCar));
        const QPointF before = m_view->view_picture().inverted().map(QPointF(400, 150));
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(400, 150));
        QTest::mouseMove(m_view.get(), QPoint(420, 160));
        QTest::mouseMove(m_view.get(), QPoint(450, 170));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(450, 170));
        const QPointF after = m_view->view_picture().inverted().map(QPointF(450, 170));
        QVERIFY((after - before).manhattanLength() < 1.5);
        QVERIFY((place(m_bench->pointOn(m_bench->nearCar)) - start - QPointF(50, 20)).manhattanLength() < 2.0);
        QVERIFY(m_bench->tools.draft().isEmpty());
    }

    void aDoubleClickFitsAndLeavesNoSeed()
    {
        m_bench->tools.activate(QStringLiteral("complete"));
        wheel(place(m_bench->pointOn(m_bench->nearCar)), 3);
        const QPoint at = place(m_bench->pointOn(m_bench->nearCar)).toPoint();
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at);
        QVERIFY(!m_bench->tools.draft().isEmpty());
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at);
        QCOMPARE(m_view->view_picture().m11(), 800.0 / 1242.0);
        QVERIFY(m_bench->tools.draft().isEmpty());
    }

    void pointsAreDrawnOnDemand()
    {
        const QPoint at = place(m_bench->pointOn(m_bench->nearCar)).toPoint();
        const QColor plain = m_view->grab().toImage().pixelColor(at);
        m_view->setPointsShown(true);
        // Some twelve metres away: a warm colour, which the picture has not.
        QTRY_VERIFY(m_view->grab().toImage().pixelColor(at).red() > 150);
        m_view->setPointsShown(false);
        QCOMPARE(m_view->grab().toImage().pixelColor(at), plain);
    }

    void pointingShowsTheLineOfSight()
    {
        const Eigen::Vector3d point = m_bench->pointOn(m_bench->nearCar);
        test::pointAt(*m_view, {2, 2});
        test::pointAt(*m_view, place(point));
        QTRY_VERIFY(m_board->sight());
        QVERIFY(m_board->sight()->meant);
        const LoadedFramePtr frame = m_bench->frames.loadedFrame(m_bench->selection.frame());
        QVERIFY((frame->cloud->point(*m_board->sight()->meant) - point).norm() < 0.3);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_view.get(), &leave);
        QVERIFY(!m_board->sight());
    }

    void aMissingPictureIsToldAndNothingIsDrawnOverThat()
    {
        addCar({12.0, -3.0});
        const auto lose = [this] {
            const Frame before = m_bench->scene().frames.at(m_bench->selection.frame());
            Frame after = before;
            after.images[0].path = m_bench->folder.filePath(QStringLiteral("gone.png"));
            return m_bench->document.edit(QStringLiteral("Lose"), {ValueChange<Frame>{before, after}}).has_value();
        };
        QVERIFY(lose());
        QTRY_VERIFY(m_board->image(0));
        QVERIFY(m_board->image(0)->problem.contains(QStringLiteral("gone.png")));
        QCOMPARE(m_view->objects().size(), 1U);
        const QImage told = m_view->grab().toImage();
        QVERIFY2(told != m_view->grab(QRect(0, 0, 1, 1)).toImage().scaled(told.size()), "a sentence is there");
        QVERIFY(m_bench->document.undo());
        QVERIFY(m_bench->document.undo()); // no car
        QVERIFY(lose());
        QVERIFY(m_view->objects().empty());
        QVERIFY2(m_view->grab().toImage() == told, "the car is not drawn on nothing");
    }

    void aFrameWithoutImagesSaysSo()
    {
        const QImage with = m_view->grab().toImage();
        const FrameId here = m_bench->selection.frame();
        const Frame before = m_bench->scene().frames.at(here);
        Frame after = before;
        after.images.clear();
        QVERIFY(m_bench->document.edit(QStringLiteral("Lose"), {ValueChange<Frame>{before, after}}));
        const QImage without = m_view->grab().toImage();
        QVERIFY(with != without);
        QVERIFY(m_view->objects().empty());
        click({400, 150}); // nothing to click on
        QVERIFY(m_bench->tools.draft().isEmpty());
    }
};

QTEST_MAIN(ImageViewTest)
#include "tst_ImageView.moc"
