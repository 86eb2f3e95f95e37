#include "widgets/PoseDialog.h"

#include "model/cloud/CloudFormat.h"
#include "model/geometry/Angles.h"
#include "model/sequence/WorldPose.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr double reliable = 0.5;
constexpr int tableHeight_px = 260;
enum Column { FrameColumn, WayColumn, TurnColumn, ConfidenceColumn, columnCount };

QTableWidgetItem* cell(const QString& text, bool isNumber = true)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (isNumber)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}
} // namespace

PoseDialog::PoseDialog(Document& document, const FrameCache& frames, SequenceId sequence, QWidget* parent)
    : WorkDialog(parent)
    , m_document(document)
    , m_sequence(sequence)
    , m_state(new QLabel)
    , m_table(new QTableWidget(0, columnCount))
    , m_replace(new QCheckBox(tr("Replace the measured poses too")))
    , m_use(addButton(tr("Use these poses")))
    , m_forget(addButton(tr("Forget the estimated poses")))
{
    setWindowTitle(tr("Estimate poses"));
    startButton()->setText(tr("Estimate"));
    m_state->setObjectName(QStringLiteral("poses.state"));
    m_state->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("poses.steps"));
    m_replace->setObjectName(QStringLiteral("poses.replace"));
    m_replace->setToolTip(tr("Only where they are wrong: estimated poses drift. Undo brings them back."));
    m_use->setObjectName(QStringLiteral("poses.use"));
    m_use->setEnabled(false); // not hidden: the row of buttons shows all that it lays out
    m_forget->setObjectName(QStringLiteral("poses.forget"));
    m_table->setHorizontalHeaderLabels({tr("To the frame"), tr("Way, m"), tr("Turn, °"), tr("Confidence")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setMinimumHeight(tableHeight_px);
    m_table->setAccessibleName(tr("Steps from frame to frame"));
    auto* explanation =
        new QLabel(tr("Where the sensor stood in each frame is worked out from the clouds alone: each "
                      "scan is registered on the one before. Errors add up along the way, so measured "
                      "poses are better where there are any. Nothing changes until you use the result."));
    explanation->setWordWrap(true);
    form()->addRow(explanation);
    form()->addRow(tr("Poses now"), m_state);
    form()->addRow(m_replace);
    form()->addRow(m_table);
    for (const FrameId id : document.scene().framesOf(sequence)) {
        const Frame& frame = document.scene().frames.at(id);
        m_names << frame.name;
        m_times_s.push_back(seconds(frame));
        m_paths.push_back(frames.absolutePath(frame.cloudPath));
    }
    connect(m_use, &QPushButton::clicked, this, &PoseDialog::use);
    connect(m_replace, &QCheckBox::toggled, this, &PoseDialog::offerUse);
    connect(m_forget, &QPushButton::clicked, this, &PoseDialog::forget);
    showState();
}

void PoseDialog::showState()
{
    const PoseCount count = countPoses(m_document.scene(), m_sequence);
    if (count.posed == 0)
        m_state->setText(tr("none: the frames do not say where the sensor stood"));
    else if (count.measured() == count.frames)
        m_state->setText(tr("measured, in all frames; they stay"));
    else if (count.measured() > 0)
        m_state->setText(tr("measured in %1 of %2 frames, estimated in %3; the measured ones stay")
                             .arg(count.measured())
                             .arg(count.frames)
                             .arg(count.estimated));
    else
        m_state->setText(tr("estimated, in %1 of %2 frames").arg(count.estimated).arg(count.frames));
    m_replace->setVisible(count.measured() > 0);
    m_forget->setEnabled(count.estimated > 0 && m_document.isWritable());
    setProblem(count.frames < 2 ? tr("There is only one frame.") : QString());
}

void PoseDialog::start()
{
    m_use->setEnabled(false);
    m_forget->setEnabled(false);
    m_poses = {};
    m_table->setRowCount(0);
    run(
        [times = m_times_s, paths = m_paths](const Progress& progress) -> Result<EstimatedPoses> {
            QString trouble;
            auto poses = estimatePoses(
                times,
                [&](std::size_t i) -> CloudPtr {
                    auto cloud = readCloud(paths[i]);
                    if (!cloud)
                        trouble = cloud.error().sentence;
                    return cloud ? std::make_shared<const PointCloud>(std::move(*cloud)) : nullptr;
                },
                progress);
            const bool isAnySure = std::any_of(
                poses.steps.begin(), poses.steps.end(), [](const ScanMotion& step) { return step.confidence > 0.0; });
            if (!isAnySure && !trouble.isEmpty())
                return failure(trouble);
            return poses;
        },
        [this](const Result<EstimatedPoses>& poses) { arrive(poses); });
}

void PoseDialog::arrive(const Result<EstimatedPoses>& poses)
{
    if (isStopping()) {
        finish(tr("Stopped; nothing has changed."), Tone::Warning);
        showState();
        return;
    }
    if (!poses) {
        finish(poses.error().sentence, Tone::Bad);
        showState();
        return;
    }
    m_poses = *poses;
    fillTable();
    const auto doubtful = std::count_if(
        m_poses.steps.begin(), m_poses.steps.end(), [](const ScanMotion& step) { return step.confidence < reliable; });
    const QString way = tr("%1 frames, %2 m in all.").arg(m_poses.world_sensor.size()).arg(m_poses.way_m(), 0, 'f', 1);
    if (doubtful == 0)
        finish(way + u' ' + tr("All steps can be relied on."), Tone::Good);
    else
        finish(way + u' ' + tr("%1 steps are doubtful (⚠).").arg(doubtful), Tone::Warning);
    offerUse();
    m_use->setFocus();
    m_forget->setEnabled(false);
}

void PoseDialog::fillTable()
{
    m_table->setRowCount(static_cast<int>(m_poses.steps.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ScanMotion& step = m_poses.steps[static_cast<std::size_t>(row)];
        const double turn = degrees(Eigen::AngleAxisd(step.first_second.rotation()).angle());
        const QString sign = step.confidence < reliable ? QStringLiteral("⚠ ") : QString();
        m_table->setItem(row, FrameColumn, cell(m_names[row + 1], false));
        m_table->setItem(row, WayColumn, cell(QString::number(step.first_second.translation().norm(), 'f', 2)));
        m_table->setItem(row, TurnColumn, cell(QString::number(turn, 'f', 2)));
        auto* confidence = cell(sign + QStringLiteral("%1 %").arg(std::lround(100.0 * step.confidence)));
        confidence->setToolTip(tr("%1 % of the places lie on what the scan before saw, usually %2 cm off")
                                   .arg(std::lround(100.0 * step.inliers))
                                   .arg(100.0 * step.residual_m, 0, 'f', 1));
        m_table->setItem(row, ConfidenceColumn, confidence);
    }
}

/// Where all poses were measured there is nothing to use unless they are to go.
void PoseDialog::offerUse()
{
    const PoseCount count = countPoses(m_document.scene(), m_sequence);
    m_use->setEnabled(m_document.isWritable() && !m_poses.world_sensor.empty() &&
                      (m_replace->isChecked() || count.measured() < count.frames));
}

void PoseDialog::use()
{
    const auto measured = m_replace->isChecked() ? MeasuredPoses::Replace : MeasuredPoses::Keep;
    if (const auto done = usePoses(m_document, m_sequence, m_poses, measured); !done) {
        emit refused(done.error().sentence);
        return;
    }
    accept();
}

void PoseDialog::forget()
{
    if (const auto done = forgetEstimatedPoses(m_document, m_sequence); !done)
        emit refused(done.error().sentence);
    showState();
}

} // namespace lunkuo
