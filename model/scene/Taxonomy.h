#pragma once

#include "model/base/Result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <Eigen/Core>
#include <map>
#include <optional>
#include <vector>

namespace lunkuo
{

/// A name in both interface languages.
struct LocalName
{
    QString en;
    QString zh;

    /// In the language of `locale` ("zh_CN", "en_US"); falls back to the other where one is empty.
    [[nodiscard]] const QString& in(const QString& locale) const;
    /// In the language of the moment, that of the default QLocale.
    [[nodiscard]] const QString& now() const;
    friend bool operator==(const LocalName&, const LocalName&) = default;
};

/// Which family of bodies completion fits to objects of a class.
enum class BodyKind { Car, Van, Truck, Bus, Pedestrian, Cyclist, Other };

struct ClassDef
{
    QString id; ///< "Car": what shapes, files and exports carry
    LocalName name;
    quint32 color = 0x808080; ///< 0xRRGGBB
    Eigen::Vector3d defaultSize = Eigen::Vector3d(4.1, 1.7, 1.58);
    QString hotkey; ///< "1"
    BodyKind body = BodyKind::Other;
};

struct AttributeChoice
{
    QString value; ///< what files carry
    LocalName name;
    QString hotkey;
};

struct AttributeDef
{
    enum class Type { Flag, Choice, Number, Text };
    enum class Scope { Track, Frame };

    QString id;
    LocalName name;
    Type type = Type::Flag;
    Scope scope = Scope::Frame;
    bool required = false;
    QStringList classes;                  ///< ids of the classes it applies to; empty: all
    std::vector<AttributeChoice> choices; ///< of a Choice
    QString hotkey;                       ///< of a Flag: toggles it
    double minimum = 0.0;                 ///< of a Number
    double maximum = 0.0;                 ///< of a Number; no limits when maximum <= minimum

    [[nodiscard]] bool appliesTo(const QString& classId) const
    {
        return classes.isEmpty() || classes.contains(classId);
    }
    /// Whether the value has this attribute's type and is one of its choices or within its limits.
    [[nodiscard]] bool accepts(const QJsonValue& value) const;
};

using AttributeValues = std::map<QString, QJsonValue>; ///< attribute id -> bool, string or number

/// What taxonomies and files call an automatic check: "emptyBox".
struct CheckKey
{
    QString name;

    [[nodiscard]] bool isValid() const { return !name.isEmpty(); }
    friend bool operator==(const CheckKey&, const CheckKey&) = default;
    friend bool operator<(const CheckKey& a, const CheckKey& b) { return a.name < b.name; }
};

/// How an automatic check is to work here.
struct CheckSetting
{
    CheckKey id;
    bool isOn = true;
    std::map<QString, double> thresholds; ///< by name; those that are not here are as usual

    /// False, or an object with what is not as usual.
    [[nodiscard]] QJsonValue toJson() const;
    friend bool operator==(const CheckSetting&, const CheckSetting&) = default;
};

/// What may be annotated and what may be ticked.
struct Taxonomy
{
    QString id;
    LocalName name;
    std::vector<ClassDef> classes;
    std::vector<AttributeDef> attributes;
    std::map<CheckKey, CheckSetting> checks; ///< those that are not here work as usual

    [[nodiscard]] const ClassDef* classOf(const QString& id) const;
    [[nodiscard]] const AttributeDef* attribute(const QString& id) const;
    /// What people call the class, in the language of the moment; the id where the taxonomy has none of it.
    [[nodiscard]] QString className(const QString& id) const;
    /// The required attributes of the class that have no value, in order.
    [[nodiscard]] QStringList missing(
        const QString& classId, const AttributeValues& trackValues, const AttributeValues& frameValues) const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Error: one sentence naming `source` and the member that is wrong (unknown type, key used twice, ...).
    static Result<Taxonomy> fromJson(const QJsonObject& json, const QString& source);
    /// From a JSON file, or one built in: "lunkuo", "kitti", "nuscenes".
    static Result<Taxonomy> load(const QString& nameOrPath);
    static QStringList presets();
};

} // namespace lunkuo
