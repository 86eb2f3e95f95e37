#pragma once

#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// Objects that an export leaves out altogether: how many, and which are the first of them, so that a person can look.
class LostObjects
{
public:
    /// `scene` must outlive this.
    explicit LostObjects(const Scene& scene)
        : m_scene(scene)
    {
    }

    void add(const Shape& shape);
    [[nodiscard]] int count() const { return m_count; }
    /// "12 (Car 3 in 000012, ...)"
    [[nodiscard]] QString text() const;

private:
    const Scene& m_scene;
    QStringList m_first;
    int m_count = 0;
};

} // namespace lunkuo
