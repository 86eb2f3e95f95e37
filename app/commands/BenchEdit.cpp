#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/evaluation/Metrics.h"
#include "model/project/ProjectStore.h"
#include "model/tools/ShapeActions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchEdit)
};

constexpr int editCount = 500;
constexpr qsizetype recordSize_bytes = 2048; ///< about what an edit writes

/// Milliseconds that one raw durable append takes; negative when the disk refuses.
double rawAppend(int file, const QByteArray& record)
{
    QElapsedTimer timer;
    timer.start();
    const bool written =
        ::write(file, record.constData(), size_t(record.size())) == record.size() && ::fdatasync(file) == 0;
    return written ? double(timer.nsecsElapsed()) * 1e-6 : -1.0;
}

/// One edit as a person makes them: a new object, then moves of it.
Result<double> timedEdit(Document& document, ShapeId& shape, int number)
{
    QElapsedTimer timer;
    if (number % 10 == 0 || !shape.isValid()) {
        Shape added;
        added.frame = document.scene().frames.begin()->first;
        added.cuboid = Cuboid::fromYaw({double(number), 0, 0}, {4.2, 1.8, 1.5}, 0.1);
        timer.start();
        auto made = addShape(document, QStringLiteral("Bench"), added, document.scene().taxonomy.classes.front().id);
        if (!made)
            return tl::unexpected(made.error());
        shape = *made;
    } else {
        Cuboid cuboid = document.scene().shapes.at(shape).cuboid;
        cuboid.center.x() += 0.01;
        timer.start();
        if (auto done = setCuboid(document, shape, cuboid, QStringLiteral("Bench")); !done)
            return tl::unexpected(done.error());
    }
    return double(timer.nsecsElapsed()) * 1e-6;
}

Result<QJsonObject> measure(const QString& project)
{
    auto original = ProjectStore::open(project, ProjectStore::Access::ReadOnly);
    if (!original)
        return tl::unexpected(original.error());
    // Beside the project, so that the disk is the same; the project itself is left as it is.
    QTemporaryDir folder((*original)->folder().filePath(QStringLiteral(".bench-XXXXXX")));
    if (!folder.isValid())
        return failure(Text::tr("Beside “%1” nothing can be written: %2.").arg(project, folder.errorString()));
    const QString copy = folder.filePath(QStringLiteral("bench.lunkuo"));
    if (auto saved = (*original)->saveCopy(copy); !saved)
        return tl::unexpected(saved.error());
    auto store = ProjectStore::open(copy);
    if (!store)
        return tl::unexpected(store.error());
    auto scene = (*store)->readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    if (scene->frames.empty() || scene->taxonomy.classes.empty())
        return failure(Text::tr("“%1” has no frame to edit in.").arg(project));
    Document document(std::move(*scene), (*store)->editLog());
    const int raw = ::open(
        QFile::encodeName(folder.filePath(QStringLiteral("raw"))).constData(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    const QByteArray record(recordSize_bytes, 'x');
    std::vector<double> edits;
    std::vector<double> raws;
    ShapeId shape;
    for (int number = 0; number < editCount; ++number) {
        const auto edit = timedEdit(document, shape, number);
        if (!edit)
            return tl::unexpected(edit.error());
        edits.push_back(*edit);
        raws.push_back(rawAppend(raw, record));
    }
    ::close(raw);
    return QJsonObject{{QStringLiteral("edits"), editCount}, {QStringLiteral("median_ms"), quantile(edits, 0.5)},
        {QStringLiteral("p99_ms"), quantile(edits, 0.99)}, {QStringLiteral("raw_median_ms"), quantile(raws, 0.5)},
        {QStringLiteral("raw_p99_ms"), quantile(raws, 0.99)},
        {QStringLiteral("ratio"), quantile(edits, 0.5) / quantile(raws, 0.5)}};
}

} // namespace

int benchEdit(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“bench edit” takes one project."));
        return 2;
    }
    return printResult(measure(arguments.first()));
}

} // namespace lunkuo
