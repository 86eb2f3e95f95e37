#include "model/review/Assignment.h"

#include <QTest>
#include <random>
#include <set>

using namespace lunkuo;

namespace
{

/// Rows of a picture: each cell a weight, a dot where the two do not belong together.
std::vector<WeightedPair> pairsOf(const QStringList& rows)
{
    std::vector<WeightedPair> pairs;
    for (qsizetype left = 0; left < rows.size(); ++left) {
        const QStringList cells = rows[left].split(u' ', Qt::SkipEmptyParts);
        for (qsizetype right = 0; right < cells.size(); ++right)
            if (cells[right] != u".")
                pairs.push_back(
                    {static_cast<std::size_t>(left), static_cast<std::size_t>(right), cells[right].toDouble()});
    }
    return pairs;
}

double weightOf(const std::vector<WeightedPair>& pairs, const std::vector<std::size_t>& chosen)
{
    double weight = 0.0;
    for (const std::size_t i : chosen)
        weight += pairs[i].weight;
    return weight;
}

/// By trying everything.
double bestWeight(const std::vector<WeightedPair>& pairs, std::size_t from, std::set<std::size_t>& lefts,
    std::set<std::size_t>& rights)
{
    if (from == pairs.size())
        return 0.0;
    double best = bestWeight(pairs, from + 1, lefts, rights);
    const WeightedPair& pair = pairs[from];
    if (!lefts.contains(pair.left) && !rights.contains(pair.right)) {
        lefts.insert(pair.left);
        rights.insert(pair.right);
        best = std::max(best, pair.weight + bestWeight(pairs, from + 1, lefts, rights));
        lefts.erase(pair.left);
        rights.erase(pair.right);
    }
    return best;
}

} // namespace

class AssignmentTest : public QObject
{
    Q_OBJECT
private slots:
    void chosenPairs_data()
    {
        QTest::addColumn<QStringList>("table");
        QTest::addColumn<QString>("chosen"); // left-right
        QTest::newRow("nothing") << QStringList{} << u""_qs;
        QTest::newRow("one") << QStringList{u"0.4"_qs} << u"0-0"_qs;
        QTest::newRow("the better of two") << QStringList{u"0.4 0.6"_qs} << u"0-1"_qs;
        QTest::newRow("greedy would be worse") << QStringList{u"0.6 0.5"_qs, u"0.5 ."_qs} << u"0-1 1-0"_qs;
        QTest::newRow("greedy is right") << QStringList{u"0.9 0.3"_qs, u"0.3 ."_qs} << u"0-0"_qs;
        QTest::newRow("more rows than columns") << QStringList{u"0.1"_qs, u"0.3"_qs, u"0.2"_qs} << u"1-0"_qs;
        QTest::newRow("two groups") << QStringList{u". . 0.2"_qs, u"0.9 0.8 ."_qs, u"0.7 0.1 ."_qs}
                                    << u"0-2 1-1 2-0"_qs;
    }
    void chosenPairs()
    {
        QFETCH(QStringList, table);
        QFETCH(QString, chosen);
        const std::vector<WeightedPair> pairs = pairsOf(table);
        QStringList found;
        for (const std::size_t i : bestAssignment(pairs))
            found << u"%1-%2"_qs.arg(pairs[i].left).arg(pairs[i].right);
        QCOMPARE(found.join(u' '), chosen);
    }

    void nothingIsBetter()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            std::vector<WeightedPair> pairs;
            const std::size_t lefts = 1 + random() % 4;
            const std::size_t rights = 1 + random() % 4;
            for (std::size_t left = 0; left < lefts; ++left)
                for (std::size_t right = 0; right < rights; ++right)
                    if (random() % 3 != 0)
                        pairs.push_back({left, right, 0.01 * static_cast<double>(1 + random() % 100)});
            const std::vector<std::size_t> chosen = bestAssignment(pairs);
            std::set<std::size_t> takenLefts;
            std::set<std::size_t> takenRights;
            for (const std::size_t i : chosen) {
                QVERIFY(takenLefts.insert(pairs[i].left).second);
                QVERIFY(takenRights.insert(pairs[i].right).second);
            }
            std::set<std::size_t> l;
            std::set<std::size_t> r;
            QVERIFY(std::abs(weightOf(pairs, chosen) - bestWeight(pairs, 0, l, r)) < 1e-9);
        }
    }
};

QTEST_APPLESS_MAIN(AssignmentTest)
#include "tst_Assignment.moc"
