#include "model/project/SceneTablesSql.h"

#include "model/project/EntityJson.h"
#include "model/project/OutlineBytes.h"
#include "model/project/SqlWords.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <set>

namespace lunkuo
{

namespace
{

QString text(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString text(const QJsonArray& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QVariant& column)
{
    return QJsonDocument::fromJson(column.toString().toUtf8()).object();
}

QJsonArray array(const QVariant& column)
{
    return QJsonDocument::fromJson(column.toString().toUtf8()).array();
}

constexpr std::size_t mostFiled = 64;

std::optional<Eigen::Vector3d> sizeOf(const QVariant& column)
{
    return column.toString().isEmpty() ? std::nullopt : sizeFromJson(array(column));
}

template <class Value>
constexpr const char* tableNameOf()
{
    if constexpr (std::is_same_v<Value, Track>)
        return "tracks";
    else if constexpr (std::is_same_v<Value, Shape>)
        return "shapes";
    else if constexpr (std::is_same_v<Value, Frame>)
        return "frames";
    else if constexpr (std::is_same_v<Value, Verdict>)
        return "verdicts";
    else if constexpr (std::is_same_v<Value, Waiver>)
        return "waivers";
    else if constexpr (std::is_same_v<Value, FramePrelabels>)
        return "prelabels";
    else
        return "calibrations";
}

/// Those that the edit says something of.
std::set<TrackId> tracksIn(const Edit& edit)
{
    std::set<TrackId> tracks;
    const auto note = [&tracks]<class Value>(const std::optional<Value>& value) {
        if constexpr (std::is_same_v<Value, Track>) {
            if (value)
                tracks.insert(value->id);
        } else if constexpr (std::is_same_v<Value, Shape> || std::is_same_v<Value, Verdict>) {
            if (value && value->track.isValid())
                tracks.insert(value->track);
        }
    };
    for (const Change& change : edit.changes)
        std::visit(
            [&note](const auto& c) {
                note(c.before);
                note(c.after);
            },
            change);
    return tracks;
}

} // namespace

Result<void> SceneTablesSql::run(const QString& statement, const QVariantList& values)
{
    auto [place, isNew] = m_prepared.try_emplace(statement, QSqlQuery(m_database));
    QSqlQuery& query = place->second;
    if (isNew && !query.prepare(statement)) {
        const QString why = wordsOf(query.lastError());
        m_prepared.erase(place);
        return failure(why);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    const bool done = query.exec();
    const QString why = wordsOf(query.lastError());
    query.finish();
    if (!done)
        return failure(why);
    return {};
}

Result<QSqlQuery> SceneTablesSql::select(const QString& statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return failure(wordsOf(query.lastError()));
    return query;
}

QByteArray SceneTablesSql::storeOutline(const SharedOutline& outline)
{
    if (outline.isEmpty())
        return {};
    const auto filed = std::find_if(
        m_filed.begin(), m_filed.end(), [&](const Filed& known) { return known.outline.isSharedWith(outline); });
    if (filed != m_filed.end())
        return filed->key;
    const QByteArray bytes = outlineToBytes(outline);
    const QByteArray key = outlineKey(bytes);
    const auto done = run(QStringLiteral("INSERT OR IGNORE INTO outlines VALUES (?, ?)"), {key, bytes});
    if (done && m_filed.size() >= mostFiled)
        m_filed.erase(m_filed.begin());
    if (done)
        m_filed.push_back({outline, key});
    else if (m_outlineTrouble)
        m_outlineTrouble = done;
    return key;
}

void SceneTablesSql::begin()
{
    m_outlineTrouble = {};
    // What an earlier transaction filed may have been taken back with it.
    m_filed.clear();
}

SharedOutline SceneTablesSql::loadOutline(const QByteArray& key)
{
    if (key.isEmpty())
        return {};
    const auto filed =
        std::find_if(m_filed.begin(), m_filed.end(), [&](const Filed& known) { return known.key == key; });
    if (filed != m_filed.end())
        return filed->outline;
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT data FROM outlines WHERE key = ?"));
    query.bindValue(0, key);
    if (!query.exec() || !query.next())
        return {};
    const SharedOutline outline = outlineFromBytes(query.value(0).toByteArray()).value_or(Outline{});
    if (m_filed.size() >= mostFiled)
        m_filed.erase(m_filed.begin());
    m_filed.push_back({outline, key});
    return outline;
}

Result<void> SceneTablesSql::put(const Sequence& sequence)
{
    return run(QStringLiteral("INSERT OR REPLACE INTO sequences VALUES (?, ?, ?)"),
        {sequence.id.value, sequence.name, sequence.folder.isNull() ? QStringLiteral("") : sequence.folder});
}

Result<void> SceneTablesSql::put(const Calibration& calibration)
{
    return run(QStringLiteral("INSERT OR REPLACE INTO calibrations VALUES (?, ?)"),
        {calibration.id.value, text(calibrationToJson(calibration))});
}

Result<void> SceneTablesSql::put(const Frame& frame)
{
    return run(QStringLiteral("INSERT OR REPLACE INTO frames VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {frame.id.value, frame.sequence.value, frame.index, frame.name + QStringLiteral(""),
            frame.cloudPath + QStringLiteral(""), text(imagesToJson(frame.images)),
            frame.timestamp_ns ? QVariant(*frame.timestamp_ns) : QVariant(),
            frame.world_ego ? QVariant(text(poseToJson(frame.world_ego->m))) : QVariant(), frame.calibration.value,
            int(frame.state), int(frame.isPoseEstimated)});
}

Result<void> SceneTablesSql::put(const Track& track)
{
    return run(QStringLiteral("INSERT OR REPLACE INTO tracks VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {track.id.value, track.sequence.value, track.number, track.classId, text(attributesToJson(track.attributes)),
            track.size ? text(sizeToJson(track.size).toArray()) : QStringLiteral(""), text(spansToJson(track.absent))});
}

Result<void> SceneTablesSql::put(const FramePrelabels& prelabels)
{
    return run(QStringLiteral("INSERT OR REPLACE INTO prelabels VALUES (?, ?)"),
        {prelabels.id.value, text(prelabelsToJson(prelabels.boxes))});
}

Result<void> SceneTablesSql::put(const Shape& shape)
{
    const QByteArray key = storeOutline(shape.outline);
    return run(QStringLiteral("INSERT OR REPLACE INTO shapes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {shape.id.value, shape.track.value, shape.frame.value, text(cuboidToJson(shape.cuboid)),
            key.isEmpty() ? QByteArray("") : key, text(attributesToJson(shape.attributes)), int(shape.origin),
            shape.confidence, text(seedsToJson(shape.seeds)), int(shape.held), int(shape.locked),
            int(shape.derivation)});
}

Result<void> SceneTablesSql::put(const Verdict& verdict)
{
    const auto store = [this](const SharedOutline& outline) { return storeOutline(outline); };
    return run(QStringLiteral("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {verdict.id.value, verdict.frame.value, verdict.track.value, int(verdict.state), int(verdict.reason),
            verdict.text + QStringLiteral(""),
            verdict.place ? text(sizeToJson(verdict.place).toArray()) : QStringLiteral(""),
            verdict.reviewer + QStringLiteral(""), verdict.time_ms, verdict.answer + QStringLiteral(""),
            verdict.annotator + QStringLiteral(""), verdict.answered_ms,
            verdict.judged ? text(judgedToJson(verdict.judged, store)) : QStringLiteral("")});
}

Result<void> SceneTablesSql::put(const Waiver& waiver)
{
    return run(QStringLiteral("INSERT OR REPLACE INTO waivers VALUES (?, ?, ?, ?, ?)"),
        {waiver.id.value, waiver.finding + QStringLiteral(""), waiver.reason + QStringLiteral(""),
            waiver.who + QStringLiteral(""), waiver.time_ms});
}

Result<void> SceneTablesSql::put(const CheckSetting& setting)
{
    return writeCheck(setting.id, setting.toJson());
}

/// What the taxonomy says of a check; undefined: nothing.
Result<void> SceneTablesSql::writeCheck(const CheckKey& check, const QJsonValue& setting)
{
    auto rows = select(QStringLiteral("SELECT data FROM taxonomy"));
    if (!rows)
        return tl::unexpected(rows.error());
    QJsonObject taxonomy = rows->next() ? object(rows->value(0)) : QJsonObject();
    rows->finish();
    QJsonObject checks = taxonomy.take(QStringLiteral("checks")).toObject();
    checks[check.name] = setting; // which takes away what is undefined
    if (!checks.isEmpty())
        taxonomy[QStringLiteral("checks")] = checks;
    return run(QStringLiteral("UPDATE taxonomy SET data = ?"), {text(taxonomy)});
}

template <class Value>
Result<void> SceneTablesSql::remove(const Value& value)
{
    if constexpr (std::is_same_v<Value, CheckSetting>)
        return writeCheck(value.id, QJsonValue(QJsonValue::Undefined));
    else
        return run(
            QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(QLatin1String(tableNameOf<Value>())), {value.id.value});
}

Result<void> SceneTablesSql::writeAll(const Scene& scene)
{
    begin();
    auto done = run(QStringLiteral("INSERT INTO taxonomy VALUES (1, ?)"), {text(scene.taxonomy.toJson())});
    const auto putAll = [&](const auto& table) {
        for (auto it = table.begin(); done && it != table.end(); ++it)
            done = put(it->second);
    };
    putAll(scene.sequences);
    putAll(scene.calibrations);
    putAll(scene.frames);
    putAll(scene.tracks);
    putAll(scene.shapes);
    putAll(scene.verdicts);
    putAll(scene.waivers);
    putAll(scene.prelabels);
    return done ? m_outlineTrouble : done;
}

Result<void> SceneTablesSql::apply(const Edit& edit)
{
    begin();
    for (const Change& change : edit.changes) {
        const auto done =
            std::visit([this](const auto& c) { return c.after ? put(*c.after) : remove(*c.before); }, change);
        if (!done)
            return done;
    }
    return {};
}

Result<void> SceneTablesSql::appendHistory(const Edit& edit, int kind, const QString& who, qint64 time_ms)
{
    const QJsonArray changes =
        changesToJson(edit.changes, [this](const SharedOutline& outline) { return storeOutline(outline); });
    if (!m_outlineTrouble)
        return m_outlineTrouble;
    if (auto done =
            run(QStringLiteral("INSERT INTO history (time_ms, who, kind, what, changes) VALUES (?, ?, ?, ?, ?)"),
                {time_ms, who + QStringLiteral(""), kind, edit.text + QStringLiteral(""), text(changes)});
        !done)
        return done;
    for (const TrackId track : tracksIn(edit))
        if (auto done = run(QStringLiteral("INSERT INTO history_tracks SELECT ?, max(id) FROM history"), {track.value});
            !done)
            return done;
    return {};
}

Result<void> SceneTablesSql::moveHistory(const std::function<void(Frame&)>& move)
{
    auto rows = select(QStringLiteral("SELECT id, changes FROM history WHERE changes LIKE '%\"kind\":\"frame\"%'"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<std::pair<qint64, std::vector<Change>>> moved;
    while (rows->next()) {
        auto changes =
            changesFromJson(array(rows->value(1)), [this](const QByteArray& key) { return loadOutline(key); });
        if (!changes) // what is not understood is left as it is
            continue;
        for (Change& change : *changes)
            if (auto* frame = std::get_if<ValueChange<Frame>>(&change))
                for (std::optional<Frame>* value : {&frame->before, &frame->after})
                    if (*value)
                        move(**value);
        moved.emplace_back(rows->value(0).toLongLong(), std::move(*changes));
    }
    rows->finish();
    for (const auto& [id, changes] : moved) {
        const QJsonArray json =
            changesToJson(changes, [this](const SharedOutline& outline) { return storeOutline(outline); });
        if (auto done = run(QStringLiteral("UPDATE history SET changes = ? WHERE id = ?"), {text(json), id}); !done)
            return done;
    }
    return {};
}

Result<void> SceneTablesSql::readFrames(Scene& scene)
{
    auto rows = select(QStringLiteral("SELECT * FROM frames"));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        Frame frame;
        frame.id = {rows->value(0).toLongLong()};
        frame.sequence = {rows->value(1).toLongLong()};
        frame.index = rows->value(2).toInt();
        frame.name = rows->value(3).toString();
        frame.cloudPath = rows->value(4).toString();
        frame.images = imagesFromJson(array(rows->value(5)));
        if (!rows->isNull(6))
            frame.timestamp_ns = rows->value(6).toLongLong();
        if (!rows->isNull(7))
            frame.world_ego = Transform<WorldFrame, EgoFrame>{poseFromJson(array(rows->value(7)))};
        frame.calibration = {rows->value(8).toLongLong()};
        frame.state = FrameState(rows->value(9).toInt());
        frame.isPoseEstimated = rows->value(10).toBool();
        scene.frames.emplace_hint(scene.frames.end(), frame.id, std::move(frame));
    }
    return {};
}

/// Those that shapes of the moment have, each once; the history may know others.
Result<std::map<QByteArray, SharedOutline>> SceneTablesSql::readOutlines()
{
    auto rows = select(QStringLiteral("SELECT key, data FROM outlines WHERE key IN (SELECT outline FROM shapes)"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::map<QByteArray, SharedOutline> result;
    while (rows->next()) {
        auto outline = outlineFromBytes(rows->value(1).toByteArray());
        if (!outline)
            return tl::unexpected(outline.error());
        result.emplace(rows->value(0).toByteArray(), std::move(*outline));
    }
    return result;
}

Result<void> SceneTablesSql::readShapes(Scene& scene)
{
    auto outlines = readOutlines();
    if (!outlines)
        return tl::unexpected(outlines.error());
    auto rows = select(QStringLiteral(
        "SELECT id, track, frame, cuboid, outline, attributes, origin, confidence, seeds, held, locked, derivation"
        " FROM shapes ORDER BY id"));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        Shape shape;
        shape.id = {rows->value(0).toLongLong()};
        shape.track = {rows->value(1).toLongLong()};
        shape.frame = {rows->value(2).toLongLong()};
        shape.cuboid = cuboidFromJson(object(rows->value(3)));
        if (const auto outline = outlines->find(rows->value(4).toByteArray()); outline != outlines->end())
            shape.outline = outline->second;
        shape.attributes = attributesFromJson(object(rows->value(5)));
        shape.origin = ShapeOrigin(rows->value(6).toInt());
        shape.confidence = rows->value(7).toDouble();
        shape.seeds = seedsFromJson(array(rows->value(8)));
        shape.held = faceSetFrom(rows->value(9).toInt());
        shape.locked = rows->value(10).toInt() != 0;
        shape.derivation = Derivation(rows->value(11).toInt());
        scene.shapes.insert(std::move(shape));
    }
    return {};
}

Result<void> SceneTablesSql::readVerdicts(Scene& scene)
{
    auto rows = select(
        QStringLiteral("SELECT id, frame, track, state, reason, words, place, reviewer, time_ms, answer, annotator,"
                       " answered_ms, judged FROM verdicts ORDER BY id"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto load = [this](const QByteArray& key) { return loadOutline(key); };
    while (rows->next()) {
        Verdict verdict;
        verdict.id = {rows->value(0).toLongLong()};
        verdict.frame = {rows->value(1).toLongLong()};
        verdict.track = {rows->value(2).toLongLong()};
        verdict.state = VerdictState(rows->value(3).toInt());
        verdict.reason = RejectReason(rows->value(4).toInt());
        verdict.text = rows->value(5).toString();
        verdict.place = sizeOf(rows->value(6));
        verdict.reviewer = rows->value(7).toString();
        verdict.time_ms = rows->value(8).toLongLong();
        verdict.answer = rows->value(9).toString();
        verdict.annotator = rows->value(10).toString();
        verdict.answered_ms = rows->value(11).toLongLong();
        verdict.judged = judgedFromJson(object(rows->value(12)), load);
        const VerdictId id = verdict.id;
        scene.verdicts.insert_or_assign(id, std::move(verdict));
    }
    return {};
}

Result<void> SceneTablesSql::readWaivers(Scene& scene)
{
    auto rows = select(QStringLiteral("SELECT id, finding, reason, who, time_ms FROM waivers"));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const WaiverId id{rows->value(0).toLongLong()};
        scene.waivers[id] = {id, rows->value(1).toString(), rows->value(2).toString(), rows->value(3).toString(),
            rows->value(4).toLongLong()};
    }
    return {};
}

Result<Scene> SceneTablesSql::readAll()
{
    Scene scene;
    auto rows = select(QStringLiteral("SELECT data FROM taxonomy"));
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->next()) {
        auto taxonomy = Taxonomy::fromJson(object(rows->value(0)), m_database.databaseName());
        if (!taxonomy)
            return tl::unexpected(taxonomy.error());
        scene.taxonomy = std::move(*taxonomy);
    }
    rows = select(QStringLiteral("SELECT id, name, folder FROM sequences"));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const SequenceId id{rows->value(0).toLongLong()};
        scene.sequences[id] = {id, rows->value(1).toString(), rows->value(2).toString()};
    }
    rows = select(QStringLiteral("SELECT id, boxes FROM prelabels"));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const FrameId id{rows->value(0).toLongLong()};
        scene.prelabels[id] = {id, prelabelsFromJson(array(rows->value(1)))};
    }
    rows = select(QStringLiteral("SELECT data FROM calibrations"));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        Calibration calibration = calibrationFromJson(object(rows->value(0)));
        scene.calibrations[calibration.id] = std::move(calibration);
    }
    rows = select(QStringLiteral("SELECT id, sequence, number, class, attributes, size, absent FROM tracks"));
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const TrackId id{rows->value(0).toLongLong()};
        scene.tracks[id] = {id, {rows->value(1).toLongLong()}, rows->value(2).toInt(), rows->value(3).toString(),
            attributesFromJson(object(rows->value(4))), sizeOf(rows->value(5)), spansFromJson(array(rows->value(6)))};
    }
    for (const auto read : {&SceneTablesSql::readFrames, &SceneTablesSql::readShapes, &SceneTablesSql::readVerdicts,
             &SceneTablesSql::readWaivers})
        if (auto done = (this->*read)(scene); !done)
            return tl::unexpected(done.error());
    return scene;
}

} // namespace lunkuo
