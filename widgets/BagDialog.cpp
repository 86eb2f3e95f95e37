#include "widgets/BagDialog.h"

#include "widgets/PathRow.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QStorageInfo>

namespace lunkuo
{

BagDialog::BagDialog(const QString& bag, QWidget* parent)
    : WorkDialog(parent)
    , m_bag(bag)
    , m_topic(new QComboBox)
    , m_folder(new PathRow)
{
    setWindowTitle(tr("Unpack “%1”").arg(QFileInfo(bag).fileName()));
    startButton()->setText(tr("Unpack"));
    m_topic->setObjectName(QStringLiteral("topic"));
    m_topic->setToolTip(tr("The LiDAR whose clouds become the frames"));
    m_folder->setObjectName(QStringLiteral("folder"));
    // One of that name may be another bag's.
    const QString folder = unpackedFolderFor(bag);
    QString free = folder;
    for (int number = 2; QFileInfo::exists(free); ++number)
        free = QStringLiteral("%1-%2").arg(folder).arg(number);
    m_folder->setPath(free);
    m_folder->addButton(tr("In folder…"), [this](const QString& current) {
        const QString name = QFileInfo(current).fileName();
        const QString chosen =
            QFileDialog::getExistingDirectory(this, tr("Folder to unpack in"), QFileInfo(current).absolutePath());
        return chosen.isEmpty() ? QString() : chosen + u'/' + name;
    });
    form()->addRow(tr("Clouds"), m_topic);
    form()->addRow(tr("New folder"), m_folder);
    connect(m_folder, &PathRow::pathChanged, this, &BagDialog::check);
    connect(m_topic, &QComboBox::currentIndexChanged, this, &BagDialog::check);
    check();
    m_looking = runTask(
        this, [bag](const Progress& progress) { return bagContents(bag, progress); },
        [this](const Result<BagContents>& contents) { showContents(contents); });
}

BagDialog::~BagDialog()
{
    m_looking.cancel();
}

void BagDialog::showContents(const Result<BagContents>& contents)
{
    m_isKnown = true;
    m_failure = contents ? QString() : contents.error().sentence;
    m_contents = contents.value_or(BagContents());
    const auto most = std::max_element(m_contents.clouds.begin(), m_contents.clouds.end(),
        [](const BagTopic& a, const BagTopic& b) { return a.bytes < b.bytes; });
    for (const BagTopic& topic : m_contents.clouds)
        m_topic->addItem(
            tr("%1 — clouds: %2, %3").arg(topic.name).arg(topic.messages).arg(locale().formattedDataSize(topic.bytes)),
            topic.name);
    if (most != m_contents.clouds.end())
        m_topic->setCurrentIndex(static_cast<int>(most - m_contents.clouds.begin()));
    check();
}

qint64 BagDialog::bytesWanted() const
{
    qint64 bytes = 0;
    for (const BagTopic& topic : m_contents.pictures)
        bytes += topic.bytes;
    const int index = m_topic->currentIndex();
    return index < 0 ? bytes : bytes + m_contents.clouds[static_cast<std::size_t>(index)].bytes;
}

QString BagDialog::obstacle() const
{
    const QFileInfo folder(m_folder->path());
    const QFileInfo parent(folder.absolutePath());
    if (!m_failure.isEmpty())
        return m_failure;
    if (m_folder->path().isEmpty())
        return tr("The clouds need a folder of their own.");
    if (folder.exists())
        return tr("“%1” exists already; choose another name.").arg(QDir::toNativeSeparators(folder.filePath()));
    if (!parent.isDir() || !parent.isWritable())
        return tr("“%1” cannot be written to.").arg(QDir::toNativeSeparators(parent.filePath()));
    if (const qint64 room = QStorageInfo(parent.filePath()).bytesAvailable(); room >= 0 && room < bytesWanted())
        return tr("Unpacked, it takes up to %1, but there is room for %2.")
            .arg(locale().formattedDataSize(bytesWanted()), locale().formattedDataSize(room));
    return {};
}

void BagDialog::check()
{
    if (!m_isKnown) {
        setProblem(tr("Looking into the bag…"), true);
        return;
    }
    const QString sentence = obstacle();
    setProblem(sentence);
    if (!sentence.isEmpty() || isWorking())
        return;
    setProblem(tr("A project names files, so the clouds and pictures of a bag are written into a folder first. It will "
                  "take up to %1.")
                   .arg(locale().formattedDataSize(bytesWanted())),
        true);
    startButton()->setEnabled(true);
    startButton()->setToolTip({});
}

void BagDialog::start()
{
    const BagUnpacking wanted{m_bag, m_topic->currentData().toString(), QDir::cleanPath(m_folder->path())};
    run([wanted](const Progress& progress) { return unpackBag(wanted, progress); },
        [this, wanted](const Result<QStringList>& remarks) {
            if (!remarks) {
                finish(remarks.error().sentence, isStopping() ? Tone::Warning : Tone::Bad);
                return;
            }
            m_unpacked = wanted.folder;
            finish(tr("Unpacked into “%1”.").arg(QDir::toNativeSeparators(wanted.folder)), Tone::Good, *remarks);
            startButton()->setEnabled(false);
            if (remarks->isEmpty())
                accept();
        });
}

void BagDialog::reject()
{
    // What was left out has been read by now.
    if (!isWorking() && !m_unpacked.isEmpty())
        accept();
    else
        WorkDialog::reject();
}

} // namespace lunkuo
