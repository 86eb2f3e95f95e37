#include "widgets/ImagePanel.h"

#include "render/ImageStrip.h"
#include "render/ImageView.h"
#include "widgets/Style.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace lunkuo
{

namespace
{
constexpr int height_px = 200;
constexpr int icon_px = 16;
} // namespace

ImagePanel::ImagePanel(ImageBoard& board, const ToolContext& context, ToolController& tools, QWidget* parent)
    : QWidget(parent)
    , m_board(&board)
    , m_strip(new ImageStrip(board, context))
    , m_view(new ImageView(board, context, tools))
    , m_buttons(new QVBoxLayout)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(gridStep_px, 0, 0, gridStep_px);
    layout->setSpacing(gridStep_px);
    layout->addWidget(m_strip);
    layout->addWidget(m_view, 1);
    layout->addLayout(m_buttons);
    m_buttons->setSpacing(gridStep_px);
    m_buttons->addStretch();
}

void ImagePanel::addButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIconSize({icon_px, icon_px});
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

QSize ImagePanel::sizeHint() const
{
    return {600, height_px};
}

void ImagePanel::showEvent(QShowEvent*)
{
    if (m_board)
        m_board->setWatched(this, true);
}

void ImagePanel::hideEvent(QHideEvent*)
{
    if (m_board)
        m_board->setWatched(this, false);
}

} // namespace lunkuo
