#include "render/PointDrawing.h"

#include <QTest>

using namespace lunkuo;

class TestPointDrawing : public QObject
{
    Q_OBJECT
private slots:
    void knowsSoftware_data();
    void knowsSoftware();
};

void TestPointDrawing::knowsSoftware_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSoftware");
    QTest::newRow("Mesa on a server") << QStringLiteral("llvmpipe (LLVM 15.0.6, 256 bits)") << true;
    QTest::newRow("Mesa's slower one") << QStringLiteral("softpipe") << true;
    QTest::newRow("Chrome's") << QStringLiteral("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)")
                              << true;
    QTest::newRow("Apple's") << QStringLiteral("Apple Software Renderer") << true;
    QTest::newRow("remote desktop") << QStringLiteral("GDI Generic") << true;
    QTest::newRow("NVIDIA") << QStringLiteral("NVIDIA GeForce RTX 3060/PCIe/SSE2") << false;
    QTest::newRow("Intel") << QStringLiteral("Mesa Intel(R) UHD Graphics 620 (KBL GT2)") << false;
    QTest::newRow("none") << QString() << false;
}

void TestPointDrawing::knowsSoftware()
{
    QFETCH(QString, name);
    QTEST(isSoftwareRenderer(name), "isSoftware");
}

QTEST_APPLESS_MAIN(TestPointDrawing)
#include "tst_PointDrawing.moc"
