#include "render/PointDrawing.h"

#include <algorithm>
#include <array>

namespace lunkuo
{

bool isSoftwareRenderer(const QString& name)
{
    constexpr std::array known{"llvmpipe", "softpipe", "swiftshader", "swr", "software", "basic render", "gdi generic"};
    return std::any_of(known.begin(), known.end(),
        [&name](const char* word) { return name.contains(QLatin1String(word), Qt::CaseInsensitive); });
}

} // namespace lunkuo
