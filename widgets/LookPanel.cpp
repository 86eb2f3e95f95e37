#include "widgets/LookPanel.h"

#include "widgets/Chip.h"
#include "widgets/FlowLayout.h"
#include "widgets/HistogramRange.h"
#include "widgets/Icons.h"
#include "widgets/Names.h"
#include "widgets/NumberBox.h"
#include "widgets/Style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <cmath>
#include <set>

namespace lunkuo
{

namespace
{
constexpr int width_px = 316;
constexpr int scrollBar_px = 16;
constexpr int apart_px = 8; ///< from the edges of the view
constexpr std::size_t bins = 96;
constexpr int gammaSteps = 40; ///< each way from 1
constexpr int largestPoint_px = 10;

double gammaOf(int step)
{
    return std::pow(PointColoring::mostGamma, static_cast<double>(step) / gammaSteps);
}

int stepOf(double gamma)
{
    return qRound(gammaSteps * std::log(gamma) / std::log(PointColoring::mostGamma));
}

NumberBox* metresBox(double least, double most)
{
    auto* box = new NumberBox;
    box->setRange(least, most);
    box->setDecimals(1);
    box->setSingleStep(0.5);
    box->setSuffix(LookPanel::tr(" m"));
    return box;
}

QHBoxLayout* row(std::initializer_list<QWidget*> widgets)
{
    auto* layout = new QHBoxLayout;
    layout->setSpacing(gridStep_px);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return layout;
}
} // namespace

LookPanel::LookPanel(SceneView& view, const Document& document, QWidget* parent)
    : QFrame(parent)
    , m_view(view)
    , m_document(document)
    , m_title(new QLabel)
    , m_close(new QToolButton)
    , m_content(new QWidget)
    , m_by(new QComboBox)
    , m_map(new QComboBox)
    , m_histogram(new HistogramRange)
    , m_automatic(new QCheckBox)
    , m_minimum(new NumberBox)
    , m_maximum(new NumberBox)
    , m_gamma(new QSlider(Qt::Horizontal))
    , m_pointSize(new QSlider(Qt::Horizontal))
    , m_sizeByDistance(new QCheckBox)
    , m_eyeDome(new QCheckBox)
    , m_ground(new QComboBox)
    , m_cropsHeight(new QCheckBox)
    , m_lowest(metresBox(-100.0, 100.0))
    , m_highest(metresBox(-100.0, 100.0))
    , m_cropsToSelection(new QCheckBox)
    , m_margin(metresBox(0.0, 100.0))
    , m_cropsToBox(new QCheckBox)
    , m_along(metresBox(-500.0, 500.0), metresBox(-500.0, 500.0))
    , m_across(metresBox(-500.0, 500.0), metresBox(-500.0, 500.0))
    , m_classes(new QWidget)
    , m_grid(new QCheckBox)
    , m_rings(new QCheckBox)
    , m_names(new QCheckBox)
{
    setObjectName(QStringLiteral("lookPanel"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::NoFocus);
    m_close->setIcon(lineIcon(QStringLiteral("cross")));
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    auto* form = new QFormLayout(m_content);
    form->setContentsMargins(2 * gridStep_px, 0, 3 * gridStep_px, 2 * gridStep_px);
    form->setVerticalSpacing(2 * gridStep_px);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildColours(*form);
    buildPoints(*form);
    buildFilters(*form);
    buildExtras(*form);
    for (QWidget* widget : m_content->findChildren<QWidget*>())
        if (!qobject_cast<NumberBox*>(widget))
            widget->setFocusPolicy(Qt::NoFocus); // the view keeps the keyboard
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(2 * gridStep_px, gridStep_px, gridStep_px, gridStep_px);
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    connectColours();
    connectFilters();
    retranslate();
    hide();
}

QLabel* LookPanel::label(const char* text)
{
    auto* label = new QLabel;
    m_labels.emplace_back(label, text);
    return label;
}

void LookPanel::buildColours(QFormLayout& form)
{
    m_by->setObjectName(QStringLiteral("lookBy"));
    m_map->setObjectName(QStringLiteral("lookMap"));
    m_ground->setObjectName(QStringLiteral("lookGround"));
    m_histogram->setObjectName(QStringLiteral("lookHistogram"));
    m_automatic->setObjectName(QStringLiteral("lookAutomatic"));
    m_minimum->setObjectName(QStringLiteral("rangeMinimum"));
    m_maximum->setObjectName(QStringLiteral("rangeMaximum"));
    for (NumberBox* box : {m_minimum, m_maximum}) {
        box->setRange(-100000.0, 16777215.0);
        box->setSingleStep(0.5);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    }
    m_gamma->setObjectName(QStringLiteral("lookGamma"));
    m_gamma->setRange(-gammaSteps, gammaSteps);
    form.addRow(label(QT_TR_NOOP("Colour by")), m_by);
    form.addRow(label(QT_TR_NOOP("Colours")), m_map);
    form.addRow(m_histogram);
    form.addRow(m_automatic, row({m_minimum, new QLabel(QStringLiteral("–")), m_maximum}));
    form.addRow(label(QT_TR_NOOP("Gamma")), m_gamma);
}

void LookPanel::buildPoints(QFormLayout& form)
{
    m_pointSize->setRange(1, largestPoint_px);
    m_pointSize->setPageStep(1);
    form.addRow(label(QT_TR_NOOP("Point size")), m_pointSize);
    form.addRow(nullptr, m_sizeByDistance);
    m_eyeDome->setObjectName(QStringLiteral("lookEyeDome"));
    form.addRow(nullptr, m_eyeDome);
}

void LookPanel::buildFilters(QFormLayout& form)
{
    m_cropsHeight->setObjectName(QStringLiteral("lookCropsHeight"));
    m_cropsToSelection->setObjectName(QStringLiteral("lookCropsToSelection"));
    form.addRow(label(QT_TR_NOOP("Ground")), m_ground);
    form.addRow(m_cropsHeight, row({m_lowest, new QLabel(QStringLiteral("–")), m_highest}));
    form.addRow(m_cropsToSelection, row({m_margin}));
    m_cropsToBox->setObjectName(QStringLiteral("lookCropsToBox"));
    m_along.second->setObjectName(QStringLiteral("lookForemost"));
    form.addRow(m_cropsToBox, row({m_along.first, new QLabel(QStringLiteral("–")), m_along.second}));
    form.addRow(nullptr, row({m_across.first, new QLabel(QStringLiteral("–")), m_across.second}));
    new FlowLayout(m_classes);
    addClasses();
    form.addRow(label(QT_TR_NOOP("Classes that are shown")));
    form.addRow(m_classes);
}

/// Those of the taxonomy, then those that only objects have: data bring classes that nobody has listed.
void LookPanel::addClasses()
{
    const Scene& scene = m_document.scene();
    for (const ClassDef& type : scene.taxonomy.classes)
        addClass(type.id);
    std::set<QString> others = m_view.filter().hiddenClasses;
    for (const auto& [id, track] : scene.tracks)
        others.insert(track.classId);
    for (const QString& classId : others)
        addClass(classId);
}

void LookPanel::addClass(const QString& classId)
{
    if (m_classChips.contains(classId))
        return;
    const Taxonomy& taxonomy = m_document.scene().taxonomy;
    auto* chip = new Chip(Names::ofClass(taxonomy, classId), {});
    chip->setObjectName(QStringLiteral("look.") + classId);
    chip->setDot(Names::colorOf(taxonomy, classId));
    m_classes->layout()->addWidget(chip);
    m_classChips[classId] = chip;
    connect(chip, &Chip::clicked, this, [this, classId] {
        changeFilter([&classId](PointFilter& filter) {
            if (filter.hiddenClasses.erase(classId) == 0)
                filter.hiddenClasses.insert(classId);
        });
    });
}

void LookPanel::buildExtras(QFormLayout& form)
{
    form.addRow(label(QT_TR_NOOP("Also shown")), m_grid);
    form.addRow(nullptr, m_rings);
    form.addRow(nullptr, m_names);
}

void LookPanel::changeColoring(const std::function<void(PointColoring&)>& change)
{
    PointColoring coloring = m_view.coloring();
    change(coloring);
    m_view.setColoring(coloring);
}

void LookPanel::changeFilter(const std::function<void(PointFilter&)>& change)
{
    PointFilter filter = m_view.filter();
    change(filter);
    m_view.setFilter(filter);
}

void LookPanel::connectColours()
{
    connect(m_by, &QComboBox::activated, this, [this](int index) {
        changeColoring([index](PointColoring& coloring) {
            coloring.by = static_cast<ColorBy>(index);
            coloring.automatic = true; // the range was that of other values
        });
    });
    connect(m_map, &QComboBox::activated, this, [this](int index) {
        changeColoring([index](PointColoring& coloring) {
            coloring.map = index == 0 ? std::nullopt : std::optional(colorMaps[static_cast<std::size_t>(index - 1)]);
        });
    });
    connect(m_automatic, &QCheckBox::toggled, this,
        [this](bool on) { changeColoring([on](PointColoring& coloring) { coloring.automatic = on; }); });
    const auto setRange = [this](double minimum, double maximum) {
        changeColoring([minimum, maximum](PointColoring& coloring) {
            coloring.automatic = false;
            coloring.minimum = std::min(minimum, maximum);
            coloring.maximum = std::max({minimum, maximum, coloring.minimum + 0.01});
        });
    };
    const auto typed = [this, setRange] { setRange(m_minimum->value(), m_maximum->value()); };
    connect(m_histogram, &HistogramRange::rangeChanged, this, setRange);
    connect(m_histogram, &HistogramRange::resetWanted, m_automatic,
        [this] { changeColoring([](PointColoring& coloring) { coloring.automatic = true; }); });
    for (NumberBox* box : {m_minimum, m_maximum})
        connect(box, &QDoubleSpinBox::valueChanged, this, typed);
    for (NumberBox* box : {m_minimum, m_maximum, m_lowest, m_highest, m_margin, m_along.first, m_along.second,
             m_across.first, m_across.second})
        connect(box, &NumberBox::keyboardReturned, this, &LookPanel::keyboardReturned);
    connect(m_gamma, &QSlider::valueChanged, this,
        [this](int step) { changeColoring([step](PointColoring& coloring) { coloring.gamma = gammaOf(step); }); });
    connect(m_pointSize, &QSlider::valueChanged, &m_view, &SceneView::setPointSize);
    connect(m_sizeByDistance, &QCheckBox::toggled, &m_view, &SceneView::setSizeByDistance);
    connect(m_eyeDome, &QCheckBox::toggled, &m_view, &SceneView::setEyeDome);
    connect(m_grid, &QCheckBox::toggled, &m_view, &SceneView::setGridShown);
    connect(m_rings, &QCheckBox::toggled, &m_view, &SceneView::setRingsShown);
    connect(m_names, &QCheckBox::toggled, &m_view, &SceneView::setNamesShown);
    connect(&m_view, &SceneView::coloringChanged, this, &LookPanel::refresh);
    connect(&m_view, &SceneView::lookChanged, this, &LookPanel::refresh);
}

/// Either end pushes the other before it.
void LookPanel::connectRange(const Range& boxes, double PointFilter::*least, double PointFilter::*most)
{
    constexpr double narrowest_m = 0.1;
    connect(boxes.first, &QDoubleSpinBox::valueChanged, this, [this, least, most](double value) {
        changeFilter([=](PointFilter& filter) {
            filter.*least = value;
            filter.*most = std::max(filter.*most, value + narrowest_m);
        });
    });
    connect(boxes.second, &QDoubleSpinBox::valueChanged, this, [this, least, most](double value) {
        changeFilter([=](PointFilter& filter) {
            filter.*most = value;
            filter.*least = std::min(filter.*least, value - narrowest_m);
        });
    });
}

void LookPanel::connectFilters()
{
    connect(m_ground, &QComboBox::activated, this, [this](int index) {
        changeFilter([index](PointFilter& filter) { filter.ground = static_cast<PointFilter::Ground>(index); });
    });
    connect(m_cropsHeight, &QCheckBox::toggled, this,
        [this](bool on) { changeFilter([on](PointFilter& filter) { filter.cropsHeight = on; }); });
    connect(m_cropsToSelection, &QCheckBox::toggled, this,
        [this](bool on) { changeFilter([on](PointFilter& filter) { filter.cropsToSelection = on; }); });
    connect(m_cropsToBox, &QCheckBox::toggled, this,
        [this](bool on) { changeFilter([on](PointFilter& filter) { filter.cropsToBox = on; }); });
    connectRange({m_lowest, m_highest}, &PointFilter::lowest_m, &PointFilter::highest_m);
    connectRange(m_along, &PointFilter::rearmost_m, &PointFilter::foremost_m);
    connectRange(m_across, &PointFilter::rightmost_m, &PointFilter::leftmost_m);
    connect(m_margin, &QDoubleSpinBox::valueChanged, this,
        [this](double value) { changeFilter([value](PointFilter& filter) { filter.margin_m = value; }); });
    connect(&m_view, &SceneView::filterChanged, this, &LookPanel::refresh);
}

void LookPanel::refresh()
{
    if (!isVisible())
        return;
    refreshColours();
    refreshFilters();
}

void LookPanel::refreshColours()
{
    const PointColoring coloring = m_view.coloring();
    const QSignalBlocker blockers[]{QSignalBlocker(m_automatic), QSignalBlocker(m_minimum), QSignalBlocker(m_maximum),
        QSignalBlocker(m_gamma), QSignalBlocker(m_pointSize), QSignalBlocker(m_sizeByDistance), QSignalBlocker(m_grid),
        QSignalBlocker(m_rings), QSignalBlocker(m_names), QSignalBlocker(m_eyeDome)};
    const bool hasRange =
        coloring.by == ColorBy::Height || coloring.by == ColorBy::Intensity || coloring.by == ColorBy::Ring;
    m_by->setCurrentIndex(static_cast<int>(coloring.by));
    m_map->setCurrentIndex(coloring.map ? static_cast<int>(*coloring.map) + 1 : 0);
    m_automatic->setChecked(coloring.automatic);
    m_minimum->setValue(coloring.minimum);
    m_maximum->setValue(coloring.maximum);
    m_gamma->setValue(stepOf(coloring.gamma));
    m_histogram->show(m_view.histogram(bins), coloring, m_view.colorMap());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_map, m_automatic, m_minimum, m_maximum, m_gamma})
        widget->setEnabled(hasRange);
    m_pointSize->setValue(m_view.pointSize_px());
    m_sizeByDistance->setChecked(m_view.isSizeByDistance());
    m_eyeDome->setChecked(m_view.hasEyeDome());
    m_grid->setChecked(m_view.isGridShown());
    m_rings->setChecked(m_view.areRingsShown());
    m_names->setChecked(m_view.areNamesShown());
}

void LookPanel::refreshFilters()
{
    const PointFilter& filter = m_view.filter();
    const QSignalBlocker blockers[]{QSignalBlocker(m_cropsHeight), QSignalBlocker(m_lowest), QSignalBlocker(m_highest),
        QSignalBlocker(m_cropsToSelection), QSignalBlocker(m_margin), QSignalBlocker(m_cropsToBox),
        QSignalBlocker(m_along.first), QSignalBlocker(m_along.second), QSignalBlocker(m_across.first),
        QSignalBlocker(m_across.second)};
    m_ground->setCurrentIndex(static_cast<int>(filter.ground));
    m_cropsHeight->setChecked(filter.cropsHeight);
    m_lowest->setValue(filter.lowest_m);
    m_highest->setValue(filter.highest_m);
    m_cropsToSelection->setChecked(filter.cropsToSelection);
    m_margin->setValue(filter.margin_m);
    m_cropsToBox->setChecked(filter.cropsToBox);
    m_along.first->setValue(filter.rearmost_m);
    m_along.second->setValue(filter.foremost_m);
    m_across.first->setValue(filter.rightmost_m);
    m_across.second->setValue(filter.leftmost_m);
    addClasses();
    for (const auto& [id, chip] : m_classChips)
        chip->setChecked(!filter.hiddenClasses.contains(id));
}

void LookPanel::placeIn(const QSize& room)
{
    // Wide letters need more.
    const int wanted = std::max(width_px, m_content->minimumSizeHint().width() + scrollBar_px);
    const int width = std::min(wanted, room.width() - 2 * apart_px);
    const QLayout* form = m_content->layout();
    const int content = form->hasHeightForWidth() ? form->totalHeightForWidth(width - 2) : form->sizeHint().height();
    const int head = m_close->sizeHint().height() + 2 * gridStep_px + 4;
    setGeometry(
        room.width() - width - apart_px, apart_px, width, std::min(content + head, room.height() - 2 * apart_px));
}

void LookPanel::retranslate()
{
    QFont strong = font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_title->setText(tr("How it looks"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    for (const auto& [label, text] : m_labels)
        label->setText(tr(text));
    const auto fill = [](QComboBox* box, const QStringList& words) {
        const int current = std::max(0, box->currentIndex());
        box->clear();
        box->addItems(words);
        box->setCurrentIndex(current);
    };
    fill(m_by, {tr("Height"), tr("Intensity"), tr("Ring"), tr("Colour"), tr("Class"), tr("Plain"), tr("Images")});
    fill(m_map,
        {tr("As suits"), QStringLiteral("Turbo"), QStringLiteral("Viridis"), QStringLiteral("Cividis"), tr("Grey")});
    fill(m_ground, {tr("shown"), tr("dimmed"), tr("hidden")});
    m_map->setToolTip(tr("Viridis, cividis and grey say the same to people who do not see all colours"));
    m_histogram->setToolTip(tr("How the values are spread: drag the ends of the range, a double click resets it"));
    m_automatic->setText(tr("Auto"));
    m_automatic->setToolTip(tr("The range follows the values of each frame"));
    m_minimum->setToolTip(tr("Value at the lower end of the colours"));
    m_maximum->setToolTip(tr("Value at the upper end of the colours"));
    m_gamma->setToolTip(tr("To the left more colours for low values, to the right for high ones"));
    m_sizeByDistance->setText(tr("Nearer points larger"));
    m_eyeDome->setText(tr("Depth shading"));
    m_ground->setToolTip(tr("What lies on the ground can step back or out of sight"));
    m_cropsHeight->setText(tr("Height"));
    m_cropsHeight->setToolTip(tr("Only points that are so high over the ground"));
    m_cropsToSelection->setText(tr("Near"));
    m_cropsToSelection->setToolTip(tr("Only points that are so near to the selected object"));
    m_cropsToBox->setText(tr("Box"));
    m_cropsToBox->setToolTip(tr("Only points within a box round the sensor; with the height it is closed"));
    m_along.first->setToolTip(tr("From so far ahead of the sensor; behind it is negative"));
    m_along.second->setToolTip(tr("To so far ahead of the sensor"));
    m_across.first->setToolTip(tr("From so far to the left of the sensor; to the right is negative"));
    m_across.second->setToolTip(tr("To so far to the left of the sensor"));
    m_grid->setText(tr("Ground grid"));
    m_rings->setText(tr("Range rings"));
    m_names->setText(tr("Names over the objects"));
    for (const auto& [id, chip] : m_classChips)
        chip->setText(Names::ofClass(m_document.scene().taxonomy, id));
    for (QWidget* widget : m_content->findChildren<QWidget*>())
        if (!widget->toolTip().isEmpty())
            widget->setAccessibleName(widget->toolTip());
    refresh();
}

void LookPanel::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    refresh();
    raise();
}

void LookPanel::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    emit keyboardReturned();
}

void LookPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void LookPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace lunkuo
