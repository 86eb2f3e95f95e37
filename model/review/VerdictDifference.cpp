#include "model/review/VerdictDifference.h"

#include "model/geometry/Angles.h"
#include "model/sequence/VerdictFollowUps.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <set>

namespace lunkuo
{

namespace
{

constexpr double leastLength_m = 0.01;
constexpr double leastTurn_deg = 0.1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerdictDifference)
};

QString lengthText(double value)
{
    return Text::tr("%1 m").arg(QLocale().toString(value, 'f', 2));
}

QString headingText(double value)
{
    return QStringLiteral("%1°").arg(QLocale().toString(degrees(value), 'f', 1));
}

QString placeText(const Eigen::Vector3d& place)
{
    const auto number = [](double value) { return QLocale().toString(value, 'f', 2); };
    return QStringLiteral("%1, %2, %3").arg(number(place.x()), number(place.y()), number(place.z()));
}

class Comparison
{
public:
    explicit Comparison(const Taxonomy& taxonomy)
        : m_taxonomy(taxonomy)
    {
    }

    std::vector<ValueDifference> of(const JudgedShape& a, const JudgedShape& b)
    {
        if (a.classId != b.classId)
            add(Text::tr("class"), m_taxonomy.className(a.classId), m_taxonomy.className(b.classId));
        if (a.number != b.number)
            add(Text::tr("number"), QString::number(a.number), QString::number(b.number));
        compareBoxes(a.shape.cuboid, b.shape.cuboid);
        if (!(a.shape.outline == b.shape.outline) && a.shape.cuboid.size == b.shape.cuboid.size)
            add(Text::tr("outline"), Text::tr("as drawn in dashes"), Text::tr("another"));
        compareAnswers(a.attributes, b.attributes);
        compareAnswers(a.shape.attributes, b.shape.attributes);
        return std::move(m_result);
    }

private:
    void add(const QString& what, const QString& before, const QString& after)
    {
        m_result.push_back({what, before, after});
    }

    void compareBoxes(const Cuboid& a, const Cuboid& b)
    {
        if ((a.center - b.center).norm() >= leastLength_m)
            add(Text::tr("centre"), placeText(a.center), placeText(b.center));
        const std::array<QString, 3> names{Text::tr("length"), Text::tr("width"), Text::tr("height")};
        for (int axis = 0; axis < 3; ++axis)
            if (std::abs(a.size[axis] - b.size[axis]) >= leastLength_m)
                add(names[static_cast<std::size_t>(axis)], lengthText(a.size[axis]), lengthText(b.size[axis]));
        const double turned_deg = degrees(a.rotation.angularDistance(b.rotation));
        if (turned_deg >= leastTurn_deg)
            add(Text::tr("heading"), headingText(a.yaw()), headingText(b.yaw()));
    }

    [[nodiscard]] QString answerText(const AttributeDef* def, const AttributeValues& values, const QString& id) const
    {
        const auto found = values.find(id);
        if (found == values.end())
            return Text::tr("no answer");
        const QJsonValue& value = found->second;
        if (value.isBool())
            return value.toBool() ? Text::tr("yes") : Text::tr("no");
        if (value.isDouble())
            return QLocale().toString(value.toDouble());
        if (def)
            for (const AttributeChoice& choice : def->choices)
                if (choice.value == value.toString())
                    return choice.name.now();
        return value.toString();
    }

    void compareAnswers(const AttributeValues& a, const AttributeValues& b)
    {
        std::set<QString> ids;
        for (const AttributeValues* values : {&a, &b})
            for (const auto& [id, value] : *values)
                ids.insert(id);
        for (const QString& id : ids) {
            const AttributeDef* def = m_taxonomy.attribute(id);
            const QString before = answerText(def, a, id);
            const QString after = answerText(def, b, id);
            if (before != after)
                add(def ? def->name.now() : id, before, after);
        }
    }

    const Taxonomy& m_taxonomy;
    std::vector<ValueDifference> m_result;
};

} // namespace

std::optional<JudgedShape> presentShape(const Scene& scene, TrackId track, FrameId frame)
{
    const auto judged = judgedShape(scene, track, frame);
    return judged ? std::optional(*judged) : std::nullopt;
}

std::vector<ValueDifference> differences(const Taxonomy& taxonomy, const JudgedShape& before, const JudgedShape& after)
{
    return Comparison(taxonomy).of(before, after);
}

std::vector<ValueDifference> differencesSince(const Scene& scene, const Verdict& verdict)
{
    if (!verdict.judged)
        return {};
    const auto now = presentShape(scene, verdict.track, verdict.frame);
    if (!now)
        return {{Text::tr("object"), Text::tr("there"), Text::tr("deleted")}};
    return differences(scene.taxonomy, *verdict.judged, *now);
}

} // namespace lunkuo
