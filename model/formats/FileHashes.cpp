#include "model/formats/FileHashes.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileHashes)
};

constexpr std::size_t mostWaiting = 32;
constexpr qsizetype block_bytes = 1 << 20;

struct Job
{
    std::size_t place = 0;
    QByteArray content;
    QString path; ///< empty: the content is here already
};
} // namespace

struct FileHashes::State
{
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> waiting;
    std::vector<QByteArray> sums;
    std::size_t done = 0;
    QString problem;
    bool isStopping = false;
    std::vector<std::thread> threads;

    void add(QByteArray content, QString path);
    void work();
    Result<QByteArray> sumOf(const Job& job);
    bool mayGoOn()
    {
        const std::lock_guard lock(mutex);
        return !isStopping;
    }
};

void FileHashes::State::add(QByteArray content, QString path)
{
    std::unique_lock lock(mutex);
    if (threads.empty())
        for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1U, 8U); ++i)
            threads.emplace_back([this] { work(); });
    changed.wait(lock, [this] { return waiting.size() < mostWaiting; });
    waiting.push_back({sums.size(), std::move(content), std::move(path)});
    sums.emplace_back();
    changed.notify_all();
}

void FileHashes::State::work()
{
    std::unique_lock lock(mutex);
    while (true) {
        changed.wait(lock, [this] { return isStopping || !waiting.empty(); });
        if (isStopping)
            return;
        const Job job = std::move(waiting.front());
        waiting.pop_front();
        changed.notify_all();
        lock.unlock();
        auto sum = sumOf(job);
        lock.lock();
        if (sum)
            sums[job.place] = std::move(*sum);
        else if (problem.isEmpty())
            problem = sum.error().sentence;
        ++done;
        changed.notify_all();
    }
}

Result<QByteArray> FileHashes::State::sumOf(const Job& job)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (job.path.isEmpty()) {
        hash.addData(job.content);
        return hash.result();
    }
    QFile file(job.path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(Text::tr("“%1” cannot be read: %2.").arg(job.path, file.errorString()));
    QByteArray block(block_bytes, Qt::Uninitialized);
    while (mayGoOn()) {
        const qint64 count = file.read(block.data(), block.size());
        if (count < 0)
            return failure(Text::tr("“%1” cannot be read: %2.").arg(job.path, file.errorString()));
        if (count == 0)
            break;
        hash.addData(QByteArrayView(block).first(count));
    }
    return hash.result();
}

FileHashes::FileHashes()
    : m_state(std::make_unique<State>())
{
}

FileHashes::FileHashes(FileHashes&& other) noexcept = default;

FileHashes::~FileHashes()
{
    if (!m_state)
        return;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isStopping = true;
    }
    m_state->changed.notify_all();
    for (std::thread& thread : m_state->threads)
        thread.join();
}

void FileHashes::add(const QByteArray& content)
{
    m_state->add(content, {});
}

void FileHashes::addFile(const QString& path)
{
    m_state->add({}, path);
}

Result<std::vector<QByteArray>> FileHashes::take(const Progress& progress, const QString& cancelled)
{
    std::unique_lock lock(m_state->mutex);
    while (true) {
        if (progress.isCancelled())
            return failure(cancelled);
        if (m_state->done >= m_state->sums.size())
            break;
        m_state->changed.wait_for(lock, std::chrono::milliseconds(20));
    }
    if (!m_state->problem.isEmpty())
        return failure(m_state->problem);
    return std::move(m_state->sums);
}

} // namespace lunkuo
