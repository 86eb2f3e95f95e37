#pragma once

#include "model/scene/Scene.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <map>
#include <set>

namespace lunkuo
{

/// The rows of nuScenes' tables, made in the order of scenes and frames. Tokens are sums of what they name, so that the
/// same project makes the same tables.
class NuscenesRecords
{
public:
    explicit NuscenesRecords(const Scene& scene);

    /// What is added next belongs to it; `name` is unique. Where some of its frames have no time, none keeps its own.
    void addScene(const Sequence& sequence, const QString& name);
    /// Whether the scene's frames have their own times.
    [[nodiscard]] bool isTimed() const { return m_isTimed; }
    /// The next frame of the scene; what is added next belongs to it.
    void addSample(const Frame& frame, const QString& cloudFile);
    void addPicture(const Frame& frame, const Camera& camera, const QString& channel, const QString& file);
    /// How many values of the attributes that nuScenes has (nuscenesAttributes()) it has no word or no place for.
    int addAnnotation(const Shape& shape, const Track& track, qint64 points);
    void addMap(const QString& file);

    /// By name, all 13; of rows that lead to later ones the links are made here.
    [[nodiscard]] std::map<QString, QJsonArray> tables() const;
    /// Categories in use that are none of nuScenes' detection task.
    [[nodiscard]] QStringList otherClasses() const;

private:
    struct Linked ///< rows that follow one another, whose links are known only at the end
    {
        std::vector<QJsonObject> rows;
        std::map<QString, std::vector<std::size_t>> chains; ///< places in rows, by what they are a chain of

        void add(const QString& chain, QJsonObject row);
        [[nodiscard]] QJsonArray linked() const;
    };

    void addVocabulary();
    void addData(const Frame& frame, const QString& channel, const QString& sensorToken, QJsonObject row);
    QString sensorFor(const Frame& frame, const QString& channel, const Camera* camera);
    QString attributeToken(const QString& name);
    [[nodiscard]] qint64 moment_us(const Frame& frame) const;

    const Scene& m_scene;
    std::map<QString, QJsonArray> m_tables;
    Linked m_samples;
    Linked m_data;
    Linked m_annotations;
    std::map<QString, QJsonObject> m_instances; ///< by token
    std::set<QString> m_known;                  ///< tokens of rows that are there already
    std::set<QString> m_categories;
    QString m_sceneToken;
    QString m_sampleToken;
    bool m_isTimed = false;
    Eigen::Isometry3d m_world_sensor = Eigen::Isometry3d::Identity(); ///< of the frame
};

} // namespace lunkuo
