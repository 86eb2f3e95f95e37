#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

namespace lunkuo
{

/// Works out the SHA-256 of files on threads of its own, while others are still being written.
class FileHashes
{
public:
    FileHashes();
    ~FileHashes();
    FileHashes(FileHashes&& other) noexcept;
    FileHashes& operator=(FileHashes&&) = delete;

    /// The content of a file. Waits while too much is still to be done, so that memory stays small.
    void add(const QByteArray& content);
    /// A file of the disk.
    void addFile(const QString& path);
    /// The sums in the order of the additions, 32 bytes each. Error: the first file that could not be read, or
    /// `cancelled` when `progress` is. Call once.
    Result<std::vector<QByteArray>> take(const Progress& progress, const QString& cancelled);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lunkuo
