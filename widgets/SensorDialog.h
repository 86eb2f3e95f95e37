#pragma once

#include "model/document/FrameCache.h"

#include <QDialog>
#include <array>

class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace lunkuo
{

class NumberBox;

/// Where the sensor is in the clouds of a sequence and who says so; a person who knows better says it here, once for
/// the whole sequence.
class SensorDialog : public QDialog
{
    Q_OBJECT
public:
    SensorDialog(Document& document, FrameCache& frames, FrameId frame, QWidget* parent = nullptr);

    void accept() override;

signals:
    void refused(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    void estimate();
    void showHeight();
    [[nodiscard]] Eigen::Vector3d typed() const;

    Document& m_document;
    FrameCache& m_frames;
    FrameId m_frame;
    QLabel* m_explanation;
    std::array<QLabel*, 3> m_labels{};
    std::array<NumberBox*, 3> m_boxes{};
    QLabel* m_source;
    QLabel* m_height;
    QPushButton* m_estimate;
    QDialogButtonBox* m_buttons;
    std::optional<Eigen::Vector3d> m_shown; ///< what the fields held before somebody typed
};

} // namespace lunkuo
