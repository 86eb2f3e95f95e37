#pragma once

#include "model/base/Result.h"

#include <QList>

class QPainter;
class QRectF;

namespace lunkuo
{

/// Groups of rows "what … keys" set in columns on one page, as large as they fit.
class KeyPage
{
public:
    void addGroup(const QString& title);
    void addRow(const QString& what, const QString& keys);

    /// As a PDF of one landscape page.
    [[nodiscard]] Result<void> write(const QString& path, const QString& title) const;
    /// Sets the page into a rectangle; how large the words became, in the painter's units.
    double paint(QPainter& painter, const QRectF& place, const QString& title) const;

private:
    struct Line
    {
        QString what;
        QString keys;
        bool isTitle = false;
    };

    [[nodiscard]] bool fits(double line, const QRectF& place) const;

    QList<Line> m_lines;
};

} // namespace lunkuo
