#pragma once

#include "app/menus/ActionMenu.h"
#include "model/tools/ShapeActions.h"

namespace lunkuo
{

/// Undo and redo, each saying what; copies and deletion of what is selected.
class EditMenu : public ActionMenu
{
    Q_OBJECT
public:
    EditMenu(const MenuContext& context, QWidget* window);

protected:
    [[nodiscard]] QString wordsNow(const QAction* action) const override;
    void refreshRest() override;

private:
    struct Outcome;

    [[nodiscard]] QString whyNo(const Result<void>& step) const;
    void addCopies();
    void step(Result<void> (Document::*once)());
    bool lookAt(Outcome& outcome);
    void select(const Result<std::vector<ShapeId>>& shapes);
    [[nodiscard]] LoadedFramePtr frame() const;
    [[nodiscard]] ShapeIds selected() const;

    QAction* m_undo;
    QAction* m_redo;
};

} // namespace lunkuo
