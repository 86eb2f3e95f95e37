#include "model/images/ImageStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

class ImageStoreTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) { return m_folder.filePath(name); }

    QString picture(const QString& name, const char* format, QRgb color = qRgb(10, 200, 30))
    {
        QImage image(64, 40, QImage::Format_RGB32);
        image.fill(color);
        if (!image.save(path(name), format, 100))
            qFatal("the picture cannot be written");
        return path(name);
    }

    QString bytes(const QString& name, const QByteArray& content)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the file cannot be written");
        file.write(content);
        return file.fileName();
    }

    static const StoredImage* await(ImageStore& store, const QString& wanted)
    {
        store.want({wanted});
        (void)QTest::qWaitFor([&] { return store.find(wanted) != nullptr; });
        return store.find(wanted);
    }

private slots:
    void picturesAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("png") << "a.png" << QByteArray("PNG");
        QTest::newRow("jpeg") << "b.jpg" << QByteArray("JPG");
        QTest::newRow("jpeg that is called png") << "c.png" << QByteArray("JPG");
    }
    void picturesAreRead()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, format);
        const StoredImage read = readImage(picture(name, format.constData()));
        QCOMPARE(read.problem, QString());
        QCOMPARE(read.image.size(), QSize(64, 40));
        QVERIFY(qGreen(read.image.pixel(30, 20)) > 190);
        QCOMPARE(read.small.size(), QSize(64, 40));
    }

    void smallPicturesAreSmall()
    {
        QImage large(1280, 400, QImage::Format_RGB32);
        large.fill(Qt::white);
        QVERIFY(large.save(path(QStringLiteral("large.png"))));
        QCOMPARE(readImage(path(QStringLiteral("large.png"))).small.size(), QSize(320, 100));
    }

    void whatCannotBeReadSaysWhy_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << path(QStringLiteral("none.png")) << "is missing";
        QTest::newRow("empty") << bytes(QStringLiteral("empty.png"), {}) << "cannot be read as a picture";
        QTest::newRow("text") << bytes(QStringLiteral("text.png"), "no picture at all")
                              << "cannot be read as a picture";
        QFile whole(picture(QStringLiteral("whole.png"), "PNG"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QTest::newRow("cut off") << bytes(QStringLiteral("cut.png"), whole.readAll().left(40))
                                 << "cannot be read as a picture";
        QTest::newRow("a folder") << m_folder.path() << "is missing";
    }
    void whatCannotBeReadSaysWhy()
    {
        QFETCH(QString, file);
        QFETCH(QString, says);
        ImageStore store;
        QSignalSpy arrived(&store, &ImageStore::arrived);
        const StoredImage* read = await(store, file);
        QVERIFY(read);
        QVERIFY(read->image.isNull());
        QVERIFY2(read->problem.contains(says) && read->problem.contains(file), qPrintable(read->problem));
        QCOMPARE(arrived.count(), 1);
    }

    void whatCameLateIsShownWithoutAsking()
    {
        ImageStore store;
        store.setPatience(std::chrono::milliseconds(5));
        const QString late = path(QStringLiteral("late.png"));
        QVERIFY(!await(store, late)->problem.isEmpty());
        QSignalSpy arrived(&store, &ImageStore::arrived);
        QTest::qWait(50);
        QVERIFY2(arrived.isEmpty(), "that it is missing is said once");
        QVERIFY(bytes(QStringLiteral("late.png"), "no picture at all").size() > 0);
        QTRY_VERIFY(store.find(late)->problem.contains(QStringLiteral("cannot be read as a picture")));
        picture(QStringLiteral("late.png"), "PNG");
        QTRY_VERIFY(!store.find(late)->image.isNull());
        QCOMPARE(store.find(late)->problem, QString());
        QCOMPARE(arrived.count(), 2);
    }

    void whatIsWantedAnewIsReadAnew()
    {
        ImageStore store; // its patience is longer than this test
        const QString late = path(QStringLiteral("anew.png"));
        QVERIFY(!await(store, late)->problem.isEmpty());
        picture(QStringLiteral("anew.png"), "PNG");
        store.want({});
        store.want({late});
        QTRY_VERIFY(!store.find(late)->image.isNull());
    }

    void whatNobodyWantsIsNotTriedAgain()
    {
        ImageStore store;
        store.setPatience(std::chrono::milliseconds(5));
        const QString late = path(QStringLiteral("unwanted.png"));
        QVERIFY(!await(store, late)->problem.isEmpty());
        store.want({});
        picture(QStringLiteral("unwanted.png"), "PNG");
        QTest::qWait(50);
        QVERIFY(!store.find(late)->problem.isEmpty());
    }

    void whatIsWantedFirstComesFirst()
    {
        QStringList paths;
        for (int i = 0; i < 6; ++i)
            paths.push_back(picture(QStringLiteral("%1.png").arg(i), "PNG"));
        ImageStore store;
        QStringList order;
        connect(&store, &ImageStore::arrived, this, [&order](const QString& one) { order.push_back(one); });
        store.want(paths);
        QTRY_COMPARE(order.size(), 6);
        // Two are read at once, so that one may be overtaken, but none begins before all but one of those wanted more.
        for (int i = 0; i < 6; ++i)
            QVERIFY2(order.indexOf(paths[i]) >= i - 1, qPrintable(order.join(u' ')));
    }

    void memoryIsKeptWithinItsBudget()
    {
        ImageStore store;
        store.setBudget(std::size_t(2) * 2 * 64 * 40 * 4); // two pictures and their small ones
        const QString first = picture(QStringLiteral("x0.png"), "PNG");
        const QString second = picture(QStringLiteral("x1.png"), "PNG");
        const QString third = picture(QStringLiteral("x2.png"), "PNG");
        QVERIFY(await(store, first));
        QVERIFY(await(store, second));
        QVERIFY(await(store, first)); // used again
        QVERIFY(await(store, third));
        QVERIFY(store.find(first));
        QVERIFY2(!store.find(second), "used longest ago");
    }

    void whatIsWantedStaysHoweverLarge()
    {
        ImageStore store;
        store.setBudget(1);
        const QStringList both{picture(QStringLiteral("y0.png"), "PNG"), picture(QStringLiteral("y1.png"), "PNG")};
        store.want(both);
        QTRY_VERIFY(store.find(both[0]) && store.find(both[1]));
    }
};

QTEST_GUILESS_MAIN(ImageStoreTest)
#include "tst_ImageStore.moc"
