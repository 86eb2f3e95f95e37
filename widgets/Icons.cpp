#include "widgets/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace lunkuo
{

namespace
{

QString resourcePath(const QString& name)
{
    return name.startsWith(QLatin1Char(':')) ? name : QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap drawn(const QString& path, const QColor& color, QSize pixels)
{
    const QString key = QStringLiteral("%1|%2|%3x%4").arg(path, color.name()).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws an SVG in the palette's text colour each time it is asked, whatever the theme is then.
class TintedSvg : public QIconEngine
{
public:
    explicit TintedSvg(QString path)
        : m_path(std::move(path))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap image = drawn(m_path, color(mode), rect.size() * ratio);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), image);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_path, color(mode), size);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new TintedSvg(m_path); }

private:
    static QColor color(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        default:
            return palette.color(QPalette::ButtonText);
        }
    }

    QString m_path;
};

} // namespace

QIcon lineIcon(const QString& name)
{
    return name.isEmpty() ? QIcon() : QIcon(new TintedSvg(resourcePath(name)));
}

QPixmap linePixmap(const QString& name, const QColor& color, int size_px, qreal devicePixelRatio)
{
    const int pixels = qRound(size_px * devicePixelRatio);
    QPixmap pixmap = drawn(resourcePath(name), color, {pixels, pixels});
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace lunkuo
