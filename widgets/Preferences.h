#pragma once

#include "render/PointDrawing.h"
#include "widgets/Style.h"

#include <QJsonObject>
#include <QString>

namespace lunkuo
{

/// What a person prefers, whatever the project.
struct Preferences
{
    static constexpr int leastText_percent = 80;
    static constexpr int mostText_percent = 200;
    static constexpr int leastMemory_mib = 256;
    static constexpr int mostMemory_mib = 65536;

    QString language; ///< "zh_CN", "en", or "" for the system's
    Theme theme = Theme::Dark;
    int text_percent = 100;     ///< size of all words, of the system's
    int frameMemory_mib = 2048; ///< how much sensor data is kept at hand
    PointDrawing pointDrawing = PointDrawing::Automatic;
    QString annotator; ///< who the history says made the edits; "": the user of the operating system

    [[nodiscard]] QJsonObject toJson() const;
    /// Values that make no sense are taken as not given.
    static Preferences fromJson(const QJsonObject& json);
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

} // namespace lunkuo
