#pragma once

#include "model/scene/Scene.h"

#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace lunkuo
{

/// One thing before and after; nothing before: it is new, nothing after: it is deleted.
template <class Value>
struct ValueChange
{
    std::optional<Value> before;
    std::optional<Value> after;
};

using Change = std::variant<ValueChange<Track>, ValueChange<Shape>, ValueChange<Frame>, ValueChange<Calibration>,
    ValueChange<FramePrelabels>, ValueChange<Verdict>, ValueChange<Waiver>, ValueChange<CheckSetting>>;

/// What one action of a person changes, as a value: undo, redo, saving, the history and review all read it.
struct Edit
{
    QString text; ///< "Complete car": for the Undo menu and the history
    std::vector<Change> changes;

    /// The edit that takes this one back.
    [[nodiscard]] Edit reversed() const;
    [[nodiscard]] bool isEmpty() const { return changes.empty(); }
};

} // namespace lunkuo
