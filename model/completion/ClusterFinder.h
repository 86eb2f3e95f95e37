#pragma once

#include "model/completion/PreparedFrame.h"

namespace lunkuo
{

/// From which points clusters are made, and how far apart things must be to be told apart. Metres.
struct ClusterOptions
{
    double lowest_m = 0.30;       ///< over the ground: below is road and kerb
    double highest_m = 2.4;       ///< columns that go on above are walls, trees, poles, or large vehicles
    double top_m = 4.4;           ///< above nothing is looked at
    double startsBelow_m = 1.7;   ///< what begins higher hangs over the ground
    double verticalGap_m = 0.5;   ///< what is farther apart in a column does not belong together …
    double verticalGapAt = 0.008; ///< … and so much more per metre of range
    double reachEvery_m = 35.0;   ///< by this range cells are joined over one more empty cell
    std::size_t fewestPoints = 8;
};

/// What hangs together when seen from above.
struct Cluster
{
    std::vector<std::uint32_t> points; ///< between the lowest and the highest height, ascending
    double tallShare = 0.0;            ///< of its area that goes on above the highest height, or touches what does
};

/// The things that stand on the ground, told apart by the empty room between them. `withTall`: columns that go on above
/// belong to what they touch instead of bounding it.
class ClusterFinder
{
public:
    ClusterFinder(const PreparedFrame& frame, const ClusterOptions& options);

    [[nodiscard]] std::vector<Cluster> clusters(bool withTall) const;

private:
    struct Raised
    {
        std::uint32_t point;
        std::uint32_t cell;
        float height;
    };

    void raise(const PreparedFrame::Impl& frame);
    void judgeColumns();
    [[nodiscard]] int reachAt(std::uint32_t cell) const;
    void spread(std::uint32_t from, int label, bool withTall, std::vector<int>& labels) const;
    [[nodiscard]] bool touchesTall(std::uint32_t cell) const;

    static constexpr int side = 840;
    static constexpr double cell_m = 0.25;
    ClusterOptions m_options;
    std::vector<Raised> m_raised;
    std::vector<std::uint32_t> m_columns; ///< per cell: a bit for each occupied slice of height
    std::vector<std::uint32_t> m_occupied;
};

} // namespace lunkuo
