#pragma once

#include <QString>

namespace lunkuo
{

/// Puts the program into a language: "zh_CN", "en", or "" for the system's. Qt's own texts follow. May be called again
/// at run time; widgets are told by LanguageChange.
void applyLanguage(const QString& language);

} // namespace lunkuo
