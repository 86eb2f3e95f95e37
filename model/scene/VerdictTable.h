#pragma once

#include "model/scene/Verdict.h"

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace lunkuo
{

/// The verdicts of a scene by id; those of a frame, and those that somebody has still to do something about, without a
/// look at all others.
class VerdictTable
{
public:
    using Map = std::map<VerdictId, Verdict>;

    [[nodiscard]] auto begin() const { return m_verdicts.begin(); }
    [[nodiscard]] auto end() const { return m_verdicts.end(); }
    [[nodiscard]] auto rbegin() const { return m_verdicts.rbegin(); }
    [[nodiscard]] bool empty() const { return m_verdicts.empty(); }
    [[nodiscard]] std::size_t size() const { return m_verdicts.size(); }
    [[nodiscard]] bool contains(VerdictId id) const { return m_verdicts.contains(id); }
    [[nodiscard]] auto find(VerdictId id) const { return m_verdicts.find(id); }
    [[nodiscard]] const Verdict& at(VerdictId id) const { return m_verdicts.at(id); }

    void insert_or_assign(VerdictId id, Verdict verdict);
    void erase(VerdictId id);

    /// Of shapes, of places and of the frame itself, by their ids.
    [[nodiscard]] const std::vector<VerdictId>& in(FrameId frame) const;
    /// Of the track's shape in the frame; null when nobody has said anything of it.
    [[nodiscard]] const Verdict* of(TrackId track, FrameId frame) const;
    /// Of the frame as a whole; null when nobody has said anything of it.
    [[nodiscard]] const Verdict* of(FrameId frame) const;
    /// Whether something in the frame, or all of it, is rejected and not answered.
    [[nodiscard]] bool isRejected(FrameId frame) const;
    /// Rejected or answered ones, by their ids.
    [[nodiscard]] const std::set<VerdictId>& open() const { return m_open; }

    friend bool operator==(const VerdictTable& a, const VerdictTable& b) { return a.m_verdicts == b.m_verdicts; }

private:
    Map m_verdicts;
    std::unordered_map<FrameId, std::vector<VerdictId>> m_inFrame;
    std::set<VerdictId> m_open;
};

} // namespace lunkuo
