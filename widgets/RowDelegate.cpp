#include "widgets/RowDelegate.h"

#include "model/scene/Verdict.h"
#include "widgets/Icons.h"
#include "widgets/Style.h"

#include <QApplication>
#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr int sign_px = 16;
constexpr int pad_px = 2 * gridStep_px;

/// What a reviewer has said: its shape says it, its colour repeats it.
struct VerdictSign
{
    const char* icon;
    Tone tone;
};

VerdictSign signOf(VerdictState state)
{
    switch (state) {
    case VerdictState::Accepted:
        return {"verdict-accepted", Tone::Good};
    case VerdictState::Rejected:
        return {"verdict-rejected", Tone::Bad};
    case VerdictState::Answered:
        break;
    }
    return {"verdict-answered", Tone::Warning};
}

/// Draws the second line, and gives the room of the first one.
QRect drawBelow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const QColor& ink)
{
    const QString words = index.data(RowBelowRole).toString();
    if (words.isEmpty())
        return option.rect;
    QRect upper = option.rect.adjusted(0, gridStep_px, 0, 0);
    upper.setHeight(option.fontMetrics.height());
    const QRect lower = upper.translated(0, upper.height()).adjusted(2 * pad_px + sign_px, 0, -pad_px, 0);
    painter.setFont(option.font);
    painter.setPen(ink);
    painter.drawText(
        lower, Qt::AlignVCenter | Qt::AlignLeft, option.fontMetrics.elidedText(words, Qt::ElideRight, lower.width()));
    return upper;
}
} // namespace

QString detailThatFits(const QModelIndex& index, const QFontMetrics& metrics, int room_px)
{
    const QString detail = index.data(RowDetailRole).toString();
    const QStringList shorter = index.data(RowShorterDetailsRole).toStringList();
    if (shorter.isEmpty())
        return metrics.elidedText(detail, Qt::ElideRight, std::max(0, room_px));
    for (const QString& words : QStringList(detail) + shorter)
        if (metrics.horizontalAdvance(words) <= room_px)
            return words;
    return shorter.last();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int line = option.fontMetrics.height();
    const bool isTwo = !index.data(RowBelowRole).toString().isEmpty();
    return {160, std::max(24, (isTwo ? 2 * line : line) + 2 * gridStep_px)};
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    ground.state &= ~QStyle::State_HasFocus;
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor dim = selected ? ink : dimTextColor(option.palette);
    const bool tentative = index.data(RowTentativeRole).toBool();
    const qreal ratio = painter->device()->devicePixelRatioF();
    QRect rest = drawBelow(*painter, option, index, dim).adjusted(pad_px, 0, -pad_px, 0);

    const QRect sign(rest.left(), rest.center().y() - sign_px / 2 + 1, sign_px, sign_px);
    if (const QVariant color = index.data(RowColorRole); color.isValid()) {
        const QColor edge = selected ? QColor(Qt::white) : color.value<QColor>();
        painter->setPen(selected || tentative ? QPen(edge, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(tentative ? QBrush(Qt::NoBrush) : QBrush(color.value<QColor>()));
        painter->drawEllipse(QRectF(sign).adjusted(3, 3, -3, -3));
    } else {
        painter->drawPixmap(sign.topLeft(), linePixmap(index.data(RowIconRole).toString(), dim, sign_px, ratio));
    }
    rest.setLeft(sign.right() + pad_px);

    // Without its name the line says nothing, so details give way first, as far as they can.
    const QString name = index.data(Qt::DisplayRole).toString();
    const bool isWarned = !index.data(RowWarningRole).toString().isEmpty();
    QStringList marks{index.data(RowDerivationRole).toString(), index.data(RowMarkRole).toString()};
    marks.removeAll(QString());
    const QVariant verdict = index.data(RowVerdictRole);
    const int signs = (sign_px + gridStep_px) * (static_cast<int>(isWarned) + static_cast<int>(verdict.isValid()) +
                                                    static_cast<int>(marks.size()));
    const int room = rest.width() - signs - option.fontMetrics.horizontalAdvance(name) - pad_px;
    const QString detail = detailThatFits(index, option.fontMetrics, room);
    const int detailWidth = option.fontMetrics.horizontalAdvance(detail);
    painter->setFont(option.font);
    painter->setPen(dim);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight, detail);
    rest.setRight(rest.right() - detailWidth - pad_px);
    if (isWarned) {
        const QColor warning = selected ? ink : toneColor(Tone::Warning, option.palette);
        const QPoint place(rest.right() - sign_px, sign.top());
        painter->drawPixmap(place, linePixmap(QStringLiteral("warning"), warning, sign_px, ratio));
        rest.setRight(place.x() - gridStep_px);
    }
    if (verdict.isValid()) {
        const VerdictSign shown = signOf(static_cast<VerdictState>(verdict.toInt()));
        const QPoint place(rest.right() - sign_px, sign.top());
        painter->drawPixmap(place, linePixmap(QLatin1String(shown.icon),
                                       selected ? ink : toneColor(shown.tone, option.palette), sign_px, ratio));
        rest.setRight(place.x() - gridStep_px);
    }
    for (const QString& mark : marks) {
        const QPoint place(rest.right() - sign_px, sign.top());
        painter->drawPixmap(place, linePixmap(mark, dim, sign_px, ratio));
        rest.setRight(place.x() - gridStep_px);
    }
    painter->setPen(tentative ? dim : ink);
    painter->drawText(
        rest, Qt::AlignVCenter | Qt::AlignLeft, option.fontMetrics.elidedText(name, Qt::ElideMiddle, rest.width()));
    painter->restore();
}

} // namespace lunkuo
