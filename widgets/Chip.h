#pragma once

#include <QAbstractButton>
#include <QKeySequence>
#include <optional>

namespace lunkuo
{

/// A tickable word with its key. Never takes the keyboard from the main view; ticked is told by a filled ground and a
/// check mark, not by colour alone.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const QString& text, const QKeySequence& key = {}, QWidget* parent = nullptr);

    /// A dot of this colour before the word, for things that have one in the data.
    void setDot(const QColor& color);
    [[nodiscard]] const QKeySequence& key() const { return m_key; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    /// The owner of the value ticks the chip when the value has changed; a click only asks for it.
    void nextCheckState() override {}

private:
    void paintMark(QPainter& painter, const QRect& place) const;

    QKeySequence m_key;
    std::optional<QColor> m_dot;
};

} // namespace lunkuo
