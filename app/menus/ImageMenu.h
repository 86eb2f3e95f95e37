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
    /// They are to change places with the main view, or back.
    void largeToggled();

private:
    [[nodiscard]] Condition whenThereAreImages() const;
    [[nodiscard]] bool isLarge() const;
    void lookForMore();
};

} // namespace lunkuo
