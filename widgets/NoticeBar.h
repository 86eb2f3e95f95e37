#pragma once

#include "widgets/Style.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace lunkuo
{

/// A sentence above the main view: a failed edit, a cloud that cannot be read. Good news and answers leave by
/// themselves, all else stays until it is closed or overtaken.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void say(const QString& sentence, Tone tone);
    /// What is said now is an answer to something pressed in vain: it leaves by itself whatever its tone.
    void fade();
    /// Such an answer is no longer true.
    void endAnswer();
    /// What is said now names a key that undoes or redoes something.
    void offerStep();
    /// That key does something else from now on.
    void endOffer();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_sign;
    QLabel* m_text;
    QToolButton* m_close;
    QTimer m_fading;
    bool m_isAnswer = false;
    bool m_isOffer = false;
};

} // namespace lunkuo
