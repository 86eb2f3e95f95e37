#pragma once

#include "app/menus/ActionMenu.h"
#include "model/scene/CheckId.h"

#include <optional>

namespace lunkuo
{

/// The findings of the automatic checks: from one to the next, mended or waived with a key.
class FindingsMenu : public ActionMenu
{
    Q_OBJECT
public:
    FindingsMenu(const MenuContext& context, QWidget* window);

protected:
    [[nodiscard]] QString wordsNow(const QAction* action) const override;

private:
    void step(int steps);
    [[nodiscard]] QString whyNoFix(const QString& otherwise) const;
    void waive();
    /// How checks are to work, beginning with one of them.
    void showSettings(std::optional<CheckId> check);
    void setInBackground(bool isOn);

    QAction* m_fix = nullptr;
    QString m_latestReason;
};

} // namespace lunkuo
