#include "widgets/ObjectViewDialog.h"

#include "model/base/Task.h"
#include "widgets/Style.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int lookEvery_ms = 40;
constexpr int icon_px = 12;

QIcon colorIcon(const QColor& color)
{
    QPixmap pixmap(icon_px, icon_px);
    pixmap.fill(color);
    return pixmap;
}
} // namespace

ObjectViewDialog::ObjectViewDialog(Document& document, TrackJob job, const QColor& color, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_job(std::make_shared<const TrackJob>(std::move(job)))
    , m_color(color)
    , m_text(new QLabel)
    , m_frames(new QComboBox)
    , m_bar(new QProgressBar)
    , m_goTo(new QPushButton(tr("Go to this frame")))
    , m_use(new QPushButton(tr("Use this size and outline for all frames")))
    , m_progress([mark = m_mark](int done, int total) {
        mark->done = done;
        mark->total = total;
    })
{
    setWindowTitle(tr("%1 in all of its frames").arg(m_job->name));
    for (const ObjectSide side : {ObjectSide::Top, ObjectSide::Left, ObjectSide::Rear})
        m_views.push_back(new ObjectView(side));
    arrange();
    m_frames->addItem(tr("All frames"));
    for (std::size_t i = 0; i < m_job->views.size(); ++i)
        m_frames->addItem(colorIcon(ObjectView::colorOf(i, m_job->views.size(), palette())), m_job->views[i].name);
    m_frames->setEnabled(false);
    m_goTo->setEnabled(false);
    m_use->setEnabled(false);
    connect(m_frames, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_goTo->setEnabled(index > 0);
        for (ObjectView* view : m_views)
            view->setOnly(index > 0 ? std::optional(static_cast<std::uint32_t>(index - 1)) : std::nullopt);
        describe();
    });
    connect(m_use, &QPushButton::clicked, this, &ObjectViewDialog::use);
    connect(m_goTo, &QPushButton::clicked, this, [this] {
        emit frameWanted(m_job->views[static_cast<std::size_t>(m_frames->currentIndex() - 1)].shape.frame);
        reject();
    });
    m_look.setInterval(lookEvery_ms);
    connect(&m_look, &QTimer::timeout, this, [this] {
        m_bar->setRange(0, m_mark->total);
        m_bar->setValue(m_mark->done);
    });
    work();
}

ObjectViewDialog::~ObjectViewDialog()
{
    m_progress.cancel();
}

void ObjectViewDialog::arrange()
{
    m_frames->setObjectName(QStringLiteral("object.frames"));
    m_frames->setAccessibleName(tr("Frame"));
    m_goTo->setObjectName(QStringLiteral("object.goTo"));
    m_use->setObjectName(QStringLiteral("object.use"));
    m_text->setObjectName(QStringLiteral("object.text"));
    m_text->setWordWrap(true);
    m_use->setDefault(true);
    m_goTo->setAutoDefault(false);
    m_bar->setTextVisible(false);
    QSizePolicy keepsRoom = m_bar->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(keepsRoom);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    grid->setSpacing(2 * gridStep_px);
    const QString names[] = {tr("From above"), tr("From the left"), tr("From behind")};
    for (int i = 0; i < 3; ++i) {
        ObjectView* view = m_views[static_cast<std::size_t>(i)];
        view->setAccessibleName(names[i]);
        view->setToolTip(names[i]);
    }
    grid->addWidget(m_views[0], 0, 0, 1, 2);
    grid->addWidget(m_views[1], 1, 0);
    grid->addWidget(m_views[2], 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(1, 1);
    grid->addWidget(m_text, 2, 0, 1, 2);
    grid->addWidget(m_bar, 3, 0, 1, 2);
    auto* row = new QHBoxLayout;
    row->addWidget(m_frames);
    row->addWidget(m_goTo);
    row->addStretch();
    row->addWidget(m_use);
    row->addWidget(close);
    grid->addLayout(row, 4, 0, 1, 2);
    resize(860, 700);
}

void ObjectViewDialog::work()
{
    m_text->setText(tr("Laying the frames over one another…"));
    m_look.start();
    // Closing the dialog stops the work, whose job lives as long as that.
    runTask(
        this, [job = m_job, progress = m_progress](const Progress&) { return completed(*job, progress); },
        [this](const Result<SequenceCompletion>& completion) { arrive(completion); });
}

void ObjectViewDialog::arrive(const Result<SequenceCompletion>& completion)
{
    m_look.stop();
    m_bar->hide();
    if (!completion) {
        m_text->setText(completion.error().sentence);
        return;
    }
    m_completion = *completion;
    for (ObjectView* view : m_views)
        view->setObject(*m_completion, m_color);
    m_frames->setEnabled(true);
    m_use->setEnabled(m_document.isWritable());
    m_use->setFocus();
    describe();
}

void ObjectViewDialog::describe()
{
    if (!m_completion)
        return;
    if (const int index = m_frames->currentIndex(); index > 0) {
        const TrackViewFit& fit = m_completion->views[static_cast<std::size_t>(index - 1)];
        m_text->setText(tr("Frame %1: %2 points of the object, confidence %3 %")
                            .arg(m_frames->currentText())
                            .arg(fit.points)
                            .arg(std::lround(100.0 * fit.confidence)));
        return;
    }
    const auto seeing = std::count_if(
        m_completion->views.begin(), m_completion->views.end(), [](const TrackViewFit& fit) { return fit.points > 0; });
    std::size_t points = 0;
    for (const TrackViewFit& fit : m_completion->views)
        points += fit.points;
    QStringList guessed;
    const QString names[] = {tr("length"), tr("width"), tr("height")};
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (!m_completion->isMeasured[axis])
            guessed << names[axis];
    const Eigen::Vector3d& size = m_completion->size;
    QString text = tr("%1 of %2 frames show it, with %3 points. %4 × %5 × %6 m (length, width, height).")
                       .arg(seeing)
                       .arg(m_completion->views.size())
                       .arg(points)
                       .arg(size.x(), 0, 'f', 2)
                       .arg(size.y(), 0, 'f', 2)
                       .arg(size.z(), 0, 'f', 2);
    if (!guessed.isEmpty())
        text += u' ' + tr("No frame shows both ends of: %1.").arg(guessed.join(tr(", ")));
    text += u' ' + (m_completion->standsStill ? tr("It stands still.")
                                              : tr("It moves; the frames are laid over one another in its own frame."));
    m_text->setText(text);
}

void ObjectViewDialog::use()
{
    if (const auto done = useCompletion(m_document, *m_job, *m_completion); !done) {
        emit refused(done.error().sentence);
        return;
    }
    accept();
}

} // namespace lunkuo
