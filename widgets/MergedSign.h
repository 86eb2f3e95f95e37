#pragma once

#include "widgets/ViewSign.h"

namespace lunkuo
{

class MergedView;

/// Says over a view that several frames are shown at once, or are being put together; a click ends it.
class MergedSign : public ViewSign
{
    Q_OBJECT
public:
    MergedSign(MergedView& merged, QWidget& view);

protected:
    void refresh() override;

private:
    MergedView& m_merged;
};

} // namespace lunkuo
