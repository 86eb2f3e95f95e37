#include "render/ViewColors.h"

namespace lunkuo
{

namespace
{
constexpr int strongerBy_percent = 120;

ViewColors onDark()
{
    ViewColors colors{};
    colors.backdrop = Backdrop::Dark;
    colors.scene = QColor(0x14, 0x17, 0x1c);
    colors.ground = QColor(0x10, 0x13, 0x17);
    colors.between = QColor(0x0b, 0x0d, 0x10);
    colors.edge = QColor(0x2c, 0x33, 0x3c);
    colors.accent = QColor(0x6d, 0xa8, 0xff);
    colors.here = QColor(0xff, 0xff, 0xff);
    colors.words = QColor(0xec, 0xef, 0xf3);
    colors.hint = QColor(0xa9, 0xb3, 0xc0);
    colors.plate = QColor(0x14, 0x17, 0x1c, 0xd0);
    colors.head = QColor(0x1a, 0x1f, 0x26, 0xe6);
    colors.chosenHead = QColor(0x1f, 0x3f, 0x6b, 0xf0);
    colors.grip = QColor(0xff, 0xff, 0xff);
    colors.gripRim = QColor(0x00, 0x00, 0x00);
    colors.meant = QColor(0xff, 0xd1, 0x66);
    colors.groundPoints = QColor(0x48, 0x50, 0x5b);
    colors.otherPoints = QColor(0x93, 0x9e, 0xac);
    colors.ownPoints = QColor(0xff, 0xf3, 0xc4);
    colors.farShade = 0.5F;
    colors.takenPoints = QColor(0xff, 0xf2, 0x8c);
    colors.doubt = QColor(0xff, 0x6b, 0x61);
    colors.accepted = QColor(0x7f, 0xd8, 0x8f);
    return colors;
}

ViewColors onLight()
{
    ViewColors colors{};
    colors.backdrop = Backdrop::Light;
    colors.scene = QColor(0xe9, 0xec, 0xef);
    colors.ground = QColor(0xf4, 0xf5, 0xf7);
    colors.between = QColor(0xd6, 0xda, 0xdf);
    colors.edge = QColor(0xa3, 0xac, 0xb6);
    colors.accent = QColor(0x1d, 0x56, 0xb8);
    colors.here = QColor(0x14, 0x18, 0x1e);
    colors.words = QColor(0x1c, 0x20, 0x26);
    colors.hint = QColor(0x4c, 0x56, 0x62);
    colors.plate = QColor(0xff, 0xff, 0xff, 0xd0);
    colors.head = QColor(0xe4, 0xe7, 0xeb, 0xe6);
    colors.chosenHead = QColor(0xbf, 0xd6, 0xf8, 0xf0);
    colors.grip = QColor(0x1c, 0x20, 0x26);
    colors.gripRim = QColor(0xff, 0xff, 0xff);
    colors.meant = QColor(0x9a, 0x4a, 0x00);
    colors.groundPoints = QColor(0x98, 0xa1, 0xac);
    colors.otherPoints = QColor(0x5c, 0x66, 0x73);
    colors.ownPoints = QColor(0x5c, 0x26, 0x00);
    colors.farShade = 0.7F; // dots of a pixel are lost on a light ground sooner
    colors.takenPoints = QColor(0xc4, 0x00, 0x6a);
    colors.doubt = QColor(0xb3, 0x26, 0x1e);
    colors.accepted = QColor(0x1e, 0x6e, 0x3a);
    return colors;
}
} // namespace

const ViewColors& ViewColors::of(Backdrop backdrop)
{
    static const ViewColors dark = onDark();
    static const ViewColors light = onLight();
    return backdrop == Backdrop::Dark ? dark : light;
}

const ViewColors& ViewColors::of(const QPalette& palette)
{
    return of(palette.color(QPalette::Window).lightness() < 128 ? Backdrop::Dark : Backdrop::Light);
}

QColor ViewColors::inked(const QColor& color) const
{
    const auto byte = [](int channel) { return static_cast<std::uint8_t>(channel); };
    const ByteColor ink = on(backdrop, ByteColor{byte(color.red()), byte(color.green()), byte(color.blue())});
    return {ink[0], ink[1], ink[2], color.alpha()};
}

QColor ViewColors::stronger(const QColor& color) const
{
    return backdrop == Backdrop::Dark ? color.lighter(strongerBy_percent) : color.darker(strongerBy_percent);
}

} // namespace lunkuo
