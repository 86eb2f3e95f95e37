#pragma once

#include "model/cloud/FileBytes.h"
#include "model/cloud/PointCloud.h"

#include <string_view>

namespace lunkuo
{

/// The lines of a part of a file, block after block: a text of any size takes the memory of one block, which stays in
/// the cache while it is parsed.
class TextLines
{
public:
    static constexpr std::size_t defaultBlock = 256 * 1024;
    static constexpr std::size_t padding = 32; ///< bytes behind every line that may be read without looking

    /// From byte `begin` to byte `end` of the file, which must outlive this.
    TextLines(const FileBytes& file, std::size_t begin, std::size_t end, std::size_t block = defaultBlock);

    /// The next whole lines, of which only the part's last may lack its newline; empty at the end. They are valid until
    /// the next call. A line longer than a block comes as one.
    [[nodiscard]] Result<std::string_view> next();

private:
    const FileBytes& m_file;
    std::size_t m_at; ///< what is read next
    std::size_t m_end;
    PointArray<char> m_block;
    std::size_t m_kept = 0; ///< bytes of a line that is not whole yet, at the block's `m_from`
    std::size_t m_from = 0;
};

/// Where the line after the one that holds byte `position` begins; `end` when it is the last before there.
Result<std::size_t> nextLine(const FileBytes& file, std::size_t position, std::size_t end);

} // namespace lunkuo
