#include "model/review/VerdictNames.h"

namespace lunkuo
{

QString VerdictNames::of(VerdictState state)
{
    switch (state) {
    case VerdictState::Accepted:
        return tr("accepted");
    case VerdictState::Rejected:
        return tr("rejected");
    case VerdictState::Answered:
        break;
    }
    return tr("answered");
}

QString VerdictNames::person(const QString& name)
{
    return name.isEmpty() ? tr("somebody") : name;
}

QString VerdictNames::of(RejectReason reason)
{
    switch (reason) {
    case RejectReason::WrongClass:
        return tr("wrong class");
    case RejectReason::TooLarge:
        return tr("box too large");
    case RejectReason::TooSmall:
        return tr("box too small");
    case RejectReason::WrongHeading:
        return tr("wrong heading");
    case RejectReason::MissingObject:
        return tr("missing object");
    case RejectReason::FalseObject:
        return tr("no such object");
    case RejectReason::WrongAttribute:
        return tr("wrong attribute");
    case RejectReason::TrackSwitched:
        return tr("track switched");
    case RejectReason::WrongOutline:
        return tr("wrong outline");
    case RejectReason::Other:
        break;
    }
    return tr("other");
}

QString VerdictNames::why(const Verdict& verdict)
{
    if (verdict.text.isEmpty())
        return of(verdict.reason);
    return tr("%1: %2").arg(of(verdict.reason), verdict.text);
}

} // namespace lunkuo
