#pragma once

#include "app/menus/ActionMenu.h"
#include "render/PointFilter.h"

namespace lunkuo
{

/// How the points of the cloud look, and which of them are hidden.
class PointsMenu : public ActionMenu
{
    Q_OBJECT
public:
    PointsMenu(const MenuContext& context, QWidget* window);

private:
    void addColours();
    void addFilters();
    void changeFilter(const std::function<void(PointFilter&)>& change);
    [[nodiscard]] std::function<bool()> whenFilter(const std::function<bool(const PointFilter&)>& isSo) const;
};

} // namespace lunkuo
