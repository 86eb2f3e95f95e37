#include "model/review/FramePairs.h"

#include <set>

namespace lunkuo
{

namespace
{

using FramesByText = std::multimap<QString, FrameId>;

FrameId onlyOne(const FramesByText& frames, const QString& text)
{
    return frames.count(text) == 1 ? frames.find(text)->second : FrameId();
}

QString cloudOf(const ComparedScene& side, const Frame& frame)
{
    return frame.cloudPath.isEmpty() ? QString() : QDir::cleanPath(side.folder.absoluteFilePath(frame.cloudPath));
}

/// The frames of a scene that have no partner yet, by a text that names them.
template <class TextOf>
FramesByText unpairedBy(const ComparedScene& side, const std::set<FrameId>& paired, TextOf textOf)
{
    FramesByText frames;
    for (const auto& [id, frame] : side.scene.frames)
        if (const QString text = textOf(side, frame); !text.isEmpty() && !paired.contains(id))
            frames.emplace(text, id);
    return frames;
}

/// Pairs of frames as they are found.
class Pairing
{
public:
    Pairing(const ComparedScene& a, const ComparedScene& b)
        : m_a(a)
        , m_b(b)
    {
    }

    template <class TextOf>
    void pairBy(TextOf textOf)
    {
        const FramesByText ofA = unpairedBy(m_a, m_pairedA, textOf);
        const FramesByText ofB = unpairedBy(m_b, m_pairedB, textOf);
        for (const auto& [text, frameA] : ofA) {
            const FrameId frameB = onlyOne(ofB, text);
            if (!frameB.isValid() || ofA.count(text) != 1)
                continue;
            m_partner[frameA] = frameB;
            m_pairedA.insert(frameA);
            m_pairedB.insert(frameB);
        }
    }

    [[nodiscard]] FramePairs result() const
    {
        FramePairs pairs;
        for (const FrameId frame : m_a.scene.frameOrder())
            if (const auto partner = m_partner.find(frame); partner != m_partner.end())
                pairs.both.emplace_back(frame, partner->second);
            else
                pairs.onlyA << fullNameOf(m_a.scene, frame);
        for (const FrameId frame : m_b.scene.frameOrder())
            if (!m_pairedB.contains(frame))
                pairs.onlyB << fullNameOf(m_b.scene, frame);
        return pairs;
    }

private:
    const ComparedScene& m_a;
    const ComparedScene& m_b;
    std::map<FrameId, FrameId> m_partner;
    std::set<FrameId> m_pairedA;
    std::set<FrameId> m_pairedB;
};

} // namespace

QString fullNameOf(const Scene& scene, FrameId frame)
{
    const Frame& found = scene.frames.at(frame);
    return scene.sequences.at(found.sequence).name + u'/' + found.name;
}

FramePairs pairFrames(const ComparedScene& a, const ComparedScene& b)
{
    Pairing pairing(a, b);
    pairing.pairBy([](const ComparedScene& side, const Frame& frame) { return fullNameOf(side.scene, frame.id); });
    pairing.pairBy(cloudOf);
    return pairing.result();
}

} // namespace lunkuo
