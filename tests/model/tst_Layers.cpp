#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// The table of layers: what each folder may never include. The linker proves the rest.
class LayersTest : public QObject
{
    Q_OBJECT
private slots:
    void includesStayInTheirLayer_data()
    {
        QTest::addColumn<QString>("forbidden");
        QTest::newRow("model") << QString::fromLatin1(
            "^(vtk|GL/"
            "|QtWidgets|QtOpenGL|QOpenGL|Q(Widget|MainWindow|Dialog|Application|Label|Action|Menu|Painter)\\b|render/"
            "|widgets/|app/)");
        QTest::newRow("render") << QString::fromLatin1("^(QtSql|QSql|QDialog|QMessageBox|QFileDialog|widgets/|app/)");
        QTest::newRow("widgets") << QString::fromLatin1("^(vtk|GL/|QtSql|QSql|app/)");
        QTest::newRow("app") << QString::fromLatin1("^(vtk|GL/|QtSql|QSql)");
    }

    void includesStayInTheirLayer()
    {
        QFETCH(QString, forbidden);
        const QString layer = QString::fromLatin1(QTest::currentDataTag());
        const QRegularExpression bad(forbidden);
        int seen = 0;
        QStringList wrong;
        forEachInclude(layer, [&](const QString& file, const QString& included) {
            ++seen;
            if (bad.match(included).hasMatch())
                wrong << QStringLiteral("%1 includes %2").arg(file, included);
        });
        QVERIFY2(seen > 0, "no include was found: is the folder there?");
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void vtkStaysOutOfPublicHeaders()
    {
        QStringList wrong;
        forEachInclude(QStringLiteral("render"), [&](const QString& file, const QString& included) {
            if (file.endsWith(QStringLiteral("SceneView.h")) && included.startsWith(QStringLiteral("vtk")))
                wrong << included;
        });
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

private:
    template <class Visit>
    static void forEachInclude(const QString& layer, Visit visit)
    {
        static const QRegularExpression line(
            QString::fromLatin1("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
        QDirIterator files(QStringLiteral(LUNKUO_SOURCE_DIR "/") + layer,
            {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                QFAIL(qPrintable(QStringLiteral("cannot read ") + file.fileName()));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = line.globalMatch(text); match.hasNext();)
                visit(file.fileName(), match.next().captured(1));
        }
    }
};

QTEST_APPLESS_MAIN(LayersTest)
#include "tst_Layers.moc"
