#pragma once

#include "widgets/Style.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace lunkuo
{

/// A sentence above the main view that stays until it is read or overtaken: a failed edit, a cloud that cannot be read.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void say(const QString& sentence, Tone tone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_sign;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace lunkuo
