#include "model/base/Caught.h"

#include <QCoreApplication>
#include <new>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Caught)
};
} // namespace

Error caughtError()
{
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return {Text::tr("There is not enough memory for this.")};
    } catch (const std::exception& thrown) {
        return {Text::tr("This cannot go on because of a mistake in the program: %1.")
                    .arg(QString::fromLocal8Bit(thrown.what()))};
    } catch (...) {
        return {Text::tr("This cannot go on because of a mistake in the program: %1.").arg(u'?')};
    }
}

} // namespace lunkuo
