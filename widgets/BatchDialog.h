#pragma once

#include "model/tools/BatchBoard.h"

#include <QDialog>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace lunkuo
{

class TileView;

/// One object in many frames as tiles, with what can be done to those that are chosen, each by one key. It shows what
/// the board says and asks it to change.
class BatchDialog : public QDialog
{
    Q_OBJECT
public:
    BatchDialog(const ToolContext& context, TrackId track, QWidget* parent = nullptr);

    [[nodiscard]] BatchBoard& board() { return m_board; }
    [[nodiscard]] TileView& tiles() { return *m_tiles; }

signals:
    void frameWanted(lunkuo::FrameId frame);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// One button: what it is called, which key it has, and what it does.
    struct Deed
    {
        QPushButton* button;
        const char* text;
        const char* tip;
        QKeySequence key;
        bool needsChoice;
        bool isBare; ///< its icon says it
    };

    QWidget* makeHead();
    QWidget* makeDeeds();
    void addCommon(QHBoxLayout& row);
    QPushButton* addDeed(const char* id, const char* icon, const char* text, const char* tip, const QKeySequence& key,
        const std::function<void()>& run);
    QToolButton* addSide(const char* id, ObjectSide side, const QKeySequence& key);
    QToolButton* addTurn(const char* id, const char* icon, int pages, const QKeySequence& key);
    void connectBoard();
    void refresh();
    void retranslate();
    void say(const QString& sentence);
    void warnOf(const Result<void>& result);
    void showFitted(int fitted, int of, const QString& sentence);

    BatchBoard m_board;
    TileView* m_tiles;
    QLabel* m_name;
    QLabel* m_page;
    QLabel* m_choice;
    QLabel* m_said;
    QComboBox* m_every;
    std::vector<std::pair<QToolButton*, ObjectSide>> m_sides;
    QToolButton* m_back = nullptr;
    QToolButton* m_on = nullptr;
    std::vector<Deed> m_deeds;
};

} // namespace lunkuo
