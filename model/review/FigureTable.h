#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace lunkuo
{

/// Figures for people, ready to be read in a terminal, in a window or in a report.
struct FigureTable
{
    QString title;
    QStringList header{}; ///< empty: none
    std::vector<QStringList> rows{};
    QString note{};         ///< sentences below it
    bool isOfWords = false; ///< so that no column is set to the right like numbers

    [[nodiscard]] bool isEmpty() const { return rows.empty() && note.isEmpty(); }
};

/// Titles and columns aligned, where wide characters (Chinese) take two places.
QString plainText(const std::vector<FigureTable>& tables);
/// Colours behind the header and every other row, "#rrggbb".
struct TableShades
{
    QString header = QStringLiteral("#e8edf3");
    QString stripe = QStringLiteral("#f6f8fa");
};
/// A heading of level 2 and a table; without styles except those that Qt's rich text needs.
QString htmlOf(const FigureTable& table, const TableShades& shades = {});

/// "12.3 %"; "–" for NaN.
QString percentText(double share);
/// With so many decimals; "–" for NaN.
QString numberText(double value, int decimals = 2);

} // namespace lunkuo
