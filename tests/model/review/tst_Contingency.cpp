#include "model/review/Contingency.h"

#include <QTest>
#include <cmath>

using namespace lunkuo;

class ContingencyTest : public QObject
{
    Q_OBJECT
private slots:
    void kappaIsCohens()
    {
        // Both yes 20, only A yes 5, only B yes 10, both no 15: 0.7 agree, 0.5 by chance.
        Contingency answers;
        answers.add(u"yes"_qs, u"yes"_qs, 20);
        answers.add(u"yes"_qs, u"no"_qs, 5);
        answers.add(u"no"_qs, u"yes"_qs, 10);
        answers.add(u"no"_qs, u"no"_qs, 15);
        QCOMPARE(answers.all(), 50);
        QCOMPARE(answers.count(u"no"_qs, u"yes"_qs), 10);
        QCOMPARE(answers.count(u"no"_qs, u"maybe"_qs), 0);
        QCOMPARE(answers.answers(), (QStringList{u"no"_qs, u"yes"_qs}));
        QVERIFY(std::abs(answers.agreement() - 0.7) < 1e-12);
        QVERIFY(std::abs(answers.kappa().value() - 0.4) < 1e-12);
    }

    void kappaOf_data()
    {
        QTest::addColumn<QString>("pairs");
        QTest::addColumn<double>("kappa");
        QTest::newRow("always alike") << u"aa bb"_qs << 1.0;
        QTest::newRow("never alike") << u"ab ba"_qs << -1.0;
        QTest::newRow("one says the same always") << u"aa ba"_qs << 0.0;
        QTest::newRow("each says one thing, not the same") << u"ab ab"_qs << 0.0;
        QTest::newRow("nothing asked: not defined") << u""_qs << std::nan("");
        QTest::newRow("one and the same answer: not defined") << u"aa aa aa"_qs << std::nan("");
    }
    void kappaOf()
    {
        QFETCH(QString, pairs);
        QFETCH(double, kappa);
        Contingency answers;
        for (const QString& pair : pairs.split(u' ', Qt::SkipEmptyParts))
            answers.add(pair.left(1), pair.mid(1));
        QCOMPARE(answers.kappa().has_value(), !std::isnan(kappa));
        if (answers.kappa())
            QVERIFY(std::abs(*answers.kappa() - kappa) < 1e-12);
        QCOMPARE(std::isnan(answers.agreement()), pairs.isEmpty());
    }
};

QTEST_APPLESS_MAIN(ContingencyTest)
#include "tst_Contingency.moc"
