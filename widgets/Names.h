#pragma once

#include "model/scene/Scene.h"

#include <QColor>
#include <QCoreApplication>
#include <QKeySequence>

namespace lunkuo
{

/// How people are told of things, in the language of the interface.
class Names
{
    Q_DECLARE_TR_FUNCTIONS(Names)
public:
    static QString of(const LocalName& name);
    static QString ofClass(const Taxonomy& taxonomy, const QString& classId);
    /// "Car 3"
    static QString of(const Scene& scene, const Shape& shape);
    /// The frame's name, behind that of its sequence where there are several.
    static QString of(const Scene& scene, const Frame& frame);
    static QString of(FrameState state);
    /// What has been done in the frame, and what a reviewer has said of it: "done, accepted".
    static QString stateOf(const Scene& scene, const Frame& frame);
    static QString of(ShapeOrigin origin);
    /// "rejected by Li: box too large"
    static QString of(const Verdict& verdict);
    /// "key frame", and what that means.
    static QString of(Derivation derivation);
    /// The line icon that stands for it.
    static QString iconOf(Derivation derivation);
    static QColor colorOf(const Taxonomy& taxonomy, const QString& classId);
    /// "text (key)": what every tooltip looks like.
    static QString withKey(const QString& text, const QKeySequence& key);
};

} // namespace lunkuo
