#include "model/review/DisagreementGroups.h"

#include <QTest>

using namespace lunkuo;

namespace
{
Disagreement about(DisagreementKind kind, qint64 a, qint64 b, qint64 frame, const QString& attribute = {})
{
    Disagreement result;
    result.kind = kind;
    result.a.track = {a};
    result.b.track = {b};
    result.frame = {frame};
    result.attribute = attribute;
    return result;
}

/// "1 3|2": the frames of the groups.
QString picture(const std::vector<DisagreementGroup>& groups)
{
    QStringList words;
    for (const DisagreementGroup& group : groups) {
        QStringList frames;
        for (const Disagreement& d : group)
            frames << QString::number(d.frame.value);
        words << frames.join(u' ');
    }
    return words.join(u'|');
}
} // namespace

class DisagreementGroupsTest : public QObject
{
    Q_OBJECT
private slots:
    void oneObjectIsOneThingToLookAt()
    {
        using K = DisagreementKind;
        QCOMPARE(picture(groupedByObject({about(K::BoxDiffers, 1, 1, 7), about(K::Missing, 0, 2, 3),
                     about(K::BoxDiffers, 1, 1, 5), about(K::Missing, 0, 2, 4), about(K::BoxDiffers, 1, 1, 6)})),
            QStringLiteral("7 5 6|3 4"));
    }

    void whatIsAnotherThingStandsApart()
    {
        using K = DisagreementKind;
        QCOMPARE(picture(groupedByObject({about(K::BoxDiffers, 1, 1, 1), about(K::HeadingDiffers, 1, 1, 2),
                     about(K::BoxDiffers, 1, 2, 3), about(K::Missing, 0, 1, 4), about(K::Extra, 1, 0, 5),
                     about(K::AttributeDiffers, 1, 1, 6, QStringLiteral("door")),
                     about(K::AttributeDiffers, 1, 1, 7, QStringLiteral("lights"))})),
            QStringLiteral("1|2|3|4|5|6|7"));
    }

    void nothingIsNoGroup() { QVERIFY(groupedByObject({}).empty()); }
};

QTEST_GUILESS_MAIN(DisagreementGroupsTest)
#include "tst_DisagreementGroups.moc"
