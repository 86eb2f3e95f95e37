#pragma once

#include <QStringList>
#include <span>

namespace lunkuo
{

/// One row of `lunkuo bench`: measures one thing and prints one JSON object. Exit status as for commands.
struct Benchmark
{
    const char* name;
    const char* arguments;
    int (*run)(const QStringList& arguments);
};

int benchLoad(const QStringList& arguments);
int benchView(const QStringList& arguments);
int benchWindow(const QStringList& arguments);
int benchSequence(const QStringList& arguments);
int benchPick(const QStringList& arguments);
int benchCount(const QStringList& arguments);
int benchClick(const QStringList& arguments);
int benchSuggest(const QStringList& arguments);
int benchPropagate(const QStringList& arguments);
int benchReview(const QStringList& arguments);
int benchCheck(const QStringList& arguments);
int benchOpen(const QStringList& arguments);
int benchEdit(const QStringList& arguments);
int benchExport(const QStringList& arguments);

/// All benchmarks in the order of `lunkuo bench` without arguments.
std::span<const Benchmark> benchmarks();

} // namespace lunkuo
