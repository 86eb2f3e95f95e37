#include "model/scene/Taxonomy.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{

/// Written with single quotes.
QJsonObject json(const char* text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

} // namespace

class TaxonomyTest : public QObject
{
    Q_OBJECT
private slots:
    void presetsLoadAndSurviveJson_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : Taxonomy::presets())
            QTest::newRow(qPrintable(name)) << name;
    }
    void presetsLoadAndSurviveJson()
    {
        QFETCH(QString, name);
        const auto taxonomy = Taxonomy::load(name);
        QVERIFY2(taxonomy, taxonomy ? "" : qPrintable(taxonomy.error().sentence));
        QCOMPARE(taxonomy->id, name);
        QVERIFY(!taxonomy->classes.empty());
        for (const ClassDef& c : taxonomy->classes)
            QVERIFY2(!c.name.zh.isEmpty() && !c.name.en.isEmpty(), qPrintable(c.id));
        const auto again = Taxonomy::fromJson(taxonomy->toJson(), name);
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(again->toJson(), taxonomy->toJson());
    }

    void thresholdsOfChecksSurviveJson()
    {
        auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
        QVERIFY(taxonomy);
        QVERIFY(!taxonomy->toJson().contains(u"checks"));
        const auto set = [&taxonomy](const QString& check, bool isOn, const std::map<QString, double>& thresholds) {
            taxonomy->checks[{check}] = {{check}, isOn, thresholds};
        };
        set(QStringLiteral("offGround"), true, {{QStringLiteral("height_m"), 0.25}});
        set(QStringLiteral("unlabelled"), false, {});
        set(QStringLiteral("jump"), false, {{QStringLiteral("jump_m"), 1.0 / 3.0}});
        const auto again = Taxonomy::fromJson(taxonomy->toJson(), QStringLiteral("memory"));
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(again->checks.size(), std::size_t(3));
        QVERIFY(again->checks == taxonomy->checks);
    }

    void everyValueOfACarHasItsKey()
    {
        const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
        QVERIFY(taxonomy);
        for (const AttributeDef& a : taxonomy->attributes) {
            if (!a.appliesTo(QStringLiteral("Car")))
                continue;
            for (const AttributeChoice& choice : a.choices)
                QVERIFY2(!choice.hotkey.isEmpty(), qPrintable(a.id + choice.value));
            QVERIFY2(a.type != AttributeDef::Type::Flag || !a.hotkey.isEmpty(), qPrintable(a.id));
        }
    }

    void missingNamesTheRequiredWithoutValue()
    {
        const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
        QVERIFY(taxonomy);
        QCOMPARE(taxonomy->missing(QStringLiteral("Car"), {}, {}),
            QStringList({QStringLiteral("occlusion"), QStringLiteral("motion")}));
        const AttributeValues ticked{
            {QStringLiteral("occlusion"), QStringLiteral("0")}, {QStringLiteral("motion"), QStringLiteral("flying")}};
        QCOMPARE(taxonomy->missing(QStringLiteral("Car"), {}, ticked), QStringList({QStringLiteral("motion")}));
    }

    void valuesAreCheckedAgainstTheirType_data()
    {
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("flag") << "towing" << QJsonValue(true) << true;
        QTest::newRow("flag as text") << "towing" << QJsonValue(QStringLiteral("yes")) << false;
        QTest::newRow("choice") << "motion" << QJsonValue(QStringLiteral("parked")) << true;
        QTest::newRow("unknown choice") << "motion" << QJsonValue(QStringLiteral("flying")) << false;
        QTest::newRow("text") << "note" << QJsonValue(QStringLiteral("脏")) << true;
        QTest::newRow("number as text") << "note" << QJsonValue(3) << false;
    }
    void valuesAreCheckedAgainstTheirType()
    {
        QFETCH(QString, attribute);
        QFETCH(QJsonValue, value);
        const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
        QVERIFY(taxonomy);
        QTEST(taxonomy->attribute(attribute)->accepts(value), "accepted");
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QJsonObject>("taxonomy");
        QTest::addColumn<QString>("word");
        const QJsonObject good =
            json("{'id':'t','classes':[{'id':'Car','color':'#112233','size':[4,2,1.5],'key':'1'}]}");
        const auto withAttribute = [&good](const char* attribute) {
            QJsonObject result = good;
            result[QStringLiteral("attributes")] = QJsonArray{json(attribute)};
            return result;
        };
        QTest::newRow("nothing") << QJsonObject() << "id";
        QTest::newRow("no class") << json("{'id':'t','classes':[]}") << "classes";
        QTest::newRow("colour") << json("{'id':'t','classes':[{'id':'Car','color':'red','size':[4,2,1]}]}") << "color";
        QTest::newRow("size") << json("{'id':'t','classes':[{'id':'Car','color':'#112233','size':[4,-2,1]}]}")
                              << "size";
        QTest::newRow("class twice") << json("{'id':'t','classes':[{'id':'A','color':'#112233','size':[4,2,1]},{'id':'"
                                             "A','color':'#112233','size':[4,2,1]}]}")
                                     << "A";
        QTest::newRow("reserved key") << withAttribute("{'id':'a','type':'flag','key':'F'}") << "F";
        QTest::newRow("unknown type") << withAttribute("{'id':'a','type':'colour'}") << "type";
        QTest::newRow("choice without choices") << withAttribute("{'id':'a','type':'choice'}") << "choices";
        QTest::newRow("misspelt member") << withAttribute("{'id':'a','type':'flag','requred':true}") << "requred";
        QTest::newRow("key as number") << withAttribute("{'id':'a','type':'flag','key':1}") << "key";
        QTest::newRow("required as text") << withAttribute("{'id':'a','type':'flag','required':'yes'}") << "required";
        QTest::newRow("classes no list") << withAttribute("{'id':'a','type':'flag','classes':'Car'}") << "classes";
        QTest::newRow("limit as text") << withAttribute("{'id':'a','type':'number','maximum':'9'}") << "maximum";
        QTest::newRow("limits of a flag")
            << withAttribute("{'id':'a','type':'flag','minimum':0,'maximum':1}") << "minimum";
        QTest::newRow("limits turned") << withAttribute("{'id':'a','type':'number','minimum':2,'maximum':1}")
                                       << "minimum";
        QTest::newRow("key of a number") << withAttribute("{'id':'a','type':'number','key':'Q'}") << "key";
        const auto withCheck = [&good](const char* check) {
            QJsonObject result = good;
            result[QStringLiteral("checks")] = json(check);
            return result;
        };
        QTest::newRow("unknown check") << withCheck("{'floats':{'height_m':1}}") << "floats";
        QTest::newRow("unknown threshold") << withCheck("{'offGround':{'metres':1}}") << "metres";
        QTest::newRow("threshold as text") << withCheck("{'offGround':{'height_m':'1'}}") << "height_m";
        QTest::newRow("threshold below zero") << withCheck("{'offGround':{'height_m':-1}}") << "height_m";
        QTest::newRow("threshold beyond all counts") << withCheck("{'trackGap':{'frames':1e300}}") << "frames";
        QTest::newRow("check neither on nor off") << withCheck("{'offGround':{'on':1}}") << "on";
        QTest::newRow("check no object") << withCheck("{'offGround':3}") << "offGround";
        QTest::newRow("attribute no object")
            << json("{'id':'t','classes':[{'id':'Car','color':'#112233','size':[4,2,1.5]}],'attributes':['a']}")
            << "attribute 1";
        QTest::newRow("unknown class") << withAttribute("{'id':'a','type':'flag','classes':['Cat']}") << "Cat";
        QTest::newRow("key twice")
            << withAttribute("{'id':'a','type':'choice','choices':[{'value':'x','key':'Q'},{'value':'y','key':'Q'}]}")
            << "Q";
        QTest::newRow("key twice for one class") << [&good] {
            QJsonObject result = good;
            result[QStringLiteral("attributes")] = QJsonArray{json("{'id':'a','type':'flag','key':'Q'}"),
                json("{'id':'b','type':'flag','key':'Q','classes':['Car']}")};
            return result;
        }() << "Q";
    }
    void damageIsNamed()
    {
        QFETCH(QJsonObject, taxonomy);
        QFETCH(QString, word);
        const auto result = Taxonomy::fromJson(taxonomy, QStringLiteral("mine.json"));
        QVERIFY(!result);
        QVERIFY2(result.error().sentence.contains(QStringLiteral("mine.json")), qPrintable(result.error().sentence));
        QVERIFY2(result.error().sentence.contains(word), qPrintable(result.error().sentence));
    }

    void unreadableFilesAreNamed()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"id\": ");
        file.close();
        for (const QString& bad : {path, folder.path(), folder.filePath(QStringLiteral("missing.json"))}) {
            const auto result = Taxonomy::load(bad);
            QVERIFY(!result);
            QVERIFY2(result.error().sentence.contains(bad), qPrintable(result.error().sentence));
        }
    }

    void namesFollowTheLanguage()
    {
        const LocalName name{QStringLiteral("Car"), QStringLiteral("轿车")};
        QCOMPARE(name.in(QStringLiteral("zh_CN")), QStringLiteral("轿车"));
        QCOMPARE(name.in(QStringLiteral("de_DE")), QStringLiteral("Car"));
        QCOMPARE((LocalName{QStringLiteral("Car"), {}}.in(QStringLiteral("zh_CN"))), QStringLiteral("Car"));
    }
};

QTEST_GUILESS_MAIN(TaxonomyTest)
#include "tst_Taxonomy.moc"
