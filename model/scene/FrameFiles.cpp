#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FrameFiles)
};

constexpr qint64 second_ns = 1'000'000'000;
constexpr qint64 earliest_ns = 631'152'000 * second_ns; // 1990
constexpr qint64 latest_ns = 4'102'444'800 * second_ns; // 2100

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

QStringView digitsAt(QStringView text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return text.mid(start, end - start);
}

QStringView withoutZeros(QStringView digits)
{
    while (digits.size() > 1 && digits[0] == u'0')
        digits = digits.mid(1);
    return digits;
}

/// "1234567890.25" without passing through a double, which holds no nanoseconds of our time.
std::optional<qint64> nanoseconds(QStringView seconds)
{
    bool whole = false;
    const qsizetype point = seconds.indexOf(u'.');
    if (seconds.contains(u'e', Qt::CaseInsensitive) || point < 0 || seconds.startsWith(u'-')) {
        const double value = seconds.toDouble(&whole);
        if (!whole || !(std::abs(value) < 9e9))
            return std::nullopt;
        return std::llround(value * 1e9);
    }
    const qint64 before = seconds.left(point).toLongLong(&whole);
    const QString fraction = seconds.mid(point + 1, 9).toString().leftJustified(9, u'0');
    bool fractionIsNumber = false;
    const qint64 after = fraction.toLongLong(&fractionIsNumber);
    if (!whole || !fractionIsNumber || after < 0 || before < 0 || before > latest_ns / second_ns)
        return std::nullopt;
    return before * second_ns + after;
}

std::optional<qint64> calendarTime(const QString& line)
{
    const QDate date = QDate::fromString(line.left(10), QStringLiteral("yyyy-MM-dd"));
    const QTime time = QTime::fromString(line.mid(11, 8), QStringLiteral("HH:mm:ss"));
    const auto fraction = nanoseconds(QString(u'0' + (line.size() > 19 ? line.mid(19) : QStringLiteral(".0"))));
    if (!date.isValid() || !time.isValid() || !fraction)
        return std::nullopt;
    return QDateTime(date, time, QTimeZone::utc()).toSecsSinceEpoch() * second_ns + *fraction;
}

/// Calls `take(line, place)` for each line; stops at the first sentence.
template <class Take>
Result<void> eachLine(const QString& path, Take take)
{
    const auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    int lineNumber = 0;
    for (const QByteArray& bytes : text->split('\n')) {
        ++lineNumber;
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (Result<void> taken = take(line, Text::tr("“%1”, line %2").arg(path).arg(lineNumber)); !taken)
            return taken;
    }
    return {};
}
} // namespace

bool naturallyLess(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QStringView da = digitsAt(a, i);
            const QStringView db = digitsAt(b, j);
            const QStringView na = withoutZeros(da);
            const QStringView nb = withoutZeros(db);
            if (na.size() != nb.size())
                return na.size() < nb.size();
            if (const int order = na.compare(nb); order != 0)
                return order < 0;
            i += da.size();
            j += db.size();
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    if (i < a.size() || j < b.size())
        return j < b.size();
    return a.compare(b) < 0;
}

std::optional<qint64> timestampOf(const QString& name)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"((?:^|[^0-9.])(?:([0-9]{19})|([0-9]{16})|([0-9]{13})|([0-9]{9,10}\.[0-9]{1,9}))$)"));
    const QRegularExpressionMatch match = pattern.match(name);
    const auto inUnits = [&match](int group, qint64 unit_ns) -> std::optional<qint64> {
        const qint64 count = match.captured(group).toLongLong();
        return count > latest_ns / unit_ns ? std::nullopt : std::optional(count * unit_ns);
    };
    std::optional<qint64> time;
    if (match.hasCaptured(1))
        time = inUnits(1, 1);
    else if (match.hasCaptured(2))
        time = inUnits(2, 1000);
    else if (match.hasCaptured(3))
        time = inUnits(3, 1'000'000);
    else if (match.hasCaptured(4))
        time = nanoseconds(match.captured(4));
    if (!time || *time < earliest_ns || *time > latest_ns)
        return std::nullopt;
    return time;
}

Result<std::vector<std::optional<qint64>>> readNumberedTimes(const QString& path)
{
    std::vector<std::optional<qint64>> times;
    const Result<void> read = eachLine(path, [&times](const QString& line, const QString& place) -> Result<void> {
        const auto time = line.contains(u':') ? calendarTime(line) : nanoseconds(line);
        if (!time && !line.isEmpty())
            return failure(Text::tr("%1: a time was expected, but there is “%2”.").arg(place, line.left(40)));
        times.push_back(time);
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return times;
}

Result<std::vector<qint64>> readTimes(const QString& path)
{
    const auto numbered = readNumberedTimes(path);
    if (!numbered)
        return tl::unexpected(numbered.error());
    std::vector<qint64> times;
    for (const std::optional<qint64>& time : *numbered)
        if (time)
            times.push_back(*time);
    return times;
}

Result<std::vector<Eigen::Isometry3d>> readPoses(const QString& path)
{
    std::vector<Eigen::Isometry3d> poses;
    const Result<void> read = eachLine(path, [&poses](const QString& line, const QString& place) -> Result<void> {
        if (line.isEmpty())
            return {};
        const QStringList fields = line.split(u' ', Qt::SkipEmptyParts);
        Eigen::Matrix<double, 3, 4, Eigen::RowMajor> rows = Eigen::Matrix<double, 3, 4>::Zero();
        bool isPose = fields.size() == 12;
        for (Eigen::Index i = 0; i < 12 && isPose; ++i)
            rows.data()[i] = fields[i].toDouble(&isPose);
        const Eigen::Matrix3d rotation = rows.leftCols<3>();
        if (!isPose || !rows.allFinite() || !(rotation * rotation.transpose()).isIdentity(1e-2))
            return failure(
                Text::tr("%1: a pose of 12 numbers was expected: three rows of a rotation and a place.").arg(place));
        Eigen::Isometry3d pose = Eigen::Isometry3d::Identity();
        // To the nearest rotation, so that inverse and product stay rigid whatever the digits in the file.
        pose.linear() = Eigen::Quaterniond(rotation).normalized().toRotationMatrix();
        pose.translation() = rows.col(3);
        poses.push_back(pose);
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return poses;
}

QString pictureIn(const QString& folder, const QString& frame)
{
    for (const char16_t* suffix : {u".jpg", u".png", u".jpeg", u".JPG", u".PNG"})
        if (const QString path = folder + u'/' + frame + QString::fromUtf16(suffix); QFileInfo(path).isFile())
            return path;
    return {};
}

Result<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Text::tr("“%1” cannot be read: %2.").arg(path, file.errorString()));
    // Text beside clouds is small; a file of gigabytes by that name is something else.
    constexpr qint64 most = 256 * 1024 * 1024;
    if (file.size() > most)
        return failure(Text::tr("“%1” is too large for a text file.").arg(path));
    return file.readAll();
}

} // namespace lunkuo
