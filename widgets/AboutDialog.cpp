#include "widgets/AboutDialog.h"

#include "widgets/Style.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int textWidth_px = 400;
constexpr int sign_px = 72;
} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Lunkuo"));
    auto* sign = new QLabel;
    sign->setPixmap(QIcon(QStringLiteral(":/icons/lunkuo.svg")).pixmap(QSize(sign_px, sign_px), devicePixelRatioF()));
    sign->setAlignment(Qt::AlignTop);
    auto* text =
        new QLabel(tr("<h2>Lunkuo</h2>"
                      "<p>Version %1</p>"
                      "<p>Annotates LiDAR clouds for autonomous driving: one click, the complete outline of the "
                      "car.</p>"
                      "<p>Licence: Apache-2.0. Built with Qt %2, VTK and Eigen.</p>")
                       .arg(QStringLiteral(LUNKUO_VERSION), QLatin1String(qVersion())));
    text->setWordWrap(true);
    text->setFixedWidth(textWidth_px);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->setSpacing(5 * gridStep_px);
    row->addWidget(sign);
    row->addWidget(text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * gridStep_px, 5 * gridStep_px, 5 * gridStep_px, 4 * gridStep_px);
    layout->setSpacing(4 * gridStep_px);
    layout->addLayout(row);
    layout->addWidget(buttons);
}

} // namespace lunkuo
