#pragma once

#include <QJsonObject>

namespace lunkuo
{

class SceneView;

/// Places of the camera that a person has kept for a project, by the numbers 1 to 9.
class SavedViews
{
public:
    static constexpr int count = 9;

    explicit SavedViews(SceneView& view);

    void save(int number);
    void recall(int number);
    [[nodiscard]] bool contains(int number) const;

    [[nodiscard]] const QJsonObject& toJson() const { return m_cameras; }
    void fromJson(const QJsonObject& json) { m_cameras = json; }

private:
    SceneView& m_view;
    QJsonObject m_cameras; ///< by number
};

} // namespace lunkuo
