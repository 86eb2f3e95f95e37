#include "widgets/SensorDialog.h"

#include "model/completion/GroundRound.h"
#include "model/tools/SensorActions.h"
#include "widgets/NumberBox.h"
#include "widgets/Style.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace lunkuo
{

namespace
{
constexpr int width_px = 440;
constexpr double farthest_m = 1e7;
constexpr double step_m = 0.05;
constexpr double unchanged_m = 5e-4; ///< what the fields' decimals hide
constexpr const char* names[] = {"x", "y", "z"};

QLabel* paragraph()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    return label;
}
} // namespace

SensorDialog::SensorDialog(Document& document, FrameCache& frames, FrameId frame, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_frames(frames)
    , m_frame(frame)
    , m_explanation(paragraph())
    , m_source(paragraph())
    , m_height(paragraph())
    , m_estimate(new QPushButton)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    grid->setSpacing(2 * gridStep_px);
    grid->addWidget(m_explanation, 0, 0, 1, 3);
    for (int axis = 0; axis < 3; ++axis) {
        const auto at = static_cast<std::size_t>(axis);
        auto* box = m_boxes[at] = new NumberBox;
        box->setObjectName(QStringLiteral("sensor.") + QLatin1String(names[at]));
        box->setFocusPolicy(Qt::StrongFocus);
        box->setDecimals(3);
        box->setKeyboardTracking(true); // the height over the ground follows each digit
        box->setSingleStep(step_m);
        box->setRange(-farthest_m, farthest_m);
        m_labels[at] = new QLabel;
        m_labels[at]->setBuddy(box);
        grid->addWidget(m_labels[at], 1, axis);
        grid->addWidget(box, 2, axis);
        connect(box, &NumberBox::valueChanged, this, &SensorDialog::showHeight);
    }
    m_source->setObjectName(QStringLiteral("sensor.source"));
    m_height->setObjectName(QStringLiteral("sensor.height"));
    m_height->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(m_source, 3, 0, 1, 3);
    grid->addWidget(m_height, 4, 0, 1, 3);
    grid->addWidget(m_buttons, 5, 0, 1, 3);
    m_estimate->setObjectName(QStringLiteral("sensor.estimate"));
    m_buttons->addButton(m_estimate, QDialogButtonBox::ResetRole);
    setMinimumWidth(width_px);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SensorDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SensorDialog::reject);
    connect(m_estimate, &QPushButton::clicked, this, &SensorDialog::estimate);
    connect(&frames, &FrameCache::loaded, this, &SensorDialog::refresh);
    retranslate();
    refresh();
}

Eigen::Vector3d SensorDialog::typed() const
{
    return {m_boxes[0]->value(), m_boxes[1]->value(), m_boxes[2]->value()};
}

void SensorDialog::refresh()
{
    const auto place = m_frames.sensorOf(m_frame);
    const bool isWritable = m_document.isWritable();
    const Eigen::Vector3d position = place ? place->position : Eigen::Vector3d(0.0, 0.0, 0.0);
    for (int axis = 0; axis < 3; ++axis) {
        NumberBox* box = m_boxes[static_cast<std::size_t>(axis)];
        const QSignalBlocker quiet(box);
        if (m_shown != position) // frames that are loaded meanwhile do not overwrite what is being typed
            box->setValue(position[axis]);
        box->setEnabled(isWritable);
    }
    m_shown = position;
    using Source = SensorPlace::Source;
    m_estimate->setEnabled(isWritable && place && place->source != Source::Estimated);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isWritable);
    if (!place)
        m_source->setText(tr("Nobody has said where it is; it is estimated as soon as a frame is loaded."));
    else if (place->source == Source::Calibration)
        m_source->setText(tr("This is what the calibration says."));
    else if (place->source == Source::ByHand)
        m_source->setText(tr("This was set by hand."));
    else
        m_source->setText(tr("This is estimated from the points: the calibration does not say."));
    showHeight();
}

void SensorDialog::showHeight()
{
    const LoadedFramePtr frame = m_frames.loadedFrame(m_frame);
    const Eigen::Vector3d place = typed();
    m_height->setText(
        frame ? tr("%1 m above the ground around").arg(place.z() - groundRound(*frame->prepared, place), 0, 'f', 2)
              : QString());
}

void SensorDialog::accept()
{
    // What was only looked at stays what it was: an estimate remains one, and what nobody knows yet is still not known.
    if ((*m_shown - typed()).cwiseAbs().maxCoeff() > unchanged_m)
        if (const auto done = setSensorOrigin(m_document, m_frame, typed()); !done)
            emit refused(done.error().sentence);
    QDialog::accept();
}

void SensorDialog::estimate()
{
    if (const auto done = setSensorOrigin(m_document, m_frame, std::nullopt); !done)
        emit refused(done.error().sentence);
    refresh();
}

void SensorDialog::retranslate()
{
    setWindowTitle(tr("Sensor position"));
    m_explanation->setText(
        tr("Where the LiDAR is in the clouds of this sequence. From there it is known which space its "
           "rays crossed and which sides of an object it could see."));
    const QString texts[] = {tr("x, m forward"), tr("y, m to the left"), tr("z, m upwards")};
    for (std::size_t axis = 0; axis < m_boxes.size(); ++axis) {
        m_labels[axis]->setText(texts[axis]);
        m_boxes[axis]->setAccessibleName(texts[axis]);
    }
    m_estimate->setText(tr("Estimate from the points"));
    m_estimate->setToolTip(tr("Forgets what the calibration or a person has said"));
}

void SensorDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace lunkuo
