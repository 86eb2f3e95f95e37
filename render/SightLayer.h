#pragma once

#include "render/Layer.h"

namespace lunkuo
{

/// Where somebody points in a camera image: the line of sight and the points near it.
class SightLayer : public Layer
{
public:
    void update(const ViewState&, Aspects) override {}
    void paintOver(QPainter& painter, const ViewState& state) override;
};

} // namespace lunkuo
