#pragma once

#include "model/formats/ClassMapping.h"
#include "model/scene/Scene.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace lunkuo
{

/// Asks under which name each class goes out: a table with presets, to be saved and loaded.
class ClassMappingPage : public QWidget
{
    Q_OBJECT
public:
    explicit ClassMappingPage(const Scene& scene, QWidget* parent = nullptr);

    [[nodiscard]] ClassMapping mapping() const;
    void setMapping(const ClassMapping& mapping);
    /// For tests and for the buttons; says in place what goes wrong.
    void load(const QString& path);
    void save(const QString& path);

signals:
    void changed();

private:
    void addRows(const Scene& scene);
    void fill(const ClassMapping& mapping);
    void choosePreset();
    void becomeOwn();
    void askToLoad();
    void askToSave();

    QComboBox* m_preset;
    QTableWidget* m_table;
    QLabel* m_note;
    ClassMapping m_base; ///< what the table was filled from
    bool m_isFilling = false;
};

} // namespace lunkuo
