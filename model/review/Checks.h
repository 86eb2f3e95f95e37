#pragma once

#include "model/completion/Suggester.h"
#include "model/review/BoxLook.h"
#include "model/review/Finding.h"

#include <QCoreApplication>

#include <map>
#include <vector>

namespace lunkuo
{

/// What the checks of a scene have in common.
struct CheckFacts
{
    explicit CheckFacts(const Scene& scene);

    struct Course
    {
        std::vector<FrameId> frames; ///< by their places
        bool isOnlyInView = false; ///< only what the cameras see is annotated, as in data that was labelled in pictures
        bool isSparse = false;     ///< most frames have no annotation, as where only some are meant to have any

        friend bool operator==(const Course&, const Course&) = default;
    };

    /// Of a sequence as it is now.
    static Course courseOf(const Scene& scene, SequenceId sequence);

    std::map<SequenceId, Course> sequences;
    std::map<QString, CompletionOptions> sizes; ///< to be expected, by class
    std::vector<SuggestionClass> suggested;
    std::map<CheckKey, CheckSetting> settings; ///< as in the taxonomy

    [[nodiscard]] bool isOn(CheckId check) const;
    [[nodiscard]] double limit(CheckId check, const char* threshold) const;
};

/// A frame between or beyond the shapes of a track, in which it has none.
struct Gap
{
    TrackId track;
    FrameId frame;
    ShapeId before;               ///< the nearest one; invalid: the track begins right after the frame
    ShapeId after;                ///< invalid: it has ended right before
    int frames = 1;               ///< how many lie between the two
    std::vector<ShapeId> known{}; ///< up to two on each side, or four on the one: they say where it should be

    friend bool operator==(const Gap&, const Gap&) = default;
};

/// The gaps of a track: those between two of its shapes, and the frames right before its first and after its last.
std::vector<Gap> gapsOf(const Scene& scene, const CheckFacts& facts, TrackId track);

/// A vehicle that nobody has annotated.
struct Unclaimed
{
    QString classId;
    Cuboid cuboid;
    double confidence = 0.0;
    std::size_t points = 0;
};

/// An annotated object of a frame.
struct Annotated
{
    const Shape* shape = nullptr;
    const Track* track = nullptr;
    const ClassDef* type = nullptr; ///< null for a class that the taxonomy has not
    BoxLook look;                   ///< only with a cloud

    [[nodiscard]] bool isVehicle() const;
    [[nodiscard]] QString name(const Scene& scene) const;
};

/// A frame as its checks see it.
struct CheckedFrame
{
    const Scene& scene;
    const CheckFacts& facts;
    const Frame& frame;
    LoadedFramePtr loaded; ///< null: its cloud is not to be had
    std::vector<Annotated> objects;
    std::vector<Gap> gaps;
    std::vector<Unclaimed> unclaimed;

    /// Whether somebody who annotated the frame would have looked there.
    [[nodiscard]] bool isLookedAt(const Eigen::Vector3d& place) const;
    [[nodiscard]] Finding finding(CheckId check, Severity severity, const Annotated& object) const;
};

/// A track's shape in one frame.
struct PlaceInTrack
{
    const Shape* shape = nullptr;
    const Frame* frame = nullptr;
    double time_s = 0.0;
    Cuboid world; ///< in the sensor frame where poses are missing
};

/// Where an object is at a moment that goes on as it went between two of its places.
Eigen::Vector3d continued(const PlaceInTrack& farther, const PlaceInTrack& nearer, double time_s);

/// A track as its checks see it.
struct CheckedTrack
{
    CheckedTrack(const Scene& scene, const CheckFacts& facts, const Track& track);

    const Scene& scene;
    const CheckFacts& facts;
    const Track& track;
    const ClassDef* type = nullptr;
    bool isPosed = true; ///< in all of its frames
    std::vector<PlaceInTrack> places;
    Eigen::AlignedBox2d extent;      ///< of all of its boxes, over ground
    std::vector<std::size_t> breaks; ///< places that are not where those before or after say

    [[nodiscard]] bool isVehicle() const;
    /// Its place in a frame, by the frame's place in the sequence.
    [[nodiscard]] std::optional<std::size_t> placeAt(int index) const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] Finding finding(CheckId check, Severity severity, std::size_t place) const;
    /// A cuboid of the frame of reference of `places` in the sensor frame of one of them.
    [[nodiscard]] Cuboid inSensorOf(std::size_t place, const Cuboid& world) const;
    /// What puts the box of one of the places there.
    [[nodiscard]] Fix placing(std::size_t place, const Cuboid& world) const;
    [[nodiscard]] Fix flipping(std::size_t place) const;
};

using Findings = std::vector<Finding>;

/// One automatic check. It looks at one frame at a time, or at one track, or at two.
struct Check
{
    CheckId id;
    const char* title; ///< to be translated in the context "Checks"
    void (*inFrame)(const CheckedFrame& view, Findings& findings) = nullptr;
    bool needsCloud = false;
    void (*inTrack)(const CheckedTrack& view, Findings& findings) = nullptr;
    void (*between)(const CheckedTrack& one, const CheckedTrack& other, Findings& findings) = nullptr;
};

/// All checks, in the order of their ids.
std::span<const Check> checks();
/// In the language of the moment.
QString titleOf(CheckId check);

// Null is a class that the taxonomy has not: none of these.
bool isVehicleBody(const ClassDef* type);
bool isPersonBody(const ClassDef* type);
bool isCycleBody(const ClassDef* type);
/// Whether one is a person and the other a cycle, in either order.
bool isRiderWithCycle(const ClassDef* one, const ClassDef* other);
/// A length or speed for a sentence, as exact as somebody would say it.
QString saidNumber(double value);
/// Whether the frame has an annotation where the cuboid is.
bool isClaimed(const Scene& scene, FrameId frame, const Cuboid& cuboid);
/// What an attribute's value is called; the value itself where the taxonomy has no name for it.
QString choiceName(const Taxonomy& taxonomy, const QString& attribute, const QString& value);

void checkEmptyBox(const CheckedFrame& view, Findings& findings);
void checkLooseBox(const CheckedFrame& view, Findings& findings);
void checkCutPoints(const CheckedFrame& view, Findings& findings);
void checkOverlap(const CheckedFrame& view, Findings& findings);
void checkGround(const CheckedFrame& view, Findings& findings);
void checkRange(const CheckedFrame& view, Findings& findings);
void checkOutline(const CheckedFrame& view, Findings& findings);
void checkTruncation(const CheckedFrame& view, Findings& findings);
void checkOcclusion(const CheckedFrame& view, Findings& findings);
void checkUnlabelled(const CheckedFrame& view, Findings& findings);
void checkEmptyFrame(const CheckedFrame& view, Findings& findings);
void checkGaps(const CheckedFrame& view, Findings& findings);
void checkAttributes(const CheckedTrack& view, Findings& findings);
void checkSize(const CheckedTrack& view, Findings& findings);
void checkClass(const CheckedTrack& view, Findings& findings);
void checkSizeChange(const CheckedTrack& view, Findings& findings);
void checkHeading(const CheckedTrack& view, Findings& findings);
void checkJumps(const CheckedTrack& view, Findings& findings);
void checkKeyFrames(const CheckedTrack& view, Findings& findings);
void checkIdentity(const CheckedTrack& one, const CheckedTrack& other, Findings& findings);
void checkDuplicate(const CheckedTrack& one, const CheckedTrack& other, Findings& findings);

} // namespace lunkuo
