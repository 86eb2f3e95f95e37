#include "widgets/PathRow.h"

#include "widgets/Style.h"

#include <QDir>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace lunkuo
{

PathRow::PathRow(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep_px);
    layout->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    // The field alone would take what is dropped as text, "file:///…".
    m_edit->setAcceptDrops(false);
    setAcceptDrops(true);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { emit pathChanged(path()); });
}

QString PathRow::path() const
{
    return QDir::fromNativeSeparators(m_edit->text().trimmed());
}

void PathRow::setPath(const QString& path)
{
    m_edit->setText(QDir::toNativeSeparators(path));
}

void PathRow::addButton(const QString& text, std::function<QString(const QString& current)> choose)
{
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, choose = std::move(choose)] {
        const QString chosen = choose(path());
        if (!chosen.isEmpty())
            setPath(chosen);
    });
}

std::optional<QString> PathRow::droppedPath(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.isEmpty() || !urls.front().isLocalFile())
        return std::nullopt;
    return urls.front().toLocalFile();
}

void PathRow::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedPath(*event->mimeData()))
        event->acceptProposedAction();
}

void PathRow::dropEvent(QDropEvent* event)
{
    setPath(*droppedPath(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace lunkuo
