#include "model/document/ApplyEdit.h"

#include "model/document/SceneTables.h"

namespace lunkuo
{

void applyEdit(Scene& scene, const Edit& edit)
{
    for (const Change& change : edit.changes)
        std::visit(
            [&scene]<class Value>(const ValueChange<Value>& c) {
                if (c.after)
                    tableOf<Value>(scene).insert_or_assign(c.after->id, *c.after);
                else
                    tableOf<Value>(scene).erase(c.before->id);
            },
            change);
}

} // namespace lunkuo
