#include "model/scene/VerdictTable.h"

#include <algorithm>

namespace lunkuo
{

void VerdictTable::insert_or_assign(VerdictId id, Verdict verdict)
{
    erase(id);
    std::vector<VerdictId>& there = m_inFrame[verdict.frame];
    there.insert(std::lower_bound(there.begin(), there.end(), id), id);
    if (verdict.isOpen())
        m_open.insert(id);
    m_verdicts.insert_or_assign(id, std::move(verdict));
}

void VerdictTable::erase(VerdictId id)
{
    const auto known = m_verdicts.find(id);
    if (known == m_verdicts.end())
        return;
    const auto there = m_inFrame.find(known->second.frame);
    std::erase(there->second, id);
    if (there->second.empty())
        m_inFrame.erase(there);
    m_open.erase(id);
    m_verdicts.erase(known);
}

const std::vector<VerdictId>& VerdictTable::in(FrameId frame) const
{
    static const std::vector<VerdictId> none;
    const auto found = m_inFrame.find(frame);
    return found == m_inFrame.end() ? none : found->second;
}

const Verdict* VerdictTable::of(TrackId track, FrameId frame) const
{
    for (const VerdictId id : in(frame))
        if (const Verdict& verdict = m_verdicts.at(id); track.isValid() && verdict.track == track)
            return &verdict;
    return nullptr;
}

bool VerdictTable::isRejected(FrameId frame) const
{
    const std::vector<VerdictId>& there = in(frame);
    return std::any_of(
        there.begin(), there.end(), [this](VerdictId id) { return m_verdicts.at(id).state == VerdictState::Rejected; });
}

const Verdict* VerdictTable::of(FrameId frame) const
{
    for (const VerdictId id : in(frame))
        if (const Verdict& verdict = m_verdicts.at(id); verdict.isOfFrame())
            return &verdict;
    return nullptr;
}

} // namespace lunkuo
