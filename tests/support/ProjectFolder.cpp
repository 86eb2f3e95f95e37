#include "tests/support/ProjectFolder.h"

#include "tests/support/Scenes.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace lunkuo::test
{

QString ProjectFolder::newPath()
{
    return filePath(QStringLiteral("项目 %1.lunkuo").arg(++m_projects));
}

std::unique_ptr<ProjectStore> ProjectFolder::newProject(int frames)
{
    auto store = ProjectStore::create(newPath(), sceneOf(frames, path()));
    if (!store)
        qFatal("%s", qPrintable(store.error().sentence));
    return std::move(*store);
}

void addCar(Document& document, FrameId frame, double x)
{
    const TrackId track = document.newTrackId();
    QVERIFY(document.edit(
        QStringLiteral("Add"), {ValueChange<Track>{{}, carTrack(track, document.scene().nextTrackNumber({1}))},
                                   ValueChange<Shape>{{}, carShape(document.newShapeId(), track, frame, x)}}));
}

std::unique_ptr<Document> documentOf(ProjectStore& store)
{
    return std::make_unique<Document>(store.readScene().value(), store.editLog());
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Runs SQL on a project file that nobody has open.
void change(const QString& path, const QString& statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), path);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString& statement : statements.split(u';'))
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(path);
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace lunkuo::test
