#include "app/commands/BenchResult.h"

#include "app/CommandLine.h"

#include <QJsonDocument>
#include <algorithm>

namespace lunkuo
{

double elapsed_ms(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    return values[std::min(place, values.size() - 1)];
}

int printResult(const Result<QJsonObject>& result)
{
    if (!result) {
        printError(result.error().sentence);
        return 1;
    }
    printLine(QString::fromUtf8(QJsonDocument(*result).toJson(QJsonDocument::Compact)));
    return 0;
}

} // namespace lunkuo
