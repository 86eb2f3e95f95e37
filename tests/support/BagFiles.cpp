#include "tests/support/BagFiles.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>

namespace lunkuo::test
{

QByteArray RosCloud::message(bool bigEndian) const
{
    CdrBytes cdr(bigEndian);
    cdr.addHeader(stamp_ns, frame).add(height).add(width).add(static_cast<quint32>(fields.size()));
    for (const RosField& field : fields)
        cdr.addText(field.name).add(field.offset).add(field.datatype).add(field.count);
    cdr.add(static_cast<quint8>(bigEndianData)).add(pointStep).add(rowStep).addBytes(data).add(quint8(1));
    return cdr.all();
}

QByteArray pictureMessage(qint64 stamp_ns, const QByteArray& frame, const QByteArray& file)
{
    return CdrBytes().addHeader(stamp_ns, frame).addText("jpeg").addBytes(file).all();
}

QByteArray cameraInfoMessage(const QByteArray& frame, const QByteArray& distortion, const QList<double>& coefficients,
    double focal_px, double baseline_m)
{
    CdrBytes cdr;
    cdr.addHeader(0, frame).add(quint32(20)).add(quint32(30)).addText(distortion);
    cdr.add(static_cast<quint32>(coefficients.size()));
    for (const double each : coefficients)
        cdr.add(each);
    for (const double each : {focal_px, 0.0, 15.0, 0.0, focal_px, 10.0, 0.0, 0.0, 1.0})
        cdr.add(each);
    for (const double each : {1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0})
        cdr.add(each);
    for (const double each :
        {2 * focal_px, 0.0, 14.0, -2 * focal_px * baseline_m, 0.0, 2 * focal_px, 9.0, 0.0, 0.0, 0.0, 1.0, 0.0})
        cdr.add(each);
    return cdr.all();
}

QByteArray transformMessage(
    qint64 stamp_ns, const QByteArray& parent, const QByteArray& child, const Eigen::Isometry3d& parent_child)
{
    const Eigen::Quaterniond turn(parent_child.linear());
    CdrBytes cdr;
    cdr.add(quint32(1)).addHeader(stamp_ns, parent).addText(child);
    for (const double each : {parent_child.translation().x(), parent_child.translation().y(),
             parent_child.translation().z(), turn.x(), turn.y(), turn.z(), turn.w()})
        cdr.add(each);
    return cdr.all();
}

void writeBag(const QString& path, const QList<BagMessage>& messages)
{
    const QString name = QStringLiteral("writeBag");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        QSqlQuery query = database.open() ? QSqlQuery(database) : QSqlQuery();
        const auto need = [&query](bool done) {
            if (!done)
                qFatal("writeBag: %s", qPrintable(query.lastError().text()));
        };
        database.transaction();
        need(query.exec(
            QStringLiteral("CREATE TABLE topics(id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT "
                           "NULL, serialization_format TEXT NOT NULL, offered_qos_profiles TEXT NOT NULL)")));
        need(query.exec(QStringLiteral("CREATE TABLE messages(id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL, "
                                       "timestamp INTEGER NOT NULL, data BLOB NOT NULL)")));
        need(query.exec(QStringLiteral("CREATE INDEX timestamp_idx ON messages (timestamp ASC)")));
        QStringList topics;
        for (const BagMessage& each : messages) {
            if (!topics.contains(each.topic)) {
                topics.push_back(each.topic);
                query.prepare(QStringLiteral("INSERT INTO topics VALUES(?, ?, ?, 'cdr', '')"));
                for (const QVariant& value : {QVariant(static_cast<qint64>(topics.size())),
                         QVariant(each.topic + QStringLiteral("")), QVariant(each.type)})
                    query.addBindValue(value);
                need(query.exec());
            }
            query.prepare(QStringLiteral("INSERT INTO messages(topic_id, timestamp, data) VALUES(?, ?, ?)"));
            for (const QVariant& value :
                {QVariant(topics.indexOf(each.topic) + 1), QVariant(each.received_ns), QVariant(each.message)})
                query.addBindValue(value);
            need(query.exec());
        }
        database.commit();
    }
    QSqlDatabase::removeDatabase(name);
}

void execute(const QString& path, const QStringList& statements)
{
    const QString name = QStringLiteral("execute");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        QSqlQuery query = database.open() ? QSqlQuery(database) : QSqlQuery();
        for (const QString& statement : statements)
            if (!query.exec(statement))
                qFatal("execute: %s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace lunkuo::test
