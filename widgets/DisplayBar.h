#pragma once

#include "render/SceneView.h"

#include <QPointer>

class QComboBox;
class QSlider;

namespace lunkuo
{

/// What is changed most often of how the points of a view look: colouring and point size.
class DisplayBar : public QWidget
{
    Q_OBJECT
public:
    explicit DisplayBar(QWidget* parent = nullptr);

    /// The view that is shown and changed; null for none.
    void setView(SceneView* view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();

    QPointer<SceneView> m_view;
    QComboBox* m_by;
    QSlider* m_pointSize;
};

} // namespace lunkuo
