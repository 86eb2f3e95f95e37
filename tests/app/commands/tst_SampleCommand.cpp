#include "model/project/ProjectStore.h"
#include "tests/support/DatasetScenes.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{
struct Answer
{
    int status = -1;
    QString out;
    QString error;
};

Answer answerTo(const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(LUNKUO_BINARY), arguments);
    process.waitForFinished(-1);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

Answer answerTo(const QString& arguments, const QString& folder)
{
    return answerTo(arguments.split(u' '), folder);
}
} // namespace

class SampleCommandTest : public QObject
{
    Q_OBJECT
private slots:
    void aSampleBecomesAProject()
    {
        const QTemporaryDir dir;
        const Answer made = answerTo(u"sample street --frames 2 --beams 16 --seed 3"_qs, dir.path());
        QVERIFY2(made.status == 0, qPrintable(made.error));
        const auto numbers =
            QRegularExpression(u"^“street”: frames 2, points [0-9,]+, objects ([0-9]+), labels ([0-9]+)\n$"_qs)
                .match(made.out);
        QVERIFY2(numbers.hasMatch(), qPrintable(made.out));
        const auto objects = static_cast<std::size_t>(numbers.captured(1).toInt());
        const auto labels = static_cast<std::size_t>(numbers.captured(2).toInt());

        const Answer opened = answerTo(u"new street.lunkuo street"_qs, dir.path());
        QVERIFY2(opened.status == 0, qPrintable(opened.error));
        const Answer imported =
            answerTo(u"import street.lunkuo --format openlabel --annotated add street/truth.json"_qs, dir.path());
        QVERIFY2(imported.status == 0, qPrintable(imported.error));
        const auto store = ProjectStore::open(dir.filePath(u"street.lunkuo"_qs), ProjectStore::Access::ReadOnly);
        QVERIFY(store);
        const auto scene = (*store)->readScene();
        QVERIFY(scene);
        QCOMPARE(scene->frames.size(), std::size_t(2));
        QCOMPARE(scene->shapes.size(), labels + 2 * objects);
    }

    void theSeedDecides()
    {
        const QTemporaryDir dir;
        const auto cloud = [&dir](const QString& name) {
            QFile file(dir.filePath(name + u"/velodyne/000000.bin"_qs));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(answerTo(u"sample a --frames 1 --beams 4 --seed 1"_qs, dir.path()).status, 0);
        QCOMPARE(answerTo(u"sample b --frames 1 --beams 4"_qs, dir.path()).status, 0);
        QCOMPARE(answerTo(u"sample c --frames 1 --beams 4 --seed 2"_qs, dir.path()).status, 0);
        QVERIFY(!cloud(u"a"_qs).isEmpty());
        QVERIFY2(cloud(u"a"_qs) == cloud(u"b"_qs), "1 is the standard");
        QVERIFY(cloud(u"a"_qs) != cloud(u"c"_qs));
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QString& arguments, int status) {
            QTest::newRow(name) << arguments.split(u' ') << status;
        };
        row("no folder", u"sample"_qs, 2);
        QTest::newRow("nameless folder") << QStringList{u"sample"_qs, QString()} << 2;
        row("two folders", u"sample a b"_qs, 2);
        row("unknown option", u"sample a --weather rain"_qs, 2);
        row("no frames", u"sample a --frames 0"_qs, 2);
        row("too many frames", u"sample a --frames 601"_qs, 2);
        row("frames in words", u"sample a --frames ten"_qs, 2);
        row("no beams", u"sample a --beams 0"_qs, 2);
        row("too many beams", u"sample a --beams 129"_qs, 2);
        row("half a beam", u"sample a --beams 0.5"_qs, 2);
        row("negative seed", u"sample a --seed -1"_qs, 2);
        row("folder in a file", u"sample file/a --frames 1"_qs, 1);
        row("a file is there", u"sample file --frames 1"_qs, 1);
    }
    void nonsenseIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const QTemporaryDir dir;
        test::writeText(dir.filePath(u"file"_qs), "no folder");
        const Answer answer = answerTo(arguments, dir.path());
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.error.startsWith(u"lunkuo: "_qs), qPrintable(answer.error));
        QCOMPARE(answer.error.count(u'\n'), 1);
        QCOMPARE(answer.out, QString());
        QCOMPARE(test::tree(dir.path()), QStringList{u"file"_qs});
    }
};

QTEST_GUILESS_MAIN(SampleCommandTest)
#include "tst_SampleCommand.moc"
