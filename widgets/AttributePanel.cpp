#include "widgets/AttributePanel.h"

#include "widgets/AttributeRow.h"
#include "widgets/ClassChips.h"
#include "widgets/FlowLayout.h"
#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
bool isLoneFlag(const AttributeDef& attribute)
{
    return attribute.type == AttributeDef::Type::Flag && !attribute.required;
}
} // namespace

AttributePanel::AttributePanel(Document& document, Selection& selection, AttributeTicker& ticker, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_ticker(ticker)
    , m_title(new QLabel)
    , m_missing(new QLabel)
    , m_classes(new ClassChips(document.scene().taxonomy, ticker))
    , m_empty(new QLabel)
{
    QFont strong = font();
    strong.setBold(true);
    m_title->setFont(strong);
    m_title->setObjectName(QStringLiteral("objectTitle"));
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* titleLine = new QHBoxLayout;
    titleLine->addWidget(m_title, 1);
    titleLine->addWidget(m_missing);

    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(2 * gridStep_px, 2 * gridStep_px, 2 * gridStep_px, 2 * gridStep_px);
    inner->setSpacing(2 * gridStep_px);
    inner->addLayout(titleLine);
    inner->addWidget(m_classes);
    inner->addWidget(m_empty);
    m_rowsLayout = new QVBoxLayout;
    m_rowsLayout->setSpacing(2 * gridStep_px);
    inner->addLayout(m_rowsLayout);
    inner->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setMinimumWidth(240);

    connect(&document, &Document::changed, this, &AttributePanel::refresh);
    connect(&selection, &Selection::shapeAboutToChange, this, [this] {
        for (AttributeRow* row : m_rows)
            row->settle();
    });
    connect(&selection, &Selection::shapesChanged, this, &AttributePanel::refresh);
    connect(&selection, &Selection::classChanged, this, &AttributePanel::refresh);
    rebuildRows();
    refresh();
}

void AttributePanel::rebuildRows()
{
    for (QWidget* group : m_groups)
        group->deleteLater();
    m_groups.clear();
    m_rows.clear();
    m_rowsClass = m_ticker.currentClass();
    QWidget* flags = nullptr; // flags that follow each other share lines
    for (const AttributeDef& attribute : m_document.scene().taxonomy.attributes) {
        if (!attribute.appliesTo(m_rowsClass))
            continue;
        auto* row = new AttributeRow(attribute, m_ticker);
        connect(row, &AttributeRow::keyboardReturned, this, &AttributePanel::keyboardReturned);
        m_rows.push_back(row);
        if (!isLoneFlag(attribute)) {
            flags = nullptr;
            m_rowsLayout->addWidget(row);
            m_groups.push_back(row);
            continue;
        }
        if (!flags) {
            flags = new QWidget;
            new FlowLayout(flags);
            m_rowsLayout->addWidget(flags);
            m_groups.push_back(flags);
        }
        flags->layout()->addWidget(row);
    }
}

void AttributePanel::refresh()
{
    if (m_ticker.currentClass() != m_rowsClass)
        rebuildRows();
    m_classes->refresh();
    for (AttributeRow* row : m_rows)
        row->refresh();
    refreshTitle();
}

void AttributePanel::refreshTitle()
{
    const Shape* shape = m_ticker.selectedShape();
    const Scene& scene = m_document.scene();
    const std::size_t count = m_selection.shapes().size();
    m_title->setText(shape && count > 1 ? tr("%1 objects: a tick goes to all").arg(count)
                     : shape            ? Names::of(scene, *shape)
                             : tr("New objects: %1").arg(Names::ofClass(scene.taxonomy, m_ticker.currentClass())));
    m_empty->setVisible(!shape);
    m_empty->setText(tr("Click a car, then tick: the first key accepts its outline. Or select an object (V, or in the "
                        "list). A digit chooses the class."));
    const auto missing = shape ? scene.unanswered(*shape).size() : 0;
    m_missing->setVisible(shape && count == 1);
    m_missing->setText(missing > 0 ? tr("⚠ %1 to answer").arg(missing) : tr("✓ complete"));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, toneColor(missing > 0 ? Tone::Warning : Tone::Good, ink));
    m_missing->setPalette(ink);
}

void AttributePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_classes->rebuild();
        rebuildRows();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace lunkuo
