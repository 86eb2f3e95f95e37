#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// What a format cannot hold of what is exported, counted.
class NotHeld
{
public:
    /// What the format does hold, so that it is not counted.
    struct Holds
    {
        bool tracks = true;
        bool attributes = true;
        bool tilt = true;
        bool splits = false;
        bool lenses = true; ///< or no cameras at all
    };

    explicit NotHeld(const Holds& holds)
        : m_holds(holds)
    {
    }

    void count(const Shape& shape, const Track& track);
    void countLens(const Camera& camera);
    [[nodiscard]] QStringList sentences(const ExportOptions& options) const;

    int attributes = 0; ///< values; a format that holds only some of them counts the others here itself

private:
    Holds m_holds;
    int m_outlines = 0;
    int m_tilted = 0;
    int m_lenses = 0;
};

/// What every writer leaves out alike, as the format's row says: numbers of objects, poses, and which boxes are
/// interpolated. Sentences with counts.
QStringList commonLosses(const FormatHolds& holds, const Scene& scene);

} // namespace lunkuo
