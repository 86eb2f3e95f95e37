#pragma once

#include "model/bag/BagUnpacking.h"
#include "widgets/WorkDialog.h"

class QComboBox;

namespace lunkuo
{

class PathRow;

/// Asks which clouds of a bag are wanted and where they go, and unpacks them. Accepted once they are there.
class BagDialog : public WorkDialog
{
    Q_OBJECT
public:
    explicit BagDialog(const QString& bag, QWidget* parent = nullptr);
    ~BagDialog() override;

    /// Where the bag was unpacked.
    [[nodiscard]] const QString& folder() const { return m_unpacked; }
    void reject() override;

protected:
    void start() override;

private:
    void showContents(const Result<BagContents>& contents);
    void check();
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] qint64 bytesWanted() const;

    QString m_bag;
    QString m_failure;
    BagContents m_contents;
    bool m_isKnown = false; ///< what the bag holds
    QString m_unpacked;
    Progress m_looking;
    QComboBox* m_topic;
    PathRow* m_folder;
};

} // namespace lunkuo
