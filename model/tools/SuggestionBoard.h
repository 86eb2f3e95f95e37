#pragma once

#include "model/base/Progress.h"
#include "model/completion/Suggester.h"
#include "model/tools/Continuation.h"
#include "model/tools/Subject.h"
#include "model/tools/Tool.h"

#include <QObject>
#include <QTimer>
#include <map>
#include <vector>

namespace lunkuo
{

/// What is suggested in the frame that is shown: the project's pre-labels of the frame, and besides what is found in
/// the background once its data is there, kept for when the frame is shown again. A suggestion is no annotation until a
/// person accepts it. Either one suggestion is current or a shape is selected, never both.
class SuggestionBoard : public QObject
{
    Q_OBJECT
public:
    explicit SuggestionBoard(ToolContext context, QObject* parent = nullptr);
    ~SuggestionBoard() override;

    static constexpr int none = -1;

    /// Whether anything is looked for. Pre-labels are shown all the same: a person has brought them.
    void setEnabled(bool enabled);
    [[nodiscard]] bool isEnabled() const { return m_isEnabled; }
    /// Those of less confidence are not shown.
    void setThreshold(double confidence);
    [[nodiscard]] double threshold() const { return m_threshold; }
    [[nodiscard]] bool isSearching() const { return m_isSearching; }

    [[nodiscard]] FrameId frame() const { return m_context.selection.frame(); }
    /// Numbers of those to be shown, the surest first: neither dismissed nor annotated already.
    [[nodiscard]] const std::vector<int>& shown() const { return m_shown; }
    [[nodiscard]] const Suggestion& suggestion(int number) const;

    /// The one that the keys mean, or `none`.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int number);
    /// Makes the one `steps` further down current, round the end; the first or last when none is.
    void step(int steps);

    [[nodiscard]] bool isPrelabel(int number) const;
    /// The frame has any, shown or not.
    [[nodiscard]] bool hasPrelabels() const;

    /// Turns the current one into an annotated shape; a pre-label gets the outline that its points say. Where the
    /// followed object must be and has no shape yet it is that object. On failure it stays, and the document has said
    /// why.
    Result<ShapeId> accept();
    /// All that are shown, as one edit; how many.
    Result<int> acceptAll();
    /// A pre-label goes for good, as an edit.
    void dismiss();
    /// Nothing is suggested for the time being, and nothing looked for.
    void setResting(bool isResting);
    /// Those dismissed in this frame are suggested again.
    void restoreDismissed();
    [[nodiscard]] bool hasDismissed() const;
    /// Whether a dismissal is the latest thing done, later than what the document would undo.
    [[nodiscard]] bool canTakeBack() const;
    /// Shows what was dismissed last again, in its frame, as the current one.
    void takeBack();
    /// The current one as a shape that is not annotated yet.
    [[nodiscard]] std::optional<Subject> subject() const;

    /// What the keys do with the current one: Enter accepts it and goes on to the next, Delete and Backspace dismiss it
    /// and go on, Escape leaves the suggestions. False when the key is not theirs.
    bool handleKey(int key);
    /// One line for the status bar; empty while none is current.
    [[nodiscard]] QString hint() const;

signals:
    /// Whatever there is to be seen of suggestions has changed.
    void changed();
    /// Another one is current, and it should be brought into view.
    void currentChanged(int number);

private:
    struct Found
    {
        FrameId frame;
        Eigen::Vector3d sensor; ///< from where it was looked for them
        std::vector<Suggestion> suggestions;
    };

    /// One that may be shown, wherever it comes from.
    struct Offer
    {
        Suggestion suggestion;
        int prelabel = none; ///< its place among those of the frame
    };

    void follow();
    void gather();
    void dismissPrelabel(int place);
    [[nodiscard]] Shape shapeOf(const Suggestion& suggestion, bool isPrelabel) const;
    struct Known
    {
        Continuation onward;
        int number;
    };
    [[nodiscard]] std::optional<Known> followedOne() const;
    [[nodiscard]] Shape continuing(const Known& known) const;
    void search();
    void stop();
    void arrive(Found found);
    void refresh();
    void goOnFrom(std::size_t place);
    [[nodiscard]] const Found* found() const;
    [[nodiscard]] bool isOpen(const Offer& offer) const;
    [[nodiscard]] bool touchesFrame(const Edit& edit) const;

    ToolContext m_context;
    bool m_isEnabled = true;
    bool m_isResting = false;
    bool m_isSearching = false;
    double m_threshold = 0.5;
    int m_current = none;
    std::vector<Offer> m_offers; ///< of the frame that is shown
    std::vector<int> m_shown;
    std::vector<Found> m_found; ///< latest used last
    struct Dismissal
    {
        FrameId frame;
        int undoDepth; ///< of the document then
    };
    std::map<FrameId, std::vector<Cuboid>> m_dismissed; ///< the latest last
    std::vector<Dismissal> m_dismissals;                ///< of all frames, in turn
    QTimer m_pause;                                     ///< who leafs through the frames is not slowed down
    Progress m_progress;
};

} // namespace lunkuo
