#include "model/cloud/TextNumber.h"

#include <QTest>
#include <charconv>
#include <cmath>
#include <random>

using namespace lunkuo;

namespace
{
/// What is read of `text`, with `behind` after it in memory but beyond the end.
struct Reading
{
    bool ok = false;
    double value = 0.0;
    qsizetype length = 0;
};

Reading readingOf(const QByteArray& text, qsizetype size)
{
    Reading reading;
    const char* place = text.constData();
    reading.ok = readNumber(place, text.constData() + size, reading.value);
    reading.length = place - text.constData();
    return reading;
}
} // namespace

/// Numbers as text files write them, near the end of the text and far from it: two ways of reading, one result.
class tst_TextNumber : public QObject
{
    Q_OBJECT

private slots:
    void theSameNearTheEndAndFarFromIt_data();
    void theSameNearTheEndAndFarFromIt();
    void anyNumberIsExactlyRounded();
};

void tst_TextNumber::theSameNearTheEndAndFarFromIt_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<double>("value"); // nan where it is no number
    QTest::addColumn<qsizetype>("length");
    const auto row = [](const char* word, double value, qsizetype length) {
        QTest::newRow(word) << QByteArray(word) << value << length;
    };
    row("0", 0.0, 1);
    row("-12.3456", -12.3456, 8);
    row("+7.5", 7.5, 4);
    row("1234567", 1234567.0, 7);
    row("12345678", 12345678.0, 8);
    row("1234567.7654321", 1234567.7654321, 15);
    row("1234567.87654321", 1234567.87654321, 16);
    row("499123.25", 499123.25, 9);
    row("5.", 5.0, 2);
    row(".5", 0.5, 2);
    row("1e3", 1000.0, 3);
    row("1.5E-2", 0.015, 6);
    row("0.1234567e2", 12.34567, 11);
    row("12,5", 12.0, 2);
    row("12/5", 12.0, 2);
    row("12:5", 12.0, 2);
    row("1\xe4\xb8\xad", 1.0, 1);
    row("--5", NAN, 0);
    row("-", NAN, 0);
    row("x", NAN, 0);
    row("\xff\xff", NAN, 0);
}

void tst_TextNumber::theSameNearTheEndAndFarFromIt()
{
    QFETCH(const QByteArray, word);
    QFETCH(const double, value);
    QFETCH(const qsizetype, length);
    const QByteArray far = word + " 99999999999999999999999999";
    for (const qsizetype size : {word.size(), word.size() + 1, far.size()}) {
        const Reading reading = readingOf(far, size);
        QCOMPARE(reading.ok, !std::isnan(value));
        QCOMPARE(reading.length, length);
        if (reading.ok)
            QVERIFY2(reading.value == value, qPrintable(QString::number(reading.value, 'g', 17)));
    }
}

void tst_TextNumber::anyNumberIsExactlyRounded()
{
    std::mt19937 random(7); // NOLINT: the same numbers every time
    std::uniform_int_distribution<int> digit('0', '9');
    std::uniform_int_distribution<int> length(0, 10);
    for (int i = 0; i < 20000; ++i) {
        QByteArray word(i % 2 == 0 ? "-" : "");
        word += char(digit(random));
        for (int n = length(random); n > 0; --n)
            word += char(digit(random));
        if (const int decimals = length(random)) {
            word += '.';
            for (int n = decimals; n > 0; --n)
                word += char(digit(random));
        }
        double expected = 0.0;
        std::from_chars(word.constData(), word.constData() + word.size(), expected);
        const Reading reading = readingOf(word + "\n                    ", word.size() + 21);
        QVERIFY(reading.ok);
        QCOMPARE(reading.length, word.size());
        QVERIFY2(reading.value == expected, word.constData());
    }
}

QTEST_APPLESS_MAIN(tst_TextNumber)
#include "tst_TextNumber.moc"
