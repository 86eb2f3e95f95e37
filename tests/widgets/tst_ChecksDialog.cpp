#include "widgets/ChecksDialog.h"

#include "tests/support/ProjectFolder.h"
#include "tests/support/Scenes.h"
#include "widgets/NumberBox.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace lunkuo;

namespace
{

struct Open
{
    explicit Open(Document& ofDocument, std::optional<CheckId> first = {})
        : dialog(ofDocument, first)
    {
        dialog.show();
    }

    ChecksDialog dialog;
    QTreeWidget* tree = dialog.findChild<QTreeWidget*>();

    NumberBox* box(const char* threshold)
    {
        return dialog.findChild<NumberBox*>(QStringLiteral("checks.") + QLatin1String(threshold));
    }
    QPushButton* button(const char* name)
    {
        return dialog.findChild<QPushButton*>(QStringLiteral("checks.") + QLatin1String(name));
    }
    QString said(const char* label)
    {
        return dialog.findChild<QLabel*>(QStringLiteral("checks.") + QLatin1String(label))->text();
    }
    QPushButton* ok() { return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok); }
    QTreeWidgetItem* item(const QString& title)
    {
        return tree->findItems(title, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }
    /// As a click on the square before the name does.
    void tick(const QString& title)
    {
        const QRect row = tree->visualItemRect(item(title));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, {row.left() + 9, row.center().y()});
    }
    void choose(const QString& title)
    {
        const QRect row = tree->visualItemRect(item(title));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, row.center());
    }
    void type(const char* threshold, const QString& number)
    {
        box(threshold)->selectAll();
        QTest::keyClicks(box(threshold), number);
    }
    /// "Floating or sunken, Jump": those that are marked.
    QString marked()
    {
        QStringList result;
        for (QTreeWidgetItemIterator it(tree); *it; ++it)
            if (!(*it)->text(1).isEmpty())
                result << (*it)->text(0);
        return result.join(QStringLiteral(", "));
    }
};

const CheckSettings& settingsOf(const Document& document)
{
    return document.scene().taxonomy.checks;
}

} // namespace

class ChecksDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void allChecksAreThere()
    {
        Document document({}, nullptr);
        Open open(document);
        int count = 0;
        for (QTreeWidgetItemIterator it(open.tree); *it; ++it)
            count += (*it)->parent() ? 1 : 0;
        QCOMPARE(count, int(checkNames().size()));
        QCOMPARE(open.marked(), QString());
        QVERIFY(!open.button("reset")->isEnabled());
        QVERIFY(!open.button("resetAll")->isEnabled());
    }

    void numbersAreTypedAsFineAsTheyAreMeant()
    {
        Document document({}, nullptr);
        Open open(document, CheckId::OffGround);
        open.type("height_m", QStringLiteral("0.35"));
        QCOMPARE(open.box("height_m")->value(), 0.35);
        QCOMPARE(open.box("height_m")->textFromValue(0.5), QStringLiteral("0.5"));
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QCOMPARE(limitOf(settingsOf(document), CheckId::OffGround, "height_m"), 0.35);
    }

    void aTypedNumberIsOneEditThatCanBeUndone()
    {
        Document document({}, nullptr);
        Open open(document, CheckId::OffGround);
        QCOMPARE(open.said("title"), QStringLiteral("Floating or sunken"));
        QCOMPARE(open.box("height_m")->text(), QStringLiteral("0.4 m"));
        QCOMPARE(open.said("usual.height_m"), QStringLiteral("as usual"));
        open.type("height_m", QStringLiteral("0.6"));
        QCOMPARE(open.said("usual.height_m"), QStringLiteral("changed; usually 0.4 m"));
        QCOMPARE(open.marked(), QStringLiteral("Floating or sunken"));
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QCOMPARE(open.dialog.result(), int(QDialog::Accepted));
        QCOMPARE(limitOf(settingsOf(document), CheckId::OffGround, "height_m"), 0.6);
        QCOMPARE(document.undoDepth(), 1);
        QVERIFY(document.undo());
        QVERIFY(settingsOf(document).empty());
    }

    void sharesAreTypedInPerCent()
    {
        Document document({}, nullptr);
        Open open(document, CheckId::Overlap);
        QCOMPARE(open.box("share")->text(), QStringLiteral("15 %"));
        open.type("share", QStringLiteral("20"));
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QCOMPARE(limitOf(settingsOf(document), CheckId::Overlap, "share"), 0.2);
    }

    void checksAreTurnedOffByTheirTicks()
    {
        Document document({}, nullptr);
        Open open(document);
        open.tick(QStringLiteral("Jump"));
        QCOMPARE(open.said("title"), QStringLiteral("Jump"));
        QVERIFY(!open.box("jump_m")->isEnabled());
        QVERIFY(open.dialog.findChild<QLabel*>(QStringLiteral("checks.off"))->isVisible());
        open.choose(QStringLiteral("Boxes overlap"));
        open.type("share", QStringLiteral("30"));
        QCOMPARE(open.marked(), QStringLiteral("Boxes overlap, Jump"));
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QVERIFY(!isOn(settingsOf(document), CheckId::Jump));
        QCOMPARE(document.undoDepth(), 1);
    }

    void oneCheckOrAllAreMadeAsUsual()
    {
        CheckPlan plan({});
        Document document({}, nullptr);
        plan.setLimit(CheckId::OffGround, "height_m", 0.7);
        plan.setOn(CheckId::Jump, false);
        plan.setOn(CheckId::Size, false);
        QVERIFY(plan.apply(document));
        Open open(document, CheckId::OffGround);
        QCOMPARE(open.marked(), QStringLiteral("Floating or sunken, Implausible size, Jump"));
        QTest::mouseClick(open.button("reset"), Qt::LeftButton);
        QCOMPARE(open.box("height_m")->value(), 0.4);
        QCOMPARE(open.marked(), QStringLiteral("Implausible size, Jump"));
        QTest::mouseClick(open.button("resetAll"), Qt::LeftButton);
        QCOMPARE(open.marked(), QString());
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QVERIFY(settingsOf(document).empty());
    }

    void cancelledOrUnchangedNothingIsEdited()
    {
        Document document({}, nullptr);
        Open open(document, CheckId::OffGround);
        open.type("height_m", QStringLiteral("2"));
        QTest::keyClick(&open.dialog, Qt::Key_Escape);
        QCOMPARE(open.dialog.result(), int(QDialog::Rejected));
        Open again(document, CheckId::OffGround);
        QTest::mouseClick(again.ok(), Qt::LeftButton);
        QCOMPARE(document.undoDepth(), 0);
    }

    void readOnlyItShowsButChangesNothing()
    {
        test::ProjectFolder folder;
        const QString path = folder.newProject()->path();
        const auto store = ProjectStore::open(path, ProjectStore::Access::ReadOnly).value();
        const auto document = test::documentOf(*store);
        Open open(*document, CheckId::OffGround);
        QVERIFY(!open.ok()->isEnabled());
        QVERIFY2(open.said("why").contains(u"read-only"), qPrintable(open.said("why")));
        QVERIFY(!open.box("height_m")->isEnabled());
        open.tick(QStringLiteral("Jump"));
        QCOMPARE(open.marked(), QString());
    }

    void aFailureIsSaidAndTheDialogStays()
    {
        class FullDisk : public EditLog
        {
            Result<void> append(const Edit&, Kind) override { return failure(QStringLiteral("The disk is full.")); }
        };
        Document document({}, std::make_unique<FullDisk>());
        Open open(document, CheckId::OffGround);
        open.type("height_m", QStringLiteral("0.6"));
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QVERIFY(open.dialog.isVisible());
        QCOMPARE(open.said("why"), QStringLiteral("The disk is full."));
        QVERIFY(settingsOf(document).empty());
    }
};

QTEST_MAIN(ChecksDialogTest)
#include "tst_ChecksDialog.moc"
