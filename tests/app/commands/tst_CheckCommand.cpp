#include "model/project/ProjectStore.h"
#include "tests/support/AnnotatedDrive.h"
#include "tests/support/Program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace lunkuo;
using test::Answer;

namespace
{

Answer answerTo(const QStringList& arguments)
{
    return test::answerTo(QStringList{u"check"_qs} + arguments, test::withoutDisplay());
}

/// A project in which car 1 floats in the first frame; somebody may have waived that.
class FloatingCar
{
public:
    explicit FloatingCar(bool isWaived = false)
    {
        test::AnnotatedDrive drive;
        drive.writeClouds(m_folder);
        drive.change(0, 0, [](Shape& s) { s.cuboid.center.z() += 0.7; });
        if (isWaived) {
            const Finding finding = drive.check().front();
            drive.scene.waivers[WaiverId{1}] = {WaiverId{1}, finding.key(), u"on a lorry"_qs, u"Li"_qs, 0};
        }
        const auto store = ProjectStore::create(path(), drive.scene);
        QVERIFY2(store, store ? "" : qPrintable(store.error().sentence));
    }
    [[nodiscard]] QString path() const { return m_folder.path(u"drive.lunkuo"_qs); }

private:
    test::FileFolder m_folder;
};

} // namespace

class CheckCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreForPeople()
    {
        const FloatingCar project;
        const Answer answer = answerTo({project.path()});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QVERIFY2(answer.out.startsWith(u"000000  Floating or sunken  Car 1 floats 0."_qs), qPrintable(answer.out));
        QVERIFY2(answer.out.endsWith(u"1 findings about 24 objects in 6 frames.\n"_qs), qPrintable(answer.out));
    }

    void jsonIsForPrograms()
    {
        const FloatingCar project;
        const Answer answer = answerTo({project.path(), u"--json"_qs});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        const QJsonArray findings = answer.json()[u"findings"].toArray();
        QCOMPARE(findings.size(), 1);
        const QJsonObject finding = findings.at(0).toObject();
        QCOMPARE(finding[u"check"].toString(), u"offGround"_qs);
        QCOMPARE(finding[u"severity"].toString(), u"warning"_qs);
        QCOMPARE(finding[u"frame"].toString(), u"000000"_qs);
        QCOMPARE(finding[u"track"].toInt(), 1);
        QCOMPARE(finding[u"place"].toArray().size(), 3);
        QCOMPARE(finding[u"fix"].toString(), u"ground"_qs);
        QVERIFY(finding[u"message"].toString().startsWith(u"Car 1 floats"_qs));
        QVERIFY(answer.json()[u"waived"].toArray().isEmpty());
        QVERIFY(answer.json()[u"remarks"].toArray().isEmpty());
    }

    void waivedFindingsComeApart()
    {
        const FloatingCar project(true);
        const Answer answer = answerTo({project.path(), u"--json"_qs});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QVERIFY(answer.json()[u"findings"].toArray().isEmpty());
        const QJsonObject waived = answer.json()[u"waived"].toArray().at(0).toObject();
        QCOMPARE(waived[u"reason"].toString(), u"on a lorry"_qs);
        QCOMPARE(waived[u"who"].toString(), u"Li"_qs);
        QVERIFY(answerTo({project.path()}).out.endsWith(u"1 more were waived.\n"_qs));
    }

    void checksWhileTheProjectIsOpen()
    {
        const FloatingCar project;
        const auto writer = ProjectStore::open(project.path());
        QVERIFY(writer);
        QCOMPARE(answerTo({project.path()}).status, 0);
    }

    void nonsenseIsRefused()
    {
        QCOMPARE(answerTo({}).status, 2);
        QCOMPARE(answerTo({u"a.lunkuo"_qs, u"b.lunkuo"_qs}).status, 2);
        QCOMPARE(answerTo({u"a.lunkuo"_qs, u"--sideways"_qs}).status, 2);
        const Answer missing = answerTo({u"/nowhere/a.lunkuo"_qs});
        QCOMPARE(missing.status, 1);
        QVERIFY2(missing.error.contains(u"a.lunkuo"_qs), qPrintable(missing.error));
    }
};

QTEST_GUILESS_MAIN(CheckCommandTest)
#include "tst_CheckCommand.moc"
