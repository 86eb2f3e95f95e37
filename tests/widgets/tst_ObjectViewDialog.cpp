#include "widgets/ObjectViewDialog.h"

#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// The near car, as a person put it, in the first frame.
struct Open : Workbench
{
    explicit Open(const Cuboid& cuboid = carAt({12.0, -3.0}))
    {
        Shape shape;
        shape.frame = {1};
        shape.cuboid = cuboid;
        shape.origin = ShapeOrigin::Completed;
        id = addShape(document, QStringLiteral("add"), shape, QStringLiteral("Car")).value();
        const TrackId track = scene().shapes.at(id).track;
        dialog =
            std::make_unique<ObjectViewDialog>(document, trackJob(scene(), frames, track).value(), QColor(Qt::cyan));
        dialog->show();
    }
    QPushButton* button(const char* name) { return dialog->findChild<QPushButton*>(QLatin1String(name)); }
    QString text() { return dialog->findChild<QLabel*>(QStringLiteral("object.text"))->text(); }
    QComboBox* choice() { return dialog->findChild<QComboBox*>(); }

    ShapeId id;
    std::unique_ptr<ObjectViewDialog> dialog;
};

/// How many pixels of the view are about of that colour: the outline lies over the points like glass.
int pixelsOf(ObjectView& view, const QColor& color)
{
    const QImage image = view.grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            const int off = std::abs(at.red() - color.red()) + std::abs(at.green() - color.green()) +
                            std::abs(at.blue() - color.blue());
            count += off < 90 ? 1 : 0;
        }
    return count;
}

} // namespace

class ObjectViewDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsThePointsFromThreeSides()
    {
        Open open;
        QTRY_VERIFY(open.button("object.use")->isEnabled());
        QVERIFY2(open.text().startsWith(QStringLiteral("1 of 1 frames show it")), qPrintable(open.text()));
        const QColor color = ObjectView::colorOf(0, 1, open.dialog->palette());
        for (ObjectView* view : open.dialog->views())
            QVERIFY2(pixelsOf(*view, color) > 50, qPrintable(QString::number(pixelsOf(*view, color))));
    }

    void theSizeAndOutlineAreUsedAsOneEdit()
    {
        Open open;
        QTRY_VERIFY(open.button("object.use")->isEnabled());
        QVERIFY(!open.scene().tracks.begin()->second.size);
        QTest::mouseClick(open.button("object.use"), Qt::LeftButton);
        QVERIFY(!open.dialog->isVisible());
        QVERIFY(open.scene().tracks.begin()->second.size.has_value());
        QVERIFY(!open.scene().shapes.at(open.id).outline.isEmpty());
        QVERIFY(open.document.undo());
        QVERIFY(open.scene().shapes.at(open.id).outline.isEmpty());
    }

    void escapeChangesNothing()
    {
        Open open;
        QTRY_VERIFY(open.button("object.use")->isEnabled());
        QTest::keyClick(open.dialog.get(), Qt::Key_Escape);
        QVERIFY(!open.dialog->isVisible());
        QVERIFY(open.scene().shapes.at(open.id).outline.isEmpty());
    }

    void aFrameCanBeLookedAtAlone()
    {
        Open open;
        QTRY_VERIFY(open.choice()->isEnabled());
        QVERIFY(!open.button("object.goTo")->isEnabled());
        open.choice()->setCurrentIndex(1);
        QVERIFY2(open.text().startsWith(QStringLiteral("Frame 000000")), qPrintable(open.text()));
        FrameId wanted;
        connect(open.dialog.get(), &ObjectViewDialog::frameWanted, this, [&](FrameId frame) { wanted = frame; });
        QTest::mouseClick(open.button("object.goTo"), Qt::LeftButton);
        QCOMPARE(wanted, FrameId{1});
    }

    void saysWhyThereIsNothingToSee()
    {
        Open open(carAt({-40.0, 30.0}));
        QTRY_COMPARE(open.text(), QStringLiteral("In none of its frames are there enough points of the object."));
        QVERIFY(!open.button("object.use")->isEnabled());
    }

    void closingStopsTheWork()
    {
        Open open;
        open.dialog.reset();
        QVERIFY(open.scene().shapes.at(open.id).outline.isEmpty());
    }
};

QTEST_MAIN(ObjectViewDialogTest)
#include "tst_ObjectViewDialog.moc"
