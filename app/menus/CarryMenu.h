#pragma once

#include "app/menus/ActionMenu.h"

#include <QPointer>

namespace lunkuo
{

/// Carries the selected objects, or all of the frame, through other frames.
class CarryMenu : public ActionMenu
{
    Q_OBJECT
public:
    CarryMenu(const MenuContext& context, QWidget* window);

private:
    /// To so many frames before and after this one; `goesOn`: and to the last one of these then.
    void carry(int before, int after, bool goesOn = false);
    [[nodiscard]] std::vector<TrackId> meantTracks() const;
    [[nodiscard]] Condition whenThereIsSomething(int step) const;
    void refreshRest() override;
    void follow(Session* session);
    void tell(int shapes, const QStringList& stops);

    std::optional<FrameId> m_goesTo; ///< when the job has ended
};

} // namespace lunkuo
