#pragma once

#include "model/document/Document.h"

namespace lunkuo
{

/// Who says something, and when.
struct Word
{
    QString who;
    qint64 time_ms = 0; ///< since 1970
};

/// What a reviewer says something about: an object in a frame, the frame as a whole (no track), or the place that a
/// verdict was pinned to.
struct ReviewSubject
{
    FrameId frame;
    TrackId track;
    VerdictId pinned; ///< of a place; invalid otherwise

    [[nodiscard]] bool isFrame() const { return !track.isValid() && !pinned.isValid(); }
    friend auto operator<=>(const ReviewSubject&, const ReviewSubject&) = default;
};

/// Why something is rejected.
struct Rejection
{
    RejectReason reason = RejectReason::Other;
    QString text;
    std::optional<Eigen::Vector3d> place; ///< sensor frame, metres: where to look
};

/// What has been said of the subject; null when nothing has.
[[nodiscard]] const Verdict* verdictOn(const Scene& scene, const ReviewSubject& subject);
[[nodiscard]] ReviewSubject subjectOf(const Verdict& verdict);
/// "Car 3", "frame 000012" or "a place in frame 000012"; what was judged is called as it was then.
[[nodiscard]] QString nameOf(const Scene& scene, const ReviewSubject& subject);
/// "Car 3", or "Car 3 and 2 others".
[[nodiscard]] QString nameOf(const Scene& scene, const std::vector<ReviewSubject>& subjects);

/// The subject is right; what was rejected is closed by that. A frame is accepted with all objects in it that nobody
/// has said anything of. Error when the frame has something that is rejected.
Result<void> accept(Document& document, const ReviewSubject& subject, const Word& word);
/// Objects, all by one edit.
Result<void> acceptAll(Document& document, const std::vector<ReviewSubject>& subjects, const Word& word);
/// What it is like now is kept with the verdict. Error when the reason is “other” and there is no text.
Result<void> reject(Document& document, const ReviewSubject& subject, const Rejection& rejection, const Word& word);
/// All by one edit; the place of the rejection is that of the first.
Result<void> rejectAll(
    Document& document, const std::vector<ReviewSubject>& subjects, const Rejection& rejection, const Word& word);
/// Something is missing at the place (sensor frame, metres).
Result<VerdictId> pinMissing(
    Document& document, FrameId frame, const Eigen::Vector3d& place, const QString& text, const Word& word);
/// The annotator has mended what was rejected, or says why not.
Result<void> answer(Document& document, VerdictId verdict, const QString& text, const Word& word);
/// The verdict has never been given.
Result<void> withdraw(Document& document, VerdictId verdict);

} // namespace lunkuo
