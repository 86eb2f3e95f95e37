#include "widgets/SteadyLabel.h"

#include "tests/support/EventCount.h"

#include <QHBoxLayout>
#include <QTest>

using namespace lunkuo;

class SteadyLabelTest : public QObject
{
    Q_OBJECT

    struct Row
    {
        Row()
        {
            auto* layout = new QHBoxLayout(&window);
            layout->addWidget(label);
            layout->addStretch();
            label->write(QStringLiteral("frame 1 / 200"));
            window.show();
            QCoreApplication::processEvents();
        }

        QWidget window;
        SteadyLabel* label = new SteadyLabel;
    };

private slots:
    void otherWordsLayNothingOutAnew()
    {
        Row row;
        const test::EventCount layouts(row.window, QEvent::LayoutRequest);
        row.label->write(QStringLiteral("frame 2 / 20"));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(row.label->text(), QStringLiteral("frame 2 / 20"));
        QCOMPARE(layouts.count(), 0);
    }

    void longerWordsGetTheirRoomAndKeepIt()
    {
        Row row;
        const int before = row.label->width();
        row.label->write(QStringLiteral("frame 1,000,000 / 2,000,000"));
        QCoreApplication::sendPostedEvents();
        QVERIFY(row.label->width() > before);
        QVERIFY(row.label->width() >= row.label->sizeHint().width());
        const int wide = row.label->width();
        row.label->write(QStringLiteral("frame 1 / 2"));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(row.label->width(), wide);
    }

    void roomIsKeptForWordsToCome()
    {
        Row row;
        row.label->keepRoomFor(QStringLiteral("x −000.00 y −000.00 z −00.00"));
        QCoreApplication::sendPostedEvents();
        const test::EventCount layouts(row.window, QEvent::LayoutRequest);
        row.label->write(QStringLiteral("x −100.00 y −100.00 z −10.00"));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(layouts.count(), 0);
    }

    void aLargerFontMakesItGrow()
    {
        Row row;
        const QSize before = row.label->size();
        QFont font = row.label->font();
        font.setPointSizeF(2.0 * font.pointSizeF());
        row.label->setFont(font);
        QCoreApplication::sendPostedEvents();
        QVERIFY(row.label->width() > before.width());
        QVERIFY(row.label->height() > before.height());
        font.setPointSizeF(0.5 * font.pointSizeF());
        row.label->setFont(font);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(row.label->size(), before);
    }
};

QTEST_MAIN(SteadyLabelTest)
#include "tst_SteadyLabel.moc"
