#include "widgets/KeyPage.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

namespace lunkuo
{

namespace
{
constexpr int columns = 4;
constexpr double gap = 0.025;        ///< between columns, share of the page's width
constexpr double lineSpacing = 1.25; ///< of the height of the letters
constexpr int marginPage_mm = 10;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeyPage)
};

QFont fontOf(double height)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(height / lineSpacing)));
    return font;
}
} // namespace

void KeyPage::addGroup(const QString& title)
{
    m_lines << Line{title, {}, true};
}

void KeyPage::addRow(const QString& what, const QString& keys)
{
    m_lines << Line{what, keys, false};
}

/// A title never stands at the foot of a column, and has a line of room above it.
bool KeyPage::fits(double line, const QRectF& place) const
{
    double y = 0.0;
    int column = 0;
    for (const Line& entry : m_lines) {
        const double needed = entry.isTitle ? 3.0 * line : line;
        if (y + needed > place.height()) {
            ++column;
            y = 0.0;
        }
        y += entry.isTitle && y > 0.0 ? 2.0 * line : line;
    }
    return column < columns;
}

double KeyPage::paint(QPainter& painter, const QRectF& page, const QString& title) const
{
    const double heading = 0.035 * page.height();
    painter.setPen(Qt::black);
    painter.setFont(fontOf(heading));
    painter.drawText(QRectF(page.topLeft(), QSizeF(page.width(), heading)), Qt::AlignLeft | Qt::AlignVCenter, title);
    const QRectF place = page.adjusted(0.0, 1.6 * heading, 0.0, 0.0);
    double line = 0.03 * page.height();
    while (line > 2.0 && !fits(line, place))
        line *= 0.97;
    const double width = place.width() * (1.0 - gap * (columns - 1)) / columns;
    QFont plain = fontOf(line);
    QFont strong = plain;
    strong.setBold(true);
    QRectF row(place.topLeft(), QSizeF(width, line));
    for (const Line& entry : m_lines) {
        const double needed = entry.isTitle ? 3.0 * line : line;
        if (row.top() + needed > place.bottom() + 0.01)
            row.moveTo(row.left() + width + gap * place.width(), place.top());
        else if (entry.isTitle && row.top() > place.top())
            row.translate(0.0, line);
        painter.setFont(entry.isTitle ? strong : plain);
        const QFontMetricsF metrics(painter.font(), painter.device());
        const double keys = metrics.horizontalAdvance(entry.keys);
        const double room = width - keys - 0.5 * line;
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(entry.what, Qt::ElideRight, room));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, entry.keys);
        row.translate(0.0, line);
    }
    return line / lineSpacing;
}

Result<void> KeyPage::write(const QString& path, const QString& title) const
{
    QPdfWriter pdf(path);
    pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
        QMarginsF(marginPage_mm, marginPage_mm, marginPage_mm, marginPage_mm), QPageLayout::Millimeter));
    pdf.setTitle(title);
    QPainter painter;
    if (!painter.begin(&pdf))
        return failure(Text::tr("“%1” cannot be written.").arg(path));
    paint(painter, QRectF(0.0, 0.0, pdf.width(), pdf.height()), title);
    return {};
}

} // namespace lunkuo
