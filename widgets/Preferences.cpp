#include "widgets/Preferences.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
/// In the order of PointDrawing.
const QStringList drawingNames{QStringLiteral("automatic"), QStringLiteral("processor"), QStringLiteral("graphics")};
} // namespace

QJsonObject Preferences::toJson() const
{
    return {{QStringLiteral("language"), language},
        {QStringLiteral("theme"), theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light")},
        {QStringLiteral("text_percent"), text_percent}, {QStringLiteral("frameMemory_mib"), frameMemory_mib},
        {QStringLiteral("pointDrawing"), drawingNames.at(static_cast<qsizetype>(pointDrawing))},
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
    const auto drawing = drawingNames.indexOf(json.value(u"pointDrawing").toString());
    preferences.pointDrawing = static_cast<PointDrawing>(std::max<qsizetype>(0, drawing));
    preferences.annotator = json.value(u"annotator").toString().trimmed();
    return preferences;
}

} // namespace lunkuo
