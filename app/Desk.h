#pragma once

#include "app/Session.h"
#include "widgets/NewProjectDialog.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace lunkuo
{

/// Holds the project that is open, opens and makes others. Windows and menus follow `opened`.
class Desk : public QObject
{
    Q_OBJECT
public:
    explicit Desk(QObject* parent = nullptr);
    ~Desk() override;

    /// Null while no project is open.
    [[nodiscard]] Session* session() const { return m_session.get(); }

    // Opening may take seconds: the window is alive meanwhile, and it can be called off, which is an error too. What
    // was open stays open until the other is there.

    /// A project is opened; data get a project beside them first, or the one they have there already.
    Result<void> open(const QString& path);
    /// A project is opened to look at: nothing in it can be changed, and others may write it meanwhile.
    Result<void> openReadOnly(const QString& path);
    /// Makes a project of data and opens it. Its path must not exist yet.
    Result<void> create(const NewProject& wanted);

    /// What projects can annotate when nobody says otherwise.
    static const QString defaultTaxonomy;
    /// Where a project of these data goes when nobody says otherwise.
    static QString projectPathFor(const QString& data);

    /// How long a project that another process is writing is looked at again, to be opened for writing after all: a
    /// program that was killed takes some seconds to let go.
    void setPatience(std::chrono::milliseconds whole, std::chrono::milliseconds between);

signals:
    /// The project is about to go; it is still there. Also when the program ends.
    void closing();
    /// Another project is open, or none (null).
    void opened(lunkuo::Session* session);
    /// Sentences about data that were left out when a project was made of them.
    void remarked(const QStringList& remarks);
    /// One sentence: whoever was writing the project that is open read-only has let go of it.
    void freed(const QString& sentence);

private:
    Result<void> openProject(const QString& path, ProjectStore::Access access = ProjectStore::Access::ReadWrite);

    void watchWriter(ProjectStore::Access wanted);
    void lookAgain();

    std::unique_ptr<Session> m_session;
    bool m_isOpening = false;
    QTimer m_look; ///< while another process writes the project that was to be opened for writing
    QElapsedTimer m_waited;
    std::chrono::milliseconds m_patience;
};

} // namespace lunkuo
