#include "model/document/ReviewGuard.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

namespace
{

/// What reached the log: "do", "undo" or "redo".
class WordLog : public SignedLog
{
public:
    explicit WordLog(QStringList& words)
        : m_words(words)
    {
    }
    Result<void> append(const Edit&, Kind kind) override
    {
        m_words << (kind == Kind::Do     ? QStringLiteral("do")
                    : kind == Kind::Undo ? QStringLiteral("undo")
                                         : QStringLiteral("redo"));
        return {};
    }
    QString user() const override { return QStringLiteral("Li"); }

private:
    QStringList& m_words;
};

Frame frame()
{
    Frame result;
    result.id = {1};
    result.sequence = {1};
    return result;
}

Scene oneFrame()
{
    Scene scene;
    scene.sequences[{1}] = {{1}, QStringLiteral("street"), {}};
    scene.frames[{1}] = frame();
    return scene;
}

Change done()
{
    Frame after = frame();
    after.state = FrameState::Done;
    return ValueChange<Frame>{frame(), after};
}

Change accepted()
{
    Verdict verdict;
    verdict.id = {1};
    verdict.frame = {1};
    return ValueChange<Verdict>{{}, verdict};
}

Change waived()
{
    return ValueChange<Waiver>{
        {}, Waiver{{1}, QStringLiteral("jump:1:1"), QStringLiteral("it is so"), QStringLiteral("Li"), 1}};
}

} // namespace

class ReviewGuardTest : public QObject
{
    Q_OBJECT

    QStringList m_written;
    bool m_isReviewing = false;
    std::unique_ptr<Document> m_document;

    Result<void> edit(Change change) { return m_document->edit(QStringLiteral("edit"), {std::move(change)}); }

    /// "undo" and "redo", as far as there is something and it may be.
    QString steps()
    {
        QStringList may;
        if (m_document->canUndo() && m_document->mayUndo())
            may << QStringLiteral("undo");
        if (m_document->canRedo() && m_document->mayRedo())
            may << QStringLiteral("redo");
        return may.join(u' ');
    }

private slots:
    void init()
    {
        m_written.clear();
        m_isReviewing = false;
        m_document = std::make_unique<Document>(oneFrame(),
            std::make_unique<ReviewGuard>(std::make_unique<WordLog>(m_written), [this] { return m_isReviewing; }));
    }

    void whoAnnotatesMayChangeEverything()
    {
        QVERIFY(m_document->isWritable());
        QVERIFY(edit(done()));
        QVERIFY(edit(accepted()));
        QCOMPARE(m_written.join(u' '), QStringLiteral("do do"));
    }

    void whoReviewsChangesNoAnnotation()
    {
        m_isReviewing = true;
        const QSignalSpy failed(m_document.get(), &Document::editFailed);
        const QSignalSpy told(m_document.get(), &Document::editRefused);
        QVERIFY(!m_document->isWritable());
        const auto refused = edit(done());
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence, ReviewGuard::sentence());
        QCOMPARE(told.count(), 1);
        QVERIFY2(failed.isEmpty(), "nothing has gone wrong");
        QCOMPARE(m_document->scene().frames.at({1}).state, FrameState::Untouched);
        QCOMPARE(m_written, QStringList());
    }

    void wordsOfReviewersAreTheirOwn()
    {
        m_isReviewing = true;
        QVERIFY(edit(accepted()));
        QVERIFY(edit(waived()));
        QCOMPARE(m_written.join(u' '), QStringLiteral("do do"));
    }

    void whatAnnotatorsDidIsNotUndone()
    {
        QVERIFY(edit(done()));
        m_isReviewing = true;
        const auto refused = m_document->undo();
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence, ReviewGuard::sentence());
        QCOMPARE(m_document->scene().frames.at({1}).state, FrameState::Done);
        QVERIFY(edit(accepted()));
        QVERIFY(m_document->undo());
        QVERIFY(!m_document->undo());
        QCOMPARE(m_written.join(u' '), QStringLiteral("do do undo"));
        m_isReviewing = false;
        QVERIFY(m_document->undo());
    }

    void whatAnnotatorsUndidIsNotRedone()
    {
        QVERIFY(edit(done()));
        QVERIFY(m_document->undo());
        m_isReviewing = true;
        QVERIFY(!m_document->redo());
        QCOMPARE(m_document->scene().frames.at({1}).state, FrameState::Untouched);
    }

    void whatMayBeUndoneAndRedoneIsKnownBefore()
    {
        QVERIFY(m_document->mayUndo() && m_document->mayRedo());
        QVERIFY(edit(done()));
        QVERIFY(edit(waived()));
        QVERIFY(m_document->undo());
        QCOMPARE(steps(), QStringLiteral("undo redo"));
        m_isReviewing = true;
        QCOMPARE(steps(), QStringLiteral("redo")); // a waiver is no annotation
        QCOMPARE(m_document->mayUndo().error().sentence, ReviewGuard::sentence());
        QVERIFY(edit(accepted()));
        QCOMPARE(steps(), QStringLiteral("undo"));
        QVERIFY(m_document->undo());
        QCOMPARE(steps(), QStringLiteral("redo"));
        m_isReviewing = false;
        QCOMPARE(steps(), QStringLiteral("undo redo"));
        QVERIFY(m_document->undo());
        m_isReviewing = true;
        QCOMPARE(steps(), QString());
        QCOMPARE(m_document->mayRedo().error().sentence, ReviewGuard::sentence());
        QCOMPARE(m_written.join(u' '), QStringLiteral("do do undo do undo undo"));
    }

    void whatReviewersChangedExpresslyIsUndoneAndRedone()
    {
        m_isReviewing = true;
        {
            const ReviewGuard::Pass pass;
            QVERIFY(edit(done()));
        }
        QVERIFY(m_document->undo());
        QCOMPARE(m_document->scene().frames.at({1}).state, FrameState::Untouched);
        QVERIFY(m_document->redo());
        QCOMPARE(m_document->scene().frames.at({1}).state, FrameState::Done);
        QVERIFY(m_document->undo());
        QVERIFY(m_document->redo());
        QCOMPARE(m_written.join(u' '), QStringLiteral("do undo redo undo redo"));
    }

    void whatIsDoneExpresslyPasses()
    {
        m_isReviewing = true;
        {
            const ReviewGuard::Pass pass;
            QVERIFY(m_document->isWritable());
            QVERIFY(edit(done()));
        }
        QVERIFY(!m_document->isWritable());
        QVERIFY(ReviewGuard::isWritableWithPass(*m_document));
    }
};

QTEST_GUILESS_MAIN(ReviewGuardTest)
#include "tst_ReviewGuard.moc"
