#pragma once

#include <QCoreApplication>

namespace lunkuo
{

/// What people are told who want something done that cannot be, each in one sentence that says what to do first.
class Answers
{
    Q_DECLARE_TR_FUNCTIONS(Answers)
public:
    static QString openFirst();
    static QString selectFirst();
    static QString unlockFirst();
    static QString readOnly();
    /// Of anything that has no sentence of its own.
    static QString notNow(const QString& action);
};

} // namespace lunkuo
