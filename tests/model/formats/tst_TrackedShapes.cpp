#include "model/formats/EulerAngles.h"
#include "model/formats/JsonFile.h"
#include "model/formats/TrackedShapes.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

class TrackedShapesTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    Scene m_scene;
    const Cuboid m_box = Cuboid::fromYaw({1, 2, 3}, {4, 2, 1}, 0.5);

private slots:
    void initTestCase() { m_scene = tinyScene(m_dir.path()); } // numbers 5 and 8 are taken

    void oneObjectIsOneTrack()
    {
        TrackedShapes shapes(m_scene);
        QVERIFY(shapes.add(u"a"_qs, u"car"_qs, {1}, m_box, 5));
        QVERIFY(shapes.add(u"b"_qs, u"Car"_qs, {1}, m_box, 3));
        QVERIFY(shapes.add(u"a"_qs, u"car"_qs, {2}, m_box, 5));
        QVERIFY(shapes.addAlone(u"Car"_qs, {2}, m_box));
        const ImportedShapes found = shapes.take();
        QCOMPARE(picture(m_scene, found),
            QStringList({u"000007 3 Car 1 2 3 | 4 2 1 | 0.5"_qs, u"000007 9 Car 1 2 3 | 4 2 1 | 0.5"_qs,
                u"000008 10 Car 1 2 3 | 4 2 1 | 0.5"_qs, u"000008 9 Car 1 2 3 | 4 2 1 | 0.5"_qs}));
        QCOMPARE(found.remarks, QStringList());
    }

    void whatNobodyMadeIsInterpolatedBetweenWhatSomebodyDid_data()
    {
        QTest::addColumn<QString>("given"); // K made by a person, i not
        QTest::addColumn<QString>("kept");
        QTest::newRow("between") << u"KiK"_qs << u"KiK"_qs;
        QTest::newRow("beyond") << u"iKi"_qs << u"pKp"_qs;
        QTest::newRow("none made") << u"iii"_qs << u"KKK"_qs;
        QTest::newRow("a gap") << u"K.i"_qs << u"K.p"_qs;
    }
    void whatNobodyMadeIsInterpolatedBetweenWhatSomebodyDid()
    {
        QFETCH(QString, given);
        QFETCH(QString, kept);
        TrackedShapes shapes(m_scene);
        // Files may name frames in any order.
        for (const qsizetype place : {2, 0, 1})
            if (given[place] != u'.')
                if (auto added = shapes.add(u"a"_qs, u"Car"_qs, {place + 1}, m_box); given[place] == u'i')
                    TrackedShapes::setDerived(*added);
        QString row = u"..."_qs;
        for (const Shape& shape : shapes.take().shapes)
            row[qsizetype(shape.frame.value) - 1] = u"Kpi"[int(shape.derivation)];
        QCOMPARE(row, kept);
    }

    void whatIsLeftOutIsCounted()
    {
        TrackedShapes shapes(m_scene);
        QVERIFY(shapes.add(u"a"_qs, u"Car"_qs, {1}, m_box));
        QVERIFY(!shapes.add(u"a"_qs, u"Car"_qs, {1}, m_box));
        QVERIFY(shapes.add(u"a"_qs, u"Tram"_qs, {2}, m_box));
        QVERIFY(!shapes.add(u"c"_qs, u"Car"_qs, {1}, {{0, 0, 0}, {1, -1, 1}, Eigen::Quaterniond::Identity()}));
        QVERIFY(!shapes.add(u"d"_qs, u"Car"_qs, {1}, {{0, 0, 0}, {1, 1, 1}, Eigen::Quaterniond(0, 0, 0, 0)}));
        for (int i = 0; i < 7; ++i)
            shapes.countStranger(QString::number(i), 2);
        for (int i = 0; i < 52; ++i)
            shapes.refuse(u"refused"_qs);
        const ImportedShapes found = shapes.take();
        QCOMPARE(found.tracks.size(), 1U);
        QCOMPARE(found.remarks.count(u"refused"_qs), 50);
        const QString sentences = found.remarks.join(u'\n');
        for (const QString& said : {u"of the same object and frame, left out: 1."_qs, u"is no box, left out: 2."_qs,
                 u"of another class before, which they keep: 1."_qs, u"left out: 14 in 7 frames (0, 1, 2, 3, 4, …)."_qs,
                 u"Further objects that could not be taken: 2."_qs})
            QVERIFY2(sentences.contains(said), qPrintable(said + u" / "_qs + sentences));
    }

    void roundedRotationsAreMadeWhole()
    {
        TrackedShapes shapes(m_scene);
        const auto added =
            shapes.add(u"a"_qs, u"Car"_qs, {1}, {{0, 0, 0}, {1, 1, 1}, Eigen::Quaterniond(1.01, 0, 0, 0)});
        QVERIFY(added);
        QCOMPARE(added->shape.cuboid.rotation.norm(), 1.0);
    }

    void valuesAreMadeWhatTheTaxonomyWants_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("given");
        QTest::addColumn<QJsonValue>("held"); ///< undefined: refused
        const auto row = [](const char* tag, const QString& name, const QJsonValue& given, const QJsonValue& held) {
            QTest::newRow(tag) << name << given << held;
        };
        row("flag", u"braking"_qs, true, true);
        row("flag as text", u"braking"_qs, u"True"_qs, true);
        row("flag as number", u"braking"_qs, 0, false);
        row("no flag", u"braking"_qs, u"maybe"_qs, QJsonValue::Undefined);
        row("number as text", u"doors"_qs, u"4"_qs, 4);
        row("choice as number", u"occlusion"_qs, 2, u"2"_qs);
        row("no choice", u"occlusion"_qs, u"9"_qs, QJsonValue::Undefined);
        row("beyond the limits", u"truncation"_qs, 1.5, QJsonValue::Undefined);
        row("text as number", u"note"_qs, 7, u"7"_qs);
        row("unknown", u"colour"_qs, u"red"_qs, u"red"_qs);
    }
    void valuesAreMadeWhatTheTaxonomyWants()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, given);
        QFETCH(QJsonValue, held);
        TrackedShapes shapes(m_scene);
        auto added = shapes.add(u"a"_qs, u"Car"_qs, {1}, m_box);
        QVERIFY(added);
        shapes.setAttribute(*added, name, given);
        const bool ofTrack = name == u"doors"_qs || name == u"note"_qs;
        const AttributeValues& values = ofTrack ? added->track.attributes : added->shape.attributes;
        QCOMPARE(values.size(), held.isUndefined() ? 0U : 1U);
        if (!held.isUndefined())
            QCOMPARE(values.at(name), held);
        QCOMPARE(shapes.take().remarks.join(u'\n').contains(u"does not accept, left out: 1."_qs), held.isUndefined());
    }

    void jsonIsRefusedByLine()
    {
        writeText(m_dir.filePath(u"a.json"_qs), "{\n\"a\": 1,\n\"b\" 2}");
        const auto read = readJson(m_dir.filePath(u"a.json"_qs));
        QVERIFY(!read);
        QVERIFY2(read.error().sentence.contains(u"at line 3"_qs), qPrintable(read.error().sentence));
        QVERIFY(!readJson(m_dir.filePath(u"nowhere.json"_qs)));
        QCOMPARE(*vectorFrom(QJsonArray({1, 2, 3})), Eigen::Vector3d(1, 2, 3));
        QCOMPARE(*vectorFrom(jsonObject({1, 2, 3})), Eigen::Vector3d(1, 2, 3));
        for (const QJsonValue& none :
            {QJsonValue(), QJsonValue(QJsonArray({1, 2})), QJsonValue(QJsonArray({1, 2, 3, 4})),
                QJsonValue(QJsonArray({1, 2, u"3"_qs})), QJsonValue(QJsonObject({{u"x"_qs, 1}, {u"y"_qs, 2}}))})
            QVERIFY(!vectorFrom(none));
    }

    void anglesTurnInTheirOrder()
    {
        const double quarter = std::numbers::pi / 2;
        // About z first seen from the object: forward goes to the left, then up about x.
        QVERIFY((fromAnglesXyz({quarter, 0, quarter}) * Eigen::Vector3d::UnitX() - Eigen::Vector3d::UnitZ()).norm() <
                1e-12);
        // The turn about x leaves forward where it is, then left about z.
        QVERIFY(
            (fromEuler({quarter, 0, quarter}) * Eigen::Vector3d::UnitX() - Eigen::Vector3d::UnitY()).norm() < 1e-12);
        for (const Eigen::Vector3d& angles : {Eigen::Vector3d(0.1, -0.2, 3.0), Eigen::Vector3d(-2.0, 1.2, -1.0),
                 Eigen::Vector3d(0.3, quarter, 0.4), Eigen::Vector3d(0, -quarter, 0), Eigen::Vector3d(0, 0, 0)}) {
            const Eigen::Quaterniond zyx = fromEuler(angles);
            QVERIFY(fromEuler(anglesZyx(zyx)).angularDistance(zyx) < 1e-6);
            const Eigen::Quaterniond xyz = fromAnglesXyz(angles);
            QVERIFY(fromAnglesXyz(anglesXyz(xyz)).angularDistance(xyz) < 1e-6);
        }
    }

    void whatFindsNoPlaceIsCounted()
    {
        TrackedShapes shapes(m_scene);
        auto added = shapes.add(u"a"_qs, u"Car"_qs, {1}, m_box);
        QVERIFY(added);
        shapes.setFirst(*added, {u"occlusion"_qs, u"occluded"_qs}, {u"2"_qs, 2});
        shapes.setFirst(*added, {u"occlusion"_qs, u"occluded"_qs}, {u"7"_qs, 7});
        shapes.setFirst(*added, {u"rust"_qs}, {u"7"_qs});
        shapes.setFirst(*added, {u"dust"_qs}, {u"unknown"_qs}, true);
        QCOMPARE(added->shape.attributes.at(u"occlusion"_qs).toString(), u"2"_qs);
        QCOMPARE(shapes.take().remarks,
            QStringList({u"Values of “occlusion” that the taxonomy does not accept, left out: 1."_qs,
                u"Values of “rust” for which the taxonomy has no attribute, left out: 1."_qs}));
    }

    void anObjectsValueThatChangesIsCounted()
    {
        TrackedShapes shapes(m_scene);
        for (const auto& [frame, doors] : {std::pair(1, 4), {2, 4}, {3, 5}}) {
            auto added = shapes.add(u"a"_qs, u"Car"_qs, {frame}, m_box);
            QVERIFY(added);
            shapes.setAttribute(*added, u"doors"_qs, doors);
        }
        const ImportedShapes found = shapes.take();
        QCOMPARE(found.tracks[0].attributes.at(u"doors"_qs), QJsonValue(5));
        QCOMPARE(found.remarks.size(), 1);
        QVERIFY(found.remarks[0].contains(u"“doors” that change from frame to frame"_qs));
        QVERIFY(found.remarks[0].endsWith(u"was taken: 1."_qs));
    }

    void numbersAsTextHaveTheFewestDigits()
    {
        TrackedShapes shapes(m_scene);
        auto added = shapes.add(u"a"_qs, u"Car"_qs, {1}, m_box);
        QVERIFY(added);
        shapes.setAttribute(*added, u"note"_qs, 0.1);
        QCOMPARE(added->track.attributes.at(u"note"_qs).toString(), u"0.1"_qs);
    }

    void aDamagedFileLeavesTheOthers()
    {
        const auto read = [this](const QStringList& files, const Progress& progress = {}) {
            TrackedShapes shapes(m_scene);
            return readEach(files, shapes, progress, [&](const QString& path) -> Result<void> {
                if (path.startsWith(u"bad"_qs))
                    return failure(path);
                shapes.addAlone(u"Car"_qs, {1}, m_box);
                return {};
            });
        };
        const auto some = read({u"bad 1"_qs, u"good"_qs, u"bad 2"_qs});
        QVERIFY(some);
        QCOMPARE(some->shapes.size(), 1U);
        QCOMPARE(some->remarks, QStringList({u"bad 1"_qs, u"bad 2"_qs}));
        const auto none = read({u"bad 1"_qs, u"bad 2"_qs});
        QVERIFY(!none);
        QCOMPARE(none.error().sentence, u"bad 1"_qs);
        const Progress cancelled;
        cancelled.cancel();
        QVERIFY(!read({u"good"_qs}, cancelled));
    }
};

QTEST_GUILESS_MAIN(TrackedShapesTest)
#include "tst_TrackedShapes.moc"
