#pragma once

#include "model/project/ProjectStore.h"

#include <QTemporaryDir>

namespace lunkuo::test
{

/// A folder for project files, gone with the object.
class ProjectFolder : public QTemporaryDir
{
public:
    /// Of a file that is not there yet.
    QString newPath();
    std::unique_ptr<ProjectStore> newProject(int frames = 3);

private:
    int m_projects = 0;
};

std::unique_ptr<Document> documentOf(ProjectStore& store);
/// A car of a track of its own, in one edit.
void addCar(Document& document, FrameId frame, double x);

/// Runs SQL, statement by statement, on a project file that nobody has open.
void change(const QString& path, const QString& statements);
void writeFile(const QString& path, const QByteArray& bytes);
QByteArray readFile(const QString& path);

} // namespace lunkuo::test
