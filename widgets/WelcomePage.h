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
    void pathWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_title;
    QLabel* m_lead;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_sample;
    QLabel* m_recentTitle;
    QListWidget* m_recent;
    QLabel* m_drop;
};

} // namespace lunkuo
