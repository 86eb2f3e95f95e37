#pragma once

#include <QDoubleSpinBox>
#include <optional>

namespace lunkuo
{

/// A number to type. The wheel changes it only where the person has clicked into it, so that scrolling past edits
/// nothing; Enter hands the number over and the keyboard back.
class NumberBox : public QDoubleSpinBox
{
    Q_OBJECT
public:
    explicit NumberBox(QWidget* parent = nullptr);

    /// Shows as many decimals as the number needs, from `fewest` to `decimals()`.
    void setFewestDecimals(int fewest);
    [[nodiscard]] QString textFromValue(double value) const override;

signals:
    void keyboardReturned();

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::optional<int> m_fewestDecimals;
};

} // namespace lunkuo
