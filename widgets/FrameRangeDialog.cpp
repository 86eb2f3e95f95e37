#include "widgets/FrameRangeDialog.h"

#include "widgets/Names.h"
#include "widgets/NumberBox.h"
#include "widgets/Style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <algorithm>

namespace lunkuo
{

namespace
{

constexpr int width_px = 420;
constexpr double widest = 1e9;

bool isOffered(const AttributeDef& def, const QString& classId)
{
    return def.scope == AttributeDef::Scope::Frame && def.appliesTo(classId);
}

} // namespace

FrameRangeDialog::FrameRangeDialog(const Scene& scene, TrackId track, FrameId current, Purpose purpose, QWidget* parent)
    : QDialog(parent)
    , m_scene(scene)
    , m_track(scene.tracks.at(track))
    , m_purpose(purpose)
    , m_frames(scene.framesOf(m_track.sequence))
    , m_form(new QFormLayout(this))
    , m_explanation(new QLabel)
    , m_from(new QSpinBox)
    , m_to(new QSpinBox)
    , m_fromName(new QLabel)
    , m_toName(new QLabel)
    , m_what(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    m_form->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    m_form->setSpacing(2 * gridStep_px);
    for (QLabel* label : {m_explanation, m_what})
        label->setWordWrap(true);
    m_form->addRow(m_explanation);
    addRange(current);
    if (purpose == Purpose::Class)
        addClasses();
    else if (purpose == Purpose::Attribute)
        addAttributes();
    m_what->setObjectName(QStringLiteral("range.what"));
    m_form->addRow(m_what);
    m_form->addRow(m_buttons);
    setMinimumWidth(width_px);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

bool FrameRangeDialog::hasAttributes(const Scene& scene, TrackId track)
{
    const auto found = scene.tracks.find(track);
    const auto& attributes = scene.taxonomy.attributes;
    return found != scene.tracks.end() &&
           std::any_of(attributes.begin(), attributes.end(),
               [&](const AttributeDef& def) { return isOffered(def, found->second.classId); });
}

void FrameRangeDialog::addRange(FrameId current)
{
    const std::vector<FrameId> order = m_scene.frameOrder();
    m_before = static_cast<int>(std::find(order.begin(), order.end(), m_frames.front()) - order.begin());
    const FrameRange extent = *extentOf(m_scene, m_track.id);
    const int first = m_scene.frames.at(extent.first).index;
    const int last = m_scene.frames.at(extent.last).index;
    const auto frame = m_scene.frames.find(current);
    const bool isHere =
        frame != m_scene.frames.end() && frame->second.sequence == m_track.sequence && frame->second.index <= last;
    const auto addRow = [this](QSpinBox* box, QLabel* name, const QString& objectName, int index) {
        box->setObjectName(objectName);
        box->setRange(m_before + 1, m_before + static_cast<int>(m_frames.size()));
        const auto at = std::find_if(
            m_frames.begin(), m_frames.end(), [&](FrameId id) { return m_scene.frames.at(id).index == index; });
        box->setValue(m_before + 1 + static_cast<int>(at - m_frames.begin()));
        name->setForegroundRole(QPalette::PlaceholderText);
        auto* row = new QHBoxLayout;
        row->addWidget(box);
        row->addWidget(name, 1);
        m_form->addRow(new QLabel, row);
        connect(box, &QSpinBox::valueChanged, this, &FrameRangeDialog::showWhat);
    };
    addRow(m_from, m_fromName, QStringLiteral("range.from"), isHere ? frame->second.index : first);
    addRow(m_to, m_toName, QStringLiteral("range.to"), last);
}

void FrameRangeDialog::addClasses()
{
    m_class = new QComboBox;
    m_class->setObjectName(QStringLiteral("range.class"));
    for (const ClassDef& def : m_scene.taxonomy.classes)
        m_class->addItem(def.name.now(), def.id);
    m_class->setCurrentIndex(std::max(0, m_class->findData(m_track.classId)));
    m_form->addRow(new QLabel, m_class);
    connect(m_class, &QComboBox::currentIndexChanged, this, &FrameRangeDialog::showWhat);
}

void FrameRangeDialog::addAttributes()
{
    m_attribute = new QComboBox;
    m_attribute->setObjectName(QStringLiteral("range.attribute"));
    for (const AttributeDef& def : m_scene.taxonomy.attributes)
        if (isOffered(def, m_track.classId))
            m_attribute->addItem(def.name.now(), def.id);
    m_choice = new QComboBox;
    m_choice->setObjectName(QStringLiteral("range.choice"));
    m_number = new NumberBox;
    m_number->setObjectName(QStringLiteral("range.number"));
    m_number->setKeyboardTracking(true);
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("range.text"));
    m_values = new QStackedWidget;
    for (QWidget* page :
        {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_number), static_cast<QWidget*>(m_text)})
        m_values->addWidget(page);
    m_form->addRow(new QLabel, m_attribute);
    m_form->addRow(new QLabel, m_values);
    connect(m_attribute, &QComboBox::currentIndexChanged, this, &FrameRangeDialog::offerValues);
}

const AttributeDef* FrameRangeDialog::attribute() const
{
    return m_scene.taxonomy.attribute(attributeId());
}

void FrameRangeDialog::offerValues()
{
    const AttributeDef* def = attribute();
    if (!def)
        return;
    if (def->type == AttributeDef::Type::Number) {
        const bool isLimited = def->minimum < def->maximum;
        m_number->setRange(isLimited ? def->minimum : -widest, isLimited ? def->maximum : widest);
        m_values->setCurrentWidget(m_number);
        return;
    }
    if (def->type == AttributeDef::Type::Text) {
        m_values->setCurrentWidget(m_text);
        return;
    }
    m_choice->clear();
    for (const AttributeChoice& choice : def->choices)
        m_choice->addItem(choice.name.now(), choice.value);
    if (def->type == AttributeDef::Type::Flag) {
        m_choice->addItem(tr("yes"), true);
        m_choice->addItem(tr("no"), false);
    }
    m_choice->addItem(tr("no answer"), QVariant());
    m_values->setCurrentWidget(m_choice);
}

FrameRange FrameRangeDialog::range() const
{
    const auto frameAt = [this](int number) { return m_frames[static_cast<std::size_t>(number - m_before - 1)]; };
    const auto [first, last] = std::minmax({m_from->value(), m_to->value()});
    return {frameAt(first), frameAt(last)};
}

QString FrameRangeDialog::classId() const
{
    return m_class ? m_class->currentData().toString() : QString();
}

QString FrameRangeDialog::attributeId() const
{
    return m_attribute ? m_attribute->currentData().toString() : QString();
}

QJsonValue FrameRangeDialog::value() const
{
    const AttributeDef* def = attribute();
    if (!def)
        return QJsonValue::Null;
    switch (def->type) {
    case AttributeDef::Type::Number:
        return m_number->value();
    case AttributeDef::Type::Text:
        return m_text->text().isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(m_text->text());
    case AttributeDef::Type::Flag:
    case AttributeDef::Type::Choice:
        break;
    }
    const QVariant chosen = m_choice->currentData();
    return chosen.isValid() ? QJsonValue::fromVariant(chosen) : QJsonValue(QJsonValue::Null);
}

/// In how many of the frames there is anything to do it with.
void FrameRangeDialog::showWhat()
{
    const FrameRange chosen = range();
    const Frame& first = m_scene.frames.at(chosen.first);
    const Frame& last = m_scene.frames.at(chosen.last);
    int count = 0;
    for (const ShapeId id : m_scene.shapes.ofTrack(m_track.id)) {
        const int index = m_scene.frames.at(m_scene.shapes.at(id).frame).index;
        count += index >= first.index && index <= last.index ? 1 : 0;
    }
    const auto nameAt = [this](const QSpinBox* box) {
        return m_scene.frames.at(m_frames[static_cast<std::size_t>(box->value() - m_before - 1)]).name;
    };
    m_fromName->setText(nameAt(m_from));
    m_toName->setText(nameAt(m_to));
    const int all = last.index - first.index + 1;
    m_what->setText(tr("%1 has a shape in %2 of these %3 frames.").arg(nameOf(m_scene, m_track)).arg(count).arg(all));
    const bool isChange = m_purpose != Purpose::Class || classId() != m_track.classId;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(count > 0 && isChange);
}

void FrameRangeDialog::retranslate()
{
    const auto label = [this](QWidget* field, const QString& words) {
        if (auto* text = qobject_cast<QLabel*>(m_form->labelForField(field)))
            text->setText(words);
        field->setAccessibleName(words);
    };
    const auto labelOfRow = [this](int row, QWidget* field, const QString& words) {
        if (QLayoutItem* item = m_form->itemAt(row, QFormLayout::LabelRole))
            if (auto* text = qobject_cast<QLabel*>(item->widget()))
                text->setText(words);
        field->setAccessibleName(words);
    };
    labelOfRow(1, m_from, tr("From frame"));
    labelOfRow(2, m_to, tr("To frame"));
    const QString name = nameOf(m_scene, m_track);
    switch (m_purpose) {
    case Purpose::Class:
        setWindowTitle(tr("Class in several frames"));
        m_explanation->setText(tr("An object has one class. When only a part of the frames of %1 is chosen, that part "
                                  "becomes an object with a number of its own.")
                                   .arg(name));
        label(m_class, tr("Class"));
        break;
    case Purpose::Attribute:
        setWindowTitle(tr("Attribute in several frames"));
        m_explanation->setText(tr("What is the case with %1 in these frames:").arg(name));
        label(m_attribute, tr("Attribute"));
        label(m_values, tr("Answer"));
        offerValues();
        break;
    case Purpose::Delete:
        setWindowTitle(tr("Delete in several frames"));
        m_explanation->setText(tr("In these frames there is no %1:").arg(name));
        m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Delete"));
        break;
    }
    showWhat();
}

void FrameRangeDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
