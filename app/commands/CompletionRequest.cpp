#include "app/commands/CompletionRequest.h"

#include "model/cloud/CloudFormat.h"
#include "model/completion/SensorOrigin.h"
#include "model/geometry/PointIndex.h"
#include "model/scene/Scene.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompletionRequest)
};

template <class V>
QJsonArray toArray(const V& v)
{
    QJsonArray result;
    for (Eigen::Index i = 0; i < v.size(); ++i)
        result.append(v[i]);
    return result;
}

std::optional<Eigen::Vector3d> placeOf(const QJsonValue& json)
{
    const QJsonArray values = json.toArray();
    if (values.size() != 3 || !std::all_of(values.begin(), values.end(), [](auto v) { return v.isDouble(); }))
        return std::nullopt;
    return Eigen::Vector3d(values[0].toDouble(), values[1].toDouble(), values[2].toDouble());
}

std::optional<std::vector<Eigen::Vector3d>> placesOf(const QJsonValue& json)
{
    if (!json.isArray() && !json.isUndefined())
        return std::nullopt;
    std::vector<Eigen::Vector3d> result;
    for (const QJsonValue& value : json.toArray()) {
        const auto place = placeOf(value);
        if (!place)
            return std::nullopt;
        result.push_back(*place);
    }
    return result;
}

Error refused(const char* member, const QString& expected)
{
    return {Text::tr("“%1” of the request must be %2.").arg(QLatin1String(member), expected)};
}

double elapsed_ms(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

Result<CompletionOptions> optionsFor(const QString& classId)
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    QStringList known;
    for (const ClassDef& def : taxonomy->classes) {
        if (def.id.compare(classId, Qt::CaseInsensitive) == 0) {
            Scene scene;
            scene.taxonomy = *taxonomy;
            return completionOptions(scene, def.id);
        }
        known << def.id;
    }
    return failure(Text::tr("There is no class “%1”; known are %2.").arg(classId, known.join(QStringLiteral(", "))));
}

/// The requests on one cloud, one after another.
class CloudAnswers
{
public:
    explicit CloudAnswers(const QString& path)
    {
        if (auto cloud = readCloud(path))
            m_cloud = sortedCloud(std::move(*cloud));
        else
            m_error = cloud.error();
    }

    Result<CompletionAnswer> answer(const CompletionRequest& request)
    {
        if (!m_cloud)
            return tl::unexpected(m_error);
        const auto options = optionsFor(request.classId);
        if (!options)
            return tl::unexpected(options.error());
        prepare(request.sensor ? *request.sensor : estimateSensorOrigin(*m_cloud));
        QElapsedTimer timer;
        timer.start();
        auto completion = complete(*m_frame, request.input, *options);
        const double click_ms = elapsed_ms(timer);
        if (!completion)
            return tl::unexpected(completion.error());
        CompletionAnswer result{std::move(*completion), {}, m_frame_ms, click_ms};
        for (const std::uint32_t i : result.completion.points)
            result.rows.push_back(m_cloud->row(i));
        return result;
    }

private:
    void prepare(const Eigen::Vector3d& sensor)
    {
        if (m_frame && m_frame->sensorOrigin() == sensor)
            return;
        QElapsedTimer timer;
        timer.start();
        m_frame = PreparedFrame::prepare(m_cloud, sensor);
        m_frame_ms = elapsed_ms(timer);
    }

    CloudPtr m_cloud;
    Error m_error;
    std::shared_ptr<const PreparedFrame> m_frame;
    double m_frame_ms = 0.0;
};

} // namespace

Result<CompletionRequest> CompletionRequest::fromJson(const QJsonValue& json)
{
    if (!json.isObject())
        return failure(Text::tr("A request must be an object with “cloud” and “clicks”."));
    CompletionRequest request;
    request.cloud = json[QLatin1String("cloud")].toString();
    if (request.cloud.isEmpty())
        return tl::unexpected(refused("cloud", Text::tr("the path of a point cloud")));
    if (const QJsonValue classId = json[QLatin1String("class")]; !classId.isUndefined())
        request.classId = classId.toString();
    const auto clicks = placesOf(json[QLatin1String("clicks")]);
    if (!clicks || clicks->empty())
        return tl::unexpected(refused("clicks", Text::tr("a list of at least one [x, y, z]")));
    const auto excluded = placesOf(json[QLatin1String("not")]);
    if (!excluded)
        return tl::unexpected(refused("not", Text::tr("a list of [x, y, z]")));
    request.input = {*clicks, *excluded};
    if (const QJsonValue sensor = json[QLatin1String("sensor")]; !sensor.isUndefined() && !sensor.isNull()) {
        request.sensor = placeOf(sensor);
        if (!request.sensor)
            return tl::unexpected(refused("sensor", QStringLiteral("[x, y, z]")));
    }
    return request;
}

QJsonObject CompletionAnswer::toJson() const
{
    const Cuboid& cuboid = completion.cuboid;
    QJsonArray footprint;
    for (const Eigen::Vector2d& p : completion.outline.footprint)
        footprint.append(toArray(Eigen::Vector2d(cuboid.toSensor({p.x(), p.y(), 0.0}).head<2>())));
    QJsonArray profile;
    for (const Eigen::Vector2d& p : completion.outline.profile)
        profile.append(toArray(p));
    QJsonArray points;
    for (const std::size_t row : rows)
        points.append(static_cast<qint64>(row));
    return {{QStringLiteral("cuboid"),
                QJsonObject{{QStringLiteral("center"), toArray(cuboid.center)},
                    {QStringLiteral("size"), toArray(cuboid.size)}, {QStringLiteral("yaw"), cuboid.yaw()}}},
        {QStringLiteral("outline"),
            QJsonObject{{QStringLiteral("footprint"), footprint}, {QStringLiteral("profile"), profile}}},
        {QStringLiteral("points"), points}, {QStringLiteral("confidence"), completion.confidence},
        {QStringLiteral("milliseconds"),
            QJsonObject{{QStringLiteral("frame"), frame_ms}, {QStringLiteral("click"), click_ms}}}};
}

std::vector<Result<CompletionAnswer>> answer(const std::vector<Result<CompletionRequest>>& requests)
{
    std::vector<Result<CompletionAnswer>> answers;
    for (const auto& request : requests)
        answers.emplace_back(tl::unexpected(request ? Error() : request.error()));
    std::vector<bool> done(requests.size(), false);
    for (std::size_t first = 0; first < requests.size(); ++first) {
        if (done[first] || !requests[first])
            continue;
        CloudAnswers cloud(requests[first]->cloud);
        for (std::size_t i = first; i < requests.size(); ++i)
            if (requests[i] && requests[i]->cloud == requests[first]->cloud) {
                answers[i] = cloud.answer(*requests[i]);
                done[i] = true;
            }
    }
    return answers;
}

} // namespace lunkuo
