#pragma once

#include <QPushButton>

namespace lunkuo
{

class SceneView;

/// Says over a view that some of the cloud or some objects are hidden; a click shows all. Not there when nothing is.
class HiddenSign : public QPushButton
{
    Q_OBJECT
public:
    explicit HiddenSign(SceneView& view);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    SceneView& m_view;
};

} // namespace lunkuo
