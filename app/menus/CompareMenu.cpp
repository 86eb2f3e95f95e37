#include "app/menus/CompareMenu.h"

#include "app/Workspace.h"
#include "model/review/Counterpart.h"
#include "widgets/AgreementPanel.h"
#include "widgets/ReportDialog.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{

/// What B says; nothing where it says nothing.
std::optional<Counterpart> counterpartOf(const Disagreement& disagreement, const Taxonomy& taxonomy)
{
    const ComparedObject& other = disagreement.b;
    if (!other.shape.isValid())
        return std::nullopt;
    Counterpart result;
    result.frame = disagreement.frame;
    result.shape.cuboid = other.cuboid;
    if (disagreement.a.shape.isValid())
        result.shape.track = disagreement.a.track; // it is A's object that it is held against
    result.classId = other.classId;
    result.words = QCoreApplication::translate("CompareMenu", "B: %1").arg(nameOf(other, taxonomy));
    return result;
}

} // namespace

CompareMenu::CompareMenu(const MenuContext& context, QWidget* window)
    : ActionMenu("CompareMenu", QT_TRANSLATE_NOOP("CompareMenu", "A&greement and report"), context, window)
{
    add({"compareWith", QT_TRANSLATE_NOOP("CompareMenu", "&Compare with…"), "", {}, [this] { compare(); }, whenOpen()});
    add({"report", QT_TRANSLATE_NOOP("CompareMenu", "&Report…"), "", {}, [this] { report(); }, whenOpen()});
    // What it lists is of the project that is going.
    connect(&desk(), &Desk::opened, this, [this] { delete m_panel; });
}

void CompareMenu::compare()
{
    if (!session()->tools().settle())
        return;
    const Scene& scene = session()->document().scene();
    CompareDialog dialog(scene, session()->store().folder(), parentWidget());
    if (dialog.exec() != QDialog::Accepted)
        return;
    delete m_panel;
    m_panel = new AgreementPanel(dialog.take(), scene.taxonomy, parentWidget());
    m_panel->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_panel, &AgreementPanel::meant, this, &CompareMenu::show);
    connect(m_panel, &QObject::destroyed, this, [this] {
        if (workspace())
            workspace()->holdAgainst({});
    });
    m_panel->show();
}

void CompareMenu::show(const Disagreement& disagreement)
{
    if (!workspace())
        return;
    const Scene& scene = session()->document().scene();
    if (!scene.frames.contains(disagreement.frame))
        return;
    workspace()->goToFrame(disagreement.frame);
    if (scene.shapes.contains(disagreement.a.shape)) {
        session()->selection().show(disagreement.a.track);
        session()->selection().setShape(disagreement.a.shape);
    } else {
        session()->selection().setShape({});
    }
    workspace()->holdAgainst(counterpartOf(disagreement, scene.taxonomy));
    workspace()->view().bringIntoView(disagreement.object().cuboid);
    session()->images().bringBestFor(disagreement.object().cuboid);
    workspace()->say(sentenceOf(disagreement, scene.taxonomy), Tone::Warning);
}

void CompareMenu::report()
{
    if (!session()->tools().settle())
        return;
    const CheckRunner& checks = session()->checks();
    std::optional<std::vector<FindingCount>> findings;
    if (checks.isWhole() && !checks.isRunning())
        findings = countsOf(withWaivedApart(checks.findings(), session()->document().scene()));
    const QString stem = session()->store().folder().filePath(session()->name());
    ReportDialog(session()->path(), stem, std::move(findings), parentWidget()).exec();
}

} // namespace lunkuo
