#include "model/review/Echoes.h"

#include <QTest>

using namespace lunkuo;

namespace
{

Scene sixFrames()
{
    Scene scene;
    for (qint64 id = 1; id <= 6; ++id) {
        Frame frame;
        frame.id = FrameId{id};
        frame.index = static_cast<int>(id - 1);
        scene.frames.emplace(frame.id, frame);
    }
    return scene;
}

Finding found(CheckId check, qint64 frame, qint64 track)
{
    Finding finding;
    finding.check = check;
    finding.frame = FrameId{frame};
    finding.track = TrackId{track};
    return finding;
}

/// "jump 3 1": the check, the frame and the track of each that is left.
QString left(std::vector<Finding> findings)
{
    dropEchoes(findings, sixFrames());
    QStringList lines;
    for (const Finding& f : findings)
        lines << QStringLiteral("%1 %2 %3")
                     .arg(QLatin1String(nameOf(f.check).name))
                     .arg(f.frame->value)
                     .arg(f.track->value);
    return lines.join(QStringLiteral("; "));
}

} // namespace

class TestEchoes : public QObject
{
    Q_OBJECT

private slots:
    void aJumpNamesItBetterThanTheHeading()
    {
        QCOMPARE(left({found(CheckId::Jump, 2, 1), found(CheckId::Heading, 2, 1), found(CheckId::Heading, 2, 2)}),
            QStringLiteral("jump 2 1; heading 2 2"));
    }

    void whatIsAnErrorStaysOne()
    {
        Finding turned = found(CheckId::Jump, 2, 1);
        turned.aspect = turnAspect.toString();
        Finding backwards = found(CheckId::Heading, 2, 1);
        backwards.severity = Severity::Error;
        Finding moved = found(CheckId::Jump, 2, 1);
        std::vector<Finding> findings{turned, moved, backwards};
        dropEchoes(findings, sixFrames());
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].severity, Severity::Error);
        QCOMPARE(findings[1].severity, Severity::Warning);
    }

    void whatIsSaidOfTheWholeTrackIsNoEcho()
    {
        Finding heading = found(CheckId::Heading, 2, 1);
        heading.isOfTrack = true;
        QCOMPARE(left({found(CheckId::Jump, 2, 1), heading}), QStringLiteral("jump 2 1; heading 2 1"));
    }

    void whereTwoAreExchangedTheyJump()
    {
        Finding exchange = found(CheckId::Identity, 4, 1);
        exchange.other = TrackId{2};
        exchange.fix = Fix{FixKind::SwapTails};
        QCOMPARE(left({exchange, found(CheckId::Jump, 3, 1), found(CheckId::Jump, 4, 2), found(CheckId::Jump, 4, 3),
                     found(CheckId::Jump, 5, 1)}),
            QStringLiteral("identity 4 1; jump 4 3; jump 5 1"));
    }

    void aGapSaysWhatLiesThere()
    {
        Finding unlabelled = found(CheckId::Unlabelled, 2, 1);
        unlabelled.track.reset();
        unlabelled.place = Eigen::Vector3d(10.5, 0.0, 0.0);
        Finding gap = found(CheckId::TrackGap, 2, 1);
        gap.place = Eigen::Vector3d(10.0, 0.0, 0.0);
        for (const bool isFilled : {true, false}) { // where a person said that it is not there, nothing is
            gap.fix.reset();
            if (isFilled)
                gap.fix = Fix{FixKind::Fill, Cuboid{*gap.place, {4, 2, 2}, Eigen::Quaterniond::Identity()}};
            std::vector<Finding> findings{gap, unlabelled};
            dropEchoes(findings, sixFrames());
            QCOMPARE(findings.size(), std::size_t(1));
        }
    }
};

QTEST_APPLESS_MAIN(TestEchoes)
#include "tst_Echoes.moc"
