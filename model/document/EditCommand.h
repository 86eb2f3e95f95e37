#pragma once

#include "model/document/Document.h"

#include <QUndoCommand>

namespace lunkuo
{

/// The one command there is: an edit and its reverse. It only applies; the document has made it durable before.
class EditCommand : public QUndoCommand
{
public:
    EditCommand(Document& document, Edit edit);

    [[nodiscard]] const Edit& edit() const { return m_edit; }
    void undo() override;
    void redo() override;

private:
    Document& m_document;
    Edit m_edit;
};

} // namespace lunkuo
