#include "app/commands/BenchResult.h"

#include "app/CommandLine.h"

#include <QJsonDocument>

namespace lunkuo
{

double elapsed_ms(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
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
