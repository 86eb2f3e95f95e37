#pragma once

#include <QWidget>
#include <functional>

class QLineEdit;

namespace lunkuo
{

/// A path to type, with buttons that choose one.
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

signals:
    void pathChanged(const QString& path);

private:
    QLineEdit* m_edit;
};

} // namespace lunkuo
