#pragma once

#include "model/base/Result.h"

#include <QSaveFile>
#include <memory>
#include <span>

namespace lunkuo
{

/// A cloud on its way to disk: written beside its place, and there under its name only when it is whole.
class CloudFile
{
public:
    static Result<CloudFile> begin(const QString& path);

    Result<void> write(std::span<const char> bytes);
    Result<void> commit();

private:
    [[nodiscard]] tl::unexpected<Error> failed() const;

    std::unique_ptr<QSaveFile> m_file;
};

} // namespace lunkuo
