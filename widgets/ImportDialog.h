#pragma once

#include "model/formats/ImportOnto.h"
#include "model/formats/RecognisedImport.h"
#include "widgets/WorkDialog.h"

class QCheckBox;
class QComboBox;

namespace lunkuo
{

class PathRow;

/// Adds a dataset's annotation to the document, as one edit that can be undone: as annotation, or as pre-labels to be
/// accepted.
class ImportDialog : public WorkDialog
{
    Q_OBJECT
public:
    /// Pre-labels of less confidence than `threshold` are not shown at first, which is said.
    ImportDialog(Document& document, QDir projectFolder, double threshold, QWidget* parent = nullptr);

protected:
    void start() override;

private:
    /// What an import takes from where; once more, it would be there twice.
    struct Asked
    {
        QString format;
        QString source;
        bool asPrelabels = false;

        bool operator==(const Asked&) const = default;
    };

    void check();
    [[nodiscard]] Asked asked() const;
    [[nodiscard]] std::size_t lessSure() const;
    [[nodiscard]] ImportWish wish() const;
    void take(const Result<RecognisedImport>& found, const ImportWish& wish);
    void askAboutBoxes(const AnnotatedFrames& taken, std::function<void(OnAnnotated)> apply);
    void apply(const RecognisedImport& found, const ImportWish& wish, OnAnnotated choice);
    void say(const ImportedShapes& imported, const ImportOutcome& outcome, bool asPrelabels, std::size_t hidden);

    Document& m_document;
    QDir m_projectFolder;
    double m_threshold;
    QComboBox* m_format;
    PathRow* m_source;
    QComboBox* m_use;
    QCheckBox* m_whole;
    std::vector<Asked> m_imported;
};

} // namespace lunkuo
