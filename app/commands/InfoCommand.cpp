#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/cloud/CloudFormat.h"
#include "model/cloud/CloudSummary.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lunkuo
{

namespace
{
QJsonArray toJson(const Eigen::Vector3d& v)
{
    return {v.x(), v.y(), v.z()};
}

QJsonObject toJson(const CloudFormat& format, const PointCloud& cloud, const CloudSummary& summary)
{
    QJsonArray fields;
    for (std::size_t i = 0; i < cloud.fields.size(); ++i)
        fields.append(QJsonObject{{QStringLiteral("name"), cloud.fields[i].name},
            {QStringLiteral("type"), typeName(cloud.fields[i])}, {QStringLiteral("min"), summary.fields[i].min},
            {QStringLiteral("max"), summary.fields[i].max}});
    return {{QStringLiteral("format"), format.id}, {QStringLiteral("points"), static_cast<qint64>(cloud.size())},
        {QStringLiteral("dropped"), static_cast<qint64>(cloud.dropped)}, {QStringLiteral("fields"), fields},
        {QStringLiteral("bounds"),
            QJsonObject{{QStringLiteral("min"), toJson(summary.min)}, {QStringLiteral("max"), toJson(summary.max)}}},
        {QStringLiteral("sensor_frame"), summary.sensorFrame}};
}

QString number(double value, int digits)
{
    return QString::number(value, 'f', digits);
}

QString place(const Eigen::Vector3d& v)
{
    return QStringLiteral("%1 %2 %3").arg(number(v.x(), 3), number(v.y(), 3), number(v.z(), 3));
}

void printText(const CloudFormat& format, const PointCloud& cloud, const CloudSummary& summary)
{
    const auto line = [](const QString& name, const QString& value) {
        printLine(QStringLiteral("%1 %2").arg(name + QLatin1Char(':'), -16).arg(value));
    };
    line(QCoreApplication::translate("Info", "Format"), format.name);
    line(QCoreApplication::translate("Info", "Points"), QString::number(cloud.size()));
    line(QCoreApplication::translate("Info", "Dropped points"), QString::number(cloud.dropped));
    line(QCoreApplication::translate("Info", "Lowest x y z"), place(summary.min));
    line(QCoreApplication::translate("Info", "Highest x y z"), place(summary.max));
    for (std::size_t i = 0; i < cloud.fields.size(); ++i)
        line(QCoreApplication::translate("Info", "Field"),
            QStringLiteral("%1 %2 %3 … %4")
                .arg(cloud.fields[i].name, typeName(cloud.fields[i]), QString::number(summary.fields[i].min, 'g', 10),
                    QString::number(summary.fields[i].max, 'g', 10)));
    line(QCoreApplication::translate("Info", "Sensor frame"),
        summary.sensorFrame ? QCoreApplication::translate("Info", "yes") : QCoreApplication::translate("Info", "no"));
}
} // namespace

int runInfo(const QStringList& arguments)
{
    QStringList paths = arguments;
    const bool json = paths.removeAll(QStringLiteral("--json")) > 0;
    if (paths.size() != 1) {
        printError(QCoreApplication::translate("Info", "“info” takes one cloud: lunkuo info CLOUD [--json]"));
        return 2;
    }
    const Result<PointCloud> cloud = readCloud(paths.first());
    if (!cloud) {
        printError(cloud.error().sentence);
        return 1;
    }
    const CloudFormat& format = *cloudFormatFor(paths.first());
    const CloudSummary summary = summarize(*cloud);
    if (json)
        printLine(QString::fromUtf8(QJsonDocument(toJson(format, *cloud, summary)).toJson(QJsonDocument::Compact)));
    else
        printText(format, *cloud, summary);
    return 0;
}

} // namespace lunkuo
