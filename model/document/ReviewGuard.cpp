#include "model/document/ReviewGuard.h"

#include <algorithm>
#include <tuple>

namespace lunkuo
{

namespace
{

bool isOfAnnotation(const Change& change)
{
    return std::holds_alternative<ValueChange<Track>>(change) || std::holds_alternative<ValueChange<Shape>>(change) ||
           std::holds_alternative<ValueChange<Frame>>(change) ||
           std::holds_alternative<ValueChange<Calibration>>(change) ||
           std::holds_alternative<ValueChange<FramePrelabels>>(change);
}

} // namespace

ReviewGuard::ReviewGuard(std::unique_ptr<EditLog> log, std::function<bool()> isReviewing)
    : m_log(std::move(log))
    , m_isReviewing(std::move(isReviewing))
{
}

bool ReviewGuard::isShut() const
{
    return m_isReviewing() && !Pass::isThere();
}

Result<void> ReviewGuard::takes(const Edit& edit, Kind kind) const
{
    const bool isOwn = (kind == Kind::Undo && m_done > 0) || (kind == Kind::Redo && m_undone > 0);
    if (isShut() && !isOwn && std::any_of(edit.changes.begin(), edit.changes.end(), isOfAnnotation))
        return failure(sentence());
    return m_log->takes(edit, kind);
}

Result<void> ReviewGuard::append(const Edit& edit, Kind kind)
{
    auto done = m_log->append(edit, kind);
    if (done)
        count(kind);
    return done;
}

void ReviewGuard::count(Kind kind)
{
    if (!m_isReviewing())
        m_done = m_undone = 0;
    else if (kind == Kind::Do)
        std::tie(m_done, m_undone) = std::pair(m_done + 1, 0);
    else if (kind == Kind::Undo)
        std::tie(m_done, m_undone) = std::pair(std::max(0, m_done - 1), m_undone + 1);
    else
        std::tie(m_done, m_undone) = std::pair(m_done + 1, std::max(0, m_undone - 1));
}

bool ReviewGuard::isWritable() const
{
    return m_log->isWritable() && !isShut();
}

QString ReviewGuard::user() const
{
    const auto* signedLog = dynamic_cast<const SignedLog*>(m_log.get());
    return signedLog ? signedLog->user() : QString();
}

QString ReviewGuard::sentence()
{
    return tr("While you review, annotation is not changed by hand. Ctrl+Shift+R goes back to annotating.");
}

bool ReviewGuard::isWritableWithPass(const Document& document)
{
    const Pass pass;
    return document.isWritable();
}

} // namespace lunkuo
