#pragma once

#include <QDoubleSpinBox>

namespace lunkuo
{

/// A number to type. The wheel changes it only where the person has clicked into it, so that scrolling past edits
/// nothing; Enter hands the number over and the keyboard back.
class NumberBox : public QDoubleSpinBox
{
    Q_OBJECT
public:
    explicit NumberBox(QWidget* parent = nullptr);

signals:
    void keyboardReturned();

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace lunkuo
