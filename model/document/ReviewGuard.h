#pragma once

#include "model/document/SignedLog.h"

#include <QCoreApplication>
#include <functional>
#include <memory>

namespace lunkuo
{

/// While somebody reviews, annotation stays as it is: edits of it are refused before they are written, and a document
/// over this log is not writable. Verdicts and waivers are the reviewer's own; of annotation he undoes and redoes only
/// what he has changed expressly.
class ReviewGuard : public SignedLog
{
    Q_DECLARE_TR_FUNCTIONS(ReviewGuard)
public:
    /// While it lives this thread may change annotation: a reviewer does so expressly, or it was begun before he came.
    class Pass
    {
    public:
        Pass() { ++s_count; }
        ~Pass() { --s_count; }
        Pass(const Pass&) = delete;
        Pass& operator=(const Pass&) = delete;
        [[nodiscard]] static bool isThere() { return s_count > 0; }

    private:
        static inline thread_local int s_count = 0;
    };

    ReviewGuard(std::unique_ptr<EditLog> log, std::function<bool()> isReviewing);

    [[nodiscard]] Result<void> takes(const Edit& edit, Kind kind) const override;
    Result<void> append(const Edit& edit, Kind kind) override;
    [[nodiscard]] bool isWritable() const override;
    [[nodiscard]] QString user() const override;

    /// What somebody is told who wants to change annotation all the same.
    [[nodiscard]] static QString sentence();
    /// Whether the document takes what is done with a pass.
    [[nodiscard]] static bool isWritableWithPass(const Document& document);

private:
    [[nodiscard]] bool isShut() const;
    void count(Kind kind);

    std::unique_ptr<EditLog> m_log;
    std::function<bool()> m_isReviewing;
    int m_done = 0;   ///< in this review, and not undone
    int m_undone = 0; ///< in this review, and not redone
};

} // namespace lunkuo
