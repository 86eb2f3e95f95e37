#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace lunkuo
{

class PathRow;
class Sentence;
struct Scene;

/// What a new project is made of.
struct NewProject
{
    QString path;               ///< of the project file, which does not exist yet
    QString data;               ///< folder or cloud
    QString taxonomy;           ///< name of a preset or path of a file
    bool takeAnnotation = true; ///< annotation that lies beside the data goes into the project
};

/// Asks what a new project is made of and shows what was found there. It makes nothing itself.
class NewProjectDialog : public QDialog
{
    Q_OBJECT
public:
    /// `projectPathFor` proposes where the project of some data goes.
    NewProjectDialog(const QString& dataPath, QString (*projectPathFor)(const QString&), QWidget* parent = nullptr);
    ~NewProjectDialog() override;

    [[nodiscard]] NewProject choice() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addTaxonomies();
    void lookAtData();
    struct Found;

    [[nodiscard]] static QString firstFailure(const Scene& scene);
    void showFound(const Result<Found>& found);
    void check();
    [[nodiscard]] QString problem() const;
    void chooseTaxonomyFile();

    QString (*m_projectPathFor)(const QString&);
    PathRow* m_data;
    Sentence* m_found;
    QComboBox* m_taxonomy;
    QCheckBox* m_annotation;
    PathRow* m_project;
    Sentence* m_problem;
    QPushButton* m_make;
    QString m_proposed; ///< project path that nobody has typed
    bool m_isDataGood = false;
    Progress m_looking;
};

} // namespace lunkuo
