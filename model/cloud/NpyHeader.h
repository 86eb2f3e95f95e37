#pragma once

#include "model/cloud/Columns.h"
#include "model/cloud/FileBytes.h"

#include <vector>

namespace lunkuo
{

/// What the beginning of a NumPy file says about its array.
struct NpyHeader
{
    struct Member ///< a value of every element; one without a name where the elements are plain numbers
    {
        QString name;
        Scalar type = Scalar::Float32;
        std::size_t offset = 0; ///< within the element
    };

    std::vector<Member> members;
    std::size_t itemBytes = 0; ///< of one element, gaps included
    bool isStructured = false;
    bool isSwapped = false; ///< the numbers are big-endian
    bool isFortran = false; ///< the first index runs fastest
    std::vector<std::size_t> shape;
    std::size_t dataStart = 0;

    /// Fails on arrays of objects, text, complex or half-precision numbers, and where the file is too short.
    static Result<NpyHeader> read(const FileBytes& file);
};

} // namespace lunkuo
