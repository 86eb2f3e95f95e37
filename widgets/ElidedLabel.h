#pragma once

#include <QLabel>

namespace lunkuo
{

/// One line of words that ends in “…” where there is no room for all of them.
class ElidedLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace lunkuo
