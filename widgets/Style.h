#pragma once

class QApplication;

namespace lunkuo
{

/// Qt's Fusion style with Lunkuo's palette.
void applyStyle(QApplication& application, bool dark);

} // namespace lunkuo
