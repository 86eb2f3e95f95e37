#pragma once

#include "model/base/Result.h"
#include "model/scene/Taxonomy.h"

#include <QJsonObject>
#include <map>
#include <optional>

namespace lunkuo
{

/// Under which name each class goes out, or that it stays at home.
struct ClassMapping
{
    QString name{}; ///< for people; empty: nothing is mapped
    /// Class id -> id in the dataset; nothing: left out.
    std::map<QString, std::optional<QString>> classes{};
    bool keepsOthers = true; ///< classes that are not named keep their ids; else they are left out

    /// The id in the dataset; nothing: the class is left out. Ids are told apart whatever their case.
    [[nodiscard]] std::optional<QString> of(const QString& classId) const;
    /// The taxonomy of what goes out: each id once, with the looks of the first class that is mapped to it.
    [[nodiscard]] Taxonomy applied(const Taxonomy& taxonomy) const;

    /// {"name": "KITTI", "classes": {"Bus": "Truck", "Cone": null}, "others": "keep"} - "others": null leaves them out.
    [[nodiscard]] QJsonObject toJson() const;
    /// Error: one sentence naming `source` and the member that is wrong.
    static Result<ClassMapping> fromJson(const QJsonObject& json, const QString& source);
    /// From a JSON file, or one built in.
    static Result<ClassMapping> load(const QString& nameOrPath);
    [[nodiscard]] Result<void> save(const QString& path) const;
    /// "kitti", "nuscenes" (the ten classes of its detection), "argoverse2".
    static QStringList presets();

    friend bool operator==(const ClassMapping&, const ClassMapping&) = default;
};

} // namespace lunkuo
