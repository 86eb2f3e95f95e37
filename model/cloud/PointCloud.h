#pragma once

#include "model/base/Result.h"
#include "model/cloud/PointMemory.h"

#include <QString>
#include <cstdint>
#include <Eigen/Core>
#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace lunkuo
{

/// Leaves new elements unset, so that a reader fills each page of memory once instead of twice.
template <class T>
struct UninitializedAllocator : std::allocator<T>
{
    template <class U>
    struct rebind
    {
        using other = UninitializedAllocator<U>;
    };
    T* allocate(std::size_t count)
    {
        if (count > std::size_t(-1) / 2 / sizeof(T))
            throw std::bad_array_new_length();
        return static_cast<T*>(allocatePoints(count * sizeof(T)));
    }
    void deallocate(T* memory, std::size_t count) noexcept { freePoints(memory, count * sizeof(T)); }
    template <class U>
    void construct(U* place) noexcept
    {
        ::new (static_cast<void*>(place)) U;
    }
    template <class U, class... Args>
    void construct(U* place, Args&&... args)
    {
        ::new (static_cast<void*>(place)) U(std::forward<Args>(args)...);
    }
};
template <class T>
using PointArray = std::vector<T, UninitializedAllocator<T>>;

/// One named value per point, besides the position, in the narrowest type that the file had.
struct CloudField
{
    using Values = std::variant<PointArray<float>, PointArray<double>, PointArray<std::uint8_t>,
        PointArray<std::uint16_t>, PointArray<std::uint32_t>, PointArray<std::int32_t>>;

    QString name; ///< intensity, ring, time, rgb (0xRRGGBB as uint32), label, or the file's own name in lower case
    Values values;

    /// The value of one point as a number; rgb as 0xRRGGBB.
    [[nodiscard]] double at(std::size_t index) const
    {
        return std::visit([index](const auto& v) { return static_cast<double>(v[index]); }, values);
    }
    [[nodiscard]] std::size_t size() const
    {
        return std::visit([](const auto& v) { return v.size(); }, values);
    }
};

/// The points of one frame in the sensor frame, immutable once loaded: metres, float against a double offset so that
/// map-sized coordinates lose no millimetre. Rows whose position was not finite are left out.
struct PointCloud
{
    PointArray<float> xyz; ///< x y z of each point in turn, relative to `offset`
    Eigen::Vector3d offset = Eigen::Vector3d::Zero();
    std::vector<CloudField> fields;
    std::size_t dropped = 0;             ///< rows of the file that were not finite
    PointArray<std::uint32_t> sourceRow; ///< row in the file of each point; empty where it is the index

    [[nodiscard]] std::size_t size() const { return xyz.size() / 3; }
    /// Position relative to `offset`.
    [[nodiscard]] Eigen::Vector3f local(std::size_t i) const { return {xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]}; }
    /// Position in the sensor frame, with the offset.
    [[nodiscard]] Eigen::Vector3d point(std::size_t i) const { return offset + local(i).cast<double>(); }
    /// Row in the file that this point came from.
    [[nodiscard]] std::size_t row(std::size_t i) const { return sourceRow.empty() ? i : sourceRow[i]; }
    /// The field of that name, or null.
    [[nodiscard]] const CloudField* field(QStringView name) const
    {
        for (const CloudField& f : fields)
            if (f.name == name)
                return &f;
        return nullptr;
    }
};

using CloudPtr = std::shared_ptr<const PointCloud>;

} // namespace lunkuo
