#pragma once

#include <QDialog>
#include <QUrl>

class QTextBrowser;

namespace lunkuo
{

/// The user's guide, in the language of the interface.
class GuideDialog : public QDialog
{
    Q_OBJECT
public:
    explicit GuideDialog(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QTextBrowser* m_text;
    QUrl m_guide; ///< in the language of the interface
};

} // namespace lunkuo
