#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace lunkuo
{

/// What is in the middle while no project is open: how to begin, and where one was last.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setRecentProjects(const QStringList& paths);

signals:
    void newProjectWanted();
    void openWanted();
    void sampleWanted();
    /// A recent project was chosen, or something was dropped here.
    void pathWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void retranslate();
    void enlargeTitle();

    QLabel* m_sign;
    QLabel* m_title;
    QLabel* m_lead;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_sample;
    QLabel* m_recentTitle;
    QListWidget* m_recent;
    QLabel* m_drop;
    QStringList m_paths;
};

} // namespace lunkuo
