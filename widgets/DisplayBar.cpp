#include "widgets/DisplayBar.h"

#include "widgets/NumberBox.h"
#include "widgets/Style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace lunkuo
{

namespace
{
constexpr int rangeWidth_px = 76;
constexpr int sliderWidth_px = 84;
constexpr int largestPoint_px = 10;

void limit(NumberBox& box)
{
    box.setRange(-100000.0, 16777215.0);
    box.setDecimals(2);
    box.setSingleStep(0.5);
    box.setKeyboardTracking(false);
    box.setButtonSymbols(QAbstractSpinBox::NoButtons);
    box.setFixedWidth(rangeWidth_px);
}
} // namespace

DisplayBar::DisplayBar(QWidget* parent)
    : QWidget(parent)
    , m_by(new QComboBox)
    , m_automatic(new QCheckBox)
    , m_minimum(new NumberBox)
    , m_dash(new QLabel(QStringLiteral("–")))
    , m_maximum(new NumberBox)
    , m_pointSize(new QSlider(Qt::Horizontal))
{
    m_by->setObjectName(QStringLiteral("colouring"));
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_by->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_by, m_automatic, m_pointSize})
        widget->setFocusPolicy(Qt::NoFocus);
    limit(*m_minimum);
    limit(*m_maximum);
    m_minimum->setObjectName(QStringLiteral("rangeMinimum"));
    m_maximum->setObjectName(QStringLiteral("rangeMaximum"));
    m_pointSize->setRange(1, largestPoint_px);
    m_pointSize->setPageStep(1);
    m_pointSize->setFixedWidth(sliderWidth_px);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(gridStep_px, 0, gridStep_px, 0);
    layout->setSpacing(2 * gridStep_px);
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_by, m_automatic, m_minimum, m_dash, m_maximum, m_pointSize})
        layout->addWidget(widget);
    layout->addStretch();

    connect(m_by, &QComboBox::activated, this, [this](int index) {
        changeColoring([index](PointColoring& coloring) { coloring = {static_cast<ColorBy>(index)}; });
    });
    connect(m_automatic, &QCheckBox::toggled, this,
        [this](bool on) { changeColoring([on](PointColoring& coloring) { coloring.automatic = on; }); });
    connect(m_minimum, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        changeColoring([value](PointColoring& coloring) {
            coloring.automatic = false;
            coloring.minimum = value;
            coloring.maximum = std::max(coloring.maximum, value);
        });
    });
    connect(m_maximum, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        changeColoring([value](PointColoring& coloring) {
            coloring.automatic = false;
            coloring.maximum = value;
            coloring.minimum = std::min(coloring.minimum, value);
        });
    });
    connect(m_pointSize, &QSlider::valueChanged, this, [this](int pixels) {
        if (m_view)
            m_view->setPointSize(pixels);
    });
    connect(m_minimum, &NumberBox::keyboardReturned, this, &DisplayBar::keyboardReturned);
    connect(m_maximum, &NumberBox::keyboardReturned, this, &DisplayBar::keyboardReturned);
    retranslate();
    refresh();
}

void DisplayBar::setView(SceneView* view)
{
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = view;
    if (view) {
        connect(view, &SceneView::coloringChanged, this, &DisplayBar::refresh);
        connect(view, &SceneView::pointSizeChanged, this, &DisplayBar::refresh);
    }
    refresh();
}

void DisplayBar::changeColoring(const std::function<void(PointColoring&)>& change)
{
    if (!m_view)
        return;
    PointColoring coloring = m_view->coloring();
    change(coloring);
    m_view->setColoring(coloring);
}

void DisplayBar::refresh()
{
    setEnabled(m_view != nullptr);
    if (!m_view)
        return;
    const PointColoring coloring = m_view->coloring();
    const QSignalBlocker b1(m_by), b2(m_automatic), b3(m_minimum), b4(m_maximum), b5(m_pointSize);
    const bool hasRange =
        coloring.by == ColorBy::Height || coloring.by == ColorBy::Intensity || coloring.by == ColorBy::Ring;
    m_by->setCurrentIndex(static_cast<int>(coloring.by));
    m_automatic->setChecked(coloring.automatic);
    m_minimum->setValue(coloring.minimum);
    m_maximum->setValue(coloring.maximum);
    m_pointSize->setValue(m_view->pointSize_px());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_automatic, m_minimum, m_dash, m_maximum})
        widget->setEnabled(hasRange);
}

void DisplayBar::retranslate()
{
    const QSignalBlocker blocker(m_by);
    const int current = std::max(0, m_by->currentIndex());
    m_by->clear();
    m_by->addItems({tr("Height"), tr("Intensity"), tr("Ring"), tr("Colour"), tr("Class"), tr("Plain"), tr("Images")});
    m_by->setCurrentIndex(current);
    m_by->setToolTip(tr("What colours the points (P for the next)"));
    m_automatic->setText(tr("Auto range"));
    m_automatic->setToolTip(tr("The range follows the values of each frame"));
    m_minimum->setToolTip(tr("Value at the lower end of the colours"));
    m_maximum->setToolTip(tr("Value at the upper end of the colours"));
    m_pointSize->setToolTip(tr("Point size (+ and −)"));
    m_by->setAccessibleName(m_by->toolTip());
    m_minimum->setAccessibleName(m_minimum->toolTip());
    m_maximum->setAccessibleName(m_maximum->toolTip());
    m_pointSize->setAccessibleName(m_pointSize->toolTip());
}

void DisplayBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
