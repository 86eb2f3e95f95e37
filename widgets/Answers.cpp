#include "widgets/Answers.h"

namespace lunkuo
{

QString Answers::openFirst()
{
    return tr("Open a project first.");
}

QString Answers::selectFirst()
{
    return tr("Select an object first.");
}

QString Answers::unlockFirst()
{
    return tr("The object is locked: Ctrl+L unlocks it.");
}

QString Answers::readOnly()
{
    return tr("This project is open read-only: nothing in it can be changed.");
}

QString Answers::notNow(const QString& action)
{
    return tr("“%1” is of no use at the moment.").arg(action);
}

} // namespace lunkuo
