#include "tests/support/CloudFiles.h"
#include "tests/support/Convoy.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Scenes.h"
#include "widgets/AboutDialog.h"
#include "widgets/BagDialog.h"
#include "widgets/BatchDialog.h"
#include "widgets/ChecksDialog.h"
#include "widgets/ColumnsDialog.h"
#include "widgets/ExportDialog.h"
#include "widgets/FrameRangeDialog.h"
#include "widgets/GuideDialog.h"
#include "widgets/ImportDialog.h"
#include "widgets/KeysDialog.h"
#include "widgets/MergeDialog.h"
#include "widgets/NewProjectDialog.h"
#include "widgets/ObjectViewDialog.h"
#include "widgets/PoseDialog.h"
#include "widgets/PreferencesDialog.h"
#include "widgets/SensorDialog.h"
#include "widgets/Sentence.h"
#include "widgets/ShortcutsDialog.h"
#include "widgets/WelcomePage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

QString projectBeside(const QString& data)
{
    return data + QStringLiteral(".lunkuo");
}

Scene annotatedScene()
{
    Scene scene = sceneOf(2, QStringLiteral("/data/street"));
    scene.tracks[{1}] = carTrack({1}, 1);
    Shape shape = carShape({1}, {1}, {1}, 10.0);
    shape.attributes.clear();
    scene.shapes.insert(shape);
    return scene;
}

using WidgetPtr = std::unique_ptr<QWidget>;

template <class Dialog>
WidgetPtr keysDialog()
{
    auto owner = std::make_unique<QMenu>();
    owner->setTitle(QStringLiteral("&Sequence"));
    QAction* next = owner->addAction(QStringLiteral("Next frame"));
    next->setShortcuts({Qt::Key_PageDown, Qt::Key_Period});
    next->setObjectName(QStringLiteral("frameNext"));
    auto* table = new ShortcutTable(owner.get());
    table->add(next);
    auto dialog = std::make_unique<Dialog>(*table, Taxonomy::load(QStringLiteral("lunkuo")).value());
    QObject::connect(dialog.get(), &QObject::destroyed, owner.release(), &QObject::deleteLater);
    return dialog;
}

WidgetPtr sensorDialog()
{
    auto document = std::make_unique<Document>(annotatedScene(), nullptr);
    auto frames = std::make_unique<FrameCache>(*document, QDir());
    auto dialog = std::make_unique<SensorDialog>(*document, *frames, FrameId{1});
    // Both outlive the dialog, the frames first.
    frames.release()->setParent(document.get());
    QObject::connect(dialog.get(), &QObject::destroyed, document.release(), &QObject::deleteLater);
    return dialog;
}

WidgetPtr checksDialog()
{
    auto document = std::make_unique<Document>(annotatedScene(), nullptr);
    CheckPlan plan({});
    plan.setLimit(CheckId::CutPoints, "share", 0.2);
    plan.setOn(CheckId::Jump, false);
    [&] { QVERIFY(plan.apply(*document)); }();
    auto dialog = std::make_unique<ChecksDialog>(*document, CheckId::CutPoints);
    QObject::connect(dialog.get(), &QObject::destroyed, document.release(), &QObject::deleteLater);
    return dialog;
}

WidgetPtr poseDialog()
{
    auto document = std::make_unique<Document>(annotatedScene(), nullptr);
    auto frames = std::make_unique<FrameCache>(*document, QDir());
    auto dialog = std::make_unique<PoseDialog>(*document, *frames, SequenceId{1});
    frames.release()->setParent(document.get());
    QObject::connect(dialog.get(), &QObject::destroyed, document.release(), &QObject::deleteLater);
    return dialog;
}

WidgetPtr objectViewDialog()
{
    auto document = std::make_unique<Document>(annotatedScene(), nullptr);
    const FrameCache frames(*document, QDir());
    auto dialog = std::make_unique<ObjectViewDialog>(
        *document, trackJob(document->scene(), frames, {1}).value(), QColor(Qt::cyan));
    QObject::connect(dialog.get(), &QObject::destroyed, document.release(), &QObject::deleteLater);
    return dialog;
}

template <FrameRangeDialog::Purpose purpose>
WidgetPtr rangeDialog()
{
    static const Scene scene = annotatedScene();
    return std::make_unique<FrameRangeDialog>(scene, TrackId{1}, FrameId{1}, purpose);
}

WidgetPtr batchDialog()
{
    static test::Convoy convoy(QStringLiteral("KiiKppK"));
    auto dialog = std::make_unique<BatchDialog>(convoy.context(), TrackId{1});
    dialog->resize(1280, 720);
    return dialog;
}

WidgetPtr welcomePage()
{
    auto page = std::make_unique<WelcomePage>();
    page->setRecentProjects({QStringLiteral("/home/li/driving/2026-11/street-12.lunkuo"),
        QStringLiteral("/data/a/rather/long/path/that/does/not/fit/into/a/line/of/the/list/at/all/北五环路口.lunkuo")});
    page->resize(1000, 700);
    return page;
}

const QHash<QString, WidgetPtr (*)()> makers{
    {QStringLiteral("about"), [] { return WidgetPtr(std::make_unique<AboutDialog>()); }},
    {QStringLiteral("guide"), [] { return WidgetPtr(std::make_unique<GuideDialog>()); }},
    {QStringLiteral("keys"), &keysDialog<KeysDialog>},
    {QStringLiteral("shortcuts"), &keysDialog<ShortcutsDialog>},
    {QStringLiteral("welcome"), &welcomePage},
    {QStringLiteral("sensor"), &sensorDialog},
    {QStringLiteral("checks"), &checksDialog},
    {QStringLiteral("poses"), &poseDialog},
    {QStringLiteral("object"), &objectViewDialog},
    {QStringLiteral("range-class"), &rangeDialog<FrameRangeDialog::Purpose::Class>},
    {QStringLiteral("range-attribute"), &rangeDialog<FrameRangeDialog::Purpose::Attribute>},
    {QStringLiteral("range-delete"), &rangeDialog<FrameRangeDialog::Purpose::Delete>},
    {QStringLiteral("batch"), &batchDialog},
    {QStringLiteral("merge"), [] { return WidgetPtr(std::make_unique<MergeDialog>(20, 4)); }},
    {QStringLiteral("preferences"), [] { return WidgetPtr(std::make_unique<PreferencesDialog>(Preferences())); }},
    {QStringLiteral("new-empty"),
        [] { return WidgetPtr(std::make_unique<NewProjectDialog>(QString(), &projectBeside)); }},
    {QStringLiteral("new-wrong"),
        [] {
            return WidgetPtr(std::make_unique<NewProjectDialog>(
                QStringLiteral("/no/such/place/with/a/name/that/is/so/long/that/no/line/of/this/dialog/could/ever/hold/"
                               "it/whole"),
                &projectBeside));
        }},
    {QStringLiteral("new-found"),
        [] {
            static QTemporaryDir folder;
            madeUpScene({}, folder.filePath(QStringLiteral("street")));
            return WidgetPtr(
                std::make_unique<NewProjectDialog>(folder.filePath(QStringLiteral("street")), &projectBeside));
        }},
    {QStringLiteral("new-text"),
        [] {
            static FileFolder folder;
            return WidgetPtr(std::make_unique<NewProjectDialog>(
                folder.write(QStringLiteral("frame.txt"), "car 1 2 3\n"), &projectBeside));
        }},
    {QStringLiteral("columns"),
        [] {
            static FileFolder folder;
            return WidgetPtr(std::make_unique<ColumnsDialog>(
                folder.write(QStringLiteral("frame.csv"), "t,x,y,z,amplitude\n1,2,3,4,5\n1,2,3,4,5\n")));
        }},
    {QStringLiteral("bag"), [] { return WidgetPtr(std::make_unique<BagDialog>(QStringLiteral("/data/drive.db3"))); }},
    {QStringLiteral("export"),
        [] {
            return WidgetPtr(std::make_unique<ExportDialog>(
                annotatedScene(), QDir(), QStringLiteral("/data/street"), QStringList()));
        }},
    {QStringLiteral("import"),
        [] {
            static Document document(annotatedScene(), nullptr);
            return WidgetPtr(std::make_unique<ImportDialog>(document, QDir(), 0.5));
        }},
};

/// What a person would miss: words that have less room than they need.
QStringList clippedIn(const QWidget& window)
{
    QStringList clipped;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const auto* box = qobject_cast<const QComboBox*>(widget);
        if (!widget->isVisible() || (!label && !button && !box))
            continue;
        const QSize needed = label && label->wordWrap()
                                 ? QSize(0, label->heightForWidth(label->width()))
                                 : widget->minimumSizeHint().expandedTo(button ? button->sizeHint() : QSize());
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        const QString words = label ? label->text() : button ? button->text() : box->currentText();
        if (needed.width() > widget->width() || needed.height() > widget->height() || !window.rect().contains(place))
            clipped << QStringLiteral("“%1” needs %2x%3 and has %4x%5")
                           .arg(words)
                           .arg(needed.width())
                           .arg(needed.height())
                           .arg(widget->width())
                           .arg(widget->height());
    }
    return clipped;
}

} // namespace

/// Every dialog shows all of its words, in both languages, both themes and large letters. With LUNKUO_PICTURES set to
/// a folder, pictures of them go there.
class DialogLooksTest : public QObject
{
    Q_OBJECT

private slots:
    void showsAllOfItsWords_data()
    {
        QTest::addColumn<QString>("dialog");
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<int>("text_percent");
        for (auto maker = makers.cbegin(); maker != makers.cend(); ++maker)
            for (const bool chinese : {false, true}) {
                const QByteArray name = maker.key().toUtf8() + (chinese ? "-zh" : "-en");
                QTest::newRow(name + "-dark") << maker.key() << chinese << Theme::Dark << 100;
                QTest::newRow(name + "-light") << maker.key() << chinese << Theme::Light << 100;
                QTest::newRow(name + "-large") << maker.key() << chinese << Theme::Dark << 150;
            }
    }

    void showsAllOfItsWords()
    {
        QFETCH(QString, dialog);
        QFETCH(bool, chinese);
        QFETCH(Theme, theme);
        QFETCH(int, text_percent);
        applyStyle(*qApp, theme, text_percent);
        QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
        QTranslator translator;
        if (chinese && translator.load(QStringLiteral(":/translations/lunkuo_zh_CN.qm")))
            QCoreApplication::installTranslator(&translator);

        const WidgetPtr window = makers.value(dialog)();
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        if (const auto* found = window->findChild<Sentence*>(QStringLiteral("found")))
            QTRY_VERIFY(found->text() != NewProjectDialog::tr("Looking…"));
        if (const QString folder = qEnvironmentVariable("LUNKUO_PICTURES"); !folder.isEmpty())
            window->grab().save(QDir(folder).filePath(QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));
        const QStringList clipped = clippedIn(*window);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        QVERIFY2(text_percent > 100 || (window->width() <= 1280 && window->height() <= 760),
            qPrintable(QStringLiteral("%1x%2").arg(window->width()).arg(window->height())));
    }
};

QTEST_MAIN(DialogLooksTest)
#include "tst_DialogLooks.moc"
