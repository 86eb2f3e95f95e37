#pragma once

#include <QIcon>
#include <QString>

namespace lunkuo
{

/// A line icon of the resources, drawn in the palette's text colour of the moment, so that it follows the theme.
/// `name` is a bare name ("undo") or a resource path.
QIcon lineIcon(const QString& name);

/// The same in one fixed colour, for signs whose colour says something.
QPixmap linePixmap(const QString& name, const QColor& color, int size_px, qreal devicePixelRatio);

} // namespace lunkuo
