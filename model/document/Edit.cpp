#include "model/document/Edit.h"

namespace lunkuo
{

Edit Edit::reversed() const
{
    Edit result{text, {}};
    result.changes.reserve(changes.size());
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        std::visit(
            [&result]<class Value>(const ValueChange<Value>& c) {
                result.changes.push_back(ValueChange<Value>{c.after, c.before});
            },
            *change);
    return result;
}

} // namespace lunkuo
