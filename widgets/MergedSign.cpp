#include "widgets/MergedSign.h"

#include "model/sequence/MergedView.h"

#include <QLocale>

namespace lunkuo
{

namespace
{
constexpr int top_px = 72; ///< below the sign of what is hidden
}

MergedSign::MergedSign(MergedView& merged, QWidget& view)
    : ViewSign(view, top_px)
    , m_merged(merged)
{
    setObjectName(QStringLiteral("mergedSign"));
    connect(this, &QPushButton::clicked, &merged, &MergedView::end);
    connect(&merged, &MergedView::changed, this, [this] { refresh(); });
    MergedSign::refresh();
}

void MergedSign::refresh()
{
    const auto& [first, last, withoutMoving] = m_merged.range();
    const auto [done, total] = m_merged.progress();
    QString tip = tr("What you annotate here is taken to stand still: it gets into all of these frames at once. Going "
                     "to another frame, or a click here, shows one frame alone again.");
    if (m_merged.voxel_m() > 0.0)
        tip += QLatin1Char('\n') + tr("There are so many points that only one is shown in every %1 cm.")
                                       .arg(qRound(100.0 * m_merged.voxel_m()));
    setToolTip(tip);
    if (m_merged.isBuilding())
        say(tr("Merging: %1 of %2 frames — stop").arg(done).arg(total));
    else if (m_merged.isShown())
        say((withoutMoving ? tr("Merged: frames %1–%2, without moving objects — back to one frame")
                           : tr("Merged: frames %1–%2 — back to one frame"))
                .arg(first + 1)
                .arg(last + 1));
    else
        say({});
}

} // namespace lunkuo
