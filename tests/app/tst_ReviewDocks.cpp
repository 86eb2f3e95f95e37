#include "app/ReviewDocks.h"

#include "tests/app/OpenWindow.h"

#include <QDockWidget>
#include <QListView>

using namespace lunkuo;

/// The panel of a review in a window of the smallest size, as a person meets it.
class ReviewDocksTest : public QObject, test::OpenWindow
{
    Q_OBJECT

    void rejectAll()
    {
        std::vector<Change> changes;
        for (const auto& [id, shape] : scene().shapes) {
            Verdict verdict;
            verdict.id = session().document().newVerdictId();
            verdict.track = shape.track;
            verdict.frame = shape.frame;
            verdict.state = VerdictState::Rejected;
            changes.emplace_back(ValueChange<Verdict>{{}, verdict});
        }
        QVERIFY(session().document().edit(QStringLiteral("Reject"), std::move(changes)));
    }

private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void severalRowsOfWhatIsToDoAreSeen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh_CN";
    }
    void severalRowsOfWhatIsToDoAreSeen()
    {
        QFETCH(QString, language);
        applyLanguage(language);
        for (int i = 0; i < 5; ++i)
            addCar();
        rejectAll();
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        const auto* list = m_window->findChild<QListView*>(QStringLiteral("review.list"));
        QTRY_VERIFY(list->isVisible() && list->model()->rowCount() == 5);
        const int row_px = list->visualRect(list->model()->index(0, 0)).height();
        QTRY_VERIFY2(list->viewport()->height() >= 3 * row_px,
            qPrintable(QStringLiteral("%1 of %2").arg(list->viewport()->height()).arg(row_px)));
        const auto* about = m_window->findChild<QWidget*>(QStringLiteral("review.about"));
        QVERIFY2(about->height() >= 64, "what is said of one has its room too");
        QCOMPARE(m_window->size(), QSize(1280, 800));
    }
};

QTEST_MAIN(ReviewDocksTest)
#include "tst_ReviewDocks.moc"
