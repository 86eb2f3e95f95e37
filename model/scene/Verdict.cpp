#include "model/scene/Verdict.h"

#include <tuple>

namespace lunkuo
{

bool Verdict::isWellFormed() const
{
    return state >= VerdictState::Accepted && state <= VerdictState::Answered && reason >= RejectReason::WrongClass &&
           reason <= RejectReason::Other && (!place || place->allFinite()) &&
           (!judged || (judged->shape.cuboid.isValid() && judged->shape.frame == frame));
}

bool operator==(const Verdict& a, const Verdict& b)
{
    const auto plain = [](const Verdict& v) {
        return std::tie(v.id, v.frame, v.track, v.state, v.reason, v.text, v.place, v.reviewer, v.time_ms, v.answer,
            v.annotator, v.answered_ms);
    };
    const bool isJudgedSame = a.judged == b.judged || (a.judged && b.judged && *a.judged == *b.judged);
    return plain(a) == plain(b) && isJudgedSame;
}

} // namespace lunkuo
