#pragma once

#include "model/base/Result.h"
#include "model/scene/Outline.h"

#include <QByteArray>

namespace lunkuo
{

QByteArray outlineToBytes(const Outline& outline);
/// Error when the bytes are damaged.
Result<Outline> outlineFromBytes(const QByteArray& bytes);
/// What an outline is filed under; empty for an empty outline.
QByteArray outlineKey(const QByteArray& outlineBytes);

} // namespace lunkuo
