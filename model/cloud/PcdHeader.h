#pragma once

#include "model/cloud/Columns.h"
#include "model/cloud/FileBytes.h"

#include <vector>

namespace lunkuo
{

/// What the text at the beginning of a PCD file says about the rest.
struct PcdHeader
{
    enum class Data { Ascii, Binary, BinaryCompressed };
    struct Field
    {
        QString name;
        Scalar type = Scalar::Float32;
        std::size_t count = 1;
    };

    std::vector<Field> fields;
    std::size_t points = 0;
    std::size_t stride = 0; ///< bytes of one point
    Data data = Data::Ascii;
    std::size_t dataStart = 0;
    std::size_t dataLine = 0; ///< number of the first line after the header

    /// Lines in any order up to DATA; comments, blank lines and CRLF are fine.
    static Result<PcdHeader> read(const FileBytes& file);
};

} // namespace lunkuo
