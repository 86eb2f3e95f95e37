#include "widgets/HiddenSign.h"

#include "render/SceneView.h"
#include "widgets/Style.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr int left_px = 6;
constexpr int top_px = 40; ///< below the name of the frame
const QColor ground(0x14, 0x17, 0x1c, 0xd8);
const QColor words(0xff, 0xd5, 0x80);
} // namespace

HiddenSign::HiddenSign(SceneView& view)
    : QPushButton(&view)
    , m_view(view)
{
    setObjectName(QStringLiteral("hiddenSign"));
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QPushButton::clicked, &view, [&view] { view.setFilter(view.filter().open()); });
    connect(&view, &SceneView::hiddenChanged, this, &HiddenSign::refresh);
    connect(&view, &SceneView::filterChanged, this, &HiddenSign::refresh);
    refresh();
}

void HiddenSign::refresh()
{
    const std::size_t points = m_view.hiddenPoints();
    const std::size_t shapes = m_view.hiddenShapes();
    setVisible(points > 0 || shapes > 0);
    const auto number = [](std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
    QString what = tr("%1 points hidden").arg(number(points));
    if (shapes > 0)
        what = points > 0 ? tr("%1 points and %2 objects hidden").arg(number(points), number(shapes))
                          : tr("%1 objects hidden").arg(number(shapes));
    setText(tr("%1 — show all").arg(what));
    setToolTip(tr("What is hidden cannot be clicked; completion sees it all the same. A click shows all."));
    const QSize room = fontMetrics().size(Qt::TextSingleLine, text()) + QSize(5 * gridStep_px, 2 * gridStep_px);
    setGeometry(QRect(QPoint(left_px, top_px), room));
}

void HiddenSign::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(underMouse() ? Qt::white : words, 1.0));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), gridStep_px, gridStep_px);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void HiddenSign::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    QPushButton::changeEvent(event);
}

} // namespace lunkuo
