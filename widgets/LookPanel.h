#pragma once

#include "render/SceneView.h"

#include <QFrame>
#include <functional>
#include <map>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSlider;
class QToolButton;

namespace lunkuo
{

class Chip;
class HistogramRange;
class NumberBox;

/// Everything about how a view looks, over the view: colours and their range, size of points, what is hidden, what is
/// drawn besides the points.
class LookPanel : public QFrame
{
    Q_OBJECT
public:
    LookPanel(SceneView& view, const Document& document, QWidget* parent);

    /// Its place in a window of that size: the upper right corner.
    void placeIn(const QSize& room);

signals:
    void keyboardReturned();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildColours(QFormLayout& form);
    void buildPoints(QFormLayout& form);
    void buildFilters(QFormLayout& form);
    void addClasses();
    void addClass(const QString& classId);
    void buildExtras(QFormLayout& form);
    void connectColours();
    using Range = std::pair<NumberBox*, NumberBox*>; ///< from, to
    void connectRange(const Range& boxes, double PointFilter::*least, double PointFilter::*most);
    void connectFilters();
    void retranslate();
    void refresh();
    void refreshColours();
    void refreshFilters();
    QLabel* label(const char* text);
    void changeColoring(const std::function<void(PointColoring&)>& change);
    void changeFilter(const std::function<void(PointFilter&)>& change);

    SceneView& m_view;
    const Document& m_document;
    std::vector<std::pair<QLabel*, const char*>> m_labels;
    QLabel* m_title;
    QToolButton* m_close;
    QWidget* m_content;
    QComboBox* m_by;
    QComboBox* m_map;
    HistogramRange* m_histogram;
    QCheckBox* m_automatic;
    NumberBox* m_minimum;
    NumberBox* m_maximum;
    QSlider* m_gamma;
    QSlider* m_pointSize;
    QCheckBox* m_sizeByDistance;
    QCheckBox* m_eyeDome;
    QComboBox* m_ground;
    QCheckBox* m_cropsHeight;
    NumberBox* m_lowest;
    NumberBox* m_highest;
    QCheckBox* m_cropsToSelection;
    NumberBox* m_margin;
    QCheckBox* m_cropsToBox;
    Range m_along;  ///< forward from the sensor
    Range m_across; ///< to its left
    QWidget* m_classes;
    std::map<QString, Chip*> m_classChips;
    QCheckBox* m_grid;
    QCheckBox* m_rings;
    QCheckBox* m_names;
};

} // namespace lunkuo
