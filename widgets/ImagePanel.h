#pragma once

#include "model/images/ImageBoard.h"
#include "model/tools/ToolController.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QVBoxLayout;

namespace lunkuo
{

class ImageStrip;
class ImageView;

/// The camera images of the frame: all of them small, one enlarged, and the buttons that belong to it.
class ImagePanel : public QWidget
{
    Q_OBJECT
public:
    ImagePanel(ImageBoard& board, const ToolContext& context, ToolController& tools, QWidget* parent = nullptr);

    [[nodiscard]] ImageView& view() const { return *m_view; }
    [[nodiscard]] ImageStrip& strip() const { return *m_strip; }
    /// A button for what can be done with the images.
    void addButton(QAction* action);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QPointer<ImageBoard> m_board; ///< goes with its project
    ImageStrip* m_strip;
    ImageView* m_view;
    QVBoxLayout* m_buttons;
};

} // namespace lunkuo
