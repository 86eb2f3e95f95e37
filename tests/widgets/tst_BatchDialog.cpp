#include "widgets/BatchDialog.h"

#include "render/TileView.h"
#include "tests/support/Convoy.h"
#include "tests/support/Pointer.h"
#include "tests/support/Themes.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace lunkuo;
using lunkuo::test::Convoy;
using lunkuo::test::pointAt;

namespace
{

struct Open : Convoy
{
    explicit Open(const QString& row)
        : Convoy(row)
    {
        dialog.setPalette(test::darkPalette());
        dialog.resize(1280, 760);
        dialog.show();
        tiles.setFocus();
    }

    [[nodiscard]] bool isRead()
    {
        return QTest::qWaitFor([this] {
            for (const ShapeId id : dialog.board().shown())
                if (!dialog.board().points().points(dialog.board().shape(id).frame))
                    return false;
            return true;
        });
    }
    [[nodiscard]] QPoint at(qint64 id, const Eigen::Vector3d& object) const
    {
        return tiles.pixelOf({id}, scene().shapes.at({id}).cuboid.toSensor(object)).toPoint();
    }
    /// A place of the tile where there is nothing to take hold of.
    [[nodiscard]] QPoint beside(qint64 id) const { return tiles.tileOf({id}).bottomLeft() + QPoint(6, -6); }
    void drag(const QPoint& from, const QPoint& to)
    {
        pointAt(tiles, from);
        QTest::mousePress(&tiles, Qt::LeftButton, {}, from);
        pointAt(tiles, (from + to) / 2, Qt::LeftButton);
        pointAt(tiles, to, Qt::LeftButton);
        QTest::mouseRelease(&tiles, Qt::LeftButton, {}, to);
    }
    void click(const QPoint& place, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(&tiles, Qt::LeftButton, modifiers, place);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QApplication::setActiveWindow(&dialog); // without a window manager nobody else does
        QTest::keyClick(&tiles, static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] QString chosen()
    {
        QStringList ids;
        for (const ShapeId id : dialog.board().chosen())
            ids << QString::number(id.value);
        return ids.join(u' ');
    }
    [[nodiscard]] QString said(const char* name) const
    {
        return dialog.findChild<QLabel*>(QLatin1String("batch.") + QLatin1String(name))->text();
    }
    QPushButton* button(const char* name)
    {
        return dialog.findChild<QPushButton*>(QLatin1String("batch.") + QLatin1String(name));
    }

    BatchDialog dialog{context(), {1}};
    TileView& tiles = dialog.tiles();
};

/// How many pixels of a tile are as bright as points inside a box are.
int brightIn(TileView& view, const QRect& tile)
{
    const QImage image = view.grab(tile).toImage().convertToFormat(QImage::Format_RGB32);
    int bright = 0;
    for (int y = 22; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            bright += qBlue(image.pixel(x, y)) < qRed(image.pixel(x, y)) - 20 && qRed(image.pixel(x, y)) > 110 ? 1 : 0;
    return bright;
}

} // namespace

/// The batch view as a person uses it: by mouse and keys.
class BatchDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void twentyFramesShowTheirPoints()
    {
        Open open(QString(20, u'K'));
        QCOMPARE(open.dialog.board().shown().size(), std::size_t(20));
        QVERIFY(open.isRead());
        for (const ShapeId id : open.dialog.board().shown()) {
            QVERIFY(open.tiles.rect().contains(open.tiles.tileOf(id)));
            const int bright = brightIn(open.tiles, open.tiles.tileOf(id));
            QVERIFY2(bright > 30, qPrintable(QStringLiteral("tile %1: %2").arg(id.value).arg(bright)));
        }
        QVERIFY(open.said("name").endsWith(u'1'));
    }

    void aBoxIsDraggedInItsTile()
    {
        Open open(QStringLiteral("KiiiK"));
        const QSignalSpy edits(open.document.get(), &Document::changed);
        const QPoint from = open.at(3, {0.3, 0.2, 0.0});
        open.drag(from, from + QPoint(0, -20));
        QCOMPARE(edits.count(), 1);
        QCOMPARE(open.row(), QStringLiteral("KiKiK"));
        const double moved = open.scene().shapes.at({3}).cuboid.center.y() - open.ahead().center.y();
        QVERIFY2(std::abs(moved - 20 * open.tiles.pixel_m()) < 1e-6, qPrintable(QString::number(moved)));
        open.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(open.row(), QStringLiteral("KiiiK"));
    }

    void anEdgeAndTheGrip()
    {
        Open open(QStringLiteral("KK"));
        const QPoint front = open.at(2, {2.2, 0.2, 0.0});
        open.drag(front, front + QPoint(20, 0));
        QVERIFY(std::abs(open.scene().shapes.at({2}).cuboid.size.x() - 4.4 - 20 * open.tiles.pixel_m()) < 1e-6);
        const SideSight sight{ObjectSide::Top, open.scene().shapes.at({1}).cuboid};
        const Eigen::Vector2d place = turnGripOf(sight, sight.base, open.tiles.pixel_m());
        const QPoint grip = open.tiles.pixelOf({1}, sight.inSensor(place)).toPoint();
        open.drag(grip, open.at(1, {0.0, 3.0, 0.0}));
        QVERIFY(std::abs(open.scene().shapes.at({1}).cuboid.yaw() - 1.5708) < 0.1);
    }

    void escapeDropsADragAndThenCloses()
    {
        Open open(QStringLiteral("KK"));
        const QPoint from = open.at(2, {0.3, 0.2, 0.0});
        QTest::mousePress(&open.tiles, Qt::LeftButton, {}, from);
        pointAt(open.tiles, from + QPoint(30, 30), Qt::LeftButton);
        QVERIFY(open.dialog.board().isDragging());
        open.press(Qt::Key_Escape);
        QTest::mouseRelease(&open.tiles, Qt::LeftButton, {}, from + QPoint(30, 30));
        QCOMPARE(open.scene().shapes.at({2}).cuboid, open.ahead());
        QVERIFY(open.dialog.isVisible());
        open.press(Qt::Key_Escape);
        QVERIFY(!open.dialog.isVisible());
    }

    void tilesAreChosen()
    {
        Open open(QStringLiteral("KKKKKK"));
        open.click(open.at(2, {0.3, 0.2, 0.0}));
        QCOMPARE(open.chosen(), QStringLiteral("2"));
        open.click(open.beside(4), Qt::ShiftModifier);
        QCOMPARE(open.chosen(), QStringLiteral("2 3 4"));
        open.click(open.beside(3), Qt::ControlModifier);
        QCOMPARE(open.chosen(), QStringLiteral("2 4"));
        open.drag(open.beside(1), open.beside(2));
        QCOMPARE(open.chosen(), QStringLiteral("1 2"));
        open.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(open.chosen(), QStringLiteral("1 2 3 4 5 6"));
        QVERIFY(open.said("choice").startsWith(QStringLiteral("6 of 6")));
    }

    void keysActOnTheChosen_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("after");
        QTest::newRow("interpolate") << int(Qt::Key_I) << "interpolate"
                                     << "KiiK";
        QTest::newRow("confirm") << int(Qt::Key_C) << "confirm"
                                 << "KKKK";
        QTest::newRow("delete") << int(Qt::Key_Delete) << "delete"
                                << "K..K";
    }

    void keysActOnTheChosen()
    {
        QFETCH(int, key);
        QFETCH(QString, button);
        QFETCH(QString, after);
        for (const bool byKey : {true, false}) {
            Open open(QStringLiteral("KppK"));
            open.click(open.beside(2));
            open.click(open.beside(3), Qt::ShiftModifier);
            if (byKey)
                open.press(key);
            else
                QTest::mouseClick(open.button(button.toLatin1().constData()), Qt::LeftButton);
            QCOMPARE(open.row(), after);
            QCOMPARE(open.document->undoDepth(), 1);
        }
    }

    void flipAndSameSize()
    {
        Open open(QStringLiteral("KKK"));
        open.press(Qt::Key_A, Qt::ControlModifier);
        open.press(Qt::Key_N);
        QVERIFY(std::abs(std::abs(open.scene().shapes.at({3}).cuboid.yaw()) - 3.14159) < 1e-3);
        const QPoint front = open.at(2, {2.2, 0.2, 0.0});
        open.drag(front, front + QPoint(20, 0));
        open.press(Qt::Key_S);
        const double length = open.scene().shapes.at({2}).cuboid.size.x();
        QVERIFY(length > 4.5);
        QCOMPARE(open.scene().shapes.at({1}).cuboid.size.x(), length);
        QCOMPARE(open.document->undoDepth(), 3);
    }

    void fittingIsToldAndIsOneEdit()
    {
        Open open(QStringLiteral("KKK"));
        const QPoint from = open.at(2, {0.3, 0.2, 0.0});
        open.drag(from, from + QPoint(6, -6));
        open.press(Qt::Key_F);
        QTRY_VERIFY2(open.said("said").contains(QStringLiteral("1 of 1")), qPrintable(open.said("said")));
        QCOMPARE(open.document->undoDepth(), 2);
    }

    void whatCannotBeDoneIsSaid()
    {
        Open open(QStringLiteral("KKK"));
        open.press(Qt::Key_A, Qt::ControlModifier);
        open.press(Qt::Key_I);
        QVERIFY2(open.said("said").contains(QStringLiteral("before and after")), qPrintable(open.said("said")));
        QCOMPARE(open.document->undoDepth(), 0);
    }

    void sidesZoomAndPages()
    {
        Open open(QString(50, u'K'));
        QVERIFY(open.dialog.board().pages() > 1);
        open.press(Qt::Key_PageDown);
        QCOMPARE(open.dialog.board().page(), 1);
        open.press(Qt::Key_PageUp);
        QCOMPARE(open.dialog.board().page(), 0);
        open.press(Qt::Key_2);
        QCOMPARE(open.tiles.side(), ObjectSide::Right);
        open.press(Qt::Key_3);
        QCOMPARE(open.tiles.side(), ObjectSide::Rear);
        const double before = open.tiles.pixel_m();
        QWheelEvent wheel(QPointF(50, 50), open.tiles.mapToGlobal(QPointF(50, 50)), {}, {0, 120}, {}, {}, {}, false);
        QApplication::sendEvent(&open.tiles, &wheel);
        QVERIFY(open.tiles.pixel_m() < before);
        auto* every = open.dialog.findChild<QComboBox*>(QStringLiteral("batch.every"));
        every->setCurrentIndex(every->findData(10));
        emit every->activated(every->currentIndex());
        QCOMPARE(open.dialog.board().shown().size(), std::size_t(5));
    }

    void aDoubleClickGoesToTheFrame()
    {
        Open open(QStringLiteral("KKK"));
        QSignalSpy wanted(&open.dialog, &BatchDialog::frameWanted);
        QTest::mouseDClick(&open.tiles, Qt::LeftButton, {}, open.at(3, {0.3, 0.2, 0.0}));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<FrameId>(), FrameId{3});
        QVERIFY(!open.dialog.isVisible());
    }
};

QTEST_MAIN(BatchDialogTest)
#include "tst_BatchDialog.moc"
