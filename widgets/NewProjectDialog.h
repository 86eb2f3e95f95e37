#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/scene/OpenData.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QListWidget;
class QPushButton;

namespace lunkuo
{

class PathRow;
class Sentence;

/// What a new project is made of.
struct NewProject
{
    QString path;               ///< of the project file, which does not exist yet
    QString data;               ///< folder or cloud
    QString taxonomy;           ///< name of a preset or path of a file
    bool takeAnnotation = true; ///< annotation that lies beside the data goes into the project
    DataChoice choice{};        ///< what of a dataset goes into it
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

signals:
    /// A person has said how text clouds of this kind are laid out; readers know already.
    void columnsSaid();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addTaxonomies();
    void lookAtData();
    /// A look into all of a large dataset takes minutes; what of it is wanted can be said before.
    void offerSequences(const QStringList& names);
    struct Found;

    [[nodiscard]] static QString firstFailure(const Scene& scene);
    /// The first frame's cloud where it is text that does not say what its columns are, or cannot be read.
    [[nodiscard]] static QString textCloudToSay(const Scene& scene, bool isRead);
    void showFound(const Result<Found>& found);
    /// The sequences of a dataset, all chosen at first; nothing to choose where there is one.
    void showSequences(const QStringList& names);
    [[nodiscard]] QStringList chosenSequences() const;
    void check();
    [[nodiscard]] QString problem() const;
    void chooseTaxonomyFile();
    void offerHelp();
    void unpackBag();
    void chooseColumns();

    QString (*m_projectPathFor)(const QString&);
    QFormLayout* m_form;
    PathRow* m_data;
    Sentence* m_found;
    QListWidget* m_sequences;
    QCheckBox* m_sweeps;
    QComboBox* m_taxonomy;
    QCheckBox* m_annotation;
    QPushButton* m_help; ///< what can be done about data that cannot be opened as it is
    QString m_textCloud; ///< one whose columns can be said
    PathRow* m_project;
    Sentence* m_problem;
    QPushButton* m_make;
    QString m_proposed;   ///< project path that nobody has typed
    bool m_isBag = false; ///< a sound one, to be unpacked
    bool m_isDataGood = false;
    Progress m_looking;
    Progress m_listing;
};

} // namespace lunkuo
