#include "model/document/EditText.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
// Nobody can type these, so no plain text begins with one.
constexpr QChar textMark(u'\x1f');
constexpr QChar wordMark(u'\x1e');
constexpr qsizetype head = 3; ///< what comes before the arguments: nothing, the context, the source

QString translated(const QString& context, const QString& source)
{
    return QCoreApplication::translate(context.toUtf8().constData(), source.toUtf8().constData());
}

QString shownArgument(const QString& argument)
{
    const QStringList parts = argument.split(wordMark);
    return parts.size() == head ? translated(parts[1], parts[2]) : argument;
}
} // namespace

QString keptText(const char* context, const char* source, const QStringList& arguments)
{
    const QStringList parts{QString(), QString::fromUtf8(context), QString::fromUtf8(source)};
    return (parts + arguments).join(textMark);
}

QString keptWord(const char* context, const QString& source)
{
    return QStringList{QString(), QString::fromUtf8(context), source}.join(wordMark);
}

QString shownText(const QString& text)
{
    const QStringList parts = text.split(textMark);
    if (parts.size() < head || !parts[0].isEmpty())
        return text;
    QString result = translated(parts[1], parts[2]);
    for (qsizetype i = head; i < parts.size(); ++i)
        result.replace(u'%' + QString::number(i - head + 1), shownArgument(parts[i]));
    return result;
}

} // namespace lunkuo
