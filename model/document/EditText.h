#pragma once

#include <QString>
#include <QStringList>

namespace lunkuo
{

/// The text of an edit that is read in the language of the moment, also where a program of another language made it:
/// kept in the file as its source and what it is about. `source` has %1, %2... for the arguments.
QString keptText(const char* context, const char* source, const QStringList& arguments = {});
/// An argument that is itself a word to be translated.
QString keptWord(const char* context, const QString& source);

/// What people read of an edit's text, kept so or plain.
QString shownText(const QString& text);

} // namespace lunkuo
