#include "model/review/ReviewActions.h"
#include "model/review/VerdictDifference.h"
#include "tests/support/Scenes.h"
#include "tests/support/TwoCars.h"

#include <QTest>
#include <numbers>

using namespace lunkuo;
using test::twoCars;

namespace
{

/// "length: 4.20 m → 3.70 m".
QStringList told(const std::vector<ValueDifference>& values)
{
    QStringList lines;
    for (const ValueDifference& value : values)
        lines << QStringLiteral("%1: %2 → %3").arg(value.what, value.before, value.after);
    return lines;
}

} // namespace

class VerdictDifferenceTest : public QObject
{
    Q_OBJECT

    /// What is told after the shape of the first car in frame 2 was rejected and then changed.
    static QStringList after(const std::function<void(Shape&, Track&)>& mend)
    {
        Document document(twoCars(), nullptr);
        const Word word{QStringLiteral("李"), 1};
        [&] { QVERIFY(reject(document, {{2}, {1}, {}}, {RejectReason::TooLarge, {}, {}}, word)); }();
        const Shape shape = document.scene().shapes.at({12});
        const Track track = document.scene().tracks.at({1});
        Shape mended = shape;
        Track other = track;
        mend(mended, other);
        [&] {
            QVERIFY(document.edit(
                QStringLiteral("mend"), {ValueChange<Track>{track, other}, ValueChange<Shape>{shape, mended}}));
        }();
        return told(differencesSince(document.scene(), *document.scene().verdicts.of({1}, {2})));
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void eachValueIsToldOnce()
    {
        QCOMPARE(after([](Shape&, Track&) {}), QStringList());
        QCOMPARE(after([](Shape& shape, Track&) { shape.cuboid.size.x() = 3.7; }),
            QStringList{QStringLiteral("length: 4.20 m → 3.70 m")});
        QCOMPARE(after([](Shape& shape, Track&) { shape.cuboid.center.x() += 0.004; }), QStringList());
        QCOMPARE(after([](Shape& shape, Track&) { shape.cuboid.center.x() = 11; }),
            QStringList{QStringLiteral("centre: 10.00, 0.33, -0.90 → 11.00, 0.33, -0.90")});
        QCOMPARE(after([](Shape& shape, Track&) {
            shape.cuboid = shape.cuboid.withYaw(shape.cuboid.yaw() + std::numbers::pi / 2);
        }),
            QStringList{QStringLiteral("heading: 5.7° → 95.7°")});
        QCOMPARE(after([](Shape&, Track& track) { track.number = 8; }), QStringList{QStringLiteral("number: 1 → 8")});
        QVERIFY(after([](Shape& shape, Track&) { shape.outline.edit().footprint[0].x() += 0.3; })
                    .value(0)
                    .startsWith(u"outline"));
    }

    void answersAreToldInWords()
    {
        const QStringList told = after([](Shape& shape, Track& track) {
            shape.attributes.erase(QStringLiteral("note"));
            track.classId = QStringLiteral("Van");
        });
        QCOMPARE(told.size(), 2);
        QVERIFY(told[0].startsWith(u"class: "));
        QVERIFY2(told[1].contains(QStringLiteral("车尾被挡 → no answer")), qPrintable(told[1]));
    }

    void whatIsGoneIsSaidToBe()
    {
        Document document(twoCars(), nullptr);
        QVERIFY(reject(document, {{2}, {1}, {}}, {RejectReason::FalseObject, {}, {}}, {QStringLiteral("李"), 1}));
        QVERIFY(document.edit(QStringLiteral("delete"), {ValueChange<Shape>{document.scene().shapes.at({12}), {}}}));
        QCOMPARE(told(differencesSince(document.scene(), *document.scene().verdicts.of({1}, {2}))),
            QStringList{QStringLiteral("object: there → deleted")});
        QCOMPARE(differencesSince(document.scene(), Verdict()), std::vector<ValueDifference>());
    }
};

QTEST_GUILESS_MAIN(VerdictDifferenceTest)
#include "tst_VerdictDifference.moc"
