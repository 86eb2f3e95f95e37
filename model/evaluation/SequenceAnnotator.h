#pragma once

#include "model/document/Document.h"
#include "model/evaluation/SequenceEvaluation.h"
#include "model/sequence/Carry.h"

#include <map>

namespace lunkuo
{

/// The scripted annotator at work on one recording: it has a document, sees the truth, and acts on the document only
/// through the functions behind the tools.
class SequenceAnnotator
{
public:
    /// Error: when a cloud cannot be read.
    static Result<std::unique_ptr<SequenceAnnotator>> open(
        const Recording& recording, const SequenceEvaluationOptions& options, const Progress& progress);

    /// Works until the goal is reached or what is allowed is spent.
    Result<std::vector<AnnotatedVehicle>> run();
    [[nodiscard]] int carries() const { return m_carries; }
    [[nodiscard]] int frames() const { return static_cast<int>(m_frames.size()); }

private:
    /// A labelled vehicle in one frame.
    struct Truth
    {
        Cuboid cuboid;
        std::vector<std::uint32_t> inside;
    };
    struct Vehicle
    {
        AnnotatedVehicle report;
        std::map<int, Truth> truth; ///< by index of the frame
        TrackId annotated;          ///< in the document
        int corrections = 0;
    };

    SequenceAnnotator(
        const Recording& recording, const SequenceEvaluationOptions& options, const Progress& progress, Scene scene);

    void findVehicles();
    void click(Vehicle& vehicle);
    Result<void> carryTracks(const std::vector<TrackId>& tracks);
    [[nodiscard]] const Shape* shapeIn(const Vehicle& vehicle, int index) const;
    [[nodiscard]] double iouIn(const Vehicle& vehicle, int index) const;
    [[nodiscard]] bool isMeasured(const Truth& truth) const;
    [[nodiscard]] int badFrames(const Vehicle& vehicle) const;
    [[nodiscard]] std::optional<int> worstFrame(const Vehicle& vehicle) const;
    [[nodiscard]] Vehicle* nextToCorrect();
    [[nodiscard]] double share() const;
    void correct(Vehicle& vehicle, int index);
    /// One action on what is annotated there; false when none helps.
    bool improve(Vehicle& vehicle, int index);
    bool clickAgain(Vehicle& vehicle, int index);
    void amend(Vehicle& vehicle, int index, Shape& shape, const std::vector<Cuboid>& alternatives);
    void measure(Vehicle& vehicle, bool isFirst);

    const Recording& m_recording;
    const SequenceEvaluationOptions& m_options;
    const Progress& m_progress;
    Document m_document;
    SequenceId m_sequence;
    std::vector<FrameId> m_ids;
    std::vector<LoadedFramePtr> m_frames;
    std::vector<Vehicle> m_vehicles;
    int m_carries = 0;
};

} // namespace lunkuo
