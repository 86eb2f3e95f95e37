#include "widgets/Names.h"

#include "model/review/VerdictNames.h"

namespace lunkuo
{

QString Names::of(const LocalName& name)
{
    return name.now();
}

QString Names::ofClass(const Taxonomy& taxonomy, const QString& classId)
{
    return taxonomy.className(classId);
}

QString Names::of(const Scene& scene, const Shape& shape)
{
    const Track* track = scene.trackOf(shape);
    if (!track)
        return {};
    return QStringLiteral("%1 %2").arg(ofClass(scene.taxonomy, track->classId)).arg(track->number);
}

QString Names::of(const Scene& scene, const Frame& frame)
{
    const auto sequence = scene.sequences.find(frame.sequence);
    return scene.sequences.size() > 1 && sequence != scene.sequences.end() ? sequence->second.name + u'/' + frame.name
                                                                           : frame.name;
}

QString Names::of(FrameState state)
{
    switch (state) {
    case FrameState::Untouched:
        return tr("untouched");
    case FrameState::InWork:
        return tr("in work");
    case FrameState::Done:
        break;
    }
    return tr("done");
}

QString Names::stateOf(const Scene& scene, const Frame& frame)
{
    if (scene.verdicts.isRejected(frame.id))
        return tr("%1, rejected").arg(of(frame.state));
    return scene.isAccepted(frame) ? tr("%1, accepted").arg(of(frame.state)) : of(frame.state);
}

QString Names::of(ShapeOrigin origin)
{
    switch (origin) {
    case ShapeOrigin::Manual:
        return tr("made by hand");
    case ShapeOrigin::Completed:
        return tr("completed from clicks");
    case ShapeOrigin::Imported:
        break;
    }
    return tr("imported");
}

QString Names::of(const Verdict& verdict)
{
    const QString reviewer = VerdictNames::person(verdict.reviewer);
    switch (verdict.state) {
    case VerdictState::Accepted:
        return tr("accepted by %1").arg(reviewer);
    case VerdictState::Rejected:
        return tr("rejected by %1: %2").arg(reviewer, VerdictNames::why(verdict));
    case VerdictState::Answered:
        break;
    }
    return tr("rejected by %1 and answered: %2").arg(reviewer, VerdictNames::why(verdict));
}

QString Names::of(Derivation derivation)
{
    switch (derivation) {
    case Derivation::KeyFrame:
        return tr("key frame: a person has put it here or said that it is right");
    case Derivation::Propagated:
        return tr("carried over from another frame, not confirmed yet: Enter confirms it");
    case Derivation::Interpolated:
        break;
    }
    return tr("interpolated: it follows the frames beside it; Enter confirms it");
}

QString Names::iconOf(Derivation derivation)
{
    switch (derivation) {
    case Derivation::KeyFrame:
        return QStringLiteral("key-frame");
    case Derivation::Propagated:
        return QStringLiteral("propagated");
    case Derivation::Interpolated:
        break;
    }
    return QStringLiteral("interpolated");
}

QColor Names::colorOf(const Taxonomy& taxonomy, const QString& classId)
{
    const ClassDef* def = taxonomy.classOf(classId);
    return QColor::fromRgb(def ? def->color : 0x808080U);
}

QString Names::withKey(const QString& text, const QKeySequence& key)
{
    return key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText));
}

} // namespace lunkuo
