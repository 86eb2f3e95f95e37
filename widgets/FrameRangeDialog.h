#pragma once

#include "model/sequence/TrackActions.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace lunkuo
{

class NumberBox;

/// Asks from which frame to which something is to be done with an object, and what. It changes nothing itself.
class FrameRangeDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose { Class, Attribute, Delete };

    /// Offers the frames from `current` to the end of the track, or all of its frames when it ends before. The track
    /// must have a shape.
    FrameRangeDialog(const Scene& scene, TrackId track, FrameId current, Purpose purpose, QWidget* parent = nullptr);

    /// Whether the class has any attribute of single frames.
    static bool hasAttributes(const Scene& scene, TrackId track);

    [[nodiscard]] FrameRange range() const;
    [[nodiscard]] QString classId() const;
    [[nodiscard]] QString attributeId() const;
    /// Null: no answer.
    [[nodiscard]] QJsonValue value() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRange(FrameId current);
    void addClasses();
    void addAttributes();
    void offerValues();
    void showWhat();
    void retranslate();
    [[nodiscard]] const AttributeDef* attribute() const;

    const Scene& m_scene;
    Track m_track;
    Purpose m_purpose;
    std::vector<FrameId> m_frames; ///< of the sequence
    int m_before = 0;              ///< frames of sequences before this one: people count through all of them
    QFormLayout* m_form;
    QLabel* m_explanation;
    QSpinBox* m_from;
    QSpinBox* m_to;
    QLabel* m_fromName;
    QLabel* m_toName;
    QComboBox* m_class = nullptr;
    QComboBox* m_attribute = nullptr;
    QStackedWidget* m_values = nullptr;
    QComboBox* m_choice = nullptr;
    NumberBox* m_number = nullptr;
    QLineEdit* m_text = nullptr;
    QLabel* m_what;
    QDialogButtonBox* m_buttons;
};

} // namespace lunkuo
