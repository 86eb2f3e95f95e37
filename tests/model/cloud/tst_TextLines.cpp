#include "model/cloud/TextLines.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

/// Whatever the block's size, the lines are those of the file and none is torn.
class tst_TextLines : public QObject
{
    Q_OBJECT

private slots:
    void blocksAreWholeLines_data();
    void blocksAreWholeLines();
    void theNextLineIsFoundFromAnywhere();
    void aFileThatShrinksIsASentence();

private:
    [[nodiscard]] QString written(const QByteArray& text) const
    {
        QFile file(m_dir.filePath(QStringLiteral("lines.txt")));
        return file.open(QFile::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }
    QTemporaryDir m_dir;
};

void tst_TextLines::blocksAreWholeLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("lines") << QByteArray("one\ntwo\nthree\n");
    QTest::newRow("no last newline") << QByteArray("one\ntwo\nthree");
    QTest::newRow("blank lines") << QByteArray("\n\n\none\n\n");
    QTest::newRow("a line longer than any block") << QByteArray("a\n") + QByteArray(100, 'x') + "\nb\n";
    QTest::newRow("one line") << QByteArray(50, 'y');
}

void tst_TextLines::blocksAreWholeLines()
{
    QFETCH(const QByteArray, text);
    const auto file = FileBytes::open(written(text));
    QVERIFY(file);
    for (std::size_t block = 1; block < 20; ++block) {
        TextLines lines(*file, 0, file->size(), block);
        QByteArray all;
        for (auto next = lines.next(); !next || !next->empty(); next = lines.next()) {
            QVERIFY(next);
            all.append(next->data(), qsizetype(next->size()));
            QVERIFY(all.endsWith('\n') || all.size() == text.size());
        }
        QCOMPARE(all, text);
    }
}

void tst_TextLines::theNextLineIsFoundFromAnywhere()
{
    const QByteArray text = QByteArray("ab\n\n") + QByteArray(9000, 'x') + "\nend";
    const auto file = FileBytes::open(written(text));
    QVERIFY(file);
    QCOMPARE(nextLine(*file, 0, file->size()).value(), 3U);
    QCOMPARE(nextLine(*file, 2, file->size()).value(), 3U);
    QCOMPARE(nextLine(*file, 3, file->size()).value(), 4U);
    QCOMPARE(nextLine(*file, 5, file->size()).value(), 9005U);
    QCOMPARE(nextLine(*file, 9006, file->size()).value(), file->size());
    QCOMPARE(nextLine(*file, 0, 2).value(), 2U);
}

void tst_TextLines::aFileThatShrinksIsASentence()
{
    const QString path = written(QByteArray(1000, 'x') + '\n');
    const auto file = FileBytes::open(path);
    QVERIFY(file);
    QVERIFY(QFile::resize(path, 10));
    const auto next = TextLines(*file, 0, file->size()).next();
    QVERIFY(!next);
    QVERIFY(next.error().sentence.contains(path));
}

QTEST_APPLESS_MAIN(tst_TextLines)
#include "tst_TextLines.moc"
