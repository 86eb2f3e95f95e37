#include "app/Window.h"

#include "app/Language.h"
#include "app/MainWindow.h"
#include "app/SampleProject.h"
#include "app/Settings.h"
#include "model/cloud/TextLayout.h"
#include "widgets/Preferences.h"
#include "widgets/Style.h"

#include <QApplication>
#include <QIcon>
#include <QSurfaceFormat>
#include <QTimer>

namespace lunkuo
{

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("Lunkuo"));
    QCoreApplication::setOrganizationName(QStringLiteral("Lunkuo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LUNKUO_VERSION));
    setTextLayouts(Settings::textLayouts());
}

int runWithWindows(int argc, char** argv, const std::function<int(const QStringList&)>& run)
{
    // VTK needs OpenGL 3.2; multisampling costs a software renderer three times the time.
    QSurfaceFormat format;
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setSamples(0);
    QSurfaceFormat::setDefaultFormat(format);
    QApplication application(argc, argv);
    nameApplication();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/lunkuo.svg")));
    const Preferences preferences = Preferences::fromJson(Settings::preferences());
    applyLanguage(preferences.language);
    applyStyle(application, preferences.theme, preferences.text_percent);
    return run(QCoreApplication::arguments().mid(1));
}

int runWindow(const QString& path, bool readOnly)
{
    Desk desk;
    MainWindow window(desk);
    window.show();
    // The window is there before a sample is simulated or a large folder is looked through.
    QTimer::singleShot(0, &window, [&] {
        if (path.isEmpty())
            return;
        const Result<void> opened = path == u"--sample" ? openSample(desk, &window)
                                    : readOnly          ? desk.openReadOnly(path)
                                                        : desk.open(path);
        if (!opened)
            window.report(opened.error().sentence);
    });
    return QApplication::exec();
}

} // namespace lunkuo
