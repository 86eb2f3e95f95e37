#pragma once

#include <QPushButton>

namespace lunkuo
{

/// Words over a view that say in which state it is; a click ends that state.
class ViewSign : public QPushButton
{
    Q_OBJECT
public:
    /// `top_px`: where in the view, below what else is written there.
    ViewSign(QWidget& view, int top_px);

protected:
    /// Shows these words, or nothing when there are none.
    void say(const QString& words);
    /// Finds out anew what is to be said.
    virtual void refresh() = 0;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int m_top_px;
};

} // namespace lunkuo
