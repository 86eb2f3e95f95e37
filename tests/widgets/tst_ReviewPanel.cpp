#include "widgets/ReviewPanel.h"

#include "tests/support/ProjectFolder.h"
#include "tests/support/TwoCars.h"
#include "widgets/RowDelegate.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QListView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace lunkuo;

namespace
{

/// A panel on two cars in six frames.
struct Desk
{
    Document document{test::twoCars(), nullptr};
    Selection selection;
    FrameCache frames{document, QDir()};
    ReviewBoard board{{document, selection, frames}, [] { return QStringLiteral("Li"); }};
    ReviewPanel panel{document, board};

    Desk()
    {
        selection.setFrame({1});
        panel.show();
    }

    QListView& list() { return *panel.findChild<QListView*>(QStringLiteral("review.list")); }
    QString about() { return panel.findChild<QTextBrowser*>(QStringLiteral("review.about"))->toPlainText(); }
    void reject(qint64 track, qint64 frame, RejectReason reason)
    {
        QVERIFY(lunkuo::reject(document, {{frame}, {track}, {}}, {reason, {}, {}}, {QStringLiteral("Li"), 1}));
    }
    QString row(int number, int role = Qt::DisplayRole)
    {
        return list().model()->index(number, 0).data(role).toString();
    }
};

} // namespace

class ReviewPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void whatWaitsComesFirstForEither()
    {
        Desk desk;
        desk.reject(1, 4, RejectReason::TooLarge);
        desk.reject(2, 2, RejectReason::WrongClass);
        QVERIFY(answer(desk.document, desk.document.scene().verdicts.of({2}, {2})->id, {}, {}));
        QCOMPARE(desk.list().model()->rowCount(), 2);
        QVERIFY(desk.row(0).endsWith(u" 1"));
        QVERIFY(desk.row(0, RowDetailRole).startsWith(u"box too large"));
        desk.board.setMode(WorkMode::Reviewing);
        QVERIFY(desk.row(0).endsWith(u" 2"));
        QVERIFY(!desk.list().model()->index(0, 0).data(RowTentativeRole).toBool());
        QVERIFY(desk.list().model()->index(1, 0).data(RowTentativeRole).toBool());
    }

    void aClickGoesThere()
    {
        Desk desk;
        desk.reject(1, 4, RejectReason::TooLarge);
        QTRY_VERIFY(desk.list().isVisible());
        emit desk.list().clicked(desk.list().model()->index(0, 0));
        QCOMPARE(desk.selection.frame(), FrameId{4});
        QCOMPARE(desk.selection.shape(), ShapeId{14});
    }

    void tellsWhatHasChangedSince()
    {
        Desk desk;
        desk.reject(1, 1, RejectReason::TooLarge);
        desk.selection.setShape({11});
        QTRY_VERIFY(desk.about().contains(u"Nothing has changed"));
        const Shape before = desk.document.scene().shapes.at({11});
        Shape after = before;
        after.cuboid.size.x() = 3.7;
        QVERIFY(desk.document.edit(QStringLiteral("mend"), {ValueChange<Shape>{before, after}}));
        QTRY_VERIFY2(desk.about().contains(u"length"), qPrintable(desk.about()));
        QVERIFY(desk.about().contains(u"rejected by Li"));
    }

    void tellsWhoHasAnsweredAndHow()
    {
        Desk desk;
        desk.board.setMode(WorkMode::Reviewing);
        desk.reject(1, 1, RejectReason::FalseObject);
        desk.reject(2, 1, RejectReason::TooSmall);
        QVERIFY(answer(desk.document, desk.document.scene().verdicts.of({2}, {1})->id, {}, {QStringLiteral("王"), 5}));
        desk.selection.setShape({21});
        QTRY_VERIFY2(desk.about().contains(u"王 says that it is mended"), qPrintable(desk.about()));
        const Verdict before = *desk.document.scene().verdicts.of({1}, {1});
        Verdict after = before;
        after.state = VerdictState::Answered;
        after.annotator = QStringLiteral("王");
        QVERIFY(desk.document.edit(QStringLiteral("delete"),
            {ValueChange<Shape>{desk.document.scene().shapes.at({11}), {}}, ValueChange<Verdict>{before, after}}));
        desk.board.goTo({{1}, {1}, {}});
        QTRY_VERIFY2(desk.about().contains(u"王 has deleted it"), qPrintable(desk.about()));
    }

    void whatWasAcceptedAndChangedSaysSo()
    {
        test::ProjectFolder folder;
        const auto store = ProjectStore::create(folder.newPath(), test::twoCars()).value();
        const auto document = test::documentOf(*store);
        Selection selection;
        FrameCache frames(*document, QDir());
        ReviewBoard board({*document, selection, frames}, [] { return QStringLiteral("Li"); });
        ReviewPanel panel(*document, board);
        panel.setHistory(*store);
        panel.show();
        selection.setFrame({1});
        selection.setShape({11});
        const auto about = [&panel] {
            return panel.findChild<QTextBrowser*>(QStringLiteral("review.about"))->toPlainText();
        };
        QTRY_VERIFY2(about().contains(u"It has no verdict now"), qPrintable(about()));
        QVERIFY(accept(*document, ReviewSubject{{1}, {1}, {}}, {QStringLiteral("李"), 1}));
        const Shape before = document->scene().shapes.at({11});
        Shape after = before;
        after.cuboid.size.x() += 0.5;
        QVERIFY(document->edit(QStringLiteral("longer"), {ValueChange<Shape>{before, after}}));
        QTRY_VERIFY2(about().contains(u"李 had accepted it"), qPrintable(about()));
        QVERIFY2(about().contains(u"length"), qPrintable(about()));
        QVERIFY(document->edit(QStringLiteral("back"), {ValueChange<Shape>{after, before}}));
        QTRY_VERIFY2(about().contains(u"the same again"), qPrintable(about()));
    }

    void theOrderIsTheReviewers()
    {
        Desk desk;
        desk.board.setMode(WorkMode::Reviewing);
        auto* order = desk.panel.findChild<QComboBox*>(QStringLiteral("review.order"));
        auto* percent = desk.panel.findChild<QDoubleSpinBox*>(QStringLiteral("review.percent"));
        QCOMPARE(order->findData(int(ReviewOrder::ByFinding)), -1);
        QVERIFY(!percent->isVisible());
        order->setCurrentIndex(order->findData(int(ReviewOrder::Sample)));
        emit order->activated(order->currentIndex());
        QVERIFY(percent->isVisible());
        QCOMPARE(desk.board.queue().plan().order, ReviewOrder::Sample);
        percent->setValue(50);
        emit percent->editingFinished();
        QCOMPARE(desk.board.queue().count(), 6);
        desk.board.queue().setFindings([] { return std::vector<ReviewSubject>(); });
        desk.board.setMode(WorkMode::Annotating);
        desk.board.setMode(WorkMode::Reviewing);
        QVERIFY(order->findData(int(ReviewOrder::ByFinding)) >= 0);
    }

    void whatIsNotOfTheNewOrderIsLeft()
    {
        Desk desk;
        desk.board.setMode(WorkMode::Reviewing);
        auto* order = desk.panel.findChild<QComboBox*>(QStringLiteral("review.order"));
        desk.board.queue().setFindings([] { return std::vector<ReviewSubject>{{{1}, {1}, {}}}; });
        desk.board.setMode(WorkMode::Annotating);
        desk.board.setMode(WorkMode::Reviewing);
        const auto choose = [&](ReviewOrder wanted) {
            order->setCurrentIndex(order->findData(int(wanted)));
            emit order->activated(order->currentIndex());
        };
        desk.board.goTo({{1}, {1}, {}});
        choose(ReviewOrder::ByFinding);
        QVERIFY2(desk.board.subject() && desk.board.subject()->track == TrackId{1}, "it is of this order");
        choose(ReviewOrder::ByFrame);
        desk.board.goTo({{2}, {2}, {}});
        choose(ReviewOrder::ByFinding);
        QVERIFY(!desk.board.subject());
        QVERIFY(desk.board.acceptAndGoOn());
        QVERIFY2(desk.document.scene().verdicts.empty(), "the first key only goes there");
        QCOMPARE(desk.board.subject()->track, TrackId{1});
    }

    void eachModeHasItsButtons()
    {
        Desk desk;
        QAction accept;
        QAction answerIt;
        desk.panel.addButton(WorkMode::Reviewing, &accept);
        desk.panel.addButton(WorkMode::Annotating, &answerIt);
        const auto shown = [&] {
            int count = 0;
            for (const auto* button : desk.panel.findChildren<QToolButton*>())
                count += button->isVisible() ? (button->defaultAction() == &accept ? 10 : 1) : 0;
            return count;
        };
        QCOMPARE(shown(), 1);
        desk.board.setMode(WorkMode::Reviewing);
        QCOMPARE(shown(), 10);
    }
};

QTEST_MAIN(ReviewPanelTest)
#include "tst_ReviewPanel.moc"
