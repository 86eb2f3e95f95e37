#include "model/project/WriterLock.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectStore)
};

/// "lunkuo (process 12 on desk7)"
QString holderOf(const QLockFile& lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    return Text::tr("%1 (process %2 on %3)").arg(program).arg(process).arg(host);
}

} // namespace

WriterLock::WriterLock(const QString& projectPath)
    : m_file(projectPath + QStringLiteral(".lock"))
{
    // Only a lock whose process is gone is stale; QLockFile finds that out by itself.
    m_file.setStaleLockTime(0);
}

Result<void> WriterLock::take()
{
    if (m_file.tryLock(0))
        return {};
    if (m_file.error() == QLockFile::PermissionError)
        return failure(Text::tr("its folder cannot be written"));
    return failure(Text::tr("%1 is writing it").arg(holderOf(m_file)));
}

bool WriterLock::isHeldElsewhere()
{
    if (!m_file.tryLock(0))
        return m_file.error() == QLockFile::LockFailedError;
    m_file.unlock();
    return false;
}

} // namespace lunkuo
