#include "model/formats/LostObjects.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LostObjects)
};

constexpr int mostNamed = 10;
} // namespace

void LostObjects::add(const Shape& shape)
{
    if (++m_count > mostNamed)
        return;
    const Track* track = m_scene.trackOf(shape);
    m_first.push_back(Text::tr("%1 %2 in %3")
                          .arg(track ? track->classId : QString())
                          .arg(track ? track->number : 0)
                          .arg(m_scene.frames.at(shape.frame).name));
}

QString LostObjects::text() const
{
    const QString names = m_first.join(QStringLiteral(", "));
    return QStringLiteral("%1 (%2)").arg(m_count).arg(m_count > mostNamed ? names + QStringLiteral(", …") : names);
}

} // namespace lunkuo
