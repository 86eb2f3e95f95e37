#include "app/LargeImage.h"

#include "app/Workspace.h"
#include "widgets/ImagePanel.h"

#include <QDockWidget>
#include <QPointer>

namespace lunkuo
{

namespace
{
/// What changes its parent loses the keyboard.
void giveBack(QWidget* focus)
{
    if (focus)
        focus->setFocus();
}
} // namespace

LargeImage::LargeImage(QDockWidget& images, QObject* parent)
    : QObject(parent)
    , m_images(images)
{
}

void LargeImage::begin(Workspace& workspace)
{
    if (isOn())
        return;
    const QPointer<QWidget> focus = m_images.parentWidget()->focusWidget();
    m_workspace = &workspace;
    m_wasHidden = m_images.isHidden();
    m_wasFloating = m_images.isFloating();
    // A larger one would push the other docks aside.
    m_leastView = workspace.view().minimumSize();
    workspace.view().setMinimumSize(workspace.imagePanel()->minimumSizeHint());
    exchange(*workspace.imagePanel(), workspace.view());
    // The keys need the main view: it can be neither closed nor taken away.
    m_images.setFeatures(QDockWidget::NoDockWidgetFeatures);
    if (m_wasFloating)
        m_images.setFloating(false);
    m_images.show();
    m_images.raise();
    giveBack(focus);
    emit changed();
}

void LargeImage::end()
{
    if (!isOn())
        return;
    const QPointer<QWidget> focus = m_images.parentWidget()->focusWidget();
    exchange(m_workspace->view(), *m_workspace->imagePanel());
    m_workspace->view().setMinimumSize(m_leastView);
    m_workspace = nullptr;
    m_images.setFeatures(
        QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable | QDockWidget::DockWidgetClosable);
    if (m_wasFloating)
        m_images.setFloating(true);
    m_images.setVisible(!m_wasHidden);
    giveBack(focus);
    emit changed();
}

void LargeImage::exchange(QWidget& large, QWidget& small)
{
    QWidget& window = *m_images.parentWidget();
    window.setUpdatesEnabled(false);
    m_images.setWidget(&small);
    m_workspace->putInTheMiddle(large);
    window.setUpdatesEnabled(true);
}

} // namespace lunkuo
