#include "model/document/Edit.h"

#include <algorithm>

namespace lunkuo
{

Edit Edit::reversed() const
{
    Edit result{text, changes};
    std::reverse(result.changes.begin(), result.changes.end());
    for (Change& change : result.changes)
        std::visit([](auto& value) { std::swap(value.before, value.after); }, change);
    return result;
}

} // namespace lunkuo
