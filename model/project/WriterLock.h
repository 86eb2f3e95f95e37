#pragma once

#include "model/base/Result.h"

#include <QLockFile>
#include <QString>

namespace lunkuo
{

/// Who holds it is the only one that writes a project file. Beside the file: NAME.lunkuo.lock; given back in the end,
/// and by the system where the program was killed.
class WriterLock
{
public:
    explicit WriterLock(const QString& projectPath);

    /// Error: why not, as the second half of a sentence: "lunkuo (process 12 on desk7) is writing it".
    Result<void> take();
    /// Whether somebody else holds it at the moment.
    [[nodiscard]] bool isHeldElsewhere();

private:
    QLockFile m_file;
};

} // namespace lunkuo
