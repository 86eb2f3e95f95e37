#include "model/cloud/Columns.h"

#include <array>

namespace lunkuo
{

namespace
{
struct Alias
{
    QLatin1String inFile;
    QLatin1String ours;
    bool onlyInteger = false; ///< a fraction under this name is something else
};

constexpr std::array aliases{
    Alias{QLatin1String("i"), QLatin1String("intensity")},
    Alias{QLatin1String("intensities"), QLatin1String("intensity")},
    Alias{QLatin1String("reflectance"), QLatin1String("intensity")},
    Alias{QLatin1String("reflectivity"), QLatin1String("intensity")},
    Alias{QLatin1String("remission"), QLatin1String("intensity")},
    Alias{QLatin1String("laser_id"), QLatin1String("ring")}, Alias{QLatin1String("laserid"), QLatin1String("ring")},
    Alias{QLatin1String("line"), QLatin1String("ring")}, Alias{QLatin1String("t"), QLatin1String("time")},
    Alias{QLatin1String("timestamp"), QLatin1String("time")}, Alias{QLatin1String("gps_time"), QLatin1String("time")},
    Alias{QLatin1String("gpstime"), QLatin1String("time")}, Alias{QLatin1String("offset_time"), QLatin1String("time")},
    Alias{QLatin1String("rgba"), QLatin1String("rgb")}, Alias{QLatin1String("class"), QLatin1String("label"), true},
    Alias{QLatin1String("semantic"), QLatin1String("label"), true},
    Alias{QLatin1String("classification"), QLatin1String("label")}, // CloudCompare's is a fraction by type
};
} // namespace

std::size_t sizeOf(Scalar type)
{
    static constexpr std::array<std::size_t, 10> sizes{1, 1, 2, 2, 4, 4, 8, 8, 4, 8};
    return sizes[static_cast<std::size_t>(type)];
}

bool isInteger(Scalar type)
{
    return type < Scalar::Float32;
}

QString fieldName(const QString& nameInFile, Scalar type)
{
    const QString lower = nameInFile.toLower();
    // CloudCompare writes every scalar field with this prefix.
    const QLatin1String prefix("scalar_");
    const QString plain = lower.startsWith(prefix) ? lower.mid(prefix.size()) : lower;
    for (const Alias& alias : aliases) {
        if (plain == alias.ours)
            return plain;
        if (plain == alias.inFile && (!alias.onlyInteger || isInteger(type)))
            return alias.ours;
    }
    return lower;
}

} // namespace lunkuo
