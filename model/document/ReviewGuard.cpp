#include "model/document/ReviewGuard.h"

#include <algorithm>

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

Result<void> ReviewGuard::append(const Edit& edit, Kind kind)
{
    const std::vector<Change>& changes = edit.changes;
    if (kind == Kind::Do && isShut() && std::any_of(changes.begin(), changes.end(), isOfAnnotation))
        return failure(sentence());
    return m_log->append(edit, kind);
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
