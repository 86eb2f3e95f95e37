#include "tests/support/CloudFiles.h"
#include "tests/support/Program.h"
#include "tests/support/Workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lunkuo;
using test::Answer;
using test::answerTo;

namespace
{

const Eigen::Vector2d car(12.0, -3.0);
const QString clickOnCar = u"10.5,-2.1,-1.1"_qs;

/// A yard with one car right of the middle, as a KITTI file.
QString yard(const test::FileFolder& folder, const QString& name = u"yard.bin"_qs)
{
    const PointCloud cloud = test::yardWith({car});
    QByteArray bytes;
    for (std::size_t i = 0; i < cloud.size(); ++i)
        bytes += test::bytesOf<float>({cloud.xyz[3 * i], cloud.xyz[3 * i + 1], cloud.xyz[3 * i + 2], 0.5F});
    return folder.write(name, bytes);
}

Eigen::Vector3d vector(const QJsonValue& json)
{
    return {json[0].toDouble(), json[1].toDouble(), json[2].toDouble()};
}

} // namespace

class CompleteCommandTest : public QObject
{
    Q_OBJECT
private slots:
    void clicksAreWrittenInManyWays_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("apart") << u"--click %1 --json"_qs;
        QTest::newRow("joined") << u"--click=%1 --json"_qs;
        QTest::newRow("first negative") << u"--click %1 --not -3,2,-1 --json"_qs;
        QTest::newRow("first negative, joined") << u"--click %1 --not=-3,2,-1 --json"_qs;
        QTest::newRow("two") << u"--click %1 --click 10.2,-2.1,-0.9 --json"_qs;
        QTest::newRow("class and sensor") << u"--click %1 --class car --sensor 0,0,0 --json"_qs;
    }
    void clicksAreWrittenInManyWays()
    {
        QFETCH(QString, arguments);
        const test::FileFolder folder;
        const Answer answer =
            answerTo(QStringList{u"complete"_qs, yard(folder)} + arguments.arg(clickOnCar).split(u' '));
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QCOMPARE(answer.error, QString());
        const QJsonDocument json = answer.json();
        const Eigen::Vector3d center = vector(json[u"cuboid"_qs][u"center"_qs]);
        QVERIFY2((center - test::carAt(car).center).norm() < 0.5, qPrintable(answer.out.left(300)));
        const Eigen::Vector3d size = vector(json[u"cuboid"_qs][u"size"_qs]);
        QVERIFY(size.x() > 3.5 && size.x() < 5.2 && size.y() > 1.4 && size.y() < 2.2);
        QVERIFY(json[u"cuboid"_qs][u"yaw"_qs].isDouble());
        QVERIFY(json[u"points"_qs].toArray().size() > 200);
        QVERIFY(json[u"milliseconds"_qs][u"click"_qs].toDouble() > 0.0);
        QVERIFY(json[u"milliseconds"_qs][u"frame"_qs].toDouble() > 0.0);
        QVERIFY(json[u"confidence"_qs].toDouble() > 0.0);
        QVERIFY(json[u"outline"_qs][u"profile"_qs].toArray().size() >= 4);
        for (const QJsonValue& corner : json[u"outline"_qs][u"footprint"_qs].toArray())
            QVERIFY(std::hypot(corner[0].toDouble() - center.x(), corner[1].toDouble() - center.y()) < 3.0);
    }

    void peopleReadLines()
    {
        const test::FileFolder folder;
        const Answer answer = answerTo({u"complete"_qs, yard(folder), u"--click"_qs, clickOnCar});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        for (const QString& name : {u"Centre:"_qs, u"Size:"_qs, u"Yaw:"_qs, u"Footprint:"_qs, u"Profile:"_qs,
                 u"Confidence:"_qs, u"Milliseconds:"_qs, u"Points:"_qs})
            QVERIFY2(answer.out.contains(name), qPrintable(name));
    }

    void batchesAnswerInOrder()
    {
        const test::FileFolder folder;
        const QString cloud = yard(folder);
        const QString batch = folder.write(
            u"batch.json"_qs, u"[{'cloud':'%1','class':'Car','clicks':[[%2]]},"
                              u"{'cloud':'/nowhere.bin','class':'Car','clicks':[[1,2,3]]},"
                              u"{'cloud':'%1','class':'Dragon','clicks':[[%2]]},"
                              u"{'cloud':'%1','class':'Car','clicks':[]},"
                              u"{'cloud':'%1','class':'Car','clicks':[[1,2]]},"
                              u"{'clicks':[[%2]]},"
                              u"7,"
                              u"{'cloud':'%1','class':'Car','clicks':[[300,300,0]]},"
                              u"{'cloud':'%1','class':'Car','clicks':[[%2]],'not':'here'},"
                              u"{'cloud':'%1','class':'Car','clicks':[[%2]],'sensor':[1]},"
                              u"{'cloud':'%1','class':'Car','clicks':[[%2]],'not':[[-3,2,-1]],'sensor':[0,0,0]}]"_qs
                                  .arg(cloud, clickOnCar)
                                  .replace(u'\'', u'"')
                                  .toUtf8());
        const Answer answer = answerTo({u"complete"_qs, u"--batch"_qs, batch, u"--json"_qs});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.error, QString());
        QString picture;
        for (const QJsonValue& item : answer.json().array())
            picture += item[u"error"_qs].toString().isEmpty() == item[u"cuboid"_qs].isObject()
                           ? (item[u"cuboid"_qs].isObject() ? u"car "_qs : u"error "_qs)
                           : u"neither "_qs;
        QCOMPARE(picture, u"car error error error error error error error error error car "_qs);
        QCOMPARE(answer.json()[0][u"cuboid"_qs], answer.json()[10][u"cuboid"_qs]);
    }

    void pointsAreRowsOfTheFile()
    {
        const test::FileFolder folder;
        const QString cloud = yard(folder);
        QFile file(cloud);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray rows = file.readAll();
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const QString shifted = folder.write(u"shifted.bin"_qs, test::bytesOf<float>({nan, nan, nan, 0.0F}) + rows);
        const auto points = [](const QString& path) {
            return answerTo({u"complete"_qs, path, u"--click"_qs, clickOnCar, u"--json"_qs})
                .json()[u"points"_qs]
                .toArray();
        };
        const QJsonArray plain = points(cloud);
        const QJsonArray later = points(shifted);
        QVERIFY(!plain.isEmpty());
        QCOMPARE(later.size(), plain.size());
        for (qsizetype i = 0; i < plain.size(); ++i)
            QCOMPARE(later[i].toInt(), plain[i].toInt() + 1);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << u"complete"_qs << 2;
        QTest::newRow("no click") << u"complete YARD"_qs << 2;
        QTest::newRow("click without value") << u"complete YARD --click"_qs << 2;
        QTest::newRow("two numbers") << u"complete YARD --click 1,2"_qs << 2;
        QTest::newRow("words") << u"complete YARD --click a,b,c"_qs << 2;
        QTest::newRow("not a number") << u"complete YARD --click nan,0,0"_qs << 2;
        QTest::newRow("unknown option") << u"complete YARD --sideways"_qs << 2;
        QTest::newRow("two clouds") << u"complete YARD YARD --click 1,2,3"_qs << 2;
        QTest::newRow("batch and click") << u"complete --batch YARD --click 1,2,3"_qs << 2;
        QTest::newRow("no cloud there") << u"complete /nowhere.bin --click 1,2,3 --json"_qs << 1;
        QTest::newRow("far from any point") << u"complete YARD --click 300,300,5"_qs << 1;
        QTest::newRow("unknown class") << u"complete YARD --click 10.5,-2.1,-1.1 --class Dragon"_qs << 1;
        QTest::newRow("no batch there") << u"complete --batch /nowhere.json --json"_qs << 1;
        QTest::newRow("a batch of points") << u"complete --batch YARD --json"_qs << 1;
        QTest::newRow("bench nothing") << u"bench click"_qs << 2;
        QTest::newRow("bench nowhere") << u"bench click /nowhere.bin"_qs << 1;
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, arguments);
        QFETCH(int, status);
        const test::FileFolder folder;
        const Answer answer = answerTo(arguments.replace(u"YARD"_qs, yard(folder)).split(u' '));
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.error.startsWith(u"lunkuo: "_qs), qPrintable(answer.error));
        QCOMPARE(answer.error.count(u'\n'), 1);
        QCOMPARE(answer.out, QString());
    }

    void clicksAreMeasured()
    {
        const test::FileFolder folder;
        const Answer answer = answerTo({u"bench"_qs, u"click"_qs, yard(folder)});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        const QJsonDocument json = answer.json();
        QVERIFY(json[u"median_ms"_qs].toDouble() > 0.0);
        QVERIFY(json[u"p95_ms"_qs].toDouble() >= json[u"median_ms"_qs].toDouble());
        QVERIFY(json[u"frame_ms"_qs].toDouble() > 0.0);
        QCOMPARE(json[u"points"_qs].toInt(), static_cast<int>(test::yardWith({car}).size()));
    }
};

QTEST_GUILESS_MAIN(CompleteCommandTest)
#include "tst_CompleteCommand.moc"
