#pragma once

#include "model/document/Document.h"
#include "model/tools/ToolController.h"
#include "widgets/NumberBox.h"

#include <QWidget>
#include <array>

class QLabel;

namespace lunkuo
{

/// The cuboid that is worked on in numbers: centre, size, heading. They follow a drag; each number that is handed over
/// is one edit of the selected object.
class CuboidPanel : public QWidget
{
    Q_OBJECT
public:
    CuboidPanel(Document& document, Selection& selection, const ToolController& tools, QWidget* parent = nullptr);

    static constexpr double shortestSide_m = 0.05;

signals:
    void keyboardReturned();
    void refused(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Number { X, Y, Z, Length, Width, Height, Yaw, Pitch, Roll, NumberCount };

    void retranslate();
    void refresh();
    void commit(Number number);
    [[nodiscard]] const Shape* selectedShape() const;

    Document& m_document;
    Selection& m_selection;
    const ToolController& m_tools;
    std::array<NumberBox*, NumberCount> m_boxes{};
    std::array<QLabel*, NumberCount> m_labels{};
    QLabel* m_source;
};

} // namespace lunkuo
