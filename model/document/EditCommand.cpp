#include "model/document/EditCommand.h"

namespace lunkuo
{

EditCommand::EditCommand(Document& document, Edit edit)
    : QUndoCommand(edit.text)
    , m_document(document)
    , m_edit(std::move(edit))
{
}

void EditCommand::undo()
{
    m_document.apply(m_edit.reversed());
}

void EditCommand::redo()
{
    m_document.apply(m_edit);
}

} // namespace lunkuo
