#pragma once

#include "model/scene/Verdict.h"

#include <QCoreApplication>
#include <array>

namespace lunkuo
{

/// How people are told of verdicts, in the language of the interface.
class VerdictNames
{
    Q_DECLARE_TR_FUNCTIONS(VerdictNames)
public:
    /// All reasons, in the order in which people choose from them.
    static constexpr std::array reasons{RejectReason::WrongClass, RejectReason::TooLarge, RejectReason::TooSmall,
        RejectReason::WrongHeading, RejectReason::WrongOutline, RejectReason::WrongAttribute,
        RejectReason::TrackSwitched, RejectReason::FalseObject, RejectReason::MissingObject, RejectReason::Other};

    static QString of(VerdictState state);
    /// What they are called whose name nobody knows.
    static QString person(const QString& name);
    static QString of(RejectReason reason);
    /// "box too large: nobody sits there": reason and text.
    static QString why(const Verdict& verdict);
};

} // namespace lunkuo
