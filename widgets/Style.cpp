#include "widgets/Style.h"

#include "widgets/HouseStyle.h"

#include <QApplication>
#include <QToolTip>

namespace lunkuo
{

namespace
{

struct Colors
{
    QColor window, base, alternate, button, text, dim, disabled, accent, link, line;
};

Colors colorsOf(Theme theme)
{
    if (theme == Theme::Dark)
        return {QColor(0x23272E), QColor(0x1A1D22), QColor(0x1F2329), QColor(0x2E343D), QColor(0xE4E7EB),
            QColor(0xA6AEB9), QColor(0x727A85), QColor(0x2F6FDE), QColor(0x7FB0FF), QColor(0x3B424D)};
    return {QColor(0xF1F2F4), QColor(0xFFFFFF), QColor(0xF7F8F9), QColor(0xE6E8EB), QColor(0x1C2026), QColor(0x535B66),
        QColor(0x9198A1), QColor(0x2463CC), QColor(0x1D56B8), QColor(0xC4C9D0)};
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

const QString styleSheet = QStringLiteral(R"(
    QToolTip { border: 1px solid palette(mid); padding: 4px; }
    QStatusBar::item { border: none; }
    QDockWidget::title { padding: 4px 8px; background: palette(window); }
    QMainWindow::separator { width: 4px; height: 4px; background: palette(window); }
    QMainWindow::separator:hover { background: palette(highlight); }
)");

} // namespace

QPalette paletteOf(Theme theme)
{
    const Colors c = colorsOf(theme);
    QPalette palette(c.button, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.dim);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::Mid, c.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    return palette;
}

void applyStyle(QApplication& application, Theme theme, int text_percent)
{
    static const QFont systemFont = QApplication::font();
    QFont font = systemFont;
    // Named, because what the system falls back to for Chinese may be its bold.
    font.setFamilies({QFontInfo(systemFont).family(), QStringLiteral("Noto Sans CJK SC")});
    font.setPointSizeF(systemFont.pointSizeF() * text_percent / 100.0);
    QApplication::setFont(font);
    QApplication::setStyle(new HouseStyle);
    const QPalette palette = paletteOf(theme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application.setStyleSheet(styleSheet);
}

QColor toneColor(Tone tone, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x6FD08C) : QColor(0x1E6E3A);
    case Tone::Warning:
        return dark ? QColor(0xF2B84B) : QColor(0x855100);
    case Tone::Bad:
        break;
    }
    return dark ? QColor(0xFF8A80) : QColor(0xB3261E);
}

QColor dimTextColor(const QPalette& palette)
{
    return palette.color(QPalette::PlaceholderText);
}

} // namespace lunkuo
