#pragma once

#include "model/formats/ExportPlan.h"
#include "widgets/WorkDialog.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QTabWidget;

namespace lunkuo
{

class ClassMappingPage;
class PathRow;
class SelectionPage;
class Sentence;
class SplitPage;

/// Hands a copy of the annotation, or what is selected of it, to training code, in the background; says before what
/// that would be.
class ExportDialog : public WorkDialog
{
    Q_OBJECT
public:
    /// The dataset is proposed to go to `folderStem` followed by the name of the format. No folder with one of
    /// `sources`, beside the scene's own files, is replaced.
    ExportDialog(Scene scene, QDir projectFolder, QString folderStem, QStringList sources, QWidget* parent = nullptr);

    /// What a person chose, for the next time.
    [[nodiscard]] QJsonObject settings() const;
    void restore(const QJsonObject& settings);

protected:
    void start() override;

private:
    struct Exported;

    void addDatasetPage();
    void chooseFormat();
    void check();
    [[nodiscard]] QString problem() const;
    void finishWith(const QString& sentence, Tone tone, const QStringList& remarks = {});
    void startPreview();
    void showPreview(const Result<ExportPlan>& plan);
    void take(const Result<Exported>& exported);
    [[nodiscard]] const DatasetFormat& format() const;
    [[nodiscard]] ExportRequest request() const;
    void findUnanswered();
    void showMissing();

    std::shared_ptr<const Scene> m_scene; ///< shared with the work
    QDir m_projectFolder;
    QString m_stem;
    QStringList m_sources;
    QString m_proposed; ///< folder that nobody has typed
    QString m_written;  ///< folder of the dataset that was exported last
    QTabWidget* m_pages;
    QComboBox* m_format;
    PathRow* m_folder;
    QCheckBox* m_link;
    QCheckBox* m_hash;
    QCheckBox* m_replace;
    QCheckBox* m_openPcdet;
    SelectionPage* m_selection;
    ClassMappingPage* m_mapping;
    SplitPage* m_splits;
    QPushButton* m_preview;
    QPushButton* m_open;
    std::map<ShapeId, QStringList> m_unanswered; ///< required attributes without a value, of the whole project
    Sentence* m_missing = nullptr;               ///< null where all have theirs
    QTimer m_tellMissing;
};

} // namespace lunkuo
