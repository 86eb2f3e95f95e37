#include "model/project/Transaction.h"

#include "model/project/Schema.h"

namespace lunkuo
{

Transaction::Transaction(QSqlDatabase& database)
    : m_database(database)
    , m_begun(execute(database, QStringLiteral("BEGIN IMMEDIATE")))
    , m_isOpen(m_begun.has_value())
{
}

Transaction::~Transaction()
{
    if (m_isOpen)
        (void)execute(m_database, QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (!m_begun)
        return m_begun;
    auto done = execute(m_database, QStringLiteral("COMMIT"));
    m_isOpen = !done;
    return done;
}

} // namespace lunkuo
