#include "app/CommandLine.h"
#include "app/commands/BenchedWindow.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchOpen)
};

/// How long no event was dealt with, at the most, while it lives.
class Pulse
{
public:
    Pulse()
    {
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] { note(); });
        m_since.start();
        m_beat.start(1);
    }
    double longest_ms()
    {
        note();
        return m_longest_ms;
    }

private:
    void note()
    {
        m_longest_ms = std::max(m_longest_ms, elapsed_ms(m_since));
        m_since.restart();
    }

    QTimer m_beat;
    QElapsedTimer m_since;
    double m_longest_ms = 0.0;
};

/// Opens a copy of the project, so that an older schema is migrated each time: by itself, and in the window.
Result<QJsonObject> measure(const QString& project, ProjectStore::Access access)
{
    const QTemporaryDir folder;
    const auto copy = [&](const QString& name) {
        const QString path = folder.filePath(name);
        return QFile::copy(project, path) ? path : QString();
    };
    const QString first = copy(QStringLiteral("first.lunkuo"));
    const QString second = copy(QStringLiteral("second.lunkuo"));
    if (first.isEmpty() || second.isEmpty())
        return failure(Text::tr("“%1” cannot be copied to be opened.").arg(project));
    QElapsedTimer timer;
    timer.start();
    {
        const auto contents = ProjectContents::read(first, access);
        if (!contents)
            return tl::unexpected(contents.error());
    }
    const double read_ms = elapsed_ms(timer);
    BenchedWindow bench;
    live(500);
    timer.restart();
    Pulse pulse;
    if (auto opened = bench.openProject(second, access); !opened)
        return tl::unexpected(opened.error());
    const double opened_ms = elapsed_ms(timer);
    return QJsonObject{{QStringLiteral("read_ms"), read_ms}, {QStringLiteral("open_ms"), opened_ms},
        {QStringLiteral("longest_standstill_ms"), pulse.longest_ms()}};
}

} // namespace

int benchOpen(const QStringList& arguments)
{
    const bool isReadOnly = arguments.value(1) == u"--read-only";
    if (arguments.isEmpty() || arguments.size() > (isReadOnly ? 2 : 1)) {
        printError(Text::tr("“bench open” takes one project, and “--read-only” to look at it only."));
        return 2;
    }
    if (!qobject_cast<QApplication*>(QCoreApplication::instance())) {
        printError(Text::tr("“bench open” needs a display."));
        return 1;
    }
    return printResult(
        measure(arguments.first(), isReadOnly ? ProjectStore::Access::ReadOnly : ProjectStore::Access::ReadWrite));
}

} // namespace lunkuo
