#include "widgets/ClassMappingPage.h"

#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
enum Column { Class, Boxes, Target, ColumnCount };
constexpr int mostRows = 10; ///< to be seen at once, where there are so many
const QString ownId = QStringLiteral("own");
} // namespace

ClassMappingPage::ClassMappingPage(const Scene& scene, QWidget* parent)
    : QWidget(parent)
    , m_preset(new QComboBox)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_note(new QLabel)
{
    m_preset->setObjectName(QStringLiteral("mapping"));
    m_table->setObjectName(QStringLiteral("classes"));
    m_note->setObjectName(QStringLiteral("mappingNote"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_preset->addItem(tr("As they are"), QString());
    for (const QString& id : ClassMapping::presets())
        if (const auto known = ClassMapping::load(id))
            m_preset->addItem(known->name, id);
    m_preset->addItem(tr("My own"), ownId);
    auto* loads = new QPushButton(tr("Load…"));
    auto* saves = new QPushButton(tr("Save…"));
    loads->setToolTip(tr("Reads a mapping from a JSON file"));
    saves->setToolTip(tr("Writes this mapping to a JSON file, for the next project or the command line"));
    for (QPushButton* button : {loads, saves})
        button->setAutoDefault(false);
    m_table->setHorizontalHeaderLabels({tr("Class"), tr("Boxes"), tr("Goes out as")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    addRows(scene);
    const int rows = std::min(m_table->rowCount(), mostRows);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() +
                              rows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
    m_table->horizontalHeader()->setSectionResizeMode(Class, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Boxes, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Target, QHeaderView::Stretch);
    auto* top = new QHBoxLayout;
    top->setSpacing(2 * gridStep_px);
    top->addWidget(m_preset, 1);
    top->addWidget(loads);
    top->addWidget(saves);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px);
    layout->setSpacing(2 * gridStep_px);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    m_note->setText(tr("A class without a tick stays at home. Two classes may go out under one name."));
    fill({});
    connect(m_preset, &QComboBox::activated, this, &ClassMappingPage::choosePreset);
    connect(m_table, &QTableWidget::itemChanged, this, &ClassMappingPage::becomeOwn);
    connect(loads, &QPushButton::clicked, this, &ClassMappingPage::askToLoad);
    connect(saves, &QPushButton::clicked, this, &ClassMappingPage::askToSave);
}

void ClassMappingPage::addRows(const Scene& scene)
{
    std::map<QString, int> boxes;
    for (const auto& [id, shape] : scene.shapes)
        if (const Track* track = scene.trackOf(shape))
            ++boxes[track->classId];
    QStringList ids;
    for (const ClassDef& known : scene.taxonomy.classes)
        ids.push_back(known.id);
    for (const auto& [id, count] : boxes)
        if (!ids.contains(id))
            ids.push_back(id);
    m_table->setRowCount(static_cast<int>(ids.size()));
    for (int row = 0; row < ids.size(); ++row) {
        auto* name = new QTableWidgetItem(Names::ofClass(scene.taxonomy, ids[row]));
        name->setData(Qt::UserRole, ids[row]);
        name->setToolTip(ids[row]);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        auto* count = new QTableWidgetItem(QString::number(boxes[ids[row]]));
        count->setFlags(Qt::ItemIsEnabled);
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, Class, name);
        m_table->setItem(row, Boxes, count);
        m_table->setItem(row, Target, new QTableWidgetItem);
    }
}

void ClassMappingPage::fill(const ClassMapping& mapping)
{
    m_isFilling = true;
    m_base = mapping;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString id = m_table->item(row, Class)->data(Qt::UserRole).toString();
        const auto to = mapping.of(id);
        m_table->item(row, Class)->setCheckState(to ? Qt::Checked : Qt::Unchecked);
        m_table->item(row, Target)->setText(to.value_or(id));
    }
    m_isFilling = false;
}

ClassMapping ClassMappingPage::mapping() const
{
    // What the mapping says of classes that this project lacks stays, for the next one.
    ClassMapping result = m_base;
    std::map<QString, std::optional<QString>> wanted;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString to = m_table->item(row, Target)->text().trimmed();
        const bool goesOut = m_table->item(row, Class)->checkState() == Qt::Checked && !to.isEmpty();
        wanted[m_table->item(row, Class)->data(Qt::UserRole).toString()] = goesOut ? std::optional(to) : std::nullopt;
    }
    for (const auto& [id, to] : wanted)
        result.classes.erase(id);
    // One that is named can decide for another that differs only in case, so they are asked again.
    for (int turn = 0; turn < 2; ++turn)
        for (const auto& [id, to] : wanted)
            if (result.of(id) != to)
                result.classes[id] = to;
    return result;
}

void ClassMappingPage::setMapping(const ClassMapping& mapping)
{
    fill(mapping);
    int place = mapping.classes.empty() ? 0 : m_preset->count() - 1;
    for (int i = 0; i < m_preset->count(); ++i)
        if (!mapping.name.isEmpty() && m_preset->itemText(i) == mapping.name)
            place = i;
    m_preset->setCurrentIndex(place);
    emit changed();
}

void ClassMappingPage::choosePreset()
{
    const QString id = m_preset->currentData().toString();
    if (id == ownId)
        return;
    if (id.isEmpty())
        fill({});
    else if (const auto known = ClassMapping::load(id))
        fill(*known);
    emit changed();
}

void ClassMappingPage::becomeOwn()
{
    if (m_isFilling)
        return;
    m_base.name = tr("My own");
    m_preset->setCurrentIndex(m_preset->findData(ownId));
    emit changed();
}

void ClassMappingPage::load(const QString& path)
{
    const auto mapping = ClassMapping::load(path);
    m_note->setText(mapping ? tr("Loaded: “%1”").arg(QDir::toNativeSeparators(path)) : mapping.error().sentence);
    if (mapping)
        setMapping(*mapping);
}

void ClassMappingPage::save(const QString& path)
{
    ClassMapping named = mapping();
    named.name = QFileInfo(path).completeBaseName();
    const auto saved = named.save(path);
    m_note->setText(saved ? tr("Saved: “%1”").arg(QDir::toNativeSeparators(path)) : saved.error().sentence);
}

void ClassMappingPage::askToLoad()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Mapping of classes"), {}, tr("Mappings of classes (*.json)"));
    if (!path.isEmpty())
        load(path);
}

void ClassMappingPage::askToSave()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Mapping of classes"), {}, tr("Mappings of classes (*.json)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".json");
    save(path);
}

} // namespace lunkuo
