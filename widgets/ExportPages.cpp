#include "widgets/ExportPages.h"

#include "widgets/NumberBox.h"
#include "widgets/Style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace lunkuo
{

namespace
{
constexpr int mostFrames = 1'000'000;
constexpr int mostPoints = 1'000'000;
constexpr double farthest_m = 10'000.0;
constexpr int largestShare = 1000;

QFormLayout* formOf(QWidget* page)
{
    auto* form = new QFormLayout(page);
    form->setContentsMargins(3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px);
    form->setVerticalSpacing(3 * gridStep_px);
    form->setHorizontalSpacing(4 * gridStep_px);
    return form;
}

QSpinBox* numberBox(int least, int most, const char* name)
{
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setObjectName(QLatin1String(name));
    return box;
}

QWidget* row(std::initializer_list<QWidget*> fields)
{
    auto* widget = new QWidget;
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep_px);
    for (QWidget* field : fields)
        layout->addWidget(field);
    layout->addStretch();
    return widget;
}
} // namespace

SelectionPage::SelectionPage(const Scene& scene, QWidget* parent)
    : QWidget(parent)
    , m_finished(new QCheckBox(tr("Only frames that are marked as finished")))
    , m_gate(new QComboBox)
    , m_first(numberBox(1, mostFrames, "firstFrame"))
    , m_last(numberBox(0, mostFrames, "lastFrame"))
    , m_points(numberBox(0, mostPoints, "points"))
    , m_range(new NumberBox)
{
    const auto finished = std::count_if(scene.frames.begin(), scene.frames.end(),
        [](const auto& entry) { return entry.second.state == FrameState::Done; });
    m_finished->setObjectName(QStringLiteral("finished"));
    m_finished->setToolTip(tr("Finished: %1 of %2 frames").arg(finished).arg(scene.frames.size()));
    const auto acceptedFrames = std::count_if(
        scene.frames.begin(), scene.frames.end(), [&](const auto& entry) { return scene.isAccepted(entry.second); });
    const auto acceptedShapes = std::count_if(
        scene.shapes.begin(), scene.shapes.end(), [&](const auto& entry) { return scene.isAccepted(entry.second); });
    const auto whole = std::count_if(scene.frames.begin(), scene.frames.end(),
        [&](const auto& entry) { return isWhollyAccepted(scene, entry.second); });
    m_gate->setObjectName(QStringLiteral("gate"));
    m_gate->addItem(tr("Whatever reviewers say"));
    m_gate->addItem(tr("Only frames that were accepted (%1)").arg(acceptedFrames));
    m_gate->addItem(tr("Only objects that were accepted (%1)").arg(acceptedShapes));
    m_gate->addItem(tr("Only frames that are wholly accepted (%1)").arg(whole));
    m_gate->setToolTip(tr("The manifest says who has accepted how much of what goes out"));
    m_last->setSpecialValueText(tr("the last"));
    m_first->setToolTip(tr("First frame of each sequence that is exported, counted from 1"));
    m_last->setToolTip(tr("Last frame of each sequence that is exported"));
    m_points->setSpecialValueText(tr("any number"));
    m_points->setToolTip(tr("Boxes with fewer points of the cloud inside are left out"));
    m_range->setObjectName(QStringLiteral("range"));
    m_range->setRange(0.0, farthest_m);
    m_range->setDecimals(1);
    m_range->setSuffix(tr(" m"));
    m_range->setSpecialValueText(tr("any distance"));
    m_range->setAlignment(Qt::AlignLeft); // as the other fields of the page
    m_range->setFocusPolicy(Qt::StrongFocus);
    m_range->setToolTip(tr("Boxes whose middle is farther from the sensor are left out"));
    auto* form = formOf(this);
    form->addRow(QString(), m_finished);
    form->addRow(tr("Review"), m_gate);
    form->addRow(tr("Frames of each sequence"), row({m_first, new QLabel(tr("to")), m_last}));
    form->addRow(tr("Points in a box, at least"), row({m_points}));
    form->addRow(tr("Distance from the sensor, at most"), row({m_range}));
    connect(m_finished, &QCheckBox::toggled, this, &SelectionPage::changed);
    connect(m_gate, &QComboBox::currentIndexChanged, this, &SelectionPage::changed);
    for (const QSpinBox* box : {m_first, m_last, m_points})
        connect(box, &QSpinBox::valueChanged, this, &SelectionPage::changed);
    connect(m_range, &NumberBox::valueChanged, this, &SelectionPage::changed);
}

ExportSelection SelectionPage::selection() const
{
    ExportSelection result;
    result.finishedOnly = m_finished->isChecked();
    result.gate = static_cast<ReviewGate>(m_gate->currentIndex());
    result.firstFrame = m_first->value();
    result.lastFrame = m_last->value();
    result.minimumPoints = m_points->value();
    result.range_m = m_range->value();
    return result;
}

void SelectionPage::setSelection(const ExportSelection& selection)
{
    m_finished->setChecked(selection.finishedOnly);
    m_gate->setCurrentIndex(static_cast<int>(selection.gate));
    m_first->setValue(selection.firstFrame);
    m_last->setValue(selection.lastFrame);
    m_points->setValue(selection.minimumPoints);
    m_range->setValue(selection.range_m);
}

SplitPage::SplitPage(const Scene& scene, QWidget* parent)
    : QWidget(parent)
    , m_hasOneSequence(scene.sequences.size() <= 1)
    , m_rule(new QComboBox)
    , m_seed(numberBox(0, 1'000'000'000, "seed"))
    , m_cut(new QCheckBox(tr("Cut the sequence into blocks of frames that share no object")))
    , m_note(new QLabel)
{
    m_rule->setObjectName(QStringLiteral("splitRule"));
    m_rule->addItem(tr("The last sequence is for validation"));
    m_rule->addItem(tr("By shares, whole sequences"));
    m_cut->setObjectName(QStringLiteral("cut"));
    m_note->setObjectName(QStringLiteral("splitNote"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    static constexpr std::array names{"shareTrain", "shareVal", "shareTest"};
    const SplitRecipe usual;
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        m_shares[i] = numberBox(0, largestShare, names[i]);
        m_shares[i]->setValue(usual.shares[i]);
        connect(m_shares[i], &QSpinBox::valueChanged, this, &SplitPage::changed);
    }
    m_seed->setToolTip(tr("The same number gives the same division, everywhere"));
    auto* form = formOf(this);
    form->addRow(tr("Division"), m_rule);
    form->addRow(tr("Shares"), row({new QLabel(tr("training")), m_shares[0], new QLabel(tr("validation")), m_shares[1],
                                   new QLabel(tr("test")), m_shares[2]}));
    form->addRow(tr("Seed"), row({m_seed}));
    form->addRow(QString(), m_cut);
    form->addRow(m_note);
    connect(m_rule, &QComboBox::currentIndexChanged, this, &SplitPage::follow);
    connect(m_seed, &QSpinBox::valueChanged, this, &SplitPage::changed);
    connect(m_cut, &QCheckBox::toggled, this, &SplitPage::changed);
    follow();
}

void SplitPage::follow()
{
    const bool byShares = m_rule->currentIndex() == 1;
    for (QSpinBox* share : m_shares)
        share->setEnabled(byShares);
    m_seed->setEnabled(byShares);
    m_cut->setEnabled(byShares && m_hasOneSequence && m_isHeld);
    m_cut->setToolTip(m_hasOneSequence ? tr("Frames in between, with objects of both sides, are left out")
                                       : tr("Only where the project has a single sequence"));
    m_note->setText(m_isHeld ? tr("Sequences are never divided, so that no frame is learned whose neighbour is scored.")
                             : tr("This format cannot say what frames are for."));
    emit changed();
}

std::optional<SplitRecipe> SplitPage::recipe() const
{
    if (m_rule->currentIndex() != 1)
        return std::nullopt;
    SplitRecipe result;
    for (std::size_t i = 0; i < m_shares.size(); ++i)
        result.shares[i] = m_shares[i]->value();
    result.seed = static_cast<quint32>(m_seed->value());
    result.cutSequence = m_hasOneSequence && m_cut->isChecked();
    return result;
}

void SplitPage::setRecipe(const std::optional<SplitRecipe>& recipe)
{
    m_rule->setCurrentIndex(recipe ? 1 : 0);
    if (!recipe)
        return;
    for (std::size_t i = 0; i < m_shares.size(); ++i)
        m_shares[i]->setValue(recipe->shares[i]);
    m_seed->setValue(static_cast<int>(recipe->seed));
    m_cut->setChecked(recipe->cutSequence);
}

void SplitPage::setHeld(bool held)
{
    m_isHeld = held;
    follow();
}

} // namespace lunkuo
