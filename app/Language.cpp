#include "app/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace lunkuo
{

void applyLanguage(const QString& language)
{
    static QTranslator ours;
    static QTranslator qts;
    QCoreApplication::removeTranslator(&ours);
    QCoreApplication::removeTranslator(&qts);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    // Texts that are not in Chinese are in English, whatever the system speaks.
    const bool isChinese = locale.language() == QLocale::Chinese;
    QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    if (!isChinese)
        return;
    if (qts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts);
    if (ours.load(QStringLiteral(":/translations/lunkuo_zh_CN.qm")))
        QCoreApplication::installTranslator(&ours);
}

} // namespace lunkuo
