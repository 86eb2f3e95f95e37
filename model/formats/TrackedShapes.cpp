#include "model/formats/TrackedShapes.h"

#include "model/formats/JsonFile.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrackedShapes)
};

constexpr int mostRefusals = 50;
constexpr int mostNamedFrames = 5;

std::optional<bool> asFlag(const QJsonValue& value)
{
    const QString text = asText(value).toLower();
    if (text == QLatin1String("true") || text == QLatin1String("1") || text == QLatin1String("yes"))
        return true;
    if (text == QLatin1String("false") || text == QLatin1String("0") || text == QLatin1String("no"))
        return false;
    return std::nullopt;
}

/// The value in the attribute's own type; other formats have everything as text, or flags as numbers.
QJsonValue fitted(const QJsonValue& value, const AttributeDef& attribute)
{
    if (attribute.accepts(value))
        return value;
    switch (attribute.type) {
    case AttributeDef::Type::Flag:
        if (const auto flag = asFlag(value))
            return *flag;
        return value;
    case AttributeDef::Type::Number: {
        bool isNumber = false;
        const double number = value.toString().toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : value;
    }
    case AttributeDef::Type::Choice:
    case AttributeDef::Type::Text:
        return asText(value);
    }
    return value;
}
} // namespace

TrackedShapes::TrackedShapes(const Scene& scene)
    : m_scene(scene)
    , m_classes(scene.taxonomy)
{
    for (const auto& [id, track] : scene.tracks)
        m_numbers[track.sequence].insert(track.number);
}

std::optional<TrackedShapes::Added> TrackedShapes::add(
    const QString& key, const QString& className, FrameId frame, const Cuboid& cuboid, int number)
{
    Cuboid held = cuboid;
    // Rounded rotations are no reason to refuse a box, and exact ones are kept bit for bit.
    if (const double norm = held.rotation.norm(); std::abs(norm - 1.0) > 1e-9 && std::abs(norm - 1.0) < 0.1)
        held.rotation.normalize();
    if (!held.isValid()) {
        ++m_noCuboid;
        return std::nullopt;
    }
    Track& track = trackOf(key, className, m_scene.frames.at(frame).sequence, number);
    if (m_classNames.at(track.id) != className)
        ++m_otherClass;
    if (!m_taken.insert({track.id, frame}).second) {
        ++m_twice;
        return std::nullopt;
    }
    Shape shape;
    shape.id = {static_cast<qint64>(m_result.shapes.size()) + 1};
    shape.track = track.id;
    shape.frame = frame;
    shape.cuboid = held;
    shape.origin = ShapeOrigin::Imported;
    m_result.shapes.push_back(std::move(shape));
    return Added{track, m_result.shapes.back()};
}

std::optional<TrackedShapes::Added> TrackedShapes::addAlone(
    const QString& className, FrameId frame, const Cuboid& cuboid)
{
    // No source has such keys.
    return add(QChar(u'\0') + QString::number(++m_alone), className, frame, cuboid);
}

void TrackedShapes::setAttribute(Added& added, const QString& name, const QJsonValue& value, bool ofTrack)
{
    if (name.isEmpty() || value.isNull() || value.isUndefined())
        return;
    const AttributeDef* attribute = m_scene.taxonomy.attribute(name);
    const bool isOfTrack = attribute ? attribute->scope == AttributeDef::Scope::Track : ofTrack;
    const QJsonValue held = attribute ? fitted(value, *attribute) : value;
    if (attribute && !attribute->accepts(held))
        ++m_unfit[name];
    else if (isOfTrack)
        setOfTrack(added.track, name, held);
    else
        added.shape.attributes[name] = held;
}

void TrackedShapes::setOfTrack(Track& track, const QString& name, const QJsonValue& value)
{
    const auto [entry, isNew] = track.attributes.try_emplace(name, value);
    if (!isNew && entry->second != value)
        ++m_changing[name];
    entry->second = value;
}

void TrackedShapes::setFirst(
    Added& added, const QStringList& names, const std::vector<QJsonValue>& values, bool saysNothing)
{
    QString refusing;
    for (const QString& name : names) {
        const AttributeDef* attribute = m_scene.taxonomy.attribute(name);
        if (!attribute || !attribute->appliesTo(added.track.classId))
            continue;
        for (const QJsonValue& value : values)
            if (attribute->accepts(value)) {
                setAttribute(added, name, value);
                return;
            }
        if (refusing.isEmpty())
            refusing = name;
    }
    if (!saysNothing)
        ++(refusing.isEmpty() ? m_homeless[names.front()] : m_unfit[refusing]);
}

void TrackedShapes::countStranger(const QString& frame, int objects)
{
    m_strangers[frame] += objects;
}

void TrackedShapes::refuse(const QString& sentence)
{
    ++m_refused;
    if (m_named >= mostRefusals)
        return;
    ++m_named;
    addRemark(sentence);
}

ImportedShapes TrackedShapes::take()
{
    settleDerivations(m_result, m_scene);
    m_result.notes += m_classes.remarks();
    if (m_refused > m_named)
        addRemark(Text::tr("Further objects that could not be taken: %1.").arg(m_refused - m_named));
    if (!m_strangers.empty()) {
        QStringList named;
        int objects = 0;
        for (const auto& [frame, count] : m_strangers) {
            objects += count;
            if (named.size() < mostNamedFrames)
                named.push_back(frame);
        }
        const QString names = named.join(QStringLiteral(", "));
        addRemark(Text::tr("Objects of frames that the project does not have, left out: %1 in %2 frames (%3).")
                      .arg(objects)
                      .arg(m_strangers.size())
                      .arg(m_strangers.size() > mostNamedFrames ? names + QStringLiteral(", …") : names));
    }
    if (m_noCuboid > 0)
        addRemark(Text::tr("Objects whose position, size or rotation is no box, left out: %1.").arg(m_noCuboid));
    if (m_twice > 0)
        addRemark(Text::tr("Further boxes of the same object and frame, left out: %1.").arg(m_twice));
    if (m_otherClass > 0)
        addRemark(Text::tr("Boxes whose object is of another class before, which they keep: %1.").arg(m_otherClass));
    for (const auto& [name, count] : m_unfit)
        addRemark(Text::tr("Values of “%1” that the taxonomy does not accept, left out: %2.").arg(name).arg(count));
    for (const auto& [name, count] : m_homeless)
        addRemark(
            Text::tr("Values of “%1” for which the taxonomy has no attribute, left out: %2.").arg(name).arg(count));
    for (const auto& [name, count] : m_changing)
        addRemark(Text::tr("Values of “%1” that change from frame to frame, while an object has only one; the last one "
                           "was taken: %2.")
                      .arg(name)
                      .arg(count));
    return std::move(m_result);
}

Track& TrackedShapes::trackOf(const QString& key, const QString& className, SequenceId sequence, int number)
{
    const auto [entry, isNew] = m_tracks.try_emplace({sequence, key}, m_result.tracks.size());
    if (isNew) {
        Track track;
        track.id = {static_cast<qint64>(m_result.tracks.size()) + 1};
        track.sequence = sequence;
        track.number = m_numbers[sequence].take(number);
        track.classId = m_classes.idOf(className);
        m_classNames[track.id] = className;
        m_result.tracks.push_back(std::move(track));
    }
    return m_result.tracks[entry->second];
}

void settleDerivations(ImportedShapes& imported, const Scene& scene)
{
    const auto placeOf = [&scene](const Shape& shape) { return scene.frames.at(shape.frame).index; };
    std::map<TrackId, std::pair<int, int>> known; ///< first and last frame
    for (const Shape& shape : imported.shapes)
        if (shape.derivation != Derivation::Interpolated) {
            const int place = placeOf(shape);
            const auto [entry, isNew] = known.try_emplace(shape.track, place, place);
            entry->second = {std::min(entry->second.first, place), std::max(entry->second.second, place)};
        }
    for (Shape& shape : imported.shapes) {
        if (shape.derivation != Derivation::Interpolated)
            continue;
        const auto entry = known.find(shape.track);
        if (entry == known.end())
            shape.derivation = Derivation::KeyFrame;
        else if (placeOf(shape) < entry->second.first || placeOf(shape) > entry->second.second)
            shape.derivation = Derivation::Propagated;
    }
}

Result<ImportedShapes> readEach(const QStringList& files, TrackedShapes& shapes, const Progress& progress,
    const std::function<Result<void>(const QString& path)>& read)
{
    std::optional<Error> first;
    int done = 0;
    int damaged = 0;
    for (const QString& path : files) {
        const auto taken = read(path);
        if (!progress.report(++done, static_cast<int>(files.size())))
            return failure(Text::tr("The import was cancelled."));
        if (taken)
            continue;
        ++damaged;
        shapes.refuse(taken.error().sentence);
        if (!first)
            first = taken.error();
    }
    if (first && damaged == done)
        return tl::unexpected(*first);
    return shapes.take();
}

} // namespace lunkuo
