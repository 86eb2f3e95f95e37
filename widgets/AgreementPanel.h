#pragma once

#include "model/review/DisagreementGroups.h"
#include "widgets/CompareDialog.h"

class QComboBox;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;
class QTextBrowser;

namespace lunkuo
{

/// What a comparison has shown: the figures, and the worst disagreements to go to. A window of its own beside the main
/// one; it knows no document, so that what it shows stays as it was compared.
class AgreementPanel : public QDialog
{
    Q_OBJECT
public:
    AgreementPanel(MadeComparison made, Taxonomy taxonomy, QWidget* parent = nullptr);

    /// Those that the filter lets through, as they are listed: one line per object, its frames below it.
    [[nodiscard]] const std::vector<DisagreementGroup>& shown() const { return m_shown; }

signals:
    /// The person wants to see this one: by Enter or a double click.
    void meant(const lunkuo::Disagreement& disagreement);

protected:
    void changeEvent(QEvent* event) override;

private:
    void placeBeside(const QRect& window);
    void retranslate();
    void showFigures();
    void fillKinds();
    void fillList();
    void go(const QTreeWidgetItem* item);
    QTreeWidgetItem* lineOf(const Disagreement& disagreement, const QString& more) const;

    MadeComparison m_made;
    Taxonomy m_taxonomy;
    QTextBrowser* m_figures;
    QLabel* m_hint;
    QComboBox* m_kind;
    QTreeWidget* m_list;
    std::vector<DisagreementGroup> m_shown;
};

} // namespace lunkuo
