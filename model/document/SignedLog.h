#pragma once

#include "model/document/Document.h"

namespace lunkuo
{

/// A log that knows who is at work, for what is done and carries a name.
class SignedLog : public EditLog
{
public:
    [[nodiscard]] virtual QString user() const = 0;
};

} // namespace lunkuo
