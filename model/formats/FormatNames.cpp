#include "model/formats/FormatNames.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{
/// Those of the table's names that are words.
[[maybe_unused]] const std::array described{QT_TRANSLATE_NOOP("FormatNames", "KITTI raw tracklets"),
    QT_TRANSLATE_NOOP("FormatNames", "Supervisely episodes"), QT_TRANSLATE_NOOP("FormatNames", "CSV of cuboids"),
    QT_TRANSLATE_NOOP("FormatNames", "COCO of the pictures"), QT_TRANSLATE_NOOP("FormatNames", "Completion pairs")};
} // namespace

QString shownName(const DatasetFormat& format)
{
    return QCoreApplication::translate("FormatNames", format.name.toUtf8().constData());
}

} // namespace lunkuo
