#include "widgets/Style.h"

#include <QApplication>
#include <QStyleFactory>

namespace lunkuo
{

void applyStyle(QApplication& application, bool dark)
{
    Q_UNUSED(dark)
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

} // namespace lunkuo
