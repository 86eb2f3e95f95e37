#include "app/Waiting.h"

#include <QCoreApplication>
#include <QGuiApplication>

namespace lunkuo
{

namespace
{
constexpr int patience_ms = 300; ///< shorter work shows no dialog
constexpr int lookEvery_ms = 40;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Waiting)
};
} // namespace

Waiting::Waiting(const QString& title, const QString& text, QWidget* parent)
    : m_progress([mark = m_mark](int done, int total) {
        mark->done = done;
        mark->total = total;
    })
    , m_dialog(text, Text::tr("Cancel"), 0, 0, parent)
{
    m_dialog.setWindowTitle(title);
    m_dialog.setWindowModality(Qt::ApplicationModal);
    m_dialog.setAutoReset(false);
    m_dialog.setAutoClose(false);
    m_dialog.reset(); // it would show itself in its own time
    QObject::connect(&m_look, &QTimer::timeout, &m_dialog, [this] {
        if (m_dialog.wasCanceled()) {
            m_loop.quit();
            return;
        }
        m_dialog.setMaximum(m_mark->total);
        m_dialog.setValue(m_mark->done);
    });
    QObject::connect(&m_dialog, &QProgressDialog::canceled, &m_loop, &QEventLoop::quit);
}

void Waiting::end()
{
    m_hasEnded = true;
    m_loop.quit();
}

bool Waiting::exec()
{
    QGuiApplication::setOverrideCursor(Qt::BusyCursor);
    QTimer::singleShot(patience_ms, &m_loop, &QEventLoop::quit);
    // What is pressed meanwhile is not lost: it comes afterwards.
    if (!m_hasEnded)
        m_loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!m_hasEnded) {
        m_dialog.show();
        m_look.start(lookEvery_ms);
        m_loop.exec();
    }
    QGuiApplication::restoreOverrideCursor();
    m_look.stop();
    if (!m_hasEnded)
        m_progress.cancel();
    return m_hasEnded;
}

} // namespace lunkuo
