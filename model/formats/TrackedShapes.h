#pragma once

#include "model/formats/ClassNames.h"
#include "model/formats/DatasetFormat.h"
#include "model/scene/TrackNumbers.h"

#include <functional>
#include <optional>
#include <set>

namespace lunkuo
{

/// Gathers what an import finds: one track per object and sequence, one shape per track and frame, and sentences on
/// what could not be taken.
class TrackedShapes
{
public:
    /// Valid until the next one is added.
    struct Added
    {
        Track& track;
        Shape& shape;
    };

    /// `scene` gives the taxonomy, the frames and the numbers that are taken; it must outlive this.
    explicit TrackedShapes(const Scene& scene);

    /// `key` tells the objects of a sequence apart; `number` is what people are to see, where it is free and positive.
    /// Nothing when the object has a shape in this frame already, or the cuboid is none; both are counted.
    std::optional<Added> add(
        const QString& key, const QString& className, FrameId frame, const Cuboid& cuboid, int number = 0);
    /// An object that nothing tells apart from those of other frames.
    std::optional<Added> addAlone(const QString& className, FrameId frame, const Cuboid& cuboid);

    /// Takes a value as the taxonomy wants it: of the right type and where its scope says. One that the taxonomy does
    /// not know stays as it is, at the shape or, `ofTrack`, at the track; one that it refuses is counted. So is one
    /// that differs from what the object had in another frame where it can have only one: the last one stays.
    void setAttribute(Added& added, const QString& name, const QJsonValue& value, bool ofTrack = false);
    /// Sets the first of the attributes that the taxonomy has to the first of the values that it accepts. What finds no
    /// place is counted under the first of the names.
    /// `saysNothing`: it stands for "unknown" and is not missed.
    void setFirst(
        Added& added, const QStringList& names, const std::vector<QJsonValue>& values, bool saysNothing = false);

    /// The source says that no person has put the box there.
    static void setDerived(Added& added) { added.shape.derivation = Derivation::Interpolated; }

    /// What a detector thinks of its find: a finite number, more is surer.
    void setScore(const Added& added, double score) { m_result.scores[added.shape.id] = score; }

    /// Objects of a frame that the project does not have.
    void countStranger(const QString& frame, int objects = 1);
    void addRemark(const QString& sentence) { m_result.remarks.push_back(sentence); }
    /// On how it was read, where nothing is lost.
    void addNote(const QString& sentence) { m_result.notes.push_back(sentence); }
    /// A sentence about a single object; after many of them, they are only counted.
    void refuse(const QString& sentence);
    /// More of them that have no sentence.
    void countRefused(int objects) { m_refused += objects; }

    [[nodiscard]] bool isEmpty() const { return m_result.shapes.empty(); }
    /// What was added, with the remarks that sum up. Call once.
    ImportedShapes take();

private:
    void setOfTrack(Track& track, const QString& name, const QJsonValue& value);
    Track& trackOf(const QString& key, const QString& className, SequenceId sequence, int number);

    const Scene& m_scene;
    ImportedShapes m_result;
    ClassNames m_classes;
    std::map<std::pair<SequenceId, QString>, std::size_t> m_tracks;
    std::map<TrackId, QString> m_classNames; ///< as the source has them
    std::map<SequenceId, TrackNumbers> m_numbers;
    std::set<std::pair<TrackId, FrameId>> m_taken;
    std::map<QString, int> m_strangers; ///< objects by frame
    std::map<QString, int> m_unfit;     ///< values by attribute
    std::map<QString, int> m_homeless;  ///< values by the attribute that the taxonomy lacks
    std::map<QString, int> m_changing;  ///< values by attribute
    int m_alone = 0;
    int m_twice = 0;
    int m_otherClass = 0;
    int m_noCuboid = 0;
    int m_refused = 0;
    int m_named = 0; ///< of those that were refused
};

/// Boxes that no person made are interpolated only between two that somebody knew; others were carried there. Where a
/// track has none that somebody knew, its source says nothing by it, and all count as made.
void settleDerivations(ImportedShapes& imported, const Scene& scene);

/// Reads file after file. One that cannot be read becomes a remark, and the others are taken. Error: it was cancelled,
/// or none could be read, and then what is wrong with the first one.
Result<ImportedShapes> readEach(const QStringList& files, TrackedShapes& shapes, const Progress& progress,
    const std::function<Result<void>(const QString& path)>& read);

} // namespace lunkuo
