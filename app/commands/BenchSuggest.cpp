#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/cloud/CloudFormat.h"
#include "model/completion/SensorOrigin.h"
#include "model/completion/Suggester.h"
#include "model/evaluation/Metrics.h"
#include "model/geometry/PointIndex.h"
#include "model/tools/SuggestionActions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchSuggest)
};

constexpr int runs = 10;

Result<QJsonObject> measure(const QString& path)
{
    auto read = readCloud(path);
    if (!read)
        return tl::unexpected(read.error());
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    Scene scene;
    scene.taxonomy = *taxonomy;
    const CloudPtr cloud = sortedCloud(std::move(*read));
    const auto frame = PreparedFrame::prepare(cloud, estimateSensorOrigin(*cloud));
    std::vector<double> suggest_ms;
    std::size_t count = 0;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        count = suggest(*frame, suggestionClasses(scene)).size();
        suggest_ms.push_back(elapsed_ms(timer));
    }
    return QJsonObject{{QStringLiteral("median_ms"), quantile(suggest_ms, 0.5)},
        {QStringLiteral("p95_ms"), quantile(suggest_ms, 0.95)},
        {QStringLiteral("suggestions"), static_cast<qint64>(count)},
        {QStringLiteral("points"), static_cast<qint64>(cloud->size())}};
}

} // namespace

int benchSuggest(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“bench suggest” takes one cloud."));
        return 2;
    }
    return printResult(measure(arguments.first()));
}

} // namespace lunkuo
