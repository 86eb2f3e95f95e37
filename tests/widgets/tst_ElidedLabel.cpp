#include "widgets/ElidedLabel.h"

#include <QTest>

using namespace lunkuo;

/// Words that do not fit end before the edge.
class ElidedLabelTest : public QObject
{
    Q_OBJECT

    /// The columns at the right that nothing is written on.
    static int emptyAtTheRight(const QImage& picture)
    {
        for (int x = picture.width() - 1; x >= 0; --x)
            for (int y = 0; y < picture.height(); ++y)
                if (picture.pixel(x, y) != picture.pixel(0, 0))
                    return picture.width() - 1 - x;
        return picture.width();
    }

private slots:
    void wordsThatFitAreWrittenAsTheyAre()
    {
        ElidedLabel elided;
        QLabel plain;
        for (QLabel* label : {static_cast<QLabel*>(&elided), &plain}) {
            label->setText(QStringLiteral("Click a car"));
            label->resize(200, 20);
        }
        QCOMPARE(elided.grab().toImage(), plain.grab().toImage());
    }

    void wordsThatDoNotFitEndInDots()
    {
        ElidedLabel elided;
        elided.setText(QStringLiteral("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"));
        elided.resize(100, 20);
        const QString shown = elided.fontMetrics().elidedText(elided.text(), Qt::ElideRight, 100);
        QVERIFY(shown.endsWith(QChar(0x2026)));
        QLabel same(shown);
        same.resize(100, 20);
        QCOMPARE(elided.grab().toImage(), same.grab().toImage());
        QVERIFY(emptyAtTheRight(elided.grab().toImage()) > 0);
    }
};

QTEST_MAIN(ElidedLabelTest)
#include "tst_ElidedLabel.moc"
