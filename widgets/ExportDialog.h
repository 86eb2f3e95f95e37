#pragma once

#include "model/formats/DatasetFormat.h"
#include "widgets/WorkDialog.h"

class QCheckBox;
class QComboBox;

namespace lunkuo
{

class PathRow;

/// Hands a copy of the annotation to training code, in the background.
class ExportDialog : public WorkDialog
{
    Q_OBJECT
public:
    /// The dataset is proposed to go to `folderStem` followed by the name of the format.
    ExportDialog(Scene scene, QDir projectFolder, QString folderStem, QWidget* parent = nullptr);

protected:
    void start() override;

private:
    void chooseFormat();
    void check();
    void take(const Result<ExportReport>& report);
    [[nodiscard]] QString missingSentence() const;

    Scene m_scene;
    QDir m_projectFolder;
    QString m_stem;
    QString m_proposed; ///< folder that nobody has typed
    QString m_written;  ///< folder of the dataset that was exported last
    QComboBox* m_format;
    PathRow* m_folder;
    QCheckBox* m_link;
    QCheckBox* m_replace;
    QPushButton* m_open;
};

} // namespace lunkuo
