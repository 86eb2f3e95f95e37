#include "model/formats/KittiTracklets.h"

#include <QCoreApplication>
#include <QLocale>
#include <QXmlStreamReader>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiTracklets)
};

using Pose = KittiTracklet::Pose;

class Reader
{
public:
    explicit Reader(const QByteArray& text)
        : m_xml(text)
    {
    }

    Result<KittiTracklets> read(const QString& path)
    {
        KittiTracklets result;
        bool found = false;
        const bool isArchive = m_xml.readNextStartElement() && m_xml.name() == u"boost_serialization";
        while (isArchive && m_xml.readNextStartElement())
            if (m_xml.name() == u"tracklets") {
                found = true;
                readTracklets(result);
            } else {
                m_xml.skipCurrentElement();
            }
        if (m_xml.hasError())
            return failure(Text::tr("“%1”, line %2: %3").arg(path).arg(m_xml.lineNumber()).arg(m_xml.errorString()));
        if (!found)
            return failure(
                Text::tr("“%1”, line 1: KITTI's tracklets (boost_serialization, tracklets) were expected.").arg(path));
        return result;
    }

private:
    void readTracklets(KittiTracklets& into)
    {
        while (m_xml.readNextStartElement())
            if (m_xml.name() == u"item")
                readTracklet(into);
            else
                m_xml.skipCurrentElement();
    }

    void readTracklet(KittiTracklets& into)
    {
        KittiTracklet tracklet;
        tracklet.line = m_xml.lineNumber();
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.name().toString();
            if (name == QLatin1String("objectType"))
                tracklet.type = m_xml.readElementText().trimmed();
            else if (name == QLatin1String("h"))
                tracklet.h = number();
            else if (name == QLatin1String("w"))
                tracklet.w = number();
            else if (name == QLatin1String("l"))
                tracklet.l = number();
            else if (name == QLatin1String("first_frame"))
                tracklet.firstFrame = wholeNumber();
            else if (name == QLatin1String("poses"))
                readPoses(tracklet, into.poseVersion);
            else if (name == QLatin1String("attributes"))
                readAttributes(tracklet.attributes);
            else
                m_xml.skipCurrentElement();
        }
        into.tracklets.push_back(std::move(tracklet));
    }

    void readPoses(KittiTracklet& tracklet, int& version)
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != u"item") {
                m_xml.skipCurrentElement();
                continue;
            }
            if (const auto said = m_xml.attributes().value(QLatin1String("version")); !said.isEmpty())
                version = said.toInt();
            tracklet.poses.push_back(readPose());
        }
    }

    Pose readPose()
    {
        static const std::array<QString, 6> numbers{QStringLiteral("tx"), QStringLiteral("ty"), QStringLiteral("tz"),
            QStringLiteral("rx"), QStringLiteral("ry"), QStringLiteral("rz")};
        Pose pose;
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.name().toString();
            const auto found = std::find(numbers.begin(), numbers.end(), name);
            if (found != numbers.end()) {
                const auto index = static_cast<Eigen::Index>(found - numbers.begin());
                (index < 3 ? pose.place : pose.angles)[index % 3] = number();
            } else if (name == QLatin1String("state")) {
                pose.state = wholeNumber();
            } else if (name == QLatin1String("occlusion")) {
                pose.occlusion = wholeNumber();
            } else if (name == QLatin1String("truncation")) {
                pose.truncation = wholeNumber();
            } else if (name == QLatin1String("attributes")) {
                readAttributes(pose.attributes);
            } else {
                m_xml.skipCurrentElement();
            }
        }
        return pose;
    }

    void readAttributes(std::map<QString, QString>& into)
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != u"attribute") {
                m_xml.skipCurrentElement();
                continue;
            }
            QString name;
            QString value;
            while (m_xml.readNextStartElement())
                if (m_xml.name() == u"name")
                    name = m_xml.readElementText();
                else if (m_xml.name() == u"value")
                    value = m_xml.readElementText();
                else
                    m_xml.skipCurrentElement();
            if (!name.isEmpty())
                into[name] = value;
        }
    }

    double number()
    {
        const QString name = m_xml.name().toString();
        bool isNumber = false;
        const double value = m_xml.readElementText().toDouble(&isNumber);
        if ((!isNumber || !std::isfinite(value)) && !m_xml.hasError())
            m_xml.raiseError(Text::tr("a number was expected as “%1”.").arg(name));
        return value;
    }

    int wholeNumber()
    {
        const double value = number();
        const double most = 1e9;
        return static_cast<int>(std::clamp(std::isfinite(value) ? value : 0.0, -most, most));
    }

    QXmlStreamReader m_xml;
};

QByteArray digits(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

void add(QByteArray& text, const char* tag, const QByteArray& value)
{
    text += QByteArray("<") + tag + '>' + value + "</" + tag + ">\n";
}

/// Text that is one in XML, too: there is no way to say other control characters.
QByteArray xmlText(QString text)
{
    text.removeIf([](QChar c) { return c < u' ' && c != u'\t' && c != u'\n'; });
    return text.toHtmlEscaped().toUtf8();
}

void addAttributes(QByteArray& text, const std::map<QString, QString>& attributes)
{
    if (attributes.empty())
        return;
    text += "<attributes>\n";
    for (const auto& [name, value] : attributes)
        text += "<attribute><name>" + xmlText(name) + "</name><value>" + xmlText(value) + "</value></attribute>\n";
    text += "</attributes>\n";
}

void addPose(QByteArray& text, const Pose& pose, TrackletDialect dialect)
{
    static constexpr std::array<const char*, 6> numbers{"tx", "ty", "tz", "rx", "ry", "rz"};
    for (std::size_t i = 0; i < numbers.size(); ++i)
        add(text, numbers[i], digits((i < 3 ? pose.place : pose.angles)[static_cast<Eigen::Index>(i % 3)]));
    add(text, "state", QByteArray::number(pose.state));
    add(text, "occlusion", QByteArray::number(pose.occlusion));
    add(text, "occlusion_kf", "0");
    add(text, "truncation", QByteArray::number(pose.truncation));
    add(text, "amt_occlusion", "-1");
    if (dialect == TrackletDialect::Kitti)
        add(text, "amt_occlusion_kf", "0");
    add(text, "amt_border_l", "-1");
    add(text, "amt_border_r", "-1");
    if (dialect != TrackletDialect::Kitti)
        add(text, "amt_occlusion_kf", "-1");
    add(text, "amt_border_kf", dialect == TrackletDialect::Kitti ? "0" : "-1");
    addAttributes(text, pose.attributes);
}

/// Only the first element of a kind says its class.
QByteArray opening(const char* tag, int classId, int version, bool isFirst)
{
    if (!isFirst)
        return QByteArray("<") + tag + ">\n";
    return QByteArray("<") + tag + " class_id=\"" + QByteArray::number(classId) + "\" tracking_level=\"0\" version=\"" +
           QByteArray::number(version) + "\">\n";
}
} // namespace

Result<KittiTracklets> parseKittiTracklets(const QByteArray& text, const QString& path)
{
    // KITTI's own files say standalone="true", which is no XML.
    QByteArray corrected = text;
    if (const qsizetype wrong = corrected.left(200).indexOf("standalone=\"true\""); wrong >= 0)
        corrected.replace(wrong, 17, "standalone=\"yes\"");
    return Reader(corrected).read(path);
}

QByteArray formatKittiTracklets(const std::vector<KittiTracklet>& tracklets, TrackletDialect dialect)
{
    const bool isKitti = dialect == TrackletDialect::Kitti;
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>\n"
                      "<!DOCTYPE boost_serialization>\n"
                      "<boost_serialization signature=\"serialization::archive\" version=\"9\">\n";
    text += opening("tracklets", 0, 0, true);
    add(text, "count", QByteArray::number(static_cast<qulonglong>(tracklets.size())));
    add(text, "item_version", "1");
    bool isFirstPose = true;
    for (std::size_t i = 0; i < tracklets.size(); ++i) {
        const KittiTracklet& tracklet = tracklets[i];
        text += opening("item", 1, 1, i == 0);
        add(text, "objectType", xmlText(tracklet.type));
        add(text, "h", digits(tracklet.h));
        add(text, "w", digits(tracklet.w));
        add(text, "l", digits(tracklet.l));
        add(text, "first_frame", QByteArray::number(tracklet.firstFrame));
        text += opening("poses", 2, 0, i == 0);
        add(text, "count", QByteArray::number(static_cast<qulonglong>(tracklet.poses.size())));
        add(text, "item_version", isKitti ? "2" : "0");
        for (const Pose& pose : tracklet.poses) {
            text += opening("item", 3, isKitti ? 2 : 1, std::exchange(isFirstPose, false));
            addPose(text, pose, dialect);
            text += "</item>\n";
        }
        text += "</poses>\n";
        add(text, "finished", "1");
        addAttributes(text, tracklet.attributes);
        text += "</item>\n";
    }
    return text + "</tracklets>\n</boost_serialization>\n";
}

} // namespace lunkuo
