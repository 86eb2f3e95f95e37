#pragma once

#include "model/scene/Scene.h"

namespace lunkuo
{

enum class DisagreementKind {
    Missing,         ///< only B has the object
    Extra,           ///< only A has it
    Apart,           ///< both have one there, but the boxes overlap too little to be the same
    BoxDiffers,      ///< the same object, the boxes overlap badly
    HeadingReversed, ///< front and rear are exchanged
    HeadingDiffers,
    ClassDiffers,
    AttributeDiffers,
    IdentitySwitch ///< the object of B goes on as another object of A
};
inline constexpr int disagreementKinds = 9;

/// The identifier that programs are given: "missing", "box_differs".
QString idOf(DisagreementKind kind);
/// What people call it, in the language of the moment.
QString nameOf(DisagreementKind kind);

/// One object of one of two annotations; without a shape there is none.
struct ComparedObject
{
    ShapeId shape;
    TrackId track;
    QString classId;
    int number = 0;
    Cuboid cuboid; ///< sensor frame
};

/// One thing in which two annotations of a frame are not alike.
struct Disagreement
{
    DisagreementKind kind = DisagreementKind::Missing;
    double badness = 0.0; ///< 0..1, for the order
    FrameId frame;        ///< of A
    QString frameName;    ///< "sequence/frame"
    ComparedObject a;
    ComparedObject b;
    double measure = 0.0; ///< the BEV IoU, or the heading's error in degrees
    QString attribute{};  ///< its id
    QString valueA{};
    QString valueB{};
    ComparedObject before{}; ///< of an identity switch: the object of A that it was

    /// A, or B where A has none.
    [[nodiscard]] const ComparedObject& object() const { return a.shape.isValid() ? a : b; }
};

/// One sentence in the language of the moment, with the names of classes and attributes from the taxonomy.
QString sentenceOf(const Disagreement& disagreement, const Taxonomy& taxonomy);
/// "Car 3"
QString nameOf(const ComparedObject& object, const Taxonomy& taxonomy);

} // namespace lunkuo
