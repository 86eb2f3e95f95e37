#pragma once

#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace lunkuo::test
{

/// What the real program answers.
struct Answer
{
    int status = -1; ///< -1 when it crashed or did not end
    QString out;
    QString error;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out.toUtf8()); }
};

Answer answerTo(
    const QStringList& arguments, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());

/// The environment of this test without any display.
QProcessEnvironment withoutDisplay();

} // namespace lunkuo::test
