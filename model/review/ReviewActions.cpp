#include "model/review/ReviewActions.h"

#include "model/sequence/VerdictFollowUps.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReviewActions)
};

Result<void> edit(Document& document, const QString& text, std::vector<Change> changes)
{
    return document.edit(text, std::move(changes), EditBy::Person);
}

Verdict verdictAnew(Document& document, const ReviewSubject& subject)
{
    Verdict verdict;
    verdict.id = document.newVerdictId();
    verdict.frame = subject.frame;
    verdict.track = subject.track;
    return verdict;
}

ValueChange<Verdict> acceptance(Document& document, const ReviewSubject& subject, const Word& word)
{
    const Verdict* before = verdictOn(document.scene(), subject);
    Verdict after = before ? *before : verdictAnew(document, subject);
    after.state = VerdictState::Accepted;
    after.reviewer = word.who;
    after.time_ms = word.time_ms;
    return {before ? std::optional(*before) : std::nullopt, after};
}

/// With it all objects of the frame that nobody has said anything of.
Result<std::vector<Change>> frameAcceptance(Document& document, const ReviewSubject& frame, const Word& word)
{
    const Scene& scene = document.scene();
    const auto open = [&](VerdictId id) {
        const Verdict& verdict = scene.verdicts.at(id);
        return verdict.isOpen() && !verdict.isOfFrame();
    };
    const std::vector<VerdictId>& said = scene.verdicts.in(frame.frame);
    if (const auto count = std::count_if(said.begin(), said.end(), open); count > 0)
        return failure(Text::tr("Frame %1 is not accepted: %2 things in it are rejected and not closed yet.")
                           .arg(scene.frames.at(frame.frame).name)
                           .arg(count));
    std::vector<Change> changes{acceptance(document, frame, word)};
    for (const ShapeId id : scene.shapes.ofFrame(frame.frame)) {
        const Shape& shape = scene.shapes.at(id);
        if (!scene.verdicts.of(shape.track, shape.frame))
            changes.push_back(acceptance(document, {shape.frame, shape.track, {}}, word));
    }
    return changes;
}

ValueChange<Verdict> refusal(
    Document& document, const ReviewSubject& subject, const Rejection& rejection, const Word& word)
{
    const Verdict* before = verdictOn(document.scene(), subject);
    Verdict after = before ? *before : verdictAnew(document, subject);
    after.state = VerdictState::Rejected;
    after.reason = rejection.reason;
    after.text = rejection.text.trimmed();
    if (subject.track.isValid())
        after.place = rejection.place;
    after.reviewer = word.who;
    after.time_ms = word.time_ms;
    after.answer.clear();
    after.annotator.clear();
    after.answered_ms = 0;
    if (auto judged = judgedShape(document.scene(), subject.track, subject.frame))
        after.judged = std::move(judged);
    return {before ? std::optional(*before) : std::nullopt, after};
}

bool isThere(const Scene& scene, const ReviewSubject& subject)
{
    if (!scene.frames.contains(subject.frame))
        return false;
    return subject.isFrame() || verdictOn(scene, subject) || scene.shapes.of(subject.track, subject.frame);
}

Result<void> nothingThere()
{
    return failure(Text::tr("There is nothing to say anything of."));
}

} // namespace

const Verdict* verdictOn(const Scene& scene, const ReviewSubject& subject)
{
    if (subject.pinned.isValid()) {
        const auto found = scene.verdicts.find(subject.pinned);
        return found == scene.verdicts.end() ? nullptr : &found->second;
    }
    return subject.isFrame() ? scene.verdicts.of(subject.frame) : scene.verdicts.of(subject.track, subject.frame);
}

ReviewSubject subjectOf(const Verdict& verdict)
{
    return {verdict.frame, verdict.track, verdict.isOfPlace() ? verdict.id : VerdictId()};
}

QString nameOf(const Scene& scene, const ReviewSubject& subject)
{
    const auto frame = scene.frames.find(subject.frame);
    const QString frameName = frame == scene.frames.end() ? QString() : frame->second.name;
    if (subject.pinned.isValid())
        return Text::tr("a place in frame %1").arg(frameName);
    if (!subject.track.isValid())
        return Text::tr("frame %1").arg(frameName);
    if (const auto track = scene.tracks.find(subject.track); track != scene.tracks.end())
        return nameOf(scene, track->second);
    const Verdict* verdict = verdictOn(scene, subject);
    if (!verdict || !verdict->judged)
        return {};
    return QStringLiteral("%1 %2").arg(scene.taxonomy.className(verdict->judged->classId)).arg(verdict->judged->number);
}

QString nameOf(const Scene& scene, const std::vector<ReviewSubject>& subjects)
{
    if (subjects.empty())
        return {};
    const QString first = nameOf(scene, subjects.front());
    if (subjects.size() == 1)
        return first;
    return subjects.size() == 2 ? Text::tr("%1 and %2").arg(first, nameOf(scene, subjects.back()))
                                : Text::tr("%1 and %2 others").arg(first).arg(subjects.size() - 1);
}

Result<void> accept(Document& document, const ReviewSubject& subject, const Word& word)
{
    const Scene& scene = document.scene();
    if (!isThere(scene, subject))
        return nothingThere();
    if (const Verdict* verdict = verdictOn(scene, subject); verdict && !verdict->isOpen())
        return {};
    const QString text = Text::tr("Accept %1").arg(nameOf(scene, subject));
    if (!subject.isFrame())
        return edit(document, text, {acceptance(document, subject, word)});
    auto changes = frameAcceptance(document, subject, word);
    if (!changes)
        return tl::unexpected(changes.error());
    return edit(document, text, std::move(*changes));
}

Result<void> acceptAll(Document& document, const std::vector<ReviewSubject>& subjects, const Word& word)
{
    const Scene& scene = document.scene();
    std::vector<ReviewSubject> open = subjects;
    std::erase_if(open, [&scene](const ReviewSubject& subject) {
        const Verdict* verdict = verdictOn(scene, subject);
        return !isThere(scene, subject) || (verdict && !verdict->isOpen());
    });
    std::vector<Change> changes;
    for (const ReviewSubject& subject : open)
        changes.emplace_back(acceptance(document, subject, word));
    return edit(document, Text::tr("Accept %1").arg(nameOf(scene, open)), std::move(changes));
}

Result<void> reject(Document& document, const ReviewSubject& subject, const Rejection& rejection, const Word& word)
{
    return rejectAll(document, {subject}, rejection, word);
}

Result<void> rejectAll(
    Document& document, const std::vector<ReviewSubject>& subjects, const Rejection& rejection, const Word& word)
{
    const Scene& scene = document.scene();
    if (rejection.reason == RejectReason::Other && rejection.text.trimmed().isEmpty())
        return failure(Text::tr("“Other” needs some words that say what is wrong."));
    std::vector<Change> changes;
    for (const ReviewSubject& subject : subjects) {
        if (!isThere(scene, subject))
            return nothingThere();
        Rejection own = rejection;
        if (subject != subjects.front())
            own.place.reset();
        changes.emplace_back(refusal(document, subject, own, word));
    }
    return edit(document, Text::tr("Reject %1").arg(nameOf(scene, subjects)), std::move(changes));
}

Result<VerdictId> pinMissing(
    Document& document, FrameId frame, const Eigen::Vector3d& place, const QString& text, const Word& word)
{
    if (!document.scene().frames.contains(frame))
        return tl::unexpected(nothingThere().error());
    Verdict verdict = verdictAnew(document, {frame, {}, {}});
    verdict.state = VerdictState::Rejected;
    verdict.reason = RejectReason::MissingObject;
    verdict.text = text.trimmed();
    verdict.place = place;
    verdict.reviewer = word.who;
    verdict.time_ms = word.time_ms;
    if (auto done = edit(document, Text::tr("Mark a missing object"), {ValueChange<Verdict>{{}, verdict}}); !done)
        return tl::unexpected(done.error());
    return verdict.id;
}

Result<void> answer(Document& document, VerdictId id, const QString& text, const Word& word)
{
    const Scene& scene = document.scene();
    const auto found = scene.verdicts.find(id);
    if (found == scene.verdicts.end() || !found->second.isOpen())
        return failure(Text::tr("There is nothing rejected to be answered."));
    Verdict after = found->second;
    after.state = VerdictState::Answered;
    after.answer = text.trimmed();
    after.annotator = word.who;
    after.answered_ms = word.time_ms;
    return edit(document, Text::tr("Answer about %1").arg(nameOf(scene, subjectOf(after))),
        {ValueChange<Verdict>{found->second, after}});
}

Result<void> withdraw(Document& document, VerdictId id)
{
    const Scene& scene = document.scene();
    const auto found = scene.verdicts.find(id);
    if (found == scene.verdicts.end())
        return nothingThere();
    const Verdict before = found->second;
    return edit(document, Text::tr("Withdraw the verdict on %1").arg(nameOf(scene, subjectOf(before))),
        {ValueChange<Verdict>{before, {}}});
}

} // namespace lunkuo
