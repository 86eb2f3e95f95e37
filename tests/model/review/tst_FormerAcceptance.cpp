#include "model/review/FormerAcceptance.h"
#include "model/review/ReviewActions.h"
#include "model/review/VerdictDifference.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/ProjectFolder.h"
#include "tests/support/TwoCars.h"

#include <QTest>

using namespace lunkuo;

/// What had been accepted before it was changed, as the history of a project file tells it.
class FormerAcceptanceTest : public QObject
{
    Q_OBJECT

    test::ProjectFolder m_folder;
    std::unique_ptr<ProjectStore> m_store;
    std::unique_ptr<Document> m_document;

    const Scene& scene() const { return m_document->scene(); }

    void moveTo(ShapeId id, double x)
    {
        const Shape before = scene().shapes.at(id);
        Shape after = before;
        after.cuboid.center.x() = x;
        QVERIFY(m_document->edit(QStringLiteral("move"), {ValueChange<Shape>{before, after}}));
    }
    void accept(qint64 track, qint64 frame)
    {
        QVERIFY(lunkuo::accept(*m_document, ReviewSubject{{frame}, {track}, {}}, {QStringLiteral("李"), 1'000}));
    }
    std::optional<FormerAcceptance> former(qint64 track, qint64 frame) const
    {
        return formerAcceptance(*m_store, scene(), {track}, {frame});
    }
    /// "centre x: 1 m → 2 m", or "-" for what nobody had accepted.
    QString told(qint64 track, qint64 frame) const
    {
        const auto was = former(track, frame);
        if (!was)
            return QStringLiteral("-");
        QStringList words;
        for (const auto& value : differences(scene().taxonomy, was->accepted, *presentShape(scene(), {track}, {frame})))
            words << QStringLiteral("%1 → %2").arg(value.before, value.after);
        return QStringLiteral("%1: %2").arg(was->verdict.reviewer, words.join(u", "));
    }

private slots:
    void init()
    {
        m_store = ProjectStore::create(m_folder.newPath(), test::twoCars()).value();
        m_document = test::documentOf(*m_store);
    }
    void cleanup()
    {
        m_document.reset();
        m_store.reset();
    }

    void whatWasAcceptedAndChangedSaysWhoAndWhatItWas()
    {
        moveTo({12}, 1.0);
        accept(1, 2);
        QVERIFY2(!former(1, 2) || verdictOn(scene(), {{2}, {1}, {}}), "it is accepted still");
        moveTo({13}, 7.0);
        moveTo({12}, 2.0);
        moveTo({12}, 3.0);
        QVERIFY(!verdictOn(scene(), {{2}, {1}, {}}));
        const auto was = former(1, 2);
        QVERIFY(was);
        QCOMPARE(was->verdict.reviewer, QStringLiteral("李"));
        QCOMPARE(was->verdict.time_ms, 1'000);
        QCOMPARE(was->accepted.shape.cuboid.center.x(), 1.0);
        QCOMPARE(told(1, 3), QStringLiteral("-"));
        QCOMPARE(told(2, 2), QStringLiteral("-"));
    }

    void anotherClassOpensAllFramesOfTheTrack()
    {
        accept(1, 2);
        accept(1, 3);
        const Track before = scene().tracks.at({1});
        Track after = before;
        after.attributes[QStringLiteral("colour")] = QStringLiteral("red");
        QVERIFY(m_document->edit(QStringLiteral("paint"), {ValueChange<Track>{before, after}}));
        for (const qint64 frame : {2, 3}) {
            const auto was = former(1, frame);
            QVERIFY(was);
            QCOMPARE(was->accepted.attributes, before.attributes);
        }
    }

    void whatWasTakenBackWasNotChanged()
    {
        accept(1, 2);
        QVERIFY(withdraw(*m_document, verdictOn(scene(), {{2}, {1}, {}})->id));
        QVERIFY(!former(1, 2));
        accept(1, 2);
        QVERIFY(m_document->undo());
        QVERIFY(!former(1, 2));
    }

    void whatWasMadeAnewWasNeverAccepted()
    {
        accept(1, 2);
        const Shape gone = scene().shapes.at({12});
        QVERIFY(deleteShapes(*m_document, ShapeId{12}));
        QVERIFY(m_document->edit(QStringLiteral("again"), {ValueChange<Shape>{{}, gone}}));
        QVERIFY(!former(1, 2));
        QVERIFY2(!former(7, 2), "there is no such object");
    }
};

QTEST_GUILESS_MAIN(FormerAcceptanceTest)
#include "tst_FormerAcceptance.moc"
