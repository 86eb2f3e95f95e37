#pragma once

#include "widgets/ViewSign.h"

namespace lunkuo
{

class SceneView;

/// Says over a view that some of the cloud or some objects are hidden; a click shows all. Not there when nothing is.
class HiddenSign : public ViewSign
{
    Q_OBJECT
public:
    explicit HiddenSign(SceneView& view);

protected:
    void refresh() override;

private:
    SceneView& m_view;
};

} // namespace lunkuo
