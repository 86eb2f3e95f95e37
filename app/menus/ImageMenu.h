#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

/// The camera images: which one is in front, and what is drawn over it.
class ImageMenu : public ActionMenu
{
    Q_OBJECT
public:
    ImageMenu(const MenuContext& context, QWidget* window);

signals:
    /// The images away, or back again.
    void shownToggled();

private:
    [[nodiscard]] Condition whenThereAreImages() const;
    void lookForMore();
};

} // namespace lunkuo
