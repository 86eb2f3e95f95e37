#include "model/formats/CsvTable.h"
#include "model/formats/CuboidCsv.h"
#include "model/formats/DatasetSearch.h"
#include "model/formats/FrameFinder.h"
#include "model/formats/TrackedShapes.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CuboidCsvImport)
};

void refuseDamaged(const CsvTable& table, TrackedShapes& shapes)
{
    for (std::size_t row = 0; row < table.damagedRows(); ++row)
        shapes.refuse(table.damage(row));
}

/// Which frame of a sequence the timestamps of a table mean.
class FrameTimes
{
public:
    static Result<FrameTimes> of(const Scene& scene, const FrameFinder& finder, SequenceId sequence,
        const QString& annotations, TrackedShapes& shapes)
    {
        FrameTimes result(finder, sequence);
        for (const FrameId id : scene.framesOf(sequence))
            if (const auto time = scene.frames.at(id).timestamp_ns)
                result.m_frames.emplace(QString::number(*time), id);
        const QString path = QFileInfo(annotations).dir().filePath(QString::fromUtf16(csvFrames));
        if (!QFileInfo(path).isFile())
            return result;
        const auto table = CsvTable::read(path);
        if (!table)
            return tl::unexpected(table.error());
        refuseDamaged(*table, shapes);
        const qsizetype time = table->column(csvColumns().front());
        const qsizetype name = table->column(QStringLiteral("frame"));
        if (time < 0 || name < 0)
            return result;
        result.m_frames.clear();
        for (std::size_t row = 0; row < table->rows(); ++row)
            result.m_frames[table->at(row, time)] = finder.frameOf(sequence, table->at(row, name));
        return result;
    }

    [[nodiscard]] FrameId frameOf(const QString& time) const
    {
        const auto found = m_frames.find(time);
        return found == m_frames.end() ? m_finder->frameOf(m_sequence, time) : found->second;
    }

private:
    FrameTimes(const FrameFinder& finder, SequenceId sequence)
        : m_finder(&finder)
        , m_sequence(sequence)
    {
    }

    const FrameFinder* m_finder;
    SequenceId m_sequence;
    std::map<QString, FrameId> m_frames;
};

/// The ten numbers from length_m to tz_m of a row; the name of the column that has none is the error.
tl::expected<std::array<double, 10>, QString> numbersOf(
    const CsvTable& table, std::size_t row, const std::vector<qsizetype>& columns)
{
    std::array<double, 10> result{};
    for (std::size_t i = 0; i < result.size(); ++i) {
        bool isNumber = false;
        result[i] = table.at(row, columns[i + 3]).trimmed().toDouble(&isNumber);
        if (!isNumber || !std::isfinite(result[i]))
            return tl::unexpected(csvColumns()[static_cast<qsizetype>(i) + 3]);
    }
    return result;
}

std::optional<double> numberIn(const QString& text)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

Result<void> addTable(const QString& path, const FrameTimes& frames, TrackedShapes& shapes, const Progress& progress)
{
    const auto table = CsvTable::read(path);
    if (!table)
        return tl::unexpected(table.error());
    std::vector<qsizetype> columns;
    // The count of points is for training; it is not needed here.
    for (const QString& name : csvColumns().first(csvColumns().size() - 1)) {
        columns.push_back(table->column(name));
        if (columns.back() < 0)
            return failure(Text::tr("“%1”, line 1: the column “%2” is missing.").arg(path, name));
    }
    refuseDamaged(*table, shapes);
    const qsizetype scores = table->column(QStringLiteral("score"));
    for (std::size_t row = 0; row < table->rows() && !progress.isCancelled(); ++row) {
        const QString time = table->at(row, columns[0]).trimmed();
        const FrameId frame = frames.frameOf(time);
        const auto v = numbersOf(*table, row, columns);
        if (!v)
            shapes.refuse(Text::tr("“%1”, line %2: a number was expected as “%3”.")
                              .arg(path)
                              .arg(table->line(row))
                              .arg(v.error()));
        else if (!frame.isValid())
            shapes.countStranger(time);
        else if (const auto added = shapes.add(table->at(row, columns[1]), table->at(row, columns[2]), frame,
                     {{(*v)[7], (*v)[8], (*v)[9]}, {(*v)[0], (*v)[1], (*v)[2]},
                         Eigen::Quaterniond((*v)[3], (*v)[4], (*v)[5], (*v)[6])});
                 added && scores >= 0)
            if (const auto score = numberIn(table->at(row, scores)))
                shapes.setScore(*added, *score);
    }
    return {};
}
} // namespace

Result<ImportedShapes> readCuboidCsv(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    const QStringList files = filesNamed(source, QString::fromUtf16(csvAnnotations));
    if (files.isEmpty())
        return failure(Text::tr("“%1” holds no “%2”.").arg(source, QString::fromUtf16(csvAnnotations)));
    const FrameFinder finder(scene);
    TrackedShapes shapes(scene);
    return readEach(files, shapes, progress, [&](const QString& path) -> Result<void> {
        const SequenceId sequence = finder.sequenceOf(QFileInfo(path).dir().dirName(), files.size() == 1);
        const auto frames = FrameTimes::of(scene, finder, sequence, path, shapes);
        return frames ? addTable(path, *frames, shapes, progress) : tl::unexpected(frames.error());
    });
}

} // namespace lunkuo
