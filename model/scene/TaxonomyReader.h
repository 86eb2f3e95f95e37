#pragma once

#include "model/scene/Taxonomy.h"

#include <QCoreApplication>

#include <span>

namespace lunkuo
{

/// Reads a taxonomy from JSON and refuses what could not work: unknown words, names used twice, keys that would mean
/// two things.
class TaxonomyReader
{
    Q_DECLARE_TR_FUNCTIONS(TaxonomyReader)
public:
    explicit TaxonomyReader(QString source)
        : m_source(std::move(source))
    {
    }

    Result<Taxonomy> read(const QJsonObject& json);

private:
    ClassDef readClass(const QJsonObject& json, const QString& place);
    AttributeDef readAttribute(const QJsonObject& json, const QString& place);
    AttributeChoice readChoice(const QJsonObject& json, const QString& place);
    CheckSetting readCheck(const QString& name, const QJsonValue& json);
    LocalName readName(const QJsonValue& json, const QString& place, const QString& fallback);
    QString readKey(const QJsonObject& json, const QString& place, bool ofClass);
    QString readId(const QJsonObject& json, const QString& member, const QString& place);
    struct Member;
    void checkMembers(const QJsonObject& json, const QString& place, std::span<const Member> known);
    void checkFits(const QJsonObject& json, const AttributeDef& attribute, const QString& place);
    void checkUnique(const Taxonomy& taxonomy);
    void checkKeys(const Taxonomy& taxonomy);
    /// Keeps the first complaint; everything after it is a consequence.
    void complain(const QString& place, const QString& expected);

    QString m_source;
    QString m_complaint;
};

} // namespace lunkuo
