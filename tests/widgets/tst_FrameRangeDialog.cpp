#include "widgets/FrameRangeDialog.h"

#include "tests/support/Scenes.h"
#include "widgets/NumberBox.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace lunkuo;
using Purpose = FrameRangeDialog::Purpose;

namespace
{

/// Eight frames after two of another sequence; Car 1 is in the third to the sixth of them.
Scene streetScene()
{
    Scene scene = test::sceneOf(8, QStringLiteral("/data"));
    scene.sequences[{2}] = {{2}, QStringLiteral("later"), {}};
    scene.tracks[{1}] = test::carTrack({1}, 1);
    for (qint64 frame = 3; frame <= 6; ++frame)
        scene.shapes.insert(test::carShape({frame}, {1}, {frame}, 10));
    AttributeDef speed;
    speed.id = QStringLiteral("speed");
    speed.name = {QStringLiteral("Speed"), QStringLiteral("速度")};
    speed.type = AttributeDef::Type::Number;
    speed.minimum = 0.0;
    speed.maximum = 50.0;
    AttributeDef remark = speed;
    remark.id = QStringLiteral("remark");
    remark.name = {QStringLiteral("Remark"), QStringLiteral("备注")};
    remark.type = AttributeDef::Type::Text;
    scene.taxonomy.attributes.push_back(speed);
    scene.taxonomy.attributes.push_back(remark);
    return scene;
}

struct Open
{
    explicit Open(Purpose purpose, FrameId current = {4})
        : dialog(scene, {1}, current, purpose)
    {
        dialog.show();
    }
    template <class Widget>
    Widget* part(const char* name)
    {
        return dialog.findChild<Widget*>(QStringLiteral("range.") + QLatin1String(name));
    }
    QPushButton* ok() { return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok); }
    QString said() { return part<QLabel>("what")->text(); }
    void type(const char* name, const QString& number)
    {
        part<QSpinBox>(name)->selectAll();
        QTest::keyClicks(part<QSpinBox>(name), number);
    }
    void choose(const char* name, const QString& text)
    {
        auto* box = part<QComboBox>(name);
        box->setFocus();
        // As by its letters: what is not offered cannot be chosen.
        box->setCurrentIndex(box->findText(text));
        QVERIFY2(box->currentText() == text, qPrintable(text));
    }

    Scene scene = streetScene();
    FrameRangeDialog dialog;
};

} // namespace

class FrameRangeDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void offersFromHereToTheEndOfTheObject_data()
    {
        QTest::addColumn<qint64>("current");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<QString>("said");
        QTest::newRow("within it") << qint64(4) << qint64(4) << "Car 1 has a shape in 3 of these 3 frames.";
        QTest::newRow("before it") << qint64(2) << qint64(2) << "Car 1 has a shape in 4 of these 5 frames.";
        QTest::newRow("behind it") << qint64(8) << qint64(3) << "Car 1 has a shape in 4 of these 4 frames.";
    }
    void offersFromHereToTheEndOfTheObject()
    {
        QFETCH(qint64, current);
        QFETCH(qint64, first);
        Open open(Purpose::Delete, {current});
        QCOMPARE(open.dialog.range(), (FrameRange{{first}, {6}}));
        QTEST(open.said(), "said");
    }

    void whatIsTypedIsTheRange()
    {
        Open open(Purpose::Delete);
        open.type("from", QStringLiteral("6"));
        open.type("to", QStringLiteral("5"));
        QCOMPARE(open.dialog.range(), (FrameRange{{5}, {6}}));
        QVERIFY(open.ok()->isEnabled());
        open.type("to", QStringLiteral("8"));
        open.type("from", QStringLiteral("7"));
        QCOMPARE(open.said(), QStringLiteral("Car 1 has a shape in 0 of these 2 frames."));
        QVERIFY2(!open.ok()->isEnabled(), "there is nothing to delete");
        const QSignalSpy accepted(&open.dialog, &QDialog::accepted);
        open.type("from", QStringLiteral("1"));
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(open.dialog.range(), (FrameRange{{1}, {8}}));
        QVERIFY(open.dialog.classId().isEmpty() && open.dialog.attributeId().isEmpty());
    }

    void framesAreCountedThroughAllSequences()
    {
        Scene scene = streetScene();
        for (auto& [id, frame] : scene.frames)
            frame.sequence = {2};
        scene.tracks[{1}].sequence = {2};
        Frame early = scene.frames[{1}];
        early.id = {99};
        early.sequence = {1};
        scene.frames[early.id] = early;
        const FrameRangeDialog dialog(scene, {1}, {4}, Purpose::Delete);
        QCOMPARE(dialog.findChild<QSpinBox*>(QStringLiteral("range.from"))->value(), 5);
        QCOMPARE(dialog.range(), (FrameRange{{4}, {6}}));
    }

    void anotherClassIsNeeded()
    {
        Open open(Purpose::Class);
        QCOMPARE(open.dialog.classId(), QStringLiteral("Car"));
        QVERIFY2(!open.ok()->isEnabled(), "that it has already");
        open.choose("class", QStringLiteral("Truck"));
        QVERIFY(open.ok()->isEnabled());
        QCOMPARE(open.dialog.classId(), QStringLiteral("Truck"));
    }

    void anAttributeOfFramesIsAnswered()
    {
        Open open(Purpose::Attribute);
        QCOMPARE(open.part<QComboBox>("attribute")->findText(QStringLiteral("Body type")), -1);
        open.choose("attribute", QStringLiteral("Occlusion"));
        open.choose("choice", QStringLiteral("2 largely"));
        QCOMPARE(open.dialog.attributeId(), QStringLiteral("occlusion"));
        QCOMPARE(open.dialog.value(), QJsonValue(QStringLiteral("2")));
        open.choose("choice", QStringLiteral("no answer"));
        QVERIFY(open.dialog.value().isNull());
        open.choose("attribute", QStringLiteral("Doors open"));
        open.choose("choice", QStringLiteral("yes"));
        QCOMPARE(open.dialog.value(), QJsonValue(true));
        open.choose("attribute", QStringLiteral("Speed"));
        auto* number = open.part<NumberBox>("number");
        QVERIFY(number->isVisible());
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("13.5"));
        QCOMPARE(open.dialog.value(), QJsonValue(13.5));
        open.choose("attribute", QStringLiteral("Remark"));
        QVERIFY(open.dialog.value().isNull());
        QTest::keyClicks(open.part<QLineEdit>("text"), QStringLiteral("door"));
        QCOMPARE(open.dialog.value(), QJsonValue(QStringLiteral("door")));
    }

    void aClassMayHaveNoAttributeOfFrames()
    {
        Scene scene = streetScene();
        QVERIFY(FrameRangeDialog::hasAttributes(scene, {1}));
        QVERIFY(!FrameRangeDialog::hasAttributes(scene, {9}));
        scene.taxonomy.attributes.clear();
        QVERIFY(!FrameRangeDialog::hasAttributes(scene, {1}));
    }
};

QTEST_MAIN(FrameRangeDialogTest)
#include "tst_FrameRangeDialog.moc"
