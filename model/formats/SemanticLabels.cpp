#include "model/formats/SemanticLabels.h"

#include "model/cloud/FileBytes.h"

#include <QCoreApplication>
#include <QtEndian>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SemanticLabels)
};

constexpr std::size_t label_bytes = 4;
/// Above all of SemanticKITTI's, so that both can stand in one file.
constexpr std::uint16_t firstOwnId = 260;

QString name(const char* text)
{
    return QString::fromLatin1(text);
}

QByteArray entry(int key, const QByteArray& value)
{
    return "  " + QByteArray::number(key) + ": " + value + '\n';
}

QByteArray blueGreenRed(quint32 color)
{
    return '[' + QByteArray::number(color & 0xff) + ", " + QByteArray::number((color >> 8) & 0xff) + ", " +
           QByteArray::number((color >> 16) & 0xff) + ']';
}

/// A name is text, whatever it looks like.
QByteArray quoted(const QString& text)
{
    return '"' + QString(text).replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")).toUtf8() +
           '"';
}

/// What the configuration says of an id.
struct Row
{
    int id = 0;
    QString name;
    quint32 color = 0;
    int learning = 0;
};

std::vector<Row> rowsOf(const std::map<QString, std::uint16_t>& own)
{
    std::vector<Row> rows;
    int highest = 0;
    for (const SemanticClass& known : semanticClasses()) {
        rows.push_back({known.id, known.name, known.color, known.learning});
        if (known.moving > 0)
            rows.push_back({known.moving, QStringLiteral("moving-") + known.name, known.color, known.learning});
        highest = std::max(highest, known.learning);
    }
    for (const auto& [className, id] : own)
        rows.push_back({id, className, 0x808080, ++highest});
    return rows;
}
} // namespace

std::span<const SemanticClass> semanticClasses()
{
    static const std::vector<SemanticClass> classes{
        {0, name("unlabeled"), 0x000000, 0},
        {1, name("outlier"), 0xff0000, 0},
        {10, name("car"), 0x6496f5, 1, 252, {name("Car"), name("vehicle.car")}},
        {11, name("bicycle"), 0x64e6f5, 2, 0, {name("Bicycle"), name("vehicle.bicycle")}},
        {13, name("bus"), 0x6450fa, 5, 257, {name("Bus"), name("vehicle.bus.rigid")}},
        {15, name("motorcycle"), 0x1e3c96, 3, 0, {name("Motorcycle"), name("vehicle.motorcycle")}},
        {16, name("on-rails"), 0x0000ff, 5, 256, {name("Tram")}},
        {18, name("truck"), 0x501eb4, 4, 258, {name("Truck"), name("vehicle.truck")}},
        {20, name("other-vehicle"), 0x0000ff, 5, 259, {}},
        {30, name("person"), 0xff1e1e, 6, 254, {name("Pedestrian"), name("human.pedestrian.adult")}},
        {31, name("bicyclist"), 0xff28c8, 7, 253, {name("Cyclist")}},
        {32, name("motorcyclist"), 0x961e5a, 8, 255, {}},
        {40, name("road"), 0xff00ff, 9},
        {44, name("parking"), 0xff96ff, 10},
        {48, name("sidewalk"), 0x4b004b, 11},
        {49, name("other-ground"), 0xaf004b, 12},
        {50, name("building"), 0xffc800, 13},
        {51, name("fence"), 0xff7832, 14},
        {52, name("other-structure"), 0xff9600, 0},
        {60, name("lane-marking"), 0x96ffaa, 9},
        {70, name("vegetation"), 0x00af00, 15},
        {71, name("trunk"), 0x873c00, 16},
        {72, name("terrain"), 0x96f050, 17},
        {80, name("pole"), 0xfff096, 18},
        {81, name("traffic-sign"), 0xff0000, 19},
        {99, name("other-object"), 0x32ffff, 0},
    };
    return classes;
}

SemanticMeaning meaningOf(std::uint16_t semantic)
{
    for (const SemanticClass& known : semanticClasses())
        if (known.id == semantic || (known.moving != 0 && known.moving == semantic))
            return {&known, known.id != semantic};
    return {};
}

QString classOfSemantic(const SemanticClass& known, const Taxonomy& taxonomy)
{
    for (const QString& ours : known.ours)
        if (taxonomy.classOf(ours))
            return ours;
    return known.name;
}

Result<std::vector<SemanticLabel>> readSemanticLabels(const QString& path)
{
    const auto file = FileBytes::open(path);
    if (!file)
        return tl::unexpected(file.error());
    if (file->size() % label_bytes != 0)
        return failure(Text::tr("“%1”: a label of 4 bytes for each point was expected, but it is %2 bytes.")
                           .arg(path)
                           .arg(file->size()));
    std::vector<char> bytes(file->size());
    if (const auto read = file->read(0, bytes); !read)
        return tl::unexpected(read.error());
    std::vector<SemanticLabel> labels(bytes.size() / label_bytes);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto both = qFromLittleEndian<quint32>(bytes.data() + label_bytes * i);
        labels[i] = {static_cast<std::uint16_t>(both & 0xffffU), static_cast<std::uint16_t>(both >> 16U)};
    }
    return labels;
}

QByteArray formatSemanticLabels(std::span<const SemanticLabel> labels)
{
    QByteArray bytes(static_cast<qsizetype>(label_bytes * labels.size()), '\0');
    for (std::size_t i = 0; i < labels.size(); ++i)
        qToLittleEndian<quint32>(
            static_cast<quint32>(labels[i].semantic) | static_cast<quint32>(labels[i].instance) << 16U,
            bytes.data() + label_bytes * i);
    return bytes;
}

std::map<std::uint16_t, QString> semanticNames(const QByteArray& yaml)
{
    std::map<std::uint16_t, QString> names;
    bool isInside = false;
    for (const QByteArray& line : yaml.split('\n')) {
        if (!line.startsWith(' ')) {
            isInside = line.startsWith("labels:");
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        bool isNumber = false;
        const ushort id = line.left(colon).trimmed().toUShort(&isNumber);
        if (!isInside || colon < 0 || !isNumber)
            continue;
        QString text = QString::fromUtf8(line.mid(colon + 1)).trimmed();
        if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
            text = text.mid(1, text.size() - 2)
                       .replace(QStringLiteral("\\\""), QStringLiteral("\""))
                       .replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
        names[id] = text;
    }
    return names;
}

std::uint16_t SemanticIds::of(const QString& classId, bool isMoving)
{
    for (const SemanticClass& known : semanticClasses())
        if (known.name == classId || known.ours.contains(classId))
            return isMoving && known.moving != 0 ? known.moving : known.id;
    const auto next = static_cast<std::uint16_t>(firstOwnId + m_own.size());
    return m_own.try_emplace(classId, next).first->second;
}

QByteArray SemanticIds::yaml(const std::array<std::vector<int>, 3>& splits) const
{
    const std::vector<Row> rows = rowsOf(m_own);
    const auto block = [&rows](const QByteArray& title, const auto& valueOf) {
        QByteArray text = title + ":\n";
        for (const Row& row : rows)
            text += entry(row.id, valueOf(row));
        return text;
    };
    QByteArray text = block("labels", [](const Row& row) { return quoted(row.name); });
    text += block("color_map", [](const Row& row) { return blueGreenRed(row.color); });
    text += block("content", [&rows](const Row&) { return QByteArray::number(1.0 / double(rows.size()), 'f', 6); });
    text += block("learning_map", [](const Row& row) { return QByteArray::number(row.learning); });
    std::map<int, int> inverse;
    for (const Row& row : rows)
        inverse.try_emplace(row.learning, row.id);
    QByteArray ignore = "learning_ignore:\n";
    text += "learning_map_inv:\n";
    for (const auto& [learning, id] : inverse) {
        text += entry(learning, QByteArray::number(id));
        ignore += entry(learning, learning == 0 ? "True" : "False");
    }
    text += ignore + "split:\n";
    static constexpr std::array<const char*, 3> splitNames{"train", "valid", "test"};
    for (std::size_t split = 0; split < splits.size(); ++split) {
        text += QByteArray("  ") + splitNames[split] + (splits[split].empty() ? ": []\n" : ":\n");
        for (const int sequence : splits[split])
            text += "    - " + QByteArray::number(sequence) + '\n';
    }
    return text;
}

} // namespace lunkuo
