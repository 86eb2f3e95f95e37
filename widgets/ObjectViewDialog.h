#pragma once

#include "model/tools/OverTimeActions.h"
#include "render/ObjectView.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace lunkuo
{

/// All frames of an object laid over one another, from above, from the side and from behind, and the one outline and
/// size that agree with all of them; a person may take these for all frames.
class ObjectViewDialog : public QDialog
{
    Q_OBJECT
public:
    ObjectViewDialog(Document& document, TrackJob job, const QColor& color, QWidget* parent = nullptr);
    ~ObjectViewDialog() override;

    [[nodiscard]] const std::vector<ObjectView*>& views() const { return m_views; }

signals:
    void refused(const QString& sentence);
    /// A person wants to see the object in that frame.
    void frameWanted(lunkuo::FrameId frame);

private:
    struct Mark
    {
        std::atomic<int> done = 0;
        std::atomic<int> total = 0;
    };

    void arrange();
    void work();
    void arrive(const Result<SequenceCompletion>& completion);
    void describe();
    void use();

    Document& m_document;
    std::shared_ptr<const TrackJob> m_job;
    QColor m_color;
    std::vector<ObjectView*> m_views;
    QLabel* m_text;
    QComboBox* m_frames;
    QProgressBar* m_bar;
    QPushButton* m_goTo;
    QPushButton* m_use;
    std::shared_ptr<Mark> m_mark = std::make_shared<Mark>();
    Progress m_progress;
    QTimer m_look;
    std::optional<SequenceCompletion> m_completion;
};

} // namespace lunkuo
