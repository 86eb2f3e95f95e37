#pragma once

#include "model/cloud/Columns.h"
#include "model/cloud/FileBytes.h"

#include <optional>
#include <vector>

namespace lunkuo
{

/// What the text at the beginning of a PLY file says about the rest.
struct PlyHeader
{
    enum class Data { Ascii, LittleEndian, BigEndian };
    struct Property
    {
        QString name;
        Scalar type = Scalar::Float32;
        std::optional<Scalar> listCount; ///< of a list: the type of the count before the values
    };
    struct Element
    {
        QString name;
        std::size_t count = 0;
        std::vector<Property> properties;

        /// Bytes of one element whose lists are all empty.
        [[nodiscard]] std::size_t leastBytes() const;
        [[nodiscard]] bool hasLists() const;
    };

    Data data = Data::Ascii;
    std::vector<Element> elements;
    std::size_t vertex = 0; ///< which of the elements are the points
    std::size_t dataStart = 0;
    std::size_t dataLine = 0; ///< number of the first line after the header

    static Result<PlyHeader> read(const FileBytes& file);
};

} // namespace lunkuo
