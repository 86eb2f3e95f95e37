#pragma once

#include "model/base/Result.h"

#include <QFile>
#include <cstddef>
#include <memory>
#include <span>

namespace lunkuo
{

/// The bytes of one regular file, read by position from any thread. Read, not mapped: a file that shrinks or a share
/// that goes away while being read is an error here and not a crash.
class FileBytes
{
public:
    /// Fails on what is missing, a folder, no regular file, not readable, or empty.
    static Result<FileBytes> open(const QString& path);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] QString path() const { return m_file->fileName(); }
    /// Fills `into` from `position` on; fails when the file does not reach that far.
    [[nodiscard]] Result<void> read(std::size_t position, std::span<char> into) const;

private:
    std::unique_ptr<QFile> m_file;
    std::size_t m_size = 0;
};

} // namespace lunkuo
