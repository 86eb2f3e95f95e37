#include "model/tools/BatchActions.h"

#include "model/sequence/TrackPlaces.h"

#include "model/sequence/WorldPose.h"
#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// A document with one track as the row says, of one character per frame: K key frame, p propagated, i interpolated, L
/// locked, D a key frame of a frame that is done, . none. The car drives on 1 m a frame in the world; the shape of
/// frame n has the number n.
std::unique_ptr<Document> documentOf(const QString& row)
{
    Scene scene = sceneOf(static_cast<int>(row.size()), QStringLiteral("/data"));
    scene.tracks[{1}] = carTrack({1}, 1);
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == u'.')
            continue;
        Shape shape = carShape({i + 1}, {1}, {i + 1}, 0.0);
        Frame& frame = scene.frames.at({i + 1});
        shape.cuboid = inSensor(frame, Cuboid::fromYaw({20.0 + double(i), 3, -0.9}, {4.2, 1.8, 1.55}, 0.0));
        shape.locked = row[i] == u'L';
        shape.derivation = row[i] == u'i'   ? Derivation::Interpolated
                           : row[i] == u'p' ? Derivation::Propagated
                                            : Derivation::KeyFrame;
        if (row[i] == u'D')
            frame.state = FrameState::Done;
        scene.shapes.insert(shape);
    }
    return std::make_unique<Document>(scene, nullptr);
}

QString rowOf(const Document& document)
{
    QString row;
    for (const FrameId frame : document.scene().framesOf({1})) {
        const Shape* shape = document.scene().shapes.of({1}, frame);
        const bool isDone = document.scene().frames.at(frame).state == FrameState::Done;
        row += !shape ? u'.' : shape->locked ? u'L' : isDone ? u'D' : u"Kpi"[int(shape->derivation)];
    }
    return row;
}

/// "2-4" or "1,3"
ShapeIds idsOf(const QString& words)
{
    ShapeIds ids{std::vector<ShapeId>()};
    for (const QString& part : words.split(u',', Qt::SkipEmptyParts)) {
        const QStringList ends = part.split(u'-');
        for (qint64 id = ends.front().toLongLong(); id <= ends.back().toLongLong(); ++id)
            ids.push_back({id});
    }
    return ids;
}

} // namespace

class BatchActionsTest : public QObject
{
    Q_OBJECT
private slots:
    void chosenFramesBecome_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("after");
        QTest::newRow("interpolate the middle") << "KKpKK"
                                                << "interpolate"
                                                << "2-4"
                                                << "KiiiK";
        QTest::newRow("the ends stand for themselves") << "KKKKK"
                                                       << "interpolate"
                                                       << "1,3-5"
                                                       << "KKKKK!";
        QTest::newRow("the end stays") << "KKKK."
                                       << "interpolate"
                                       << "2,4"
                                       << "KiKK.";
        QTest::newRow("what is locked is known") << "KKL"
                                                 << "interpolate"
                                                 << "2-3"
                                                 << "KiL";
        QTest::newRow("what is done is known") << "KpD"
                                               << "interpolate"
                                               << "2-3"
                                               << "KiD";
        QTest::newRow("all") << "KKK"
                             << "interpolate"
                             << "1-3"
                             << "KKK!";
        QTest::newRow("all, with what was propagated") << "KppK"
                                                       << "interpolate"
                                                       << "1-4"
                                                       << "KiiK";
        QTest::newRow("confirm") << "Kip."
                                 << "confirm"
                                 << "2-3"
                                 << "KKK.";
        QTest::newRow("nothing that is locked or done") << "LD"
                                                        << "confirm"
                                                        << "1-2"
                                                        << "LD!";
        QTest::newRow("delete") << "KKKK"
                                << "delete"
                                << "2,4"
                                << "K.K.";
        QTest::newRow("interpolated ones go with what they lean on") << "KiiK"
                                                                     << "delete"
                                                                     << "4"
                                                                     << "K...";
        QTest::newRow("delete all") << "KK"
                                    << "delete"
                                    << "1-2"
                                    << "..";
        QTest::newRow("nothing there") << "KK"
                                       << "delete"
                                       << "7-8"
                                       << "KK";
    }

    void chosenFramesBecome()
    {
        QFETCH(QString, before);
        QFETCH(QString, deed);
        QFETCH(QString, chosen);
        QFETCH(QString, after);
        const auto document = documentOf(before);
        const Scene start = document->scene();
        const ShapeIds ids = idsOf(chosen);
        const Result<void> done = deed == u"interpolate" ? interpolate(*document, ids)
                                  : deed == u"confirm"   ? confirm(*document, ids)
                                                         : removeFromFrames(*document, ids);
        QCOMPARE(rowOf(*document) + (done ? QString() : QStringLiteral("!")), after);
        QVERIFY(document->undoDepth() <= 1);
        while (document->canUndo())
            QVERIFY(document->undo());
        QVERIFY(isSame(document->scene(), start));
    }

    void interpolatedBoxesLieBetweenTheirNeighbours()
    {
        const auto document = documentOf(QStringLiteral("KKK"));
        Shape astray = document->scene().shapes.at({2});
        const Cuboid between = astray.cuboid;
        astray.cuboid.center.y() += 2.0;
        QVERIFY(
            document->edit(QStringLiteral("astray"), {ValueChange<Shape>{document->scene().shapes.at({2}), astray}}));
        QVERIFY(interpolate(*document, idsOf(QStringLiteral("2"))));
        QVERIFY((document->scene().shapes.at({2}).cuboid.center - between.center).norm() < 1e-4);
    }

    void whatIsConfirmedIsDoubtfulNoMore()
    {
        const auto document = documentOf(QStringLiteral("Kp"));
        QVERIFY2(isDoubtful(document->scene().shapes.at({2})), "its fit is 30 % sure");
        QVERIFY(confirm(*document, idsOf(QStringLiteral("2"))));
        QVERIFY(!isDoubtful(document->scene().shapes.at({2})));
        QVERIFY(document->scene().shapes.at({2}).isKeyFrame());
    }

    void aSizeIsTakenAwayFromTheSensor()
    {
        const auto document = documentOf(QStringLiteral("KKK"));
        const Shape before = document->scene().shapes.at({2});
        Shape longer = document->scene().shapes.at({1});
        longer.cuboid.size.x() = 5.2;
        QVERIFY(
            document->edit(QStringLiteral("longer"), {ValueChange<Shape>{document->scene().shapes.at({1}), longer}}));
        QVERIFY(takeSizeOf(*document, {1}, idsOf(QStringLiteral("1-2"))));
        const Shape& after = document->scene().shapes.at({2});
        QCOMPARE(after.cuboid.size, longer.cuboid.size);
        QVERIFY2(std::abs((after.cuboid.center.x() - 2.6) - (before.cuboid.center.x() - 2.1)) < 1e-9,
            "its rear, which the sensor sees, stays");
        QCOMPARE(document->scene().shapes.at({3}).cuboid.size, before.cuboid.size);
        QVERIFY(document->undo());
        QCOMPARE(document->scene().shapes.at({2}).cuboid, before.cuboid);
    }

    void headingsTurnRoundInOneEdit()
    {
        const auto document = documentOf(QStringLiteral("KKLK"));
        QVERIFY(turnRound(*document, idsOf(QStringLiteral("1-3"))));
        QStringList yaws;
        for (const auto& [id, shape] : document->scene().shapes)
            yaws << (std::abs(shape.cuboid.yaw()) > 1.0 ? QStringLiteral("back") : QStringLiteral("ahead"));
        QCOMPARE(yaws.join(u' '), QStringLiteral("back back ahead ahead"));
        QCOMPARE(document->undoDepth(), 1);
    }
};

QTEST_GUILESS_MAIN(BatchActionsTest)
#include "tst_BatchActions.moc"
