#pragma once

#include "model/base/Result.h"

#include <QSqlDatabase>

namespace lunkuo
{

/// A write transaction that is rolled back unless it was committed.
class Transaction
{
public:
    explicit Transaction(QSqlDatabase& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Durable when it succeeds. Error: the database's own words.
    Result<void> commit();

private:
    QSqlDatabase& m_database;
    Result<void> m_begun;
    bool m_isOpen = false;
};

} // namespace lunkuo
