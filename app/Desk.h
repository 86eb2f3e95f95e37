#pragma once

#include "app/Session.h"
#include "widgets/NewProjectDialog.h"

#include <QObject>

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

signals:
    /// The project is about to go; it is still there. Also when the program ends.
    void closing();
    /// Another project is open, or none (null).
    void opened(lunkuo::Session* session);
    /// Sentences about data that were left out when a project was made of them.
    void remarked(const QStringList& remarks);

private:
    Result<void> openProject(const QString& path, ProjectStore::Access access = ProjectStore::Access::ReadWrite);

    std::unique_ptr<Session> m_session;
};

} // namespace lunkuo
