#include "app/menus/FileMenu.h"

#include "app/Language.h"
#include "app/SampleProject.h"
#include "app/Settings.h"
#include "app/Workspace.h"
#include "model/cloud/TextLayout.h"
#include "widgets/ExportDialog.h"
#include "widgets/Icons.h"
#include "widgets/ImportDialog.h"
#include "widgets/NewProjectDialog.h"
#include "widgets/PreferencesDialog.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace lunkuo
{

FileMenu::FileMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("FileMenu", QT_TRANSLATE_NOOP("FileMenu", "&File"), context, window)
{
    add({"new", QT_TRANSLATE_NOOP("FileMenu", "New project from data…"), "new", {QKeySequence::New},
        [this] { makeProject(); }});
    add({"open", QT_TRANSLATE_NOOP("FileMenu", "Open project…"), "open", {QKeySequence::Open},
        [this] { chooseProject(); }});
    add({"openReadOnly", QT_TRANSLATE_NOOP("FileMenu", "Open read-only…"), "",
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O)}, [this] { chooseReadOnly(); }});
    m_recent = addMenu(lineIcon(QStringLiteral("recent")), QString());
    connect(m_recent, &QMenu::aboutToShow, this, &FileMenu::fillRecent);
    add({"sample", QT_TRANSLATE_NOOP("FileMenu", "Open the sample"), "sample", {}, [this] { openSample(); }});
    addSeparator();
    add({"saveCopy", QT_TRANSLATE_NOOP("FileMenu", "Save a copy…"), "save-copy",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, [this] { saveCopy(); }, whenOpen()});
    addSeparator();
    add({"import", QT_TRANSLATE_NOOP("FileMenu", "Import annotation…"), "import",
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}, [this] { importAnnotation(); }, whenWritable()});
    add({"export", QT_TRANSLATE_NOOP("FileMenu", "Export…"), "export", {QKeySequence(Qt::CTRL | Qt::Key_E)},
        [this] { exportDataset(); }, whenOpen()});
    addSeparator();
    add({"preferences", QT_TRANSLATE_NOOP("FileMenu", "Preferences…"), "settings",
        {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, [this] { changePreferences(); }});
    addSeparator();
    add({"quit", QT_TRANSLATE_NOOP("FileMenu", "Quit"), "quit", {QKeySequence(Qt::CTRL | Qt::Key_Q)},
        [window] { window->close(); }});
    connect(&desk(), &Desk::opened, this, [this] { applyToSession(Preferences::fromJson(Settings::preferences())); });
}

void FileMenu::report(const Result<void>& result)
{
    if (!result)
        emit failed(result.error().sentence);
}

void FileMenu::makeProject()
{
    makeProjectOf({});
}

void FileMenu::makeProjectOf(const QString& path)
{
    NewProjectDialog dialog(path, &Desk::projectPathFor, parentWidget());
    connect(&dialog, &NewProjectDialog::columnsSaid, this, [] { Settings::setTextLayouts(textLayouts()); });
    if (dialog.exec() == QDialog::Accepted)
        report(desk().create(dialog.choice()));
}

QString FileMenu::askForProject(const QString& title)
{
    const QStringList recent = Settings::recentProjects();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent.front()).absolutePath();
    return QFileDialog::getOpenFileName(
        parentWidget(), title, folder, text(QT_TRANSLATE_NOOP("FileMenu", "Projects (*.lunkuo)")));
}

void FileMenu::chooseProject()
{
    const QString path = askForProject(text(QT_TRANSLATE_NOOP("FileMenu", "Open project")));
    if (!path.isEmpty())
        report(desk().open(path));
}

void FileMenu::chooseReadOnly()
{
    const QString path = askForProject(text(QT_TRANSLATE_NOOP("FileMenu", "Open a project read-only")));
    if (!path.isEmpty())
        report(desk().openReadOnly(path));
}

void FileMenu::openSample()
{
    report(lunkuo::openSample(desk(), parentWidget()));
}

void FileMenu::openPath(const QString& path)
{
    // Data without a project are asked about; a project opens at once.
    const QFileInfo info(path);
    const bool needsProject =
        !path.endsWith(QStringLiteral(".lunkuo")) && info.exists() && !QFileInfo::exists(Desk::projectPathFor(path));
    if (needsProject)
        makeProjectOf(path);
    else
        report(desk().open(path));
}

void FileMenu::saveCopy()
{
    const QString proposed = session()->store().folder().filePath(session()->name() + QStringLiteral("-copy.lunkuo"));
    QString path =
        QFileDialog::getSaveFileName(parentWidget(), text(QT_TRANSLATE_NOOP("FileMenu", "Save a copy")), proposed,
            text(QT_TRANSLATE_NOOP("FileMenu", "Projects (*.lunkuo)")), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".lunkuo")))
        path += QStringLiteral(".lunkuo");
    session()->tools().settle();
    const Result<void> saved = session()->store().saveCopy(path);
    report(saved);
    if (saved)
        workspace()->say(text(QT_TRANSLATE_NOOP("FileMenu", "A copy was saved as “%1”.")).arg(path), Tone::Good);
}

void FileMenu::importAnnotation()
{
    session()->tools().settle();
    ImportDialog(
        session()->document(), session()->store().folder(), session()->suggestions().threshold(), parentWidget())
        .exec();
}

void FileMenu::exportDataset()
{
    // What is half made is part of what the person sees, so it goes out too.
    session()->tools().settle();
    const QString stem = session()->store().folder().filePath(session()->name());
    const QString path = session()->store().path();
    ExportDialog dialog(session()->document().scene(), session()->store().folder(), stem, {path}, parentWidget());
    dialog.restore(Settings::exported(path));
    dialog.exec();
    Settings::setExported(path, dialog.settings());
}

void FileMenu::changePreferences()
{
    const Preferences before = Preferences::fromJson(Settings::preferences());
    PreferencesDialog dialog(before, parentWidget());
    connect(&dialog, &PreferencesDialog::changed, this, [this, last = before](const Preferences& now) mutable {
        Settings::setPreferences(now.toJson());
        if (now.language != last.language)
            applyLanguage(now.language);
        if (now.theme != last.theme || now.text_percent != last.text_percent)
            applyStyle(*qApp, now.theme, now.text_percent);
        applyToSession(now);
        if (workspace())
            workspace()->view().setPointDrawing(now.pointDrawing);
        last = now;
    });
    dialog.exec();
}

void FileMenu::applyToSession(const Preferences& preferences)
{
    if (!session())
        return;
    session()->setFrameMemory(preferences.frameMemory_mib);
    session()->store().setUser(preferences.annotator);
}

void FileMenu::fillRecent()
{
    m_recent->clear();
    for (const QString& path : Settings::recentProjects()) {
        QAction* action = m_recent->addAction(QFileInfo(path).completeBaseName());
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { openPath(path); });
    }
    if (m_recent->isEmpty())
        m_recent->addAction(text(QT_TRANSLATE_NOOP("FileMenu", "None yet")))->setEnabled(false);
}

void FileMenu::refreshRest()
{
    m_recent->setTitle(text(QT_TRANSLATE_NOOP("FileMenu", "Open recent")));
}

} // namespace lunkuo
