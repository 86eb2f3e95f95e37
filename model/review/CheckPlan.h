#pragma once

#include "model/base/Result.h"
#include "model/scene/CheckId.h"
#include "model/scene/Taxonomy.h"

#include <map>

namespace lunkuo
{

class Document;

using CheckSettings = std::map<CheckKey, CheckSetting>;

// What is not among the settings is as usual.
bool isOn(const CheckSettings& settings, CheckId check);
double limitOf(const CheckSettings& settings, CheckId check, const char* threshold);

/// How a project's checks shall work from now on: its own settings, and what a person makes of them until it becomes
/// one edit.
class CheckPlan
{
public:
    explicit CheckPlan(CheckSettings settings)
        : m_before(settings)
        , m_settings(std::move(settings))
    {
    }

    [[nodiscard]] bool isOn(CheckId check) const { return lunkuo::isOn(m_settings, check); }
    [[nodiscard]] double limit(CheckId check, const char* threshold) const
    {
        return limitOf(m_settings, check, threshold);
    }
    void setOn(CheckId check, bool isOn);
    void setLimit(CheckId check, const char* threshold, double value);
    /// Makes it as usual.
    void reset(CheckId check) { m_settings.erase(keyOf(check)); }
    void resetAll() { m_settings.clear(); }

    [[nodiscard]] bool isUsual(CheckId check) const;
    [[nodiscard]] bool isUsual(CheckId check, const char* threshold) const;
    [[nodiscard]] bool areAllUsual() const;
    /// Whether the checks would work otherwise than before.
    [[nodiscard]] bool isChanged() const { return !changed().empty(); }
    /// Makes them work so, as one edit; none where nothing is otherwise.
    Result<void> apply(Document& document) const;

private:
    /// Those that work otherwise than before.
    [[nodiscard]] std::vector<CheckId> changed() const;

    CheckSettings m_before;
    CheckSettings m_settings;
};

} // namespace lunkuo
