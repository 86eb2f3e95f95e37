#include "widgets/ColumnsDialog.h"

#include "model/cloud/TextFormat.h"
#include "widgets/Sentence.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 860;
constexpr int height_px = 480;
constexpr int shownRows = 20;
constexpr int mostColumns = 100; ///< of a table that somebody looks through
constexpr int mostSkipped = 10'000;
constexpr int sentenceLines = 3;
constexpr std::size_t triedBytes = 64 * 1024; ///< of the file are read to see whether it can be

struct Choice
{
    const char* field; ///< empty: left out
    const char* text;
};

/// What a column may be. Texts are source texts of the dialog's context.
constexpr std::array choices{Choice{"", QT_TRANSLATE_NOOP("lunkuo::ColumnsDialog", "Nothing")}, Choice{"x", "x"},
    Choice{"y", "y"}, Choice{"z", "z"}, Choice{"intensity", QT_TRANSLATE_NOOP("lunkuo::ColumnsDialog", "Intensity")},
    Choice{"time", QT_TRANSLATE_NOOP("lunkuo::ColumnsDialog", "Time")},
    Choice{"ring", QT_TRANSLATE_NOOP("lunkuo::ColumnsDialog", "Ring")},
    Choice{"label", QT_TRANSLATE_NOOP("lunkuo::ColumnsDialog", "Label")},
    Choice{"red", QT_TRANSLATE_NOOP("lunkuo::ColumnsDialog", "Red")},
    Choice{"green", QT_TRANSLATE_NOOP("lunkuo::ColumnsDialog", "Green")},
    Choice{"blue", QT_TRANSLATE_NOOP("lunkuo::ColumnsDialog", "Blue")}};
} // namespace

ColumnsDialog::ColumnsDialog(const QString& cloudPath, QWidget* parent)
    : QDialog(parent)
    , m_path(cloudPath)
    , m_separator(new QComboBox)
    , m_skipped(new QSpinBox)
    , m_table(new QTableWidget)
    , m_sentence(new Sentence(sentenceLines))
{
    setWindowTitle(tr("Columns of “%1”").arg(QFileInfo(cloudPath).fileName()));
    m_separator->setObjectName(QStringLiteral("separator"));
    m_separator->addItem(tr("Blanks or tabs"), QStringLiteral(" "));
    m_separator->addItem(tr("Comma"), QStringLiteral(","));
    m_separator->addItem(tr("Semicolon"), QStringLiteral(";"));
    m_separator->addItem(tr("Tab"), QStringLiteral("\t"));
    m_separator->setToolTip(tr("What stands between two values of a line"));
    m_skipped->setObjectName(QStringLiteral("skipped"));
    m_skipped->setRange(0, mostSkipped);
    m_skipped->setToolTip(tr("So many lines at the beginning of the file are no points"));
    m_table->setObjectName(QStringLiteral("table"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("Read it so"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(2 * gridStep_px);
    form->setHorizontalSpacing(4 * gridStep_px);
    form->addRow(tr("Between the values"), m_separator);
    form->addRow(tr("Lines to skip"), m_skipped);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->setSpacing(3 * gridStep_px);
    layout->addLayout(form);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_sentence);
    layout->addWidget(buttons);
    resize(width_px, height_px);

    const auto beginning = beginningOfText(cloudPath);
    m_beginning = beginning.value_or(QByteArray());
    m_failure = beginning ? QString() : beginning.error().sentence;
    m_key = textLayoutKey(m_beginning, cloudPath);
    const TextLayout first = textLayoutOf(m_key).value_or(guessedTextLayout(m_beginning));
    m_separator->setCurrentIndex(std::max(0, m_separator->findData(QString(QLatin1Char(first.separator)))));
    m_skipped->setValue(first.skippedLines);
    fill();
    addChoices(first.columns);
    check();
    const auto fillAnew = [this] {
        const QStringList chosen = layoutChosen().columns;
        fill();
        addChoices(chosen);
        check();
    };
    connect(m_separator, &QComboBox::currentIndexChanged, this, fillAnew);
    connect(m_skipped, &QSpinBox::valueChanged, this, fillAnew);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

char ColumnsDialog::separator() const
{
    return m_separator->currentData().toString()[0].toLatin1();
}

/// The rows of the file under a row that is kept for the choices.
void ColumnsDialog::fill()
{
    m_rows = textCells(m_beginning, separator(), m_skipped->value(), shownRows);
    qsizetype columns = 0;
    for (const QStringList& row : m_rows)
        columns = std::max(columns, row.size());
    m_table->clear();
    m_table->setRowCount(static_cast<int>(m_rows.size()) + 1);
    m_table->setColumnCount(static_cast<int>(std::min<qsizetype>(columns, mostColumns)));
    for (int row = 0; row < m_rows.size(); ++row)
        for (int column = 0; column < m_table->columnCount(); ++column)
            m_table->setItem(row + 1, column, new QTableWidgetItem(m_rows[row].value(column)));
}

void ColumnsDialog::addChoices(const QStringList& chosen)
{
    for (int column = 0; column < m_table->columnCount(); ++column) {
        auto* choice = new QComboBox;
        for (const Choice& each : choices)
            choice->addItem(tr(each.text), QString::fromLatin1(each.field));
        const QString field = chosen.value(column);
        if (choice->findData(field) < 0)
            choice->addItem(field, field); // the name that the file itself has for it
        choice->setCurrentIndex(choice->findData(field));
        choice->setToolTip(tr("What column %1 holds").arg(column + 1));
        connect(choice, &QComboBox::currentIndexChanged, this, &ColumnsDialog::check);
        m_table->setCellWidget(0, column, choice);
    }
    m_table->resizeColumnsToContents();
    m_table->resizeRowsToContents();
}

QComboBox* ColumnsDialog::choiceOf(int column) const
{
    return qobject_cast<QComboBox*>(m_table->cellWidget(0, column));
}

TextLayout ColumnsDialog::layoutChosen() const
{
    TextLayout layout{separator(), m_skipped->value(), {}};
    for (int column = 0; column < m_table->columnCount(); ++column)
        layout.columns.push_back(choiceOf(column) ? choiceOf(column)->currentData().toString() : QString());
    return layout;
}

QString ColumnsDialog::problem() const
{
    if (!m_failure.isEmpty())
        return m_failure;
    if (m_rows.isEmpty())
        return tr("There is no line of values here.");
    const QStringList columns = layoutChosen().columns;
    for (const char* axis : {"x", "y", "z"})
        if (!columns.contains(QLatin1String(axis)))
            return tr("Say which column is %1.").arg(QLatin1String(axis));
    for (const QString& column : columns)
        if (!column.isEmpty() && columns.count(column) > 1)
            return tr("Two columns cannot both be “%1”.").arg(column);
    const auto cloud = readTextAs(m_path, layoutChosen(), triedBytes);
    return cloud ? QString() : tr("%1 Are there lines to skip?").arg(cloud.error().sentence);
}

void ColumnsDialog::check()
{
    const QString sentence = problem();
    m_accept->setEnabled(sentence.isEmpty());
    m_accept->setToolTip(sentence);
    if (sentence.isEmpty())
        m_sentence->hint(tr("Files that are laid out like this one will be read so from now on."));
    else
        m_sentence->say(sentence, Tone::Warning);
}

} // namespace lunkuo
