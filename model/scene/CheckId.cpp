#include "model/scene/CheckId.h"

#include "model/scene/Taxonomy.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

constexpr std::array table{
    CheckName{CheckId::EmptyBox, "emptyBox", {{{"points", 3.0}, {"hidden", 0.5}, {"rays", 16.0}}}},
    CheckName{CheckId::LooseBox, "looseBox", {{{"gap_m", 0.5}, {"pierced", 0.6}, {"points", 30.0}}}},
    CheckName{CheckId::CutPoints, "cutPoints", {{{"share", 0.1}, {"points", 10.0}, {"beyond_m", 0.2}}}},
    CheckName{CheckId::Overlap, "overlap", {{{"share", 0.15}}}},
    CheckName{CheckId::OffGround, "offGround", {{{"height_m", 0.4}}}},
    CheckName{CheckId::OutOfRange, "outOfRange"},
    CheckName{CheckId::Outline, "outline", {{{"deviation_m", 0.25}}}},
    CheckName{CheckId::MissingAttribute, "missingAttribute"},
    CheckName{CheckId::Truncation, "truncation", {{{"share", 0.4}}}},
    CheckName{CheckId::Occlusion, "occlusion", {{{"hidden", 0.85}, {"points", 50.0}}}},
    CheckName{CheckId::Unlabelled, "unlabelled", {{{"confidence", 0.8}, {"points", 60.0}, {"range_m", 45.0}}}},
    CheckName{CheckId::EmptyFrame, "emptyFrame", {{{"frames", 3.0}}}},
    CheckName{CheckId::TrackGap, "trackGap", {{{"points", 12.0}, {"frames", 10.0}, {"endPoints", 40.0}}}},
    CheckName{CheckId::Size, "size", {{{"margin", 0.1}}}},
    CheckName{CheckId::WrongClass, "wrongClass", {{{"deviation", 5.0}}}},
    CheckName{CheckId::SizeChange, "sizeChange", {{{"share", 0.12}, {"least_m", 0.2}}}},
    CheckName{CheckId::Heading, "heading", {{{"angle_deg", 25.0}, {"speed_mps", 2.0}, {"reversing_mps", 4.0}}}},
    CheckName{CheckId::Jump, "jump", {{{"jump_m", 0.5}, {"acceleration", 10.0}, {"turn_deg", 20.0}}}},
    CheckName{CheckId::Identity, "identity", {{{"gain_m", 2.0}, {"near_m", 1.0}, {"frames", 3.0}}}},
    CheckName{CheckId::DuplicateTrack, "duplicateTrack", {{{"overlap", 0.5}}}},
    CheckName{CheckId::KeyFramesFarApart, "keyFramesFarApart", {{{"error_m", 0.5}, {"frames", 5.0}}}},
};

} // namespace

bool isThreshold(double value)
{
    return value >= 0.0 && value <= largestThreshold; // which no NaN is
}

const Threshold* CheckName::threshold(QStringView wanted) const
{
    const auto found = std::find_if(thresholds.begin(), thresholds.end(),
        [wanted](const Threshold& t) { return t.name && wanted == QLatin1String(t.name); });
    return found == thresholds.end() ? nullptr : &*found;
}

std::span<const CheckName> checkNames()
{
    return table;
}

const CheckName& nameOf(CheckId id)
{
    return table.at(static_cast<std::size_t>(id));
}

CheckKey keyOf(CheckId id)
{
    return {QString(QLatin1String(nameOf(id).name))};
}

const CheckName* checkNamed(QStringView name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const CheckName& c) { return name == QLatin1String(c.name); });
    return found == table.end() ? nullptr : &*found;
}

} // namespace lunkuo
