#include "model/project/Transaction.h"

#include "model/project/Schema.h"

#include <utility>

namespace lunkuo
{

Result<Transaction> Transaction::begin(const QSqlDatabase& database)
{
    if (auto begun = execute(database, QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(const QSqlDatabase& database)
    : m_database(database)
{
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(other.m_database)
    , m_isOpen(std::exchange(other.m_isOpen, false))
{
}

Transaction::~Transaction()
{
    if (m_isOpen)
        (void)execute(m_database, QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    auto done = execute(m_database, QStringLiteral("COMMIT"));
    m_isOpen = !done;
    return done;
}

} // namespace lunkuo
