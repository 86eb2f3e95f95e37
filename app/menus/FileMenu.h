#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

struct Preferences;

/// Projects: make, open, copy, import, export; and the person's preferences.
class FileMenu : public ActionMenu
{
    Q_OBJECT
public:
    FileMenu(const MenuContext& context, QWidget* window);

    void makeProject();
    void chooseProject();
    void chooseReadOnly();
    void openSample();
    /// A project, or data that get one.
    void openPath(const QString& path);

signals:
    void failed(const QString& sentence);

protected:
    void refreshRest() override;

private:
    [[nodiscard]] QString askForProject(const QString& title);
    void makeProjectOf(const QString& path);
    void saveCopy();
    void importAnnotation();
    void exportDataset();
    void changePreferences();
    void applyToSession(const Preferences& preferences);
    void fillRecent();
    void report(const Result<void>& result);

    QMenu* m_recent;
};

} // namespace lunkuo
