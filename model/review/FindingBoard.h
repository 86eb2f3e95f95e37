#pragma once

#include "model/review/CheckRunner.h"
#include "model/tools/Tool.h"

#include <map>
#include <set>

namespace lunkuo
{

/// What a person does about the findings: lists those that are wanted, goes from one to the next, mends them, and
/// waives those that are wrong. Waived findings are listed apart, and can be taken back.
class FindingBoard : public QObject
{
    Q_OBJECT
public:
    FindingBoard(ToolContext context, CheckRunner& runner, QObject* parent = nullptr);

    /// Which findings are listed.
    struct Filter
    {
        Severity least = Severity::Hint;
        std::optional<CheckId> check{}; ///< none: of all checks
        bool isOfWaived = false;        ///< those that were waived instead, however bad

        friend bool operator==(const Filter&, const Filter&) = default;
    };

    [[nodiscard]] const Filter& filter() const { return m_filter; }
    void setFilter(const Filter& filter);

    /// All that stand, whatever the filter says.
    [[nodiscard]] const Findings& standing() const { return m_open; }
    /// Those that the filter lets through, in their order.
    [[nodiscard]] const Findings& shown() const { return m_shown; }
    /// How many stand that are at least that bad; how many were waived.
    [[nodiscard]] int count(Severity least) const;
    [[nodiscard]] int waivedCount() const { return static_cast<int>(m_waived.size()); }
    /// How many of each check there are, whichever check the filter lets through.
    [[nodiscard]] std::map<CheckId, int> counts() const;

    /// The place of the current one among those shown.
    [[nodiscard]] std::optional<std::size_t> current() const { return m_current; }
    [[nodiscard]] const Finding* finding() const;
    /// Goes there: frame, object, and whoever shows them.
    void setCurrent(std::size_t place);
    /// Goes to the one `steps` further down, round the end. When none is current: to where the last one stood, or the
    /// first one from the frame that is shown on. False when there is none.
    bool step(int steps);

    /// What `fix` would do; empty when there is nothing that it could do.
    [[nodiscard]] QString fixText() const;
    [[nodiscard]] bool canFix() const;
    /// Does away with what the current one is about, as one edit. Waits for the cloud of its frame where that is needed
    /// and still being read.
    Result<void> fix();

    [[nodiscard]] bool canWaive() const;
    Result<void> waive(const QString& reason, const QString& who);
    [[nodiscard]] bool canTakeBack() const;
    /// The current one, which was waived, stands again.
    Result<void> takeBack();
    /// Why and by whom it was waived; empty when it was not.
    [[nodiscard]] QString waiverText(const Finding& finding) const;

    [[nodiscard]] const CheckRunner& runner() const { return m_runner; }

signals:
    /// What is listed, or which one is current.
    void changed();
    /// Somebody goes to a finding: this is what it is about, in the frame that is shown.
    void meant(const Cuboid& cuboid);
    /// A mending that had to wait for its cloud did not come off.
    void fixFailed(const QString& sentence);

private:
    void sort();
    void filter(const QString& currentKey);
    void go(const Finding& finding);
    void goOnFixing(FrameId loaded);
    Result<void> mend(const Finding& finding, const LoadedFrame* frame);
    [[nodiscard]] std::optional<std::size_t> startFor(int steps) const;
    [[nodiscard]] QString currentKey() const;

    ToolContext m_context;
    CheckRunner& m_runner;
    Filter m_filter;
    Findings m_open;
    Findings m_waived;
    Findings m_shown;
    std::optional<std::size_t> m_current;
    std::optional<std::size_t> m_left; ///< where the last current one stood, which is gone
    std::optional<Finding> m_waiting;  ///< is to be mended once its cloud is there
    std::set<QString> m_mended;        ///< keys of what is listed until the checks have looked again
};

} // namespace lunkuo
