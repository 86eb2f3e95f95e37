#pragma once

#include "app/menus/ActionMenu.h"
#include "widgets/FrameRangeDialog.h"

namespace lunkuo
{

/// What is done to the object that is followed, through its frames.
class TrackMenu : public ActionMenu
{
    Q_OBJECT
public:
    TrackMenu(const MenuContext& context, QWidget* window);

protected:
    [[nodiscard]] QString wordsNow(const QAction* action) const override;

private:
    /// Two objects that a person means to be one, the one whose number stays first.
    struct Pair
    {
        TrackId kept;
        TrackId merged;
    };

    void addCuts();
    void addKeyFrames();
    void addRanges();
    void watch(Session* session);

    void merge();
    void split();
    void renumber();
    void setOneSizeOrNot();
    void askRange(FrameRangeDialog::Purpose purpose);
    void doIn(const FrameRangeDialog& dialog, TrackId track);

    [[nodiscard]] TrackId track() const; ///< the followed one
    [[nodiscard]] QString nameOf(TrackId track) const;
    [[nodiscard]] FrameId frame() const;
    [[nodiscard]] std::optional<Pair> pair() const;
    /// Whether the followed object has shapes before or after the current frame.
    [[nodiscard]] bool hasBefore() const;
    [[nodiscard]] bool hasAfter() const;
    [[nodiscard]] bool hasShapeWhere(const std::function<bool(int index)>& isThere) const;
    [[nodiscard]] bool hasHere() const;
    [[nodiscard]] bool isAnyOfThem(const std::function<bool(const Shape&)>& wanted) const;

    QAction* m_merge;
    TrackId m_latest;   ///< followed now, or the last that was
    TrackId m_previous; ///< followed before it
};

} // namespace lunkuo
