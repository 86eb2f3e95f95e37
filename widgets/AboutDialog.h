#pragma once

#include <QDialog>

namespace lunkuo
{

/// Name, version and licence.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace lunkuo
