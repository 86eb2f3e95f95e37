#include "widgets/StatusLine.h"

#include "widgets/ElidedLabel.h"
#include "widgets/SteadyLabel.h"
#include "widgets/Style.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>

namespace lunkuo
{

StatusLine::StatusLine(
    const ToolContext& context, ToolController& tools, SuggestionBoard& suggestions, bool readOnly, QWidget* parent)
    : QStatusBar(parent)
    , m_context(context)
    , m_order(context.document)
    , m_tools(tools)
    , m_suggestions(suggestions)
    , m_state(readOnly ? SaveState::ReadOnly : SaveState::Saved)
    , m_saved(new QLabel)
    , m_frame(new SteadyLabel)
    , m_points(new SteadyLabel)
    , m_position(new SteadyLabel)
    , m_hint(new ElidedLabel)
{
    m_saved->setObjectName(QStringLiteral("saveState"));
    m_frame->setObjectName(QStringLiteral("frameNumber"));
    m_hint->setObjectName(QStringLiteral("toolHint"));
    for (QLabel* label : std::initializer_list<QLabel*>{m_saved, m_frame, m_points, m_position}) {
        label->setMargin(gridStep_px);
        addWidget(label);
    }
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMinimumWidth(80);
    addWidget(m_hint, 1);
    setSizeGripEnabled(false);

    connect(&context.document, &Document::changed, this, [this] {
        if (m_state == SaveState::Failed)
            m_state = SaveState::Saved;
        showSaveState();
    });
    connect(&context.document, &Document::editFailed, this, [this](const QString& sentence) {
        if (m_state != SaveState::ReadOnly)
            m_state = SaveState::Failed;
        m_failure = sentence;
        showSaveState();
    });
    connect(&context.selection, &Selection::frameChanged, this, [this] {
        m_position->write({}); // until the mouse moves in this frame
        showFrame();
    });
    connect(&context.frames, &FrameCache::loaded, this, &StatusLine::showFrame);
    connect(&context.frames, &FrameCache::failed, this, &StatusLine::showFrame);
    connect(&tools, &ToolController::hintChanged, this, &StatusLine::showHint);
    connect(&tools, &ToolController::draftChanged, this, &StatusLine::showSaveState);
    connect(&suggestions, &SuggestionBoard::changed, this, &StatusLine::showHint);
    retranslate();
}

void StatusLine::showSaveState()
{
    const auto say = [this](const QString& text, Tone tone, const QString& tip) {
        m_saved->setText(text);
        m_saved->setToolTip(tip);
        QPalette ink = palette();
        ink.setColor(QPalette::WindowText, toneColor(tone, ink));
        m_saved->setPalette(ink);
    };
    switch (m_state) {
    case SaveState::Saved:
        if (m_tools.draft().shape) {
            say(tr("✎ not accepted yet"), Tone::Warning,
                tr("The outline that is being made becomes part of the project with Enter or the next click "
                   "elsewhere"));
            break;
        }
        say(tr("✓ saved"), Tone::Good, tr("Every edit is written to the project file before it is shown"));
        break;
    case SaveState::Failed:
        say(tr("✗ the last edit was not saved and not made"), Tone::Bad, m_failure);
        break;
    case SaveState::ReadOnly:
        say(tr("▣ read only"), Tone::Warning, tr("This project is open for reading: look, but do not touch"));
        break;
    }
}

void StatusLine::showFrame()
{
    const int place = m_order.placeOf(m_context.selection.frame());
    m_frame->write(place == FrameOrder::nowhere ? QString() : tr("frame %1 / %2").arg(place + 1).arg(m_order.count()));
    const LoadedFramePtr frame = m_context.frames.loadedFrame(m_context.selection.frame());
    if (frame)
        m_points->write(tr("%1 points").arg(QLocale().toString(static_cast<qulonglong>(frame->cloud->size()))));
    else
        m_points->write(m_context.frames.hasFailed(m_context.selection.frame()) ? tr("not readable") : tr("loading…"));
}

void StatusLine::showPosition(const Eigen::Vector3d& position, bool onPoint)
{
    const auto metres = [](double value) {
        return QString::number(value, 'f', 2).replace(QLatin1Char('-'), QChar(0x2212));
    };
    m_position->write(QStringLiteral("x %1 y %2 z %3%4")
                          .arg(metres(position.x()), metres(position.y()), metres(position.z()),
                              onPoint ? QString() : tr(" (ground)")));
}

void StatusLine::showHint()
{
    // The full sentence stays in reach where the window is too narrow for it.
    const bool isAsked = m_tools.draft().isEmpty() && m_suggestions.current() != SuggestionBoard::none;
    const QString hint = isAsked ? m_suggestions.hint() : m_tools.hint();
    m_hint->setText(hint);
    m_hint->setToolTip(hint);
}

void StatusLine::retranslate()
{
    m_position->keepRoomFor(QStringLiteral("x −000.00 y −000.00 z −00.00") + tr(" (ground)"));
    m_position->setToolTip(tr("Position under the cursor in the sensor frame, metres: of a point, else of the ground"));
    showSaveState();
    showFrame();
    showHint();
}

void StatusLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showSaveState();
    QStatusBar::changeEvent(event);
}

} // namespace lunkuo
