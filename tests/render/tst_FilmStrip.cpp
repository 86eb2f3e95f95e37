#include "render/FilmStrip.h"

#include "tests/support/Convoy.h"
#include "tests/support/Themes.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace lunkuo;
using lunkuo::test::Convoy;

namespace
{

struct Open : Convoy
{
    explicit Open(const QString& row, qint64 frame)
        : Convoy(row)
    {
        strip.board().setPause(0);
        strip.setPalette(test::darkPalette());
        strip.resize(760, strip.sizeHint().height());
        selection.setFrame({frame});
        selection.setShape({frame});
        strip.show();
    }

    [[nodiscard]] bool isRead()
    {
        return QTest::qWaitFor([this] {
            for (const ShapeId id : strip.board().shown())
                if (!strip.board().points().points(scene().shapes.at(id).frame))
                    return false;
            return !strip.board().shown().empty();
        });
    }
    [[nodiscard]] QImage tile(qint64 shape)
    {
        return strip.grab(strip.tileOf({shape})).toImage().convertToFormat(QImage::Format_RGB32);
    }
    void say(qint64 shape, VerdictState state)
    {
        Verdict verdict;
        verdict.id = document->newVerdictId();
        verdict.frame = {shape};
        verdict.track = {1};
        verdict.state = state;
        QVERIFY(document->edit(QStringLiteral("say"), {ValueChange<Verdict>{{}, verdict}}));
    }

    FilmStrip strip{context()};
};

int countOf(const QImage& image, const QColor& color, const QRect& within)
{
    int count = 0;
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

int bright(const QImage& image)
{
    int count = 0;
    for (int y = 22; y < image.height(); ++y)
        for (int x = 4; x < image.width() - 4; ++x)
            count += qGray(image.pixel(x, y)) > 150 ? 1 : 0;
    return count;
}

const QColor rejectedColor(0xff, 0x6b, 0x61);
const QColor hereColor(0xff, 0xff, 0xff);

} // namespace

class FilmStripTest : public QObject
{
    Q_OBJECT
private slots:
    void eachTileShowsThePointsOfItsFrame()
    {
        Open open(QStringLiteral("KKKKKKKKK"), 5);
        QVERIFY(open.isRead());
        QCOMPARE(open.strip.board().shown().size(), 6u);
        for (const ShapeId id : open.strip.board().shown())
            QVERIFY2(bright(open.tile(id.value)) > 20, qPrintable(QString::number(id.value)));
    }

    void whatIsStillBeingReadSaysSo()
    {
        Open open(QStringLiteral("KKKKKKKKK"), 5);
        QVERIFY(!open.strip.board().shown().empty());
        QVERIFY(!open.strip.board().points().points({5}));
        const QImage image = open.tile(5);
        const QRect below(4, image.height() - 20, image.width() - 8, 16);
        QVERIFY(countOf(image, QColor(0xa9, 0xb3, 0xc0), below) > 5);
        QVERIFY(open.isRead());
    }

    void tilesStandSideBySideWithinTheStrip()
    {
        Open open(QStringLiteral("KKKKKKKKK"), 5);
        QVERIFY(open.isRead());
        for (const int width : {180, 500, 760, 1900}) {
            open.strip.resize(width, open.strip.height());
            QRect before;
            for (const ShapeId id : open.strip.board().shown()) {
                const QRect tile = open.strip.tileOf(id);
                QVERIFY2(open.strip.rect().contains(tile), qPrintable(QString::number(width)));
                QVERIFY(before.isNull() || before.right() < tile.left());
                before = tile;
            }
        }
        QVERIFY(open.strip.tileOf({99}).isNull());
    }

    void theCurrentFrameAndWhatIsRejectedAreMarked()
    {
        Open open(QStringLiteral("KKKKK"), 3);
        open.say(2, VerdictState::Rejected);
        QVERIFY(open.isRead());
        const auto edge = [](const QImage& image) { return QRect(0, 0, image.width(), 2); };
        const QImage here = open.tile(3);
        const QImage rejected = open.tile(2);
        const QImage other = open.tile(4);
        QVERIFY(countOf(here, hereColor, edge(here)) > here.width());
        QCOMPARE(countOf(other, hereColor, edge(other)), 0);
        const QRect sign(rejected.width() - 20, 3, 17, 15);
        QVERIFY(countOf(rejected, rejectedColor, sign) > 60);
        QCOMPARE(countOf(other, rejectedColor, sign), 0);
    }

    void aClickGoesToTheFrame()
    {
        Open open(QStringLiteral("KKKKK"), 3);
        QVERIFY(open.isRead());
        QSignalSpy wanted(&open.strip, &FilmStrip::frameWanted);
        QTest::mouseClick(&open.strip, Qt::LeftButton, {}, open.strip.tileOf({4}).center());
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<FrameId>(), FrameId{4});
        QTest::mouseClick(&open.strip, Qt::RightButton, {}, open.strip.tileOf({4}).center());
        QTest::mouseClick(&open.strip, Qt::LeftButton, {}, {1, 1});
        QCOMPARE(wanted.count(), 1);
    }

    void wheelAndEndsShowOtherFrames()
    {
        Open open(QStringLiteral("KKKKKKKKK"), 1);
        QVERIFY(open.isRead());
        QCOMPARE(open.strip.board().before(), 0);
        QCOMPARE(open.strip.board().after(), 3);
        QWheelEvent wheel({300, 40}, {300, 40}, {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&open.strip, &wheel);
        QCOMPARE(open.strip.board().before(), 1);
        QTest::mouseClick(&open.strip, Qt::LeftButton, {}, {open.strip.width() - 8, 40});
        QCOMPARE(open.strip.board().after(), 0);
        QTest::mouseClick(&open.strip, Qt::LeftButton, {}, {8, 40});
        QCOMPARE(open.strip.board().before(), 0);
    }

    void withoutAnObjectItSaysWhatToDo()
    {
        Open open(QStringLiteral("KKK"), 2);
        QVERIFY(open.isRead());
        open.selection.setShape({});
        QTRY_VERIFY(open.strip.board().shown().empty());
        const QImage image = open.strip.grab().toImage();
        QVERIFY2(bright(image) > 50, "words");
    }
};

QTEST_MAIN(FilmStripTest)
#include "tst_FilmStrip.moc"
