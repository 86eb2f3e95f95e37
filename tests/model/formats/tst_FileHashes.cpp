#include "model/formats/FileHashes.h"
#include "tests/support/DatasetScenes.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{
QByteArray sumOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}
} // namespace

class FileHashesTest : public QObject
{
    Q_OBJECT
private slots:
    void sumsComeInOrder()
    {
        const QTemporaryDir dir;
        FileHashes hashes;
        std::vector<QByteArray> expected;
        for (int i = 0; i < 200; ++i) {
            const QByteArray bytes(i * 1000, static_cast<char>(i));
            expected.push_back(sumOf(bytes));
            if (i % 3 == 0) {
                hashes.add(bytes);
                continue;
            }
            const QString path = dir.filePath(QString::number(i));
            test::writeText(path, bytes);
            hashes.addFile(path);
        }
        const auto sums = hashes.take({}, {});
        QVERIFY(sums);
        QVERIFY(*sums == expected);
    }

    void nothingIsNothing() { QVERIFY(FileHashes().take({}, {})->empty()); }

    void largeFilesAreReadInBlocks()
    {
        const QTemporaryDir dir;
        const QByteArray bytes(5'000'000, 'x');
        test::writeText(dir.filePath(u"large"_qs), bytes);
        FileHashes hashes;
        hashes.addFile(dir.filePath(u"large"_qs));
        QCOMPARE(hashes.take({}, {})->front(), sumOf(bytes));
    }

    void missingFileIsNamed()
    {
        FileHashes hashes;
        hashes.addFile(u"/nowhere/at/all"_qs);
        hashes.add("fine");
        const auto sums = hashes.take({}, {});
        QVERIFY(!sums);
        QVERIFY(sums.error().sentence.startsWith(u"“/nowhere/at/all” cannot be read: "_qs));
    }

    void stopsWhenItIsCancelledOrDropped()
    {
        const Progress stopped;
        stopped.cancel();
        // Whether or not the sums are through.
        for (const int count : {0, 1, 20}) {
            FileHashes hashes;
            for (int i = 0; i < count; ++i)
                hashes.add(QByteArray(300'000, 'x'));
            const auto sums = hashes.take(stopped, u"Stopped."_qs);
            QVERIFY(!sums);
            QCOMPARE(sums.error().sentence, u"Stopped."_qs);
        }
    }
};

QTEST_APPLESS_MAIN(FileHashesTest)
#include "tst_FileHashes.moc"
