#pragma once

#include "model/cloud/Columns.h"
#include "model/cloud/PointCloud.h"

#include <array>
#include <atomic>

namespace lunkuo
{

/// Turns the columns of a file, whatever their order and types, into a cloud: names the fields, converts the values,
/// and leaves out rows without a finite position. The place where every reader ends.
class CloudBuilder
{
public:
    enum class Stored { AsTyped, SwappedBytes, AsDoubles }; ///< AsDoubles: text, parsed; `type` says what it stood for

    /// Fails when x, y and z are not all there, or there are too many rows to be numbered. `path` is for that sentence.
    static Result<CloudBuilder> make(const QString& path, std::vector<Column> columns, Stored stored);

    /// Says how many rows there will be and makes room for them.
    [[nodiscard]] Result<void> reserve(std::size_t rows);
    /// Whether positions may need an offset; then pickOffset() is due before the first take().
    [[nodiscard]] bool wantsOffset() const;
    /// Chooses the offset from `rows` rows of the block, every `step`-th, that should come from all over the file.
    void pickOffset(const char* block, std::size_t rows, std::size_t step = 1);
    /// Converts `rows` rows that lie in `block` as the columns say, from row `from` of the block on, which is row
    /// `first` of the file. Callable from several threads for different rows.
    void take(const char* block, std::size_t from, std::size_t first, std::size_t rows);
    /// The cloud; the builder is spent.
    [[nodiscard]] PointCloud finish();

private:
    struct Target ///< one field of the cloud and the column that it comes from
    {
        Column column;
        CloudField field;
        bool packedColour = false; ///< the bits of the number are 0xRRGGBB
    };

    CloudBuilder() = default;
    void addField(const Column& column);
    void takePositions(const char* block, std::size_t from, std::size_t first, std::size_t rows);
    void takeField(Target& target, const char* block, std::size_t from, std::size_t first, std::size_t rows) const;
    [[nodiscard]] double number(const Column& column, const char* block, std::size_t row) const;
    void dropUnfinished(PointCloud& cloud) const;

    QString m_path;
    std::array<Column, 3> m_position;
    std::vector<Target> m_targets;
    Stored m_stored = Stored::AsTyped;
    PointArray<float> m_xyz;
    Eigen::Vector3d m_offset = Eigen::Vector3d::Zero();
    bool m_packedFloats = false; ///< x y z float32 side by side: positions are copied, not converted
    std::unique_ptr<std::atomic<bool>> m_unfinished = std::make_unique<std::atomic<bool>>(false);
};

} // namespace lunkuo
