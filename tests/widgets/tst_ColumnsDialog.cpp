#include "model/cloud/TextFormat.h"
#include "tests/support/CloudFiles.h"
#include "widgets/ColumnsDialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// The dialog, and what a person does in it.
struct Asked
{
    ColumnsDialog dialog;

    explicit Asked(const QString& path)
        : dialog(path)
    {
        dialog.show();
    }
    [[nodiscard]] QTableWidget* table() const { return dialog.findChild<QTableWidget*>(); }
    [[nodiscard]] QPushButton* accept() const { return dialog.findChild<QPushButton*>(QStringLiteral("accept")); }
    [[nodiscard]] QString choices() const
    {
        QStringList chosen;
        for (const QString& column : dialog.layoutChosen().columns)
            chosen.push_back(column.isEmpty() ? QStringLiteral("-") : column);
        return chosen.join(u' ');
    }
    void choose(int column, const char* field) const
    {
        auto* box = qobject_cast<QComboBox*>(table()->cellWidget(0, column));
        box->setCurrentIndex(box->findData(QString::fromLatin1(field)));
    }
};
} // namespace

class ColumnsDialogTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void cleanup() { setTextLayouts({}); }

    void startsFromTheGuess()
    {
        const Asked asked(m_folder.write(QStringLiteral("a.csv"), "t,x,y,z,amplitude\n1,2,3,4,5\n6,7,8,9,10\n"));
        QCOMPARE(asked.choices(), QStringLiteral("time x y z amplitude"));
        QCOMPARE(asked.table()->item(1, 1)->text(), QStringLiteral("2"));
        QCOMPARE(asked.table()->item(2, 4)->text(), QStringLiteral("10"));
        QCOMPARE(asked.dialog.findChild<QSpinBox*>()->value(), 1);
        QVERIFY(asked.accept()->isEnabled());
    }

    void columnsAreSaid()
    {
        const QString path = m_folder.write(QStringLiteral("b.txt"), "car 1 2 3 9\nbus 4 5 6 8\n");
        const Asked asked(path);
        QCOMPARE(asked.choices(), QStringLiteral("- x y z -"));
        asked.choose(1, "z");
        QVERIFY2(!asked.accept()->isEnabled(), "there is no x any more");
        asked.choose(3, "x");
        asked.choose(4, "intensity");
        QVERIFY(asked.accept()->isEnabled());
        QTest::mouseClick(asked.accept(), Qt::LeftButton);
        QCOMPARE(asked.dialog.result(), int(QDialog::Accepted));
        const auto cloud = readTextAs(path, asked.dialog.layoutChosen());
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(pictureOf(*cloud), QStringLiteral("3 2 1 intensity=9|6 5 4 intensity=8"));
        addTextLayout(asked.dialog.key(), asked.dialog.layoutChosen());
        QCOMPARE(Asked(path).choices(), QStringLiteral("- z y x intensity"));
    }

    void linesAreSkippedAndSeparatorsChanged()
    {
        const Asked asked(m_folder.write(QStringLiteral("c.txt"), "some words, and more\n1,2 3,4 5,6\n"));
        auto* separator = asked.dialog.findChild<QComboBox*>(QStringLiteral("separator"));
        separator->setCurrentIndex(separator->findData(QStringLiteral(",")));
        asked.dialog.findChild<QSpinBox*>()->setValue(1);
        QCOMPARE(asked.table()->columnCount(), 4);
        QCOMPARE(asked.table()->item(1, 1)->text(), QStringLiteral("2 3"));
        for (const auto& [column, field] : {std::pair{0, "x"}, std::pair{1, "y"}, std::pair{2, "z"}})
            asked.choose(column, field);
        QVERIFY2(!asked.accept()->isEnabled(), "“2 3” is no number");
        QVERIFY(asked.accept()->toolTip().contains(u"2 3"));
    }

    /// What the reader takes is what may be accepted.
    void theReaderDecides_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words"); ///< of the refusal
        QTest::newRow("quotes") << QByteArray("\"1\",\"2\",\"3\"\n") << QString();
        QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf"
                                                         "1 2 3\n")
                                           << QString();
        QTest::newRow("a word below") << QByteArray("1 2 3\n") + QByteArray("4 5 6\n").repeated(40) + "a b c\n"
                                      << QStringLiteral("line 42: “a” is not a number. Are there lines to skip?");
    }
    void theReaderDecides()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const Asked asked(m_folder.write(QStringLiteral("r.txt"), text));
        QCOMPARE(asked.choices(), QStringLiteral("x y z"));
        QVERIFY2(asked.accept()->toolTip().endsWith(words), qPrintable(asked.accept()->toolTip()));
        QCOMPARE(asked.accept()->isEnabled(), words.isEmpty());
    }

    void whatCannotBeReadIsSaid()
    {
        const Asked asked(m_folder.path(QStringLiteral("none.txt")));
        QVERIFY(!asked.accept()->isEnabled());
        QVERIFY(asked.accept()->toolTip().contains(u"does not exist"));
    }
};

QTEST_MAIN(ColumnsDialogTest)
#include "tst_ColumnsDialog.moc"
