#pragma once

#include "render/SceneView.h"

#include <QPointer>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;

namespace lunkuo
{

class NumberBox;

/// How the points of a view look: colouring, its range, point size.
class DisplayBar : public QWidget
{
    Q_OBJECT
public:
    explicit DisplayBar(QWidget* parent = nullptr);

    /// The view that is shown and changed; null for none.
    void setView(SceneView* view);

signals:
    void keyboardReturned();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    void changeColoring(const std::function<void(PointColoring&)>& change);

    QPointer<SceneView> m_view;
    QComboBox* m_by;
    QCheckBox* m_automatic;
    NumberBox* m_minimum;
    QLabel* m_dash;
    NumberBox* m_maximum;
    QSlider* m_pointSize;
};

} // namespace lunkuo
