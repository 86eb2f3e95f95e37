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
    ExportDialog(Scene scene, QDir projectFolder, const QString& proposedFolder, QWidget* parent = nullptr);

protected:
    Progress start() override;

private:
    void check();
    [[nodiscard]] QString missingSentence() const;

    Scene m_scene;
    QDir m_projectFolder;
    QComboBox* m_format;
    PathRow* m_folder;
    QCheckBox* m_link;
    QCheckBox* m_replace;
};

} // namespace lunkuo
