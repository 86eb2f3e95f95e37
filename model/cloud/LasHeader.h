#pragma once

#include "model/cloud/Columns.h"
#include "model/cloud/FileBytes.h"

#include <array>
#include <vector>

namespace lunkuo
{

/// What the beginning of a LAS file, 1.0 to 1.4, says about its points.
struct LasHeader
{
    std::size_t points = 0;
    std::size_t dataStart = 0;
    std::size_t stride = 0; ///< bytes of one point, those that only this file knows about included
    int pointFormat = 0;    ///< 0..10
    std::array<double, 3> scale{};
    std::array<double, 3> offset{};
    std::vector<Column> extra; ///< the file's own values, as far as it describes them

    /// A record before the points with its header: where on the map they lie, notes.
    struct Record
    {
        std::size_t start = 0;
        std::size_t bytes = 0;
    };
    std::vector<Record> records;   ///< without those that describe the layout of the points
    std::size_t recordsBehind = 0; ///< behind the points
    bool saysPlace = false;        ///< a record says where on the map the points lie
    bool isPlaceText = false;      ///< and says it as text (WKT)
    bool isTimeAbsolute = false;   ///< not seconds of the week

    [[nodiscard]] bool hasWaveforms() const { return pointFormat == 4 || pointFormat == 5 || pointFormat >= 9; }
    /// The columns of the points: x y z in metres, the angle of the scan in degrees, all else as it is.
    [[nodiscard]] std::vector<Column> columns() const;

    /// Fails where the numbers contradict each other or the file's size, and where the points are compressed.
    static Result<LasHeader> read(const FileBytes& file);
};

/// Fields that most files fill with zeros alone.
inline constexpr std::array lasSeldomFields{u"user_data", u"scan_angle", u"point_source_id", u"classification_flags",
    u"scanner_channel", u"scan_direction", u"edge_of_flight_line"};
/// The angle of the scan is stored so in points of the newer formats, degrees.
inline constexpr double lasAngleStep_deg = 0.006;

/// Bytes of one point of formats 0..10, without extra bytes.
inline constexpr std::array<std::size_t, 11> lasRecordBytes{20, 28, 26, 34, 57, 63, 30, 36, 38, 59, 67};

} // namespace lunkuo
