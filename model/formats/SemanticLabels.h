#pragma once

#include "model/base/Result.h"
#include "model/scene/Taxonomy.h"

#include <QByteArray>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace lunkuo
{

/// A SemanticKITTI label of one point: the class in the low half, the instance in the high one; 0 is none.
struct SemanticLabel
{
    std::uint16_t semantic = 0;
    std::uint16_t instance = 0;

    friend auto operator<=>(const SemanticLabel&, const SemanticLabel&) = default;
};

/// One for each row of a scan, in the scan's order. Error: one sentence.
Result<std::vector<SemanticLabel>> readSemanticLabels(const QString& path);
QByteArray formatSemanticLabels(std::span<const SemanticLabel> labels);

/// The raw ids of semantic-kitti.yaml.
struct SemanticClass
{
    std::uint16_t id = 0;
    QString name;
    quint32 color = 0;        ///< 0xRRGGBB
    int learning = 0;         ///< the training id that the yaml maps it to
    std::uint16_t moving = 0; ///< its id while it moves; 0 where there is none
    QStringList ours{};       ///< what taxonomies call it
};
std::span<const SemanticClass> semanticClasses();

/// What a raw id means: the class that it is of whether it moves or not; null for ids that are none.
struct SemanticMeaning
{
    const SemanticClass* known = nullptr;
    bool isMoving = false;
};
SemanticMeaning meaningOf(std::uint16_t semantic);
/// The class of the taxonomy that it is; its own name where the taxonomy has none.
QString classOfSemantic(const SemanticClass& known, const Taxonomy& taxonomy);

/// The names that the "labels" of a configuration in the form of semantic-kitti.yaml give to ids.
std::map<std::uint16_t, QString> semanticNames(const QByteArray& yaml);

/// The ids that the classes of a project have: SemanticKITTI's where that knows them, else ids of their own.
class SemanticIds
{
public:
    /// For a class of a taxonomy, moving or not.
    std::uint16_t of(const QString& classId, bool isMoving);
    /// Those that SemanticKITTI does not know, by name.
    [[nodiscard]] const std::map<QString, std::uint16_t>& own() const { return m_own; }
    /// A configuration in the form of semantic-kitti.yaml, with the ids given out so far; `splits`: numbers of
    /// sequences for train, valid and test.
    [[nodiscard]] QByteArray yaml(const std::array<std::vector<int>, 3>& splits) const;

private:
    std::map<QString, std::uint16_t> m_own;
};

} // namespace lunkuo
