#include "tests/support/Support.h"

#include <QDir>

namespace lunkuo::test
{

QString realData()
{
    const QDir folder(QStringLiteral(LUNKUO_SOURCE_DIR "/../shared/data"));
    return folder.exists() ? folder.canonicalPath() : QString();
}

} // namespace lunkuo::test
