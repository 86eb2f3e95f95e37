#pragma once

#include "widgets/Style.h"

#include <QWidget>
#include <optional>

class QLabel;
class QTextBrowser;

namespace lunkuo
{

/// Words in place: what to do, what was found, what stands in the way. A sign beside the colour tells the tone. Long
/// paths are broken rather than cut, and what does not fit can be scrolled to.
class Sentence : public QWidget
{
    Q_OBJECT
public:
    /// Room is kept for this many lines, so that a dialog does not jump when words come and go.
    explicit Sentence(int lines, QWidget* parent = nullptr);

    /// Says what to do, in dim words.
    void hint(const QString& text);
    void say(const QString& text, Tone tone, const QStringList& remarks = {});
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    int m_lines;
    QLabel* m_sign;
    QTextBrowser* m_text;
    std::optional<Tone> m_tone;
    QStringList m_remarks;
    QString m_words;
};

} // namespace lunkuo
