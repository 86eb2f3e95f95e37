#include "tests/support/Program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

/// The whole main job through the real window.
class TourTest : public QObject
{
    Q_OBJECT
private slots:
    void theMainJobWorks()
    {
        if (test::withoutDisplay() == QProcessEnvironment::systemEnvironment())
            QSKIP("there is no display");
        QTemporaryDir folder;
        const test::Answer answer = test::answerTo({QStringLiteral("tour"), folder.filePath(QStringLiteral("out"))});
        QVERIFY2(answer.status == 0, qPrintable(answer.error + answer.out));
        const QDir out(folder.filePath(QStringLiteral("out")));
        const QStringList pictures = out.entryList({QStringLiteral("[0-9][0-9]-*.png")});
        QVERIFY(pictures.size() >= 12);
        for (const QString& name : pictures) {
            const QImage picture(out.filePath(name));
            QVERIFY2(picture.width() >= 500, qPrintable(name));
            QVERIFY2(answer.out.contains(name), qPrintable(name));
        }
        QVERIFY(out.exists(QStringLiteral("kitti/training/label_2/000000.txt")));
        QVERIFY(out.exists(QStringLiteral("street.lunkuo")));
    }

    void aPlaceThatCannotBeWrittenIsOneSentence()
    {
        if (test::withoutDisplay() == QProcessEnvironment::systemEnvironment())
            QSKIP("there is no display");
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const test::Answer answer = test::answerTo({QStringLiteral("tour"), file.fileName() + QStringLiteral("/out")});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.error.contains(file.fileName()), qPrintable(answer.error));
    }
};

QTEST_GUILESS_MAIN(TourTest)
#include "tst_Tour.moc"
