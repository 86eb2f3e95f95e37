#include "model/tools/SuggestionActions.h"

#include "model/tools/ShapeActions.h"

namespace lunkuo
{

std::vector<SuggestionClass> suggestionClasses(const Scene& scene)
{
    std::vector<SuggestionClass> classes;
    for (const ClassDef& type : scene.taxonomy.classes)
        if (type.body == BodyKind::Car || type.body == BodyKind::Van || type.body == BodyKind::Truck ||
            type.body == BodyKind::Bus)
            classes.push_back({type.id, completionOptions(scene, type.id)});
    return classes;
}

} // namespace lunkuo
