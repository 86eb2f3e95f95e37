#include "model/review/FindingCounts.h"

#include <QTest>

using namespace lunkuo;

class FindingCountsTest : public QObject
{
    Q_OBJECT
private slots:
    void eachCheckIsCountedBySeverity()
    {
        const auto finding = [](CheckId check, Severity severity) {
            Finding result;
            result.check = check;
            result.severity = severity;
            return result;
        };
        SortedFindings findings;
        findings.standing = {finding(CheckId::Size, Severity::Error), finding(CheckId::EmptyBox, Severity::Warning),
            finding(CheckId::Size, Severity::Hint), finding(CheckId::Size, Severity::Error)};
        findings.waived = {finding(CheckId::EmptyBox, Severity::Error), finding(CheckId::Jump, Severity::Hint)};
        QVERIFY(countsOf(findings) == (std::vector<FindingCount>{{CheckId::EmptyBox, 0, 1, 0, 1},
                                          {CheckId::Size, 2, 0, 1, 0}, {CheckId::Jump, 0, 0, 0, 1}}));
        QVERIFY(countsOf({}).empty());
    }
};

QTEST_APPLESS_MAIN(FindingCountsTest)
#include "tst_FindingCounts.moc"
