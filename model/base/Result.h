#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace lunkuo
{

/// What went wrong in the world, as one translated sentence for the user that names the file, the place and what was
/// expected.
struct Error
{
    QString sentence;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(QString sentence)
{
    return tl::unexpected<Error>(Error{std::move(sentence)});
}

} // namespace lunkuo
