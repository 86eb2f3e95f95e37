#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace lunkuo
{

/// Waits for keys to be pressed together and tells which; nothing is ever typed into it.
class KeyField : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeyField(QWidget* parent = nullptr);

    /// What a key event is called among the shortcuts; empty for a modifier alone.
    static QKeySequence keyOf(const QKeyEvent& event);

signals:
    void pressed(const QKeySequence& key);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
};

} // namespace lunkuo
