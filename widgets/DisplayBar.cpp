#include "widgets/DisplayBar.h"

#include "widgets/Style.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

namespace lunkuo
{

namespace
{
constexpr int sliderWidth_px = 84;
constexpr int largestPoint_px = 10;
} // namespace

DisplayBar::DisplayBar(QWidget* parent)
    : QWidget(parent)
    , m_by(new QComboBox)
    , m_pointSize(new QSlider(Qt::Horizontal))
{
    m_by->setObjectName(QStringLiteral("colouring"));
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_by->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_by, m_pointSize})
        widget->setFocusPolicy(Qt::NoFocus);
    m_pointSize->setRange(1, largestPoint_px);
    m_pointSize->setPageStep(1);
    m_pointSize->setFixedWidth(sliderWidth_px);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(gridStep_px, 0, gridStep_px, 0);
    layout->setSpacing(2 * gridStep_px);
    layout->addWidget(m_by);
    layout->addWidget(m_pointSize);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(m_by, &QComboBox::activated, this, [this](int index) {
        PointColoring coloring = m_view->coloring();
        coloring.by = static_cast<ColorBy>(index);
        coloring.automatic = true; // the range was that of other values
        m_view->setColoring(coloring);
    });
    connect(m_pointSize, &QSlider::valueChanged, this, [this](int pixels) {
        if (m_view)
            m_view->setPointSize(pixels);
    });
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

void DisplayBar::refresh()
{
    setEnabled(m_view != nullptr);
    if (!m_view)
        return;
    const QSignalBlocker by(m_by), size(m_pointSize);
    m_by->setCurrentIndex(static_cast<int>(m_view->coloring().by));
    m_pointSize->setValue(m_view->pointSize_px());
}

void DisplayBar::retranslate()
{
    const QSignalBlocker blocker(m_by);
    const int current = std::max(0, m_by->currentIndex());
    m_by->clear();
    m_by->addItems({tr("Height"), tr("Intensity"), tr("Ring"), tr("Colour"), tr("Class"), tr("Plain"), tr("Images")});
    m_by->setCurrentIndex(current);
    m_by->setToolTip(tr("What colours the points"));
    m_pointSize->setToolTip(tr("Point size"));
    m_by->setAccessibleName(m_by->toolTip());
    m_pointSize->setAccessibleName(m_pointSize->toolTip());
}

void DisplayBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
