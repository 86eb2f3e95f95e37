#include "app/Settings.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSettings>

namespace lunkuo
{

namespace
{
constexpr int mostRecent = 10;

QSettings settings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Lunkuo"), QStringLiteral("Lunkuo"));
}

QJsonObject readObject(const QString& key)
{
    return QJsonDocument::fromJson(settings().value(key).toByteArray()).object();
}

void writeObject(const QString& key, const QJsonObject& object)
{
    settings().setValue(key, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The key of something that belongs to a project.
QString keyOf(const char16_t* group, const QString& projectPath)
{
    const QByteArray path = QFileInfo(projectPath).absoluteFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex();
    return QString::fromUtf16(group) + u'/' + QString::fromLatin1(hash);
}
} // namespace

void Settings::keepIn(const QString& folder)
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

QJsonObject Settings::preferences()
{
    return readObject(QStringLiteral("preferences"));
}

void Settings::setPreferences(const QJsonObject& preferences)
{
    writeObject(QStringLiteral("preferences"), preferences);
}

QJsonObject Settings::suggestions()
{
    return readObject(QStringLiteral("suggestions"));
}

void Settings::setSuggestions(const QJsonObject& suggestions)
{
    writeObject(QStringLiteral("suggestions"), suggestions);
}

QJsonObject Settings::sideViews()
{
    return readObject(QStringLiteral("sideViews"));
}

void Settings::setSideViews(const QJsonObject& state)
{
    writeObject(QStringLiteral("sideViews"), state);
}

QJsonObject Settings::shortcuts()
{
    return readObject(QStringLiteral("shortcuts"));
}

void Settings::setShortcuts(const QJsonObject& shortcuts)
{
    writeObject(QStringLiteral("shortcuts"), shortcuts);
}

QJsonObject Settings::textLayouts()
{
    return readObject(QStringLiteral("textLayouts"));
}

void Settings::setTextLayouts(const QJsonObject& layouts)
{
    writeObject(QStringLiteral("textLayouts"), layouts);
}

QByteArray Settings::windowGeometry()
{
    return settings().value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray Settings::windowState()
{
    return settings().value(QStringLiteral("window/state")).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state)
{
    QSettings store = settings();
    store.setValue(QStringLiteral("window/geometry"), geometry);
    store.setValue(QStringLiteral("window/state"), state);
}

bool Settings::areChecksInBackground()
{
    return settings().value(QStringLiteral("checks/background"), true).toBool();
}

void Settings::setChecksInBackground(bool isOn)
{
    settings().setValue(QStringLiteral("checks/background"), isOn);
}

bool Settings::isFilmStripWanted()
{
    return settings().value(QStringLiteral("review/filmStrip"), true).toBool();
}

void Settings::setFilmStripWanted(bool isWanted)
{
    settings().setValue(QStringLiteral("review/filmStrip"), isWanted);
}

QStringList Settings::recentProjects()
{
    QStringList paths = settings().value(QStringLiteral("recent")).toStringList();
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

void Settings::addRecentProject(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = recentProjects();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    settings().setValue(QStringLiteral("recent"), paths.mid(0, mostRecent));
}

QJsonObject Settings::place(const QString& projectPath)
{
    return readObject(keyOf(u"places", projectPath));
}

void Settings::setPlace(const QString& projectPath, const QJsonObject& place)
{
    writeObject(keyOf(u"places", projectPath), place);
}

QJsonObject Settings::exported(const QString& projectPath)
{
    return readObject(keyOf(u"exports", projectPath));
}

void Settings::setExported(const QString& projectPath, const QJsonObject& settings)
{
    writeObject(keyOf(u"exports", projectPath), settings);
}

} // namespace lunkuo
