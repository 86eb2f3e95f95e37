#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace lunkuo
{

/// How the lines of a text cloud are to be read, where a person has said so.
struct TextLayout
{
    char separator = ' '; ///< a blank stands for any run of blanks and tabs
    int skippedLines = 0; ///< at the beginning of the file
    QStringList columns;  ///< what each is: x, y, z, another field's name, or empty: left out

    [[nodiscard]] QJsonObject toJson() const;
    /// Nothing when the numbers and names make no layout.
    static std::optional<TextLayout> fromJson(const QJsonObject& json);
    /// Whether x, y and z are among the columns, each once, and no name is there twice.
    [[nodiscard]] bool isComplete() const;

    friend bool operator==(const TextLayout&, const TextLayout&) = default;
};

/// What files that are written alike have in common: the line of names and the number of columns, as far as the
/// beginning of one shows. Without words before the points that is too little to tell another scanner's files, so these
/// have the folder of the file in common too.
QString textLayoutKey(const QByteArray& beginning, const QString& path);

/// The layouts that readers use from now on for files of these keys; safe from any thread. Whoever keeps what a person
/// said from one start to the next sets them.
void setTextLayouts(const QJsonObject& layouts);
void addTextLayout(const QString& key, const TextLayout& layout);
[[nodiscard]] QJsonObject textLayouts();
[[nodiscard]] std::optional<TextLayout> textLayoutOf(const QString& key);

/// The words of the first lines, after so many skipped, without blank lines and comments.
QList<QStringList> textCells(const QByteArray& beginning, char separator, int skippedLines, qsizetype mostRows);

/// What separates the words of a line: ; , a tab where there are no blanks, or a blank.
char textSeparator(const QString& line);
/// The words, without quotes and the blanks round them.
QStringList textWords(const QString& line, char separator);
/// Whether the whole word is a number.
bool isTextNumber(const QString& word, double& value);

} // namespace lunkuo
