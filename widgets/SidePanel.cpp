#include "widgets/SidePanel.h"

#include "model/tools/SuggestionBoard.h"
#include "render/SceneView.h"
#include "render/VerdictMarks.h"
#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr std::array startSides{ObjectSide::Top, ObjectSide::Right, ObjectSide::Rear};
constexpr double columnShare = 1.2; ///< height over width from which on the views stand in a column
constexpr int countRim_px = 3;

/// Readable over points, as all that is written on the views.
void putOnPlate(QWidget& words)
{
    words.setAutoFillBackground(true);
    words.setBackgroundRole(QPalette::Base);
}

ObjectSide opposite(ObjectSide side)
{
    switch (side) {
    case ObjectSide::Left:
        return ObjectSide::Right;
    case ObjectSide::Right:
        return ObjectSide::Left;
    case ObjectSide::Front:
        return ObjectSide::Rear;
    case ObjectSide::Rear:
        return ObjectSide::Front;
    case ObjectSide::Top:
        return ObjectSide::Top;
    }
    return side;
}
} // namespace

SidePanel::SidePanel(const ToolContext& context, ToolController& tools, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_tools(tools)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_count(nullptr)
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(1);
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        SideView* view = m_views[i] = new SideView(m_shown, tools, startSides.at(i));
        view->setObjectName(QStringLiteral("sideView.%1").arg(i));
        QToolButton* name = m_names[i] = new QToolButton(view);
        name->setObjectName(QStringLiteral("sideName.%1").arg(i));
        name->setAutoRaise(true);
        putOnPlate(*name);
        name->setFocusPolicy(Qt::NoFocus);
        name->setCursor(Qt::ArrowCursor);
        name->move(gridStep_px, gridStep_px);
        connect(name, &QToolButton::clicked, this, [this, i] { turnRound(static_cast<int>(i)); });
        connect(view, &SideView::marginWanted, this,
            [this](int steps) { setMargin(m_shown.margin_m + steps * marginStep_m); });
        m_row->addWidget(view, 1);
    }
    // The view from above has no other side.
    m_names[0]->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_count = new QLabel(m_views[0]);
    m_count->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_count->setObjectName(QStringLiteral("sidePoints"));
    putOnPlate(*m_count);
    m_count->setContentsMargins(countRim_px, 0, countRim_px, 0);
    connect(&context.document, &Document::changed, this, &SidePanel::refresh);
    connect(&context.selection, &Selection::shapeChanged, this, &SidePanel::refresh);
    connect(&context.selection, &Selection::frameChanged, this, &SidePanel::refresh);
    connect(&context.frames, &FrameCache::loaded, this, &SidePanel::refresh);
    connect(&tools, &ToolController::draftChanged, this, &SidePanel::refresh);
    retranslate();
}

void SidePanel::passKeysTo(QWidget* target)
{
    for (SideView* view : m_views)
        view->passKeysTo(target);
}

void SidePanel::followHidden(const SceneView& view)
{
    m_shown.hiding = &view;
}

void SidePanel::setSuggestions(const SuggestionBoard& board)
{
    m_suggestions = &board;
    connect(&board, &SuggestionBoard::changed, this, &SidePanel::refresh);
    connect(&board, &SuggestionBoard::currentChanged, this, &SidePanel::refresh);
}

void SidePanel::setCounterpart(std::optional<Counterpart> counterpart)
{
    m_counterpart = std::move(counterpart);
    refresh();
}

void SidePanel::showJudged(VerdictId verdict)
{
    m_judged = verdict;
    refresh();
}

const JudgedShape* SidePanel::judgedAndGone() const
{
    const Scene& scene = m_context.document.scene();
    const auto found = scene.verdicts.find(m_judged);
    if (found == scene.verdicts.end())
        return nullptr;
    const Verdict& verdict = found->second;
    const bool isGone = !scene.shapes.of(verdict.track, verdict.frame);
    return isGone && verdict.isOpen() && verdict.frame == m_context.selection.frame() ? verdict.judged.get() : nullptr;
}

const Counterpart* SidePanel::counterpartHere() const
{
    return m_counterpart && m_counterpart->frame == m_context.selection.frame() ? &*m_counterpart : nullptr;
}

void SidePanel::takeSubject()
{
    const Scene& scene = m_context.document.scene();
    m_shown.subject = subjectOf(m_tools.draft(), scene, m_context.selection);
    const bool isMade = m_shown.subject.has_value();
    if (!isMade && m_suggestions)
        m_shown.subject = m_suggestions->subject();
    if (m_shown.subject)
        m_shown.color = Names::colorOf(scene.taxonomy, m_shown.subject->classId);
    m_shown.isEditable =
        m_context.document.isWritable() && isMade && !(m_shown.subject && m_shown.subject->shape.locked);
}

/// False when there is nothing either that an object could be held against.
bool SidePanel::takeHeld()
{
    if (const JudgedShape* judged = judgedAndGone()) {
        m_shown.subject = Subject{judged->shape, judged->classId, true};
        m_shown.color = beforeColor;
    } else if (const Counterpart* other = counterpartHere()) {
        m_shown.subject = Subject{other->shape, other->classId, true};
        m_shown.color = otherColor;
    }
    return m_shown.subject.has_value();
}

void SidePanel::takeGhosts()
{
    const Scene& scene = m_context.document.scene();
    const auto selected = scene.shapes.find(m_context.selection.shape());
    const bool isAny = selected != scene.shapes.end();
    if (isAny)
        if (const JudgedShape* before = rejectedBefore(scene, selected->second.track, selected->second.frame))
            m_shown.ghosts.push_back({before->shape, beforeColor});
    const Counterpart* other = counterpartHere();
    if (other && (!isAny || other->shape.track == selected->second.track))
        m_shown.ghosts.push_back({other->shape, otherColor});
}

void SidePanel::refresh()
{
    m_shown.frame = m_context.frames.loadedFrame(m_context.selection.frame());
    m_shown.ghosts.clear();
    takeSubject();
    if (m_shown.subject)
        takeGhosts();
    m_count->hide();
    if ((m_shown.subject || takeHeld()) && m_shown.frame) {
        const std::size_t inside = m_shown.frame->index->count(m_shown.subject->shape.cuboid);
        m_count->setText(tr("%1 points inside").arg(QLocale().toString(static_cast<qulonglong>(inside))));
        m_count->adjustSize();
        m_count->move(2 * gridStep_px, m_views[0]->height() - m_count->height() - gridStep_px);
        m_count->show();
    }
    for (SideView* view : m_views)
        view->follow();
}

void SidePanel::setMargin(double metres)
{
    m_shown.margin_m = std::clamp(metres, leastMargin_m, mostMargin_m);
    for (SideView* view : m_views)
        view->follow();
}

void SidePanel::turnRound(int number)
{
    view(number).setSide(opposite(view(number).side()));
    retranslate();
}

QString SidePanel::nameOf(ObjectSide side) const
{
    switch (side) {
    case ObjectSide::Top:
        return tr("Top");
    case ObjectSide::Left:
        return tr("Left side");
    case ObjectSide::Right:
        return tr("Right side");
    case ObjectSide::Front:
        return tr("Front");
    case ObjectSide::Rear:
        return tr("Rear");
    }
    return {};
}

void SidePanel::retranslate()
{
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const ObjectSide side = m_views[i]->side();
        const bool hasOther = side != ObjectSide::Top;
        m_names[i]->setText(hasOther ? nameOf(side) + QStringLiteral(" ⇄") : nameOf(side));
        m_names[i]->setToolTip(tr("Show the other side: %1").arg(nameOf(opposite(side))));
        m_names[i]->adjustSize();
        m_views[i]->setAccessibleName(nameOf(side));
    }
    refresh();
}

void SidePanel::resizeEvent(QResizeEvent*)
{
    m_row->setDirection(height() > columnShare * width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->activate();
    refresh();
}

void SidePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    QWidget::changeEvent(event);
}

QJsonObject SidePanel::state() const
{
    return {{QStringLiteral("margin"), m_shown.margin_m},
        {QStringLiteral("left"), m_views[1]->side() == ObjectSide::Left},
        {QStringLiteral("front"), m_views[2]->side() == ObjectSide::Front}};
}

void SidePanel::setState(const QJsonObject& state)
{
    m_views[1]->setSide(state.value(u"left").toBool() ? ObjectSide::Left : ObjectSide::Right);
    m_views[2]->setSide(state.value(u"front").toBool() ? ObjectSide::Front : ObjectSide::Rear);
    setMargin(state.value(u"margin").toDouble(m_shown.margin_m));
    retranslate();
}

} // namespace lunkuo
