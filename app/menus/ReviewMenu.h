#pragma once

#include "app/menus/ActionMenu.h"
#include "model/review/ReviewBoard.h"

namespace lunkuo
{

/// What reviewers say, and what annotators answer.
class ReviewMenu : public ActionMenu
{
    Q_OBJECT
public:
    ReviewMenu(const MenuContext& context, QWidget* window);

private:
    void addReviewing();
    void addAnswering();
    void watch(Session* session);
    void changeMode();
    void accept();
    [[nodiscard]] bool areAllMeant(const std::vector<ReviewSubject>& about);
    void acceptFrame();
    void reject();
    void markMissing();
    void answer();
    void withdraw();
    void stepToDo(int steps);
    /// Says so when there is nothing left.
    void tellWhereItEnds();
    [[nodiscard]] ReviewBoard& board() const;
    [[nodiscard]] Condition whenReviewing(std::function<bool()> also = {}) const;
    [[nodiscard]] Condition whenLookingThrough() const;

    bool m_isPicking = false; ///< the next click marks a place
    FrameId m_warnedOf;       ///< of its errors, when it was to be accepted
};

} // namespace lunkuo
