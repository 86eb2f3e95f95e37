#include "widgets/Preferences.h"

#include <algorithm>

namespace lunkuo
{

QJsonObject Preferences::toJson() const
{
    return {{QStringLiteral("language"), language},
        {QStringLiteral("theme"), theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {QStringLiteral("text_percent"), text_percent}, {QStringLiteral("frameMemory_mib"), frameMemory_mib},
        {QStringLiteral("annotator"), annotator}};
}

Preferences Preferences::fromJson(const QJsonObject& json)
{
    Preferences preferences;
    const auto number = [&json](const QString& key, int otherwise, int least, int most) {
        return std::clamp(json.value(key).toInt(otherwise), least, most);
    };
    const QString language = json.value(u"language").toString();
    if (language == u"zh_CN" || language == u"en")
        preferences.language = language;
    if (json.value(u"theme").toString() == u"light")
        preferences.theme = Theme::Light;
    preferences.text_percent =
        number(QStringLiteral("text_percent"), preferences.text_percent, leastText_percent, mostText_percent);
    preferences.frameMemory_mib =
        number(QStringLiteral("frameMemory_mib"), preferences.frameMemory_mib, leastMemory_mib, mostMemory_mib);
    preferences.annotator = json.value(u"annotator").toString().trimmed();
    return preferences;
}

} // namespace lunkuo
