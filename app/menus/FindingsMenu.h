#pragma once

#include "app/menus/ActionMenu.h"

namespace lunkuo
{

/// The findings of the automatic checks: from one to the next, mended or waived with a key.
class FindingsMenu : public ActionMenu
{
    Q_OBJECT
public:
    FindingsMenu(const MenuContext& context, QWidget* window);

protected:
    void refreshTexts() override;

private:
    void step(int steps);
    [[nodiscard]] QString whyNoFix(const QString& otherwise) const;
    void waive();
    void setInBackground(bool isOn);

    QAction* m_fix = nullptr;
    QString m_latestReason;
};

} // namespace lunkuo
