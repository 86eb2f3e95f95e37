#include "model/cloud/TextLines.h"

#include <algorithm>
#include <cstring>

namespace lunkuo
{

TextLines::TextLines(const FileBytes& file, std::size_t begin, std::size_t end, std::size_t block)
    : m_file(file)
    , m_at(begin)
    , m_end(end)
    , m_block(std::min(block, end - begin) + padding)
{
}

Result<std::string_view> TextLines::next()
{
    std::memmove(m_block.data(), m_block.data() + m_from, m_kept);
    m_from = 0;
    while (m_at != m_end) {
        if (m_kept + padding == m_block.size())
            m_block.resize(2 * m_kept + padding);
        const std::size_t room = std::min(m_block.size() - padding - m_kept, m_end - m_at);
        const std::span<char> fresh(m_block.data() + m_kept, room);
        if (auto read = m_file.read(m_at, fresh); !read)
            return tl::unexpected(read.error());
        m_at += room;
        std::memset(m_block.data() + m_kept + room, 0, padding);
        const std::string_view text(m_block.data(), m_kept + room);
        const std::size_t newline = text.rfind('\n');
        if (newline != std::string_view::npos || m_at == m_end) {
            m_from = m_at == m_end ? text.size() : newline + 1;
            m_kept = text.size() - m_from;
            return text.substr(0, m_from);
        }
        m_kept = text.size();
    }
    return std::string_view();
}

Result<std::size_t> nextLine(const FileBytes& file, std::size_t position, std::size_t end)
{
    std::array<char, 4096> block{};
    while (position < end) {
        const std::span<char> part = std::span(block).first(std::min(block.size(), end - position));
        if (auto read = file.read(position, part); !read)
            return tl::unexpected(read.error());
        if (const auto newline = std::find(part.begin(), part.end(), '\n'); newline != part.end())
            return position + static_cast<std::size_t>(newline - part.begin()) + 1;
        position += part.size();
    }
    return end;
}

} // namespace lunkuo
