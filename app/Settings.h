#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace lunkuo
{

/// What survives a restart and belongs to the person, not to a project: one place that knows the keys.
class Settings
{
public:
    /// Keeps settings in a folder of their own, for tests and the tour.
    static void keepIn(const QString& folder);

    static QJsonObject preferences();
    static void setPreferences(const QJsonObject& preferences);

    /// Whether and from which confidence on objects are suggested.
    static QJsonObject suggestions();
    static void setSuggestions(const QJsonObject& suggestions);

    /// Which sides of objects are shown, and how much round them.
    static QJsonObject sideViews();
    static void setSideViews(const QJsonObject& state);

    /// The keys that a person has changed.
    static QJsonObject shortcuts();
    static void setShortcuts(const QJsonObject& shortcuts);

    /// How text clouds are laid out, by what files of one kind have in common.
    static QJsonObject textLayouts();
    static void setTextLayouts(const QJsonObject& layouts);

    static QByteArray windowGeometry();
    static QByteArray windowState();
    static void setWindow(const QByteArray& geometry, const QByteArray& state);

    /// Whether projects are checked in the background; at first they are.
    static bool areChecksInBackground();
    static void setChecksInBackground(bool isOn);

    /// Whether reviewers see the object in other frames below the view; at first they do.
    static bool isFilmStripWanted();
    static void setFilmStripWanted(bool isWanted);

    /// Latest first, without those that are gone.
    static QStringList recentProjects();
    static void addRecentProject(const QString& path);

    /// Frame, camera and look of a project when it was last left.
    static QJsonObject place(const QString& projectPath);
    static void setPlace(const QString& projectPath, const QJsonObject& place);

    /// How a project was exported last.
    static QJsonObject exported(const QString& projectPath);
    static void setExported(const QString& projectPath, const QJsonObject& settings);
};

} // namespace lunkuo
