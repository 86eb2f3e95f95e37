#pragma once

#include <QWidget>
#include <functional>
#include <optional>

class QLineEdit;
class QMimeData;

namespace lunkuo
{

/// A path to type, to drop, or to choose with buttons.
class PathRow : public QWidget
{
    Q_OBJECT
public:
    explicit PathRow(QWidget* parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString& path);
    /// Adds a button; `choose` asks the person and answers the path, or nothing.
    void addButton(const QString& text, std::function<QString(const QString& current)> choose);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

    /// The file or folder that is being dragged, where it is one of this computer.
    static std::optional<QString> droppedPath(const QMimeData& data);

signals:
    void pathChanged(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QLineEdit* m_edit;
};

} // namespace lunkuo
