#include "widgets/CuboidPanel.h"

#include "model/geometry/Angles.h"
#include "model/tools/FitActions.h"
#include "model/tools/ShapeActions.h"
#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalBlocker>

namespace lunkuo
{

namespace
{
constexpr double farthest_m = 1e7;
constexpr double longestSide_m = 100.0; ///< no object of a road is longer
constexpr double steepest_deg = 90.0;
constexpr const char* names[] = {"x", "y", "z", "length", "width", "height", "yaw", "pitch", "roll"};
} // namespace

CuboidPanel::CuboidPanel(Document& document, Selection& selection, const ToolController& tools, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_tools(tools)
    , m_source(new QLabel)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * gridStep_px, gridStep_px, 2 * gridStep_px, 2 * gridStep_px);
    grid->setHorizontalSpacing(gridStep_px);
    grid->setVerticalSpacing(gridStep_px);
    for (int i = 0; i < NumberCount; ++i) {
        const auto number = static_cast<Number>(i);
        const auto at = static_cast<std::size_t>(i);
        auto* box = m_boxes[at] = new NumberBox;
        auto* label = m_labels[at] = new QLabel;
        box->setObjectName(QStringLiteral("cuboid.") + QLatin1String(names[i]));
        box->setDecimals(number >= Yaw ? 2 : 3);
        box->setSingleStep(number >= Yaw ? 1.0 : 0.05);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        if (number == Yaw) {
            box->setRange(-180.0, 180.0);
            box->setWrapping(true);
        } else if (number == Pitch) {
            box->setRange(-steepest_deg, steepest_deg);
        } else if (number == Roll) {
            box->setRange(-180.0, 180.0);
        } else if (number >= Length) {
            box->setRange(shortestSide_m, longestSide_m);
        } else {
            box->setRange(-farthest_m, farthest_m);
        }
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(box);
        // Three numbers a line, each under its name.
        grid->addWidget(label, 2 * (i / 3), i % 3);
        grid->addWidget(box, 2 * (i / 3) + 1, i % 3);
        connect(box, &NumberBox::valueChanged, this, [this, number] { commit(number); });
        connect(box, &NumberBox::keyboardReturned, this, &CuboidPanel::keyboardReturned);
    }
    m_source->setWordWrap(true);
    m_source->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(m_source, 6, 0, 1, 3);
    grid->setRowStretch(7, 1);
    connect(&document, &Document::changed, this, &CuboidPanel::refresh);
    connect(&selection, &Selection::shapeAboutToChange, this, [this] {
        if (selectedShape())
            for (NumberBox* box : m_boxes)
                box->interpretText();
    });
    connect(&selection, &Selection::shapeChanged, this, &CuboidPanel::refresh);
    connect(&tools, &ToolController::draftChanged, this, &CuboidPanel::refresh);
    retranslate();
}

const Shape* CuboidPanel::selectedShape() const
{
    const auto& shapes = m_document.scene().shapes;
    const auto found = shapes.find(m_selection.shape());
    return found == shapes.end() ? nullptr : &found->second;
}

void CuboidPanel::refresh()
{
    const auto subject = subjectOf(m_tools.draft(), m_document.scene(), m_selection);
    const Shape* shape = subject ? &subject->shape : nullptr;
    const Cuboid cuboid = shape ? shape->cuboid : Cuboid();
    const double values[] = {cuboid.center.x(), cuboid.center.y(), cuboid.center.z(), cuboid.size.x(), cuboid.size.y(),
        cuboid.size.z(), degrees(cuboid.yaw()), degrees(cuboid.pitch()), degrees(cuboid.roll())};
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker quiet(m_boxes[i]);
        m_boxes[i]->setEnabled(shape && !subject->isNew && !shape->locked);
        m_boxes[i]->setValue(values[i]);
        if (!shape)
            m_boxes[i]->clear();
    }
    m_source->setText(shape ? Names::of(shape->origin) : tr("No object is selected."));
    if (shape && shape->locked)
        m_source->setText(tr("%1; locked").arg(m_source->text()));
    if (shape && shape->held)
        m_source->setText(tr("%1; fixed by hand: %2").arg(m_source->text(), namesOf(shape->held)));
}

void CuboidPanel::commit(Number number)
{
    const Shape* shape = selectedShape();
    if (!shape)
        return;
    Cuboid cuboid = shape->cuboid;
    const double value = m_boxes[number]->value();
    if (number >= Yaw)
        cuboid = cuboid.withAngles(number == Yaw ? radians(value) : cuboid.yaw(),
            number == Pitch ? radians(value) : cuboid.pitch(), number == Roll ? radians(value) : cuboid.roll());
    else if (number >= Length)
        cuboid.size[number - Length] = value;
    else
        cuboid.center[number] = value;
    // The label without its unit.
    const QString name = m_labels[number]->text().section(QRegularExpression(QStringLiteral("[,，]")), 0, 0);
    const QString text = number == Yaw ? tr("Turn to %1°").arg(value) : tr("Set %1 to %2").arg(name).arg(value);
    if (const auto done = setCuboid(m_document, shape->id, cuboid, text); !done) {
        emit refused(done.error().sentence);
        refresh();
    }
}

void CuboidPanel::retranslate()
{
    const QString texts[] = {tr("Centre x, m"), tr("Centre y, m"), tr("Centre z, m"), tr("Length, m"), tr("Width, m"),
        tr("Height, m"), tr("Heading, °"), tr("Pitch, °"), tr("Roll, °")};
    const QString tips[] = {tr("Forward of the sensor"), tr("Left of the sensor"), tr("Above the sensor"),
        tr("Along the heading"), tr("Across the heading"), tr("Upwards"),
        tr("From the sensor's forward direction, counter-clockwise seen from above"),
        tr("How far the front is raised: 0 on level ground"), tr("How far it leans to its right: 0 on level ground")};
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        m_labels[i]->setText(texts[i]);
        m_boxes[i]->setToolTip(tr("%1. Enter hands the number over, Escape drops it.").arg(tips[i]));
        m_boxes[i]->setAccessibleName(texts[i]);
    }
    refresh();
}

void CuboidPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
