#pragma once

#include <QStringList>

namespace lunkuo
{

// One function per subcommand, each in its own file of this folder; CommandLine.cpp holds the table.
int runInfo(const QStringList& arguments);
int runConvert(const QStringList& arguments);
int runSample(const QStringList& arguments);
int runNew(const QStringList& arguments);
int runComplete(const QStringList& arguments);
int runEvaluate(const QStringList& arguments);
int runExport(const QStringList& arguments);
int runImport(const QStringList& arguments);
int runCheck(const QStringList& arguments);
int runFormats(const QStringList& arguments);
int runBench(const QStringList& arguments); ///< load, view, click, edit: see Benchmarks.h
int runCompare(const QStringList& arguments);
int runReport(const QStringList& arguments);
int runTour(const QStringList& arguments);

} // namespace lunkuo
