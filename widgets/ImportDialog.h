#pragma once

#include "model/formats/DatasetFormat.h"
#include "widgets/WorkDialog.h"

class QComboBox;

namespace lunkuo
{

class PathRow;

/// Adds a dataset's annotation to the document, as one edit that can be undone.
class ImportDialog : public WorkDialog
{
    Q_OBJECT
public:
    ImportDialog(Document& document, QDir projectFolder, QWidget* parent = nullptr);

protected:
    void start() override;

private:
    void check();
    void take(const Result<ImportedShapes>& imported, const DatasetFormat& format);

    Document& m_document;
    QDir m_projectFolder;
    QComboBox* m_format;
    PathRow* m_source;
};

} // namespace lunkuo
