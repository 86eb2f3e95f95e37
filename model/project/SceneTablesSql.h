#pragma once

#include "model/base/Result.h"
#include "model/document/Edit.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <map>
#include <vector>

namespace lunkuo
{

/// Reads and writes a scene's values in the tables of a project file; keeps its statements prepared.
class SceneTablesSql
{
public:
    explicit SceneTablesSql(QSqlDatabase database)
        : m_database(std::move(database))
    {
    }

    Result<void> writeAll(const Scene& scene);
    [[nodiscard]] Result<Scene> readAll();
    /// Puts the values after the edit into their tables. The caller holds the transaction.
    Result<void> apply(const Edit& edit);
    Result<void> appendHistory(const Edit& edit, int kind, const QString& who, qint64 time_ms);

    /// Changes the frames that the history speaks of.
    Result<void> moveHistory(const std::function<void(Frame&)>& move);

    /// Files an outline under its key. Errors show when the transaction is committed.
    QByteArray storeOutline(const SharedOutline& outline);
    [[nodiscard]] SharedOutline loadOutline(const QByteArray& key);
    /// Lets go of the statements, so that the connection can be closed.
    void release() { m_prepared.clear(); }

private:
    void begin();
    Result<void> run(const QString& statement, const QVariantList& values);
    Result<void> put(const Sequence& sequence);
    Result<void> put(const Calibration& calibration);
    Result<void> put(const Frame& frame);
    Result<void> put(const Track& track);
    Result<void> put(const FramePrelabels& prelabels);
    Result<void> put(const Shape& shape);
    Result<void> put(const Verdict& verdict);
    Result<void> put(const Waiver& waiver);
    Result<void> put(const CheckSetting& setting);
    template <class Value>
    Result<void> remove(const Value& value);
    Result<void> writeCheck(const CheckKey& check, const QJsonValue& setting);
    Result<QSqlQuery> select(const QString& statement);
    Result<std::map<QByteArray, SharedOutline>> readOutlines();
    Result<void> readShapes(Scene& scene);
    Result<void> readFrames(Scene& scene);
    Result<void> readVerdicts(Scene& scene);
    Result<void> readWaivers(Scene& scene);

    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_prepared;
    struct Filed
    {
        SharedOutline outline;
        QByteArray key;
    };
    std::vector<Filed> m_filed;    ///< the latest that were filed: frames of a track have one in common
    Result<void> m_outlineTrouble; ///< the first failure of storeOutline since the last apply
};

} // namespace lunkuo
