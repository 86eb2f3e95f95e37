#pragma once

#include <QLabel>

namespace lunkuo
{

/// For words that change all the time: it grows where they need more room, and keeps that. A QLabel has the whole
/// window laid out anew at each word.
class SteadyLabel : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;

    /// Instead of setText.
    void write(const QString& words);
    /// It is never narrower than these words need.
    void keepRoomFor(const QString& words);

protected:
    void changeEvent(QEvent* event) override;

private:
    void grow();

    QString m_widest;
};

} // namespace lunkuo
