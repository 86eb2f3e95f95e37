#include "widgets/ShortcutsDialog.h"

#include "widgets/KeyField.h"

#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace lunkuo;

/// Changing keys by pressing them.
class ShortcutsDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<ShortcutTable> m_table;
    std::unique_ptr<ShortcutsDialog> m_dialog;

    void add(const QString& id, const QString& text, const QList<QKeySequence>& keys)
    {
        QAction* action = m_menu->addAction(text);
        action->setObjectName(id);
        action->setShortcuts(keys);
        m_table->add(action);
    }

    void choose(const QString& words)
    {
        auto* tree = m_dialog->findChild<QTreeWidget*>();
        const auto found = tree->findItems(words, Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY2(found.size() == 1, qPrintable(words));
        tree->setCurrentItem(found.front());
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_dialog->findChild<KeyField*>(), static_cast<Qt::Key>(key), modifiers);
    }

    QPushButton* button(const QString& name) { return m_dialog->findChild<QPushButton*>(name); }
    QString message() { return m_dialog->findChild<QLabel*>(QStringLiteral("message"))->text(); }

    /// "N F7": the keys of an action as they are in force.
    QString keys(const QString& id)
    {
        QStringList words;
        for (const QKeySequence& key : m_table->keysOf(id))
            words << key.toString();
        return words.join(u' ');
    }

private slots:
    void init()
    {
        m_dialog.reset();
        m_menu = std::make_unique<QMenu>(QStringLiteral("&Object"));
        m_table = std::make_unique<ShortcutTable>();
        add(QStringLiteral("flip"), QStringLiteral("&Turn round"), {Qt::Key_N});
        add(QStringLiteral("focus"), QStringLiteral("Focus…"), {Qt::Key_F});
        add(QStringLiteral("lock"), QStringLiteral("Lock"), {});
        m_dialog = std::make_unique<ShortcutsDialog>(*m_table, Taxonomy::load(QStringLiteral("lunkuo")).value());
        m_dialog->show();
    }

    void givesAnActionTheKeysThatArePressed()
    {
        choose(QStringLiteral("Lock"));
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(keys(QStringLiteral("lock")), QStringLiteral("Ctrl+Shift+L"));
        press(Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(keys(QStringLiteral("lock")), QStringLiteral("Ctrl+Shift+L ?"));
        press(Qt::Key_Shift, Qt::ShiftModifier);
        QCOMPARE(keys(QStringLiteral("lock")), QStringLiteral("Ctrl+Shift+L ?"));
    }

    void saysWhoHasTheKeyAndTakesItOnlyWhenTold()
    {
        choose(QStringLiteral("Lock"));
        press(Qt::Key_N);
        QCOMPARE(message(), QStringLiteral("N belongs to “Turn round”."));
        QCOMPARE(keys(QStringLiteral("lock")), QString());
        QVERIFY(button(QStringLiteral("transfer"))->isVisible());
        QTest::mouseClick(button(QStringLiteral("transfer")), Qt::LeftButton);
        QCOMPARE(keys(QStringLiteral("lock")), QStringLiteral("N"));
        QCOMPARE(keys(QStringLiteral("flip")), QString());
        QVERIFY(!button(QStringLiteral("transfer"))->isVisible());
    }

    void refusesWhatTheProjectAndTheToolsNeed_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("whose");
        QTest::addRow("class") << int(Qt::Key_3) << 0 << "3 belongs to class “Truck”. Press other keys.";
        QTest::addRow("attribute") << int(Qt::Key_T) << 0 << "T belongs to attribute “Towing”. Press other keys.";
        QTest::addRow("answer") << int(Qt::Key_Q) << int(Qt::ShiftModifier)
                                << "Shift+Q belongs to attribute “Lights”: off. Press other keys.";
        QTest::addRow("with Shift") << int(Qt::Key_Return) << int(Qt::ShiftModifier)
                                    << "Shift+Return belongs to the tools. Press other keys.";
        QTest::addRow("arrow") << int(Qt::Key_Left) << int(Qt::ControlModifier)
                               << "Ctrl+Left belongs to the tools. Press other keys.";
        QTest::addRow("tool") << int(Qt::Key_Return) << 0 << "Return belongs to the tools. Press other keys.";
    }
    void refusesWhatTheProjectAndTheToolsNeed()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        choose(QStringLiteral("Lock"));
        press(key, Qt::KeyboardModifiers(modifiers));
        QCOMPARE(keys(QStringLiteral("lock")), QString());
        QTEST(message(), "whose");
    }

    void takesAKeyAway()
    {
        choose(QStringLiteral("Focus"));
        for (QPushButton* each : m_dialog->findChildren<QPushButton*>())
            if (each->text().startsWith(QStringLiteral("F ")))
                QTest::mouseClick(each, Qt::LeftButton);
        QTRY_COMPARE(keys(QStringLiteral("focus")), QString());
    }

    void resetsOneAndAll()
    {
        m_table->setKeys(QStringLiteral("flip"), {Qt::Key_F12});
        m_table->setKeys(QStringLiteral("focus"), {Qt::Key_F11});
        choose(QStringLiteral("Turn round"));
        QTest::mouseClick(button(QStringLiteral("reset")), Qt::LeftButton);
        QCOMPARE(keys(QStringLiteral("flip")), QStringLiteral("N"));
        QCOMPARE(keys(QStringLiteral("focus")), QStringLiteral("F11"));
        QVERIFY(!button(QStringLiteral("reset"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("resetAll")), Qt::LeftButton);
        QCOMPARE(keys(QStringLiteral("focus")), QStringLiteral("F"));
    }

    void marksWhatIsTakenTwice()
    {
        m_table->setKeys(QStringLiteral("lock"), {Qt::Key_W});
        auto* tree = m_dialog->findChild<QTreeWidget*>();
        const auto row = tree->findItems(QStringLiteral("Lock"), Qt::MatchExactly | Qt::MatchRecursive).front();
        QVERIFY(row->text(1).startsWith(QStringLiteral("⚠")));
        QVERIFY2(row->toolTip(1).contains(QStringLiteral("Occlusion")), qPrintable(row->toolTip(1)));
    }

    void goesThroughAFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("keys.json"));
        m_table->setKeys(QStringLiteral("flip"), {Qt::Key_F12, QKeySequence(Qt::CTRL | Qt::Key_T)});
        m_table->setKeys(QStringLiteral("focus"), {});
        const QJsonObject json = m_table->toJson();
        QVERIFY(m_dialog->exportTo(path));
        m_table->resetAll();
        QCOMPARE(keys(QStringLiteral("focus")), QStringLiteral("F"));
        QVERIFY(m_dialog->importFrom(path));
        QCOMPARE(m_table->toJson(), json);
        QCOMPARE(keys(QStringLiteral("flip")), QStringLiteral("F12 Ctrl+T"));
        QCOMPARE(keys(QStringLiteral("focus")), QString());
    }

    void takesNoNonsense_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("no json") << QByteArray("keys");
        QTest::addRow("a list") << QByteArray("[1, 2]");
        QTest::addRow("no actions") << QByteArray(R"({"actions": 3})");
    }
    void takesNoNonsense()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("keys.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) >= 0);
        file.close();
        m_table->setKeys(QStringLiteral("lock"), {Qt::Key_F12});
        QVERIFY(!m_dialog->importFrom(file.fileName()));
        QCOMPARE(keys(QStringLiteral("lock")), QStringLiteral("F12"));
        QVERIFY(!m_dialog->importFrom(folder.filePath(QStringLiteral("missing.json"))));
    }

    void passesOverActionsAndKeysThatDoNotExist()
    {
        const QJsonObject json{{QStringLiteral("actions"),
            QJsonObject{{QStringLiteral("dance"), QJsonArray{QStringLiteral("D")}},
                {QStringLiteral("lock"), QJsonArray{QStringLiteral("Hyper+Q"), 7, QStringLiteral("F12")}}}}};
        QVERIFY(m_table->fromJson(json));
        QCOMPARE(keys(QStringLiteral("lock")), QStringLiteral("F12"));
    }
};

QTEST_MAIN(ShortcutsDialogTest)
#include "tst_ShortcutsDialog.moc"
