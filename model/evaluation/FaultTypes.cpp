#include "model/evaluation/FaultPlanter.h"

namespace lunkuo
{

const std::vector<FaultType>& faultTypes()
{
    using C = CheckId;
    using K = FaultKind;
    static const std::vector<FaultType> types{
        {K::Shifted, "shifted", {C::Jump, C::CutPoints, C::LooseBox, C::EmptyBox, C::Overlap}},
        {K::ShiftedTrack, "shiftedTrack", {C::CutPoints, C::LooseBox, C::EmptyBox, C::Overlap}},
        {K::Grown, "grown", {C::SizeChange, C::LooseBox, C::Size, C::WrongClass}},
        {K::GrownTrack, "grownTrack", {C::LooseBox, C::Size, C::WrongClass, C::Overlap}},
        {K::Shrunk, "shrunk", {C::SizeChange, C::CutPoints, C::Size, C::WrongClass}},
        {K::ShrunkTrack, "shrunkTrack", {C::CutPoints, C::Size, C::WrongClass}},
        {K::Rotated, "rotated", {C::Jump, C::CutPoints, C::LooseBox, C::Heading}},
        {K::RotatedTrack, "rotatedTrack", {C::CutPoints, C::LooseBox, C::Heading, C::Overlap}},
        {K::Crosswise, "crosswise", {C::Size, C::WrongClass, C::CutPoints, C::LooseBox}},
        {K::Flipped, "flipped", {C::Jump, C::Heading}},
        {K::FlippedTrack, "flippedTrack", {C::Heading}},
        {K::Raised, "raised", {C::OffGround}},
        {K::Sunken, "sunken", {C::OffGround}},
        {K::WrongClass, "wrongClass", {C::WrongClass, C::Size}},
        {K::Deleted, "deleted", {C::TrackGap}},
        {K::DeletedTrack, "deletedTrack", {C::Unlabelled}},
        {K::Duplicated, "duplicated", {C::DuplicateTrack, C::Overlap}},
        {K::DuplicateTrack, "duplicateTrack", {C::DuplicateTrack, C::Overlap}},
        {K::SwappedTails, "swappedTails", {C::Identity}},
        {K::SplitTrack, "splitTrack", {C::Identity}},
        {K::SizeJump, "sizeJump", {C::SizeChange}},
        {K::Frozen, "frozen", {C::Jump, C::CutPoints, C::LooseBox, C::EmptyBox}},
        {K::FarAway, "farAway", {C::OutOfRange, C::Jump, C::EmptyBox}},
        {K::Nowhere, "nowhere", {C::EmptyBox}},
        {K::MissingAttribute, "missingAttribute", {C::MissingAttribute}},
        {K::SkippedFrame, "skippedFrame", {C::EmptyFrame}},
        {K::ForeignOutline, "foreignOutline", {C::Outline}},
    };
    return types;
}

} // namespace lunkuo
