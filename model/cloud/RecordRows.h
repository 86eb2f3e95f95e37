#pragma once

#include "model/cloud/CloudFile.h"
#include "model/cloud/Columns.h"
#include "model/cloud/PointCloud.h"

#include <cstring>
#include <functional>
#include <vector>

namespace lunkuo
{

/// The points of a cloud as a file wants them: rows of values side by side, written as little-endian bytes or as lines
/// of text. The cloud must outlive it.
class RecordRows
{
public:
    explicit RecordRows(const PointCloud& cloud)
        : m_cloud(cloud)
    {
    }

    /// Adds x y z: float32, or double where float32 would lose what the cloud's offset keeps.
    void addPositions();
    /// Adds a field under a name without blanks, in its own type.
    void addField(const CloudField& field);
    /// Adds a value that is worked out point by point: `valueAt(index) -> T`.
    template <class T, class ValueAt>
    void add(const QString& name, Scalar type, ValueAt valueAt)
    {
        const std::size_t offset = m_stride;
        m_columns.push_back({name, type, offset, 0});
        m_stride += sizeof(T);
        m_fill.push_back([valueAt, offset](std::size_t first, std::size_t rows, char* block, std::size_t stride) {
            for (std::size_t i = 0; i < rows; ++i) {
                const T value = valueAt(first + i);
                std::memcpy(block + offset + i * stride, &value, sizeof(T));
            }
        });
    }

    /// What was added: name, type and place of each value in the row.
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    [[nodiscard]] std::size_t stride() const { return m_stride; }

    Result<void> write(CloudFile& file) const;
    /// A line per point, blanks between, the fewest digits that give the same number again.
    Result<void> writeText(CloudFile& file) const;

    /// A field's name as a word that every header can hold.
    [[nodiscard]] static QString wordOf(const QString& name);
    [[nodiscard]] static Scalar typeOf(const CloudField& field);

private:
    using Fill = std::function<void(std::size_t first, std::size_t rows, char* block, std::size_t stride)>;

    /// Calls `take(block, rows)` for the rows one block after the other.
    Result<void> eachBlock(
        const std::function<Result<void>(std::span<const char> block, std::size_t rows)>& take) const;

    const PointCloud& m_cloud;
    std::vector<Column> m_columns;
    std::vector<Fill> m_fill;
    std::size_t m_stride = 0;
};

/// The sentence that says which fields a format cannot hold; nothing for none.
QStringList fieldsNotHeld(const QStringList& names, const QString& format);

} // namespace lunkuo
