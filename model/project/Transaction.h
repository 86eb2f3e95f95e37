#pragma once

#include "model/base/Result.h"

#include <QSqlDatabase>

namespace lunkuo
{

/// A write transaction that is rolled back unless it was committed.
class Transaction
{
public:
    /// Error: the database's own words, as when somebody else is writing.
    static Result<Transaction> begin(const QSqlDatabase& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    /// Durable when it succeeds. Error: the database's own words.
    Result<void> commit();

private:
    explicit Transaction(const QSqlDatabase& database);

    QSqlDatabase m_database;
    bool m_isOpen = true;
};

} // namespace lunkuo
