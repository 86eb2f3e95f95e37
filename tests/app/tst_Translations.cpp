#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/// Every text of the interface exists in Simplified Chinese: what lupdate finds in the sources today has a finished
/// translation.
class TranslationsTest : public QObject
{
    Q_OBJECT

    struct Message
    {
        QString context;
        QString source;
        QString translation;
        bool finished = true;
    };

    static QList<Message> messagesOf(const QString& path)
    {
        QFile file(path);
        QList<Message> messages;
        if (!file.open(QIODevice::ReadOnly))
            return messages;
        QXmlStreamReader xml(&file);
        QString context;
        while (!xml.atEnd()) {
            if (!xml.readNextStartElement())
                continue;
            const auto name = xml.name();
            if (name == u"name")
                context = xml.readElementText();
            else if (name == u"message")
                messages << Message{context, {}, {}, true};
            else if (name == u"source")
                messages.last().source = xml.readElementText();
            else if (name == u"translation") {
                const auto type = xml.attributes().value(QStringLiteral("type"));
                messages.last().finished = type.isEmpty();
                messages.last().translation = xml.readElementText();
                if (type == u"vanished" || type == u"obsolete")
                    messages.removeLast();
            }
        }
        return messages;
    }

    static QList<Message> currentMessages(const QString& folder)
    {
        const QString updated = folder + QStringLiteral("/updated.ts");
        QFile::copy(QStringLiteral(LUNKUO_SOURCE_DIR "/resources/translations/lunkuo_zh_CN.ts"), updated);
        QFile::setPermissions(updated, QFile::ReadOwner | QFile::WriteOwner);
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUNKUO_LUPDATE),
            {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral(LUNKUO_SOURCE_DIR),
                QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"),
                QStringLiteral(LUNKUO_SOURCE_DIR "/app"), QStringLiteral(LUNKUO_SOURCE_DIR "/widgets"),
                QStringLiteral(LUNKUO_SOURCE_DIR "/render"), QStringLiteral(LUNKUO_SOURCE_DIR "/model"),
                QStringLiteral("-ts"), updated});
        if (!lupdate.waitForFinished(120000) || lupdate.exitCode() != 0)
            return {};
        return messagesOf(updated);
    }

private slots:
    void everyTextIsInChinese()
    {
        QTemporaryDir folder;
        const QList<Message> messages = currentMessages(folder.path());
        QVERIFY2(messages.size() > 50, "lupdate found next to nothing");
        QStringList wrong;
        for (const Message& message : messages)
            if (!message.finished || message.translation.isEmpty())
                wrong << QStringLiteral("%1: “%2” is not translated").arg(message.context, message.source);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void placeholdersSurviveTranslation()
    {
        QStringList wrong;
        const QList<Message> messages =
            messagesOf(QStringLiteral(LUNKUO_SOURCE_DIR "/resources/translations/lunkuo_zh_CN.ts"));
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages)
            for (int i = 1; i <= 9; ++i) {
                const QString mark = QStringLiteral("%%1").arg(i);
                if (message.source.contains(mark) != message.translation.contains(mark))
                    wrong << QStringLiteral("%1: %2 of “%3” in “%4”")
                                 .arg(message.context, mark, message.source, message.translation);
            }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_Translations.moc"
