#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"

#include <QDir>
#include <QHash>
#include <QStringList>
#include <Eigen/Geometry>
#include <optional>
#include <vector>

namespace lunkuo
{

/// Which part of the tables is wanted: those of trainval speak of 850 scenes.
struct NuscenesChoice
{
    QStringList scenes{}; ///< by name; empty: all
    bool sweeps = false;  ///< clouds between the samples too
    bool annotations = true;
};

/// What the tables of nuScenes v1.0 say, by token. Poses are `to_from` with full rotations; boxes are global, size is
/// (length, width, height).
struct NuscenesTables
{
    struct Scene
    {
        QString token;
        QString name;
    };
    struct Sensor ///< calibrated
    {
        QString channel;
        QString modality;
        Eigen::Isometry3d ego_sensor = Eigen::Isometry3d::Identity();
        std::optional<Eigen::Matrix3d> intrinsic;
    };
    struct Sample
    {
        QString scene;
        qint64 timestamp_us = 0;
    };
    struct Data ///< of the LiDAR or a camera
    {
        QString sample;
        QString sensor;
        QString egoPose;
        QString file; ///< relative to the dataset
        qint64 timestamp_us = 0;
        int width_px = 0;
        int height_px = 0;
        bool isKeyFrame = false;
    };
    struct Annotation
    {
        QString sample;
        QString instance;
        QString visibility;     ///< 1 to 4, or empty
        QStringList attributes; ///< names: vehicle.moving
        Eigen::Vector3d center = Eigen::Vector3d::Zero();
        Eigen::Vector3d size = Eigen::Vector3d::Zero();
        Eigen::Quaterniond rotation = Eigen::Quaterniond::Identity();
    };

    QStringList sceneNames; ///< of all that are there, in the table's order
    std::vector<Scene> scenes;
    QHash<QString, Sensor> sensors;
    QHash<QString, Sample> samples;
    std::vector<Data> data;
    QHash<QString, Eigen::Isometry3d> world_ego;
    QHash<QString, QString> categoryOf; ///< of an instance, by name
    std::vector<Annotation> annotations;
    bool hasSweeps = false;

    /// Where the sensor was when it took the data; nothing where a table does not say.
    [[nodiscard]] std::optional<Eigen::Isometry3d> world_sensor(const Data& taken) const;
    [[nodiscard]] const Sensor* sensorOf(const Data& taken) const;
    [[nodiscard]] bool isLidar(const Data& taken) const;

    /// `folder` holds the tables. Records that are damaged or lead nowhere are counted in remarks. Error: one sentence
    /// with file and line.
    static Result<NuscenesTables> read(
        const QDir& folder, const NuscenesChoice& choice, QStringList& remarks, const Progress& progress);
    /// The folder with the tables: `folder` itself, or the first v1.0-* in it; empty when there is none. Where there
    /// are several, a remark names them.
    static QString tablesIn(const QDir& folder, QStringList* remarks = nullptr);
};

inline constexpr const char16_t* nuscenesLidar = u"LIDAR_TOP";

} // namespace lunkuo
