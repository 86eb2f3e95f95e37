#pragma once

#include "model/review/Report.h"

namespace lunkuo
{

/// What a report is made of and where it goes.
struct ReportRequest
{
    QString project;                                     ///< file
    QString out;                                         ///< .html, .htm or .pdf
    bool runsChecks = false;                             ///< on all frames; else `findings` is what is known
    QString against{};                                   ///< a project or labels to compare with; empty: none
    QString format{};                                    ///< of the labels; empty: found out
    std::optional<std::vector<FindingCount>> findings{}; ///< nothing: none were looked for
};

/// The sentence that forbids a report there, if any: it must be a page or a PDF in a folder that exists.
Result<void> checkReportPath(const QString& path);

/// Reads the project, gathers the report and writes it in the language of the moment, over a file that is there
/// already. Needs a QGuiApplication, no display; may run in any thread. Answers remarks: labels and clouds that could
/// not be read.
Result<QStringList> writeReport(const ReportRequest& request, const Progress& progress = {});

/// An A4 document of a report's page, with the pages' numbers. When it is cancelled, nothing is written.
Result<void> writePdf(const QString& html, const QString& title, const QString& path, const Progress& progress = {});

} // namespace lunkuo
