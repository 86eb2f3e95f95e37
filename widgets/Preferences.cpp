#include "widgets/Preferences.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int leastMemory_mib = 256;
constexpr int mostMemory_mib = 65536;
} // namespace

QJsonObject Preferences::toJson() const
{
    return {{QStringLiteral("language"), language},
        {QStringLiteral("theme"), theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {QStringLiteral("frameMemory_mib"), frameMemory_mib}};
}

Preferences Preferences::fromJson(const QJsonObject& json)
{
    Preferences preferences;
    const QString language = json.value(u"language").toString();
    if (language == u"zh_CN" || language == u"en")
        preferences.language = language;
    if (json.value(u"theme").toString() == u"light")
        preferences.theme = Theme::Light;
    preferences.frameMemory_mib =
        std::clamp(json.value(u"frameMemory_mib").toInt(preferences.frameMemory_mib), leastMemory_mib, mostMemory_mib);
    return preferences;
}

} // namespace lunkuo
