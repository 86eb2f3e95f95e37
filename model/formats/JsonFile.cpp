#include "model/formats/JsonFile.h"

#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonFile)
};

const std::array<QString, 3> axes{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};
} // namespace

Result<QJsonDocument> readJson(const QString& path)
{
    const auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(*text, &error);
    if (error.error == QJsonParseError::NoError)
        return document;
    return failure(Text::tr("“%1” is no JSON: %2 at line %3.")
                       .arg(path, error.errorString())
                       .arg(text->left(error.offset).count('\n') + 1));
}

Result<QJsonObject> readJsonObject(const QString& path)
{
    const auto document = readJson(path);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->isObject())
        return failure(Text::tr("“%1”, line 1: a JSON object ({…}) was expected.").arg(path));
    return document->object();
}

std::optional<Eigen::Vector3d> vectorFrom(const QJsonValue& value)
{
    if (value.isArray() && value.toArray().size() != 3)
        return std::nullopt;
    Eigen::Vector3d result;
    for (int axis = 0; axis < 3; ++axis)
        result[axis] =
            (value.isArray() ? value[axis] : value[axes[static_cast<std::size_t>(axis)]]).toDouble(std::nan(""));
    return result.allFinite() ? std::optional(result) : std::nullopt;
}

QJsonArray jsonArray(const Eigen::Vector3d& vector)
{
    return {vector.x(), vector.y(), vector.z()};
}

QJsonObject jsonObject(const Eigen::Vector3d& vector)
{
    return {{axes[0], vector.x()}, {axes[1], vector.y()}, {axes[2], vector.z()}};
}

QJsonArray rowMajor(const Eigen::Ref<const Eigen::MatrixXd>& matrix)
{
    QJsonArray values;
    for (Eigen::Index row = 0; row < matrix.rows(); ++row)
        for (Eigen::Index column = 0; column < matrix.cols(); ++column)
            values.append(matrix(row, column));
    return values;
}

QString asText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.toVariant().toString();
}

QByteArray jsonText(const QJsonValue& value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact) + '\n';
}

} // namespace lunkuo
