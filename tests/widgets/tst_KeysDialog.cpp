#include "widgets/KeysDialog.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

using namespace lunkuo;

class KeysDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QMenu> m_menu;
    QList<QAction*> m_actions;
    std::unique_ptr<ShortcutTable> m_shortcuts;
    std::unique_ptr<KeysDialog> m_dialog;

    void search(const QString& words) const
    {
        auto* field = m_dialog->findChild<QLineEdit*>();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, words);
    }

    /// "Group: what = keys · what = keys" of what is shown, a line for each group.
    [[nodiscard]] QStringList picture() const
    {
        const auto* tree = m_dialog->findChild<QTreeWidget*>();
        QStringList groups;
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            const QTreeWidgetItem* group = tree->topLevelItem(i);
            QStringList rows;
            for (int j = 0; j < group->childCount(); ++j)
                if (!group->child(j)->isHidden())
                    rows << group->child(j)->text(0) + QStringLiteral(" = ") + group->child(j)->text(1);
            if (!group->isHidden())
                groups << group->text(0) + QStringLiteral(": ") + rows.join(QStringLiteral(" · "));
        }
        return groups;
    }

private slots:
    void init()
    {
        m_menu = std::make_unique<QMenu>(QStringLiteral("&Sequence"));
        QAction* next = m_menu->addAction(QStringLiteral("&Next frame…"));
        next->setShortcuts({Qt::Key_PageDown, Qt::Key_Period});
        QAction* keyless = m_menu->addAction(QStringLiteral("Count"));
        m_actions = {next, keyless};
        next->setObjectName(QStringLiteral("frameNext"));
        keyless->setObjectName(QStringLiteral("count"));
        m_dialog.reset();
        m_shortcuts = std::make_unique<ShortcutTable>();
        for (QAction* action : m_actions)
            m_shortcuts->add(action);
        m_dialog = std::make_unique<KeysDialog>(*m_shortcuts, Taxonomy::load(QStringLiteral("lunkuo")).value());
        m_dialog->show();
    }

    void actionsStandUnderTheirMenu()
    {
        search(QStringLiteral("next frame"));
        QCOMPARE(picture(), QStringList{QStringLiteral("Sequence: Next frame = PgDown or .")});
        search(QStringLiteral("sequence"));
        QCOMPARE(picture().size(), 1);
        QVERIFY2(!picture().join(u'\n').contains(QStringLiteral("Count")), "an action without a key is listed");
    }

    void classesAndAttributesHaveTheirKeys()
    {
        search(QStringLiteral("truck"));
        QVERIFY2(
            picture().join(u'\n').contains(QStringLiteral("Classes: Truck = 3")), qPrintable(picture().join(u'\n')));
        search(QStringLiteral("on or off"));
        QCOMPARE(picture().size(), 1);
    }

    void findsByKeyAndByMouse()
    {
        search(QStringLiteral("alt+click"));
        QCOMPARE(picture(), QStringList{QStringLiteral("Outline tool: Not this object = Alt+click")});
        search(QStringLiteral("PGDOWN"));
        QCOMPARE(picture().size(), 1);
    }

    void saysWhenNothingIsFound()
    {
        search(QStringLiteral("zzzz"));
        QVERIFY(picture().isEmpty());
        QVERIFY(!m_dialog->findChild<QTreeWidget*>()->isVisible());
        QVERIFY(m_dialog->findChild<QLabel*>()->isVisible());
        search({});
        QVERIFY(picture().size() > 5);
        QVERIFY(m_dialog->findChild<QTreeWidget*>()->isVisible());
    }

    void showsTheKeysOfTheMoment()
    {
        search(QStringLiteral("frame"));
        m_shortcuts->setKeys(QStringLiteral("frameNext"), {Qt::Key_F12});
        QVERIFY(picture().contains(QStringLiteral("Sequence: Next frame = F12")));
    }

    void goesOntoOnePage()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("keys.pdf"));
        QVERIFY(m_dialog->printTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF"));
        QCOMPARE(bytes.count("/Type /Page\n"), 1);
        QVERIFY(!m_dialog->printTo(folder.filePath(QStringLiteral("no/such/folder.pdf"))));
    }

    void outlivesItsActions()
    {
        m_menu.reset();
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(m_dialog.get(), &change);
        search(QStringLiteral("sequence"));
        QTRY_VERIFY(picture().isEmpty());
    }

    void followsLanguageAndActions()
    {
        search(QStringLiteral("pgdown"));
        m_actions.front()->setText(QStringLiteral("下一帧"));
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/translations/lunkuo_zh_CN.qm")));
        QCoreApplication::installTranslator(&translator);
        QTRY_VERIFY(picture().join(u'\n').contains(QStringLiteral("下一帧")));
        QVERIFY2(picture().size() == 1, "the search was forgotten");
    }
};

QTEST_MAIN(KeysDialogTest)
#include "tst_KeysDialog.moc"
