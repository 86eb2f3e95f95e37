#pragma once

#include "widgets/Style.h"

#include <QJsonObject>
#include <QString>

namespace lunkuo
{

/// What a person prefers, whatever the project.
struct Preferences
{
    QString language; ///< "zh_CN", "en", or "" for the system's
    Theme theme = Theme::Dark;
    int frameMemory_mib = 2048; ///< how much sensor data is kept at hand

    [[nodiscard]] QJsonObject toJson() const;
    /// Values that make no sense are taken as not given.
    static Preferences fromJson(const QJsonObject& json);
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

} // namespace lunkuo
