#pragma once

#include "model/tools/SideHand.h"

#include <QObject>
#include <functional>

#include <map>
#include <memory>
#include <vector>

namespace lunkuo
{

/// One line of the table of tools: toolbar, menu, shortcuts sheet and tests read it.
struct ToolEntry
{
    QString id;   ///< "complete", "select"
    QString name; ///< in the language of the moment
    QString icon; ///< resource path of the SVG
    QString shortcut;
    std::function<std::unique_ptr<Tool>()> make;
};

/// All tools in the order of the toolbar; names in the language of the moment.
std::vector<ToolEntry> toolEntries();

class SelectTool;

/// Holds the active tool and feeds it with the views' events.
class ToolController : public QObject
{
    Q_OBJECT
public:
    explicit ToolController(ToolContext context, QObject* parent = nullptr);
    ~ToolController() override;

    [[nodiscard]] const QString& activeId() const { return m_activeId; }
    void activate(const QString& id);
    bool handle(const ToolEvent& event);
    /// Of a gesture in a view square to the object.
    bool handle(const ToolEvent& event, const SideSight& sight);
    void cancel();
    /// Finishes half-made work as leaving the tool would: before the window closes or the project is exported. False
    /// when some of it could not be saved and is still half made.
    bool settle();
    /// Whether annotation may be changed is another thing now.
    void lookAgain();
    [[nodiscard]] const Draft& draft() const { return m_draft; }
    [[nodiscard]] QString hint() const;
    [[nodiscard]] Qt::CursorShape cursor() const;
    [[nodiscard]] bool offersHandles() const;
    [[nodiscard]] const SideHand& sideHand() const { return m_sideHand; }
    [[nodiscard]] bool countsEachPress() const;

signals:
    void activated(const QString& id);
    void draftChanged();
    void hintChanged();
    /// A gesture would have changed annotation, which may not be changed now.
    void refused();
    /// Another frame is about to be shown, and what was half made in this one has become an object.
    void settledOnLeaving(lunkuo::ShapeId shape);

private:
    void refresh();
    bool nudge(const ToolEvent& event);
    bool confirm(const ToolEvent& event);
    [[nodiscard]] bool isFixed() const { return !m_context.document.isWritable(); }

    ToolContext m_context;
    std::map<QString, std::unique_ptr<Tool>> m_tools;
    const SelectTool* m_select = nullptr; ///< the one that takes hold of what is there
    Tool* m_active = nullptr;
    QString m_activeId;
    SideHand m_sideHand;
    Draft m_draft;
};

} // namespace lunkuo
