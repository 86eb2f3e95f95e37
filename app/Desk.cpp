#include "app/Desk.h"

#include "app/Settings.h"
#include "app/Waiting.h"
#include "model/scene/OpenData.h"

#include <QApplication>
#include <QFileInfo>
#include <QScopedValueRollback>
#include <QStandardPaths>

namespace lunkuo
{

namespace
{
const QString extension = QStringLiteral(".lunkuo");
constexpr std::chrono::seconds patience(30);
constexpr std::chrono::seconds lookEvery(1);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Desk)
};
} // namespace

const QString Desk::defaultTaxonomy = QStringLiteral("lunkuo");

Desk::Desk(QObject* parent)
    : QObject(parent)
{
    setPatience(patience, lookEvery);
    connect(&m_look, &QTimer::timeout, this, &Desk::lookAgain);
}

Desk::~Desk()
{
    if (m_session)
        emit closing();
}

void Desk::setPatience(std::chrono::milliseconds whole, std::chrono::milliseconds between)
{
    m_patience = whole;
    m_look.setInterval(between);
}

QString Desk::projectPathFor(const QString& data)
{
    const QFileInfo info(QFileInfo(data).absoluteFilePath());
    const QString name = info.isDir() ? info.fileName() : info.completeBaseName();
    const QFileInfo beside(info.absolutePath());
    const QString folder =
        beside.isWritable() ? beside.filePath() : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).filePath((name.isEmpty() ? QStringLiteral("project") : name) + extension);
}

Result<void> Desk::open(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Text::tr("“%1” does not exist.").arg(path));
    if (info.isFile() && path.endsWith(extension))
        return openProject(path);
    const QString project = projectPathFor(path);
    return QFileInfo::exists(project) ? openProject(project) : create({project, path, defaultTaxonomy, true});
}

Result<void> Desk::openReadOnly(const QString& path)
{
    return openProject(path, ProjectStore::Access::ReadOnly);
}

Result<void> Desk::create(const NewProject& wanted)
{
    const auto taxonomy = Taxonomy::load(wanted.taxonomy);
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    auto found = openData(wanted.data, *taxonomy, {}, wanted.choice);
    if (!found)
        return tl::unexpected(found.error());
    if (!wanted.takeAnnotation) {
        found->scene.tracks.clear();
        found->scene.shapes.clear();
        for (auto& [id, frame] : found->scene.frames)
            frame.state = FrameState::Untouched;
    }
    // The store is closed again before the session opens it.
    if (auto made = ProjectStore::create(wanted.path, found->scene); !made)
        return tl::unexpected(made.error());
    auto done = openProject(wanted.path);
    if (done && !found->remarks.isEmpty())
        emit remarked(found->remarks);
    return done;
}

Result<void> Desk::openProject(const QString& path, ProjectStore::Access access)
{
    const bool isWanted = !m_session || access == m_session->store().access();
    if (m_session && isWanted && QFileInfo(m_session->path()) == QFileInfo(path))
        return {};
    if (m_isOpening)
        return failure(Text::tr("“%1” was not opened: another project is just being opened.").arg(path));
    // First, as the same project may be opened anew, and then with it.
    if (m_session && !m_session->tools().settle())
        return failure(Text::tr("What is half made in “%1” could not be saved, so that project stays open. Escape "
                                "drops it.")
                           .arg(m_session->name()));
    const QScopedValueRollback opening(m_isOpening, true);
    const QString name = QFileInfo(path).completeBaseName();
    auto contents = waitFor(Text::tr("Open project"), Text::tr("Opening “%1”…").arg(name), QApplication::activeWindow(),
        [path, access](const Progress& progress) { return ProjectContents::read(path, access, progress); });
    if (!contents)
        return failure(Text::tr("“%1” was not opened: that was called off.").arg(path));
    if (!*contents)
        return tl::unexpected(contents->error());
    auto session = Session::open(std::move(**contents));
    if (!session)
        return tl::unexpected(session.error());
    if (m_session)
        emit closing();
    const std::unique_ptr<Session> before = std::exchange(m_session, std::move(*session));
    Settings::addRecentProject(path);
    emit opened(m_session.get());
    watchWriter(access);
    return {};
}

void Desk::watchWriter(ProjectStore::Access wanted)
{
    m_look.stop();
    const bool isRefused = wanted == ProjectStore::Access::ReadWrite && m_session->isReadOnly();
    if (!isRefused || !ProjectStore::isBeingWritten(m_session->path()))
        return;
    m_waited.start();
    m_look.start();
}

/// Within the first seconds it was somebody who was just leaving, and the project is opened for writing. Later it was
/// somebody at work, from whom it is not taken without being asked for.
void Desk::lookAgain()
{
    if (m_isOpening)
        return;
    // Dialogs and hands hold on to what is open.
    const bool isInHand = QApplication::activeModalWidget() || QApplication::activePopupWidget() ||
                          QGuiApplication::mouseButtons() != Qt::NoButton;
    if (isInHand || ProjectStore::isBeingWritten(m_session->path()))
        return;
    m_look.stop();
    const QString name = m_session->name();
    if (std::chrono::milliseconds(m_waited.elapsed()) > m_patience) {
        emit freed(Text::tr("“%1” is no longer being written. Open it once more to change it.").arg(name));
        return;
    }
    if (openProject(m_session->path()) && !m_session->isReadOnly())
        emit freed(Text::tr("“%1” is free now: it can be changed.").arg(name));
}

} // namespace lunkuo
