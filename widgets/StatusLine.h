#pragma once

#include "model/document/FrameOrder.h"
#include "model/tools/SuggestionBoard.h"
#include "model/tools/ToolController.h"

#include <QStatusBar>

class QLabel;

namespace lunkuo
{

class SteadyLabel;

/// What is always to be seen below: whether everything is saved, where one is, what a click does.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    StatusLine(const ToolContext& context, ToolController& tools, SuggestionBoard& suggestions, bool readOnly,
        QWidget* parent = nullptr);

    void showPosition(const Eigen::Vector3d& position, bool onPoint);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class SaveState { Saved, Failed, ReadOnly };

    void showSaveState();
    void showFrame();
    void showHint();
    void retranslate();

    ToolContext m_context;
    FrameOrder m_order;
    ToolController& m_tools;
    SuggestionBoard& m_suggestions;
    SaveState m_state;
    QString m_failure;
    QLabel* m_saved;
    SteadyLabel* m_frame;
    SteadyLabel* m_points;
    SteadyLabel* m_position;
    QLabel* m_hint;
};

} // namespace lunkuo
