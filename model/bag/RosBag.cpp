#include "model/bag/RosBag.h"

#include "model/project/SqlWords.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>
#include <algorithm>
#include <map>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RosBag)
};

const QString database3 = QStringLiteral(".db3");
const QString metadata = QStringLiteral("metadata.yaml");

bool hasSuffix(const QString& path, const QString& suffix)
{
    return path.endsWith(suffix, Qt::CaseInsensitive);
}

/// The sentence that refuses what is a bag, but none that is read; nothing for others.
std::optional<QString> refusal(const QString& path)
{
    if (hasSuffix(path, QStringLiteral(".mcap")))
        return Text::tr("“%1” is a bag in MCAP, which is not read; convert it with “ros2 bag convert” to sqlite3.")
            .arg(path);
    if (hasSuffix(path, QStringLiteral(".bag")))
        return Text::tr("“%1” is a bag of ROS 1, which is not read; convert it with “rosbags-convert” to ROS 2.")
            .arg(path);
    if (hasSuffix(path, QStringLiteral(".db3.zstd")) || hasSuffix(path, QStringLiteral(".mcap.zstd")))
        return Text::tr("“%1” is compressed; decompress it first, with “zstd -d”.").arg(path);
    return std::nullopt;
}

/// One SQLite file.
class BagFile
{
public:
    ~BagFile()
    {
        const QString name = m_database.connectionName();
        m_database.close();
        m_database = {};
        if (!name.isEmpty())
            QSqlDatabase::removeDatabase(name);
    }
    BagFile() = default;
    Q_DISABLE_COPY_MOVE(BagFile)

    Result<void> open(const QString& path);
    Result<void> addTopics(std::vector<BagTopic>& topics, const Progress& progress) const;
    /// Whether there may be more.
    Result<bool> eachMessage(const QString& topic, const RosBag::Take& take) const;

private:
    [[nodiscard]] tl::unexpected<Error> damaged(const QSqlError& error) const
    {
        return failure(Text::tr("“%1” cannot be read as a ROS 2 bag: %2.").arg(m_path, wordsOf(error)));
    }
    [[nodiscard]] Result<bool> isTable(const QString& name) const;
    [[nodiscard]] Result<bool> isComputed(const QString& table) const;

    QString m_path;
    QSqlDatabase m_database;
};

Result<void> BagFile::open(const QString& path)
{
    m_path = path;
    const QFileInfo info(path);
    if (!info.isReadable())
        return failure(Text::tr("“%1” cannot be read: permission denied.").arg(path));
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString());
    // A bag where a recording broke off has a log beside it, which matters; a folder that cannot be written to is read
    // as it is.
    const bool isFixed = !QFileInfo(info.absolutePath()).isWritable();
    m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    QUrl url = QUrl::fromLocalFile(info.absoluteFilePath());
    if (isFixed)
        url.setQuery(QStringLiteral("immutable=1"));
    m_database.setDatabaseName(url.toString(QUrl::FullyEncoded));
    if (!m_database.open())
        return damaged(m_database.lastError());
    for (const char* name : {"topics", "messages"}) {
        // A view, or a column that is worked out, could stand for a computation without end.
        const QString table = QString::fromLatin1(name);
        const auto there = isTable(table);
        const auto computed = there && *there ? isComputed(table) : Result<bool>(false);
        if (!there || !computed)
            return tl::unexpected(!there ? there.error() : computed.error());
        if (!*there || *computed)
            return failure(Text::tr("“%1” is no ROS 2 bag: it has no table “%2”.").arg(path, table));
    }
    return {};
}

Result<bool> BagFile::isTable(const QString& name) const
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ? "
                                 "AND sql NOT LIKE 'CREATE VIRTUAL%'"));
    query.addBindValue(name);
    if (!query.exec())
        return damaged(query.lastError());
    return query.next();
}

Result<bool> BagFile::isComputed(const QString& table) const
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA table_xinfo(%1)").arg(table)))
        return damaged(query.lastError());
    constexpr int hidden = 6;
    while (query.next())
        if (query.value(hidden).toInt() != 0)
            return true;
    return false;
}

Result<void> BagFile::addTopics(std::vector<BagTopic>& topics, const Progress& progress) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id, name, type, serialization_format FROM topics")))
        return damaged(query.lastError());
    std::map<qint64, std::size_t> places; ///< in `topics`, by number
    while (query.next()) {
        const QString name = query.value(1).toString();
        if (query.value(3).toString() != u"cdr")
            continue; // another language than ROS 2's own
        auto topic =
            std::find_if(topics.begin(), topics.end(), [&](const BagTopic& each) { return each.name == name; });
        if (topic == topics.end())
            topic = topics.insert(topics.end(), {name, query.value(2).toString()});
        places[query.value(0).toLongLong()] = static_cast<std::size_t>(topic - topics.begin());
    }
    // Counted here: a join would make SQLite copy all messages into an index of its own.
    if (query.lastError().isValid() || !query.exec(QStringLiteral("SELECT topic_id, LENGTH(data) FROM messages")))
        return damaged(query.lastError());
    while (query.next()) {
        if (progress.isCancelled())
            return failure(Text::tr("Looking into “%1” was cancelled.").arg(m_path));
        if (const auto place = places.find(query.value(0).toLongLong()); place != places.end()) {
            ++topics[place->second].messages;
            topics[place->second].bytes += query.value(1).toLongLong();
        }
    }
    if (query.lastError().isValid())
        return damaged(query.lastError());
    return {};
}

Result<bool> BagFile::eachMessage(const QString& topic, const RosBag::Take& take) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    // What claims to be larger than the file is damaged, and no memory is set aside for it.
    query.prepare(QStringLiteral("SELECT m.timestamp, CASE WHEN LENGTH(m.data) <= ? THEN m.data END FROM messages m "
                                 "WHERE m.topic_id IN (SELECT id FROM topics WHERE name = ?) ORDER BY m.timestamp"));
    query.addBindValue(QFileInfo(m_path).size());
    query.addBindValue(topic);
    if (!query.exec())
        return damaged(query.lastError());
    while (query.next()) {
        auto goOn = take(query.value(0).toLongLong(), query.value(1).toByteArray());
        if (!goOn || !*goOn)
            return goOn;
    }
    if (query.lastError().isValid())
        return damaged(query.lastError());
    return true;
}

/// What the description beside the files says about compression; nothing where there is none.
Result<void> checkDescription(const QDir& folder)
{
    const QString path = folder.filePath(metadata);
    if (!QFileInfo(path).isFile())
        return {};
    const auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    static const QRegularExpression compression(
        QStringLiteral("^\\s*compression_format:\\s*[\"']?([A-Za-z0-9_]+)"), QRegularExpression::MultilineOption);
    if (const auto match = compression.match(QString::fromUtf8(*text)); match.hasMatch())
        return failure(
            Text::tr("“%1” says that the bag is compressed (%2), which is not read; convert it with “ros2 bag "
                     "convert” to an uncompressed one.")
                .arg(path, match.captured(1)));
    return {};
}

Result<QStringList> filesOf(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Text::tr("“%1” does not exist.").arg(path));
    if (const auto sentence = refusal(path); sentence && info.isFile())
        return failure(*sentence);
    const QDir folder(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    if (auto checked = checkDescription(folder); !checked)
        return tl::unexpected(checked.error());
    if (info.isFile())
        return QStringList(info.absoluteFilePath());
    QStringList files;
    for (const QString& name : folder.entryList(QDir::Files)) {
        if (hasSuffix(name, database3))
            files.push_back(folder.absoluteFilePath(name));
        else if (const auto sentence = refusal(folder.absoluteFilePath(name)))
            return failure(*sentence);
    }
    if (files.isEmpty())
        return failure(Text::tr("“%1” holds no ROS 2 bag, which is a .db3 file.").arg(path));
    std::sort(files.begin(), files.end(), naturallyLess);
    return files;
}
} // namespace

struct RosBag::Impl
{
    QString path;
    std::vector<std::unique_ptr<BagFile>> files;
    std::vector<BagTopic> topics;
};

RosBag::RosBag(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

RosBag::~RosBag() = default;
RosBag::RosBag(RosBag&& other) noexcept = default;

bool RosBag::isBag(const QString& path)
{
    const QFileInfo info(path);
    if (info.isFile())
        return hasSuffix(path, database3) || refusal(path).has_value();
    if (!info.isDir())
        return false;
    // Files of ROS 1 may lie anywhere.
    const QStringList names = QDir(path).entryList(QDir::Files);
    return std::any_of(names.begin(), names.end(), [](const QString& name) {
        return hasSuffix(name, database3) || (refusal(name) && !hasSuffix(name, QStringLiteral(".bag")));
    });
}

Result<RosBag> RosBag::open(const QString& path, const Progress& progress)
{
    const auto files = filesOf(path);
    if (!files)
        return tl::unexpected(files.error());
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    for (const QString& file : *files) {
        impl->files.push_back(std::make_unique<BagFile>());
        if (auto opened = impl->files.back()->open(file); !opened)
            return tl::unexpected(opened.error());
        if (auto added = impl->files.back()->addTopics(impl->topics, progress); !added)
            return tl::unexpected(added.error());
    }
    std::sort(
        impl->topics.begin(), impl->topics.end(), [](const BagTopic& a, const BagTopic& b) { return a.name < b.name; });
    return RosBag(std::move(impl));
}

const QString& RosBag::path() const
{
    return m_impl->path;
}

const std::vector<BagTopic>& RosBag::topics() const
{
    return m_impl->topics;
}

std::vector<BagTopic> RosBag::topicsOf(const QString& type) const
{
    std::vector<BagTopic> result;
    for (const BagTopic& topic : m_impl->topics)
        if (QString(topic.type).replace(QStringLiteral("/msg/"), QStringLiteral("/")) == type)
            result.push_back(topic);
    return result;
}

Result<void> RosBag::eachMessage(const QString& topic, const Take& take) const
{
    for (const auto& file : m_impl->files) {
        const auto goOn = file->eachMessage(topic, take);
        if (!goOn)
            return tl::unexpected(goOn.error());
        if (!*goOn)
            return {};
    }
    return {};
}

} // namespace lunkuo
