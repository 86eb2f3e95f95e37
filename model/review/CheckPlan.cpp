#include "model/review/CheckPlan.h"

#include "model/document/Document.h"
#include "model/document/EditText.h"
#include "model/review/Checks.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

bool worksTheSame(const CheckSettings& one, const CheckSettings& other, CheckId check)
{
    const auto& thresholds = nameOf(check).thresholds;
    return isOn(one, check) == isOn(other, check) &&
           std::all_of(thresholds.begin(), thresholds.end(), [&](const Threshold& threshold) {
               return !threshold.name || limitOf(one, check, threshold.name) == limitOf(other, check, threshold.name);
           });
}

std::optional<CheckSetting> settingOf(const CheckSettings& settings, CheckId check)
{
    const auto found = settings.find(keyOf(check));
    return found == settings.end() ? std::nullopt : std::optional(found->second);
}

/// With what is not as usual alone; nothing when all is.
std::optional<CheckSetting> shortest(const CheckSettings& settings, CheckId check)
{
    CheckSetting setting{keyOf(check), isOn(settings, check), {}};
    for (const Threshold& threshold : nameOf(check).thresholds)
        if (threshold.name)
            if (const double value = limitOf(settings, check, threshold.name); value != threshold.usual)
                setting.thresholds[QString(QLatin1String(threshold.name))] = value;
    return setting.isOn && setting.thresholds.empty() ? std::nullopt : std::optional(setting);
}

} // namespace

bool isOn(const CheckSettings& settings, CheckId check)
{
    const auto setting = settings.find(keyOf(check));
    return setting == settings.end() || setting->second.isOn;
}

double limitOf(const CheckSettings& settings, CheckId check, const char* threshold)
{
    const QString wanted = QLatin1String(threshold);
    if (const auto setting = settings.find(keyOf(check)); setting != settings.end())
        if (const auto value = setting->second.thresholds.find(wanted); value != setting->second.thresholds.end())
            return value->second;
    const Threshold* usual = nameOf(check).threshold(wanted);
    Q_ASSERT_X(usual, "limitOf", threshold);
    return usual->usual;
}

void CheckPlan::setOn(CheckId check, bool isOn)
{
    m_settings.try_emplace(keyOf(check), CheckSetting{keyOf(check), true, {}}).first->second.isOn = isOn;
}

void CheckPlan::setLimit(CheckId check, const char* threshold, double value)
{
    m_settings.try_emplace(keyOf(check), CheckSetting{keyOf(check), true, {}})
        .first->second.thresholds[QString(QLatin1String(threshold))] = value;
}

bool CheckPlan::isUsual(CheckId check) const
{
    return worksTheSame(m_settings, {}, check);
}

bool CheckPlan::isUsual(CheckId check, const char* threshold) const
{
    return limit(check, threshold) == limitOf({}, check, threshold);
}

bool CheckPlan::areAllUsual() const
{
    const auto names = checkNames();
    return std::all_of(names.begin(), names.end(), [this](const CheckName& name) { return isUsual(name.id); });
}

std::vector<CheckId> CheckPlan::changed() const
{
    std::vector<CheckId> result;
    for (const CheckName& name : checkNames())
        if (!worksTheSame(m_before, m_settings, name.id))
            result.push_back(name.id);
    return result;
}

Result<void> CheckPlan::apply(Document& document) const
{
    const std::vector<CheckId> checks = changed();
    if (checks.empty())
        return {};
    std::vector<Change> changes;
    for (const CheckId check : checks)
        changes.emplace_back(ValueChange<CheckSetting>{settingOf(m_before, check), shortest(m_settings, check)});
    const QString text =
        checks.size() == 1
            ? keptText("CheckPlan", QT_TRANSLATE_NOOP("CheckPlan", "Set the check “%1”"),
                  {keptWord("Checks", QString::fromUtf8(lunkuo::checks()[std::size_t(checks.front())].title))})
            : keptText(
                  "CheckPlan", QT_TRANSLATE_NOOP("CheckPlan", "Set checks (%1)"), {QString::number(checks.size())});
    return document.edit(text, std::move(changes));
}

} // namespace lunkuo
