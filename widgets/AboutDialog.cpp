#include "widgets/AboutDialog.h"

#include "widgets/Style.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int textWidth_px = 420;
}

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Lunkuo"));
    auto* text =
        new QLabel(tr("<h2>Lunkuo</h2>"
                      "<p>Version %1</p>"
                      "<p>Annotates LiDAR clouds for autonomous driving: one click, the complete outline of the "
                      "car.</p>"
                      "<p>Licence: Apache-2.0. Built with Qt %2, VTK and Eigen.</p>")
                       .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion())));
    text->setWordWrap(true);
    text->setFixedWidth(textWidth_px);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * gridStep_px, 4 * gridStep_px, 5 * gridStep_px, 4 * gridStep_px);
    layout->addWidget(text);
    layout->addWidget(buttons);
}

} // namespace lunkuo
