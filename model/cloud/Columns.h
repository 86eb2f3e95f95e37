#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>

namespace lunkuo
{

/// How one number lies in a file.
enum class Scalar : std::uint8_t { Int8, UInt8, Int16, UInt16, Int32, UInt32, Int64, UInt64, Float32, Float64 };

[[nodiscard]] std::size_t sizeOf(Scalar type);
[[nodiscard]] bool isInteger(Scalar type);

/// Where the values of one name lie in a block of bytes: that of row i begins at `offset + i * stride`.
struct Column
{
    QString name; ///< as the file writes it
    Scalar type = Scalar::Float32;
    std::size_t offset = 0;
    std::size_t stride = 0;
    double scale = 1.0; ///< what is meant (metres of a position) is the number in the file times this
    double shift = 0.0; ///< and plus this
    unsigned firstBit = 0;
    unsigned bits = 0; ///< of a byte that holds several values: how many bits this one has; 0 for whole numbers
};

/// Our name for a file's field: intensity, ring, time, rgb, label for what surely is one, else the name in lower case.
[[nodiscard]] QString fieldName(const QString& nameInFile, Scalar type);

} // namespace lunkuo
