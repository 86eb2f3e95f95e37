#include "widgets/HiddenSign.h"

#include "render/SceneView.h"

#include <QLocale>

namespace lunkuo
{

namespace
{
constexpr int top_px = 40; ///< below the name of the frame
}

HiddenSign::HiddenSign(SceneView& view)
    : ViewSign(view, top_px)
    , m_view(view)
{
    setObjectName(QStringLiteral("hiddenSign"));
    connect(this, &QPushButton::clicked, &view, [&view] { view.setFilter(view.filter().open()); });
    connect(&view, &SceneView::hiddenChanged, this, [this] { refresh(); });
    connect(&view, &SceneView::filterChanged, this, [this] { refresh(); });
    HiddenSign::refresh();
}

void HiddenSign::refresh()
{
    const std::size_t points = m_view.hiddenPoints();
    const std::size_t shapes = m_view.hiddenShapes();
    const auto number = [](std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
    QString what = tr("%1 points hidden").arg(number(points));
    if (shapes > 0)
        what = points > 0 ? tr("%1 points and %2 objects hidden").arg(number(points), number(shapes))
                          : tr("%1 objects hidden").arg(number(shapes));
    setToolTip(tr("What is hidden cannot be clicked; completion sees it all the same. A click shows all."));
    say(points > 0 || shapes > 0 ? tr("%1 — show all").arg(what) : QString());
}

} // namespace lunkuo
