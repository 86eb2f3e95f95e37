#include "model/cloud/PointMemory.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <future>
#include <list>
#include <set>
#include <vector>

using namespace lunkuo;

namespace
{
constexpr std::size_t MiB = 1 << 20;

/// Memory filled with a sign of its own, so that whoever else writes there is found out.
struct Block
{
    Block(std::size_t size, char ofSign)
        : bytes(size)
        , sign(ofSign)
        , memory(static_cast<char*>(allocatePoints(size)))
    {
        std::memset(memory, sign, bytes);
    }
    Block(Block&& other) noexcept
        : bytes(other.bytes)
        , sign(other.sign)
        , memory(std::exchange(other.memory, nullptr))
    {
    }
    ~Block()
    {
        if (memory)
            freePoints(memory, bytes);
    }
    [[nodiscard]] bool isUntouched() const
    {
        return std::all_of(memory, memory + bytes, [this](char c) { return c == sign; });
    }

    std::size_t bytes;
    char sign;
    char* memory;
};
} // namespace

class tst_PointMemory : public QObject
{
    Q_OBJECT
private slots:
    void holdsWhatIsWritten_data()
    {
        QTest::addColumn<qulonglong>("bytes");
        for (const qulonglong bytes :
            {0ULL, 1ULL, 65535ULL, 65536ULL, 65537ULL, 1440000ULL, 8388607ULL, 8388608ULL, 40000000ULL})
            QTest::newRow(qPrintable(QString::number(bytes))) << bytes;
    }
    void holdsWhatIsWritten()
    {
        QFETCH(qulonglong, bytes);
        std::vector<Block> blocks;
        for (char sign = 'a'; sign < 'e'; ++sign)
            blocks.emplace_back(bytes, sign);
        for (const Block& block : blocks)
            QVERIFY(block.isUntouched());
    }

    void usesAgainWhatWasGivenBack()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("AddressSanitizer keeps what was given back to itself.");
#endif
        std::set<void*> before;
        const auto aFrame = [] {
            std::vector<Block> blocks;
            for (const std::size_t bytes : {3 * MiB / 2, MiB / 2, MiB / 2, MiB / 4, std::size_t(100'000)})
                blocks.emplace_back(bytes, 'f');
            return blocks;
        };
        for (const Block& block : aFrame())
            before.insert(block.memory);
        for (int again = 0; again < 20; ++again)
            for (const Block& block : aFrame())
                QVERIFY(before.contains(block.memory));
    }

    void joinsNeighboursThatWereGivenBack()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("AddressSanitizer keeps what was given back to itself.");
#endif
        std::vector<Block> small;
        for (int i = 0; i < 16; ++i)
            small.emplace_back(MiB / 4, 's');
        const std::set<char*> places = [&] {
            std::set<char*> all;
            for (const Block& block : small)
                all.insert(block.memory);
            return all;
        }();
        small.clear();
        const Block large(3 * MiB, 'l');
        QVERIFY(places.contains(large.memory));
    }

    void leavesWhatIsInUseAloneInAnyOrderOfGivingBack()
    {
        std::list<Block> blocks;
        std::uint32_t random = 7;
        for (int step = 0; step < 600; ++step) {
            random = random * 1664525U + 1013904223U;
            if (random % 3 != 0 || blocks.empty())
                blocks.emplace_back(65536 + random % (MiB / 2), static_cast<char>('a' + step % 26));
            else
                blocks.erase(std::next(blocks.begin(), static_cast<std::ptrdiff_t>(random / 7 % blocks.size())));
            if (blocks.size() > 90)
                blocks.erase(blocks.begin(), std::next(blocks.begin(), 45));
        }
        for (const Block& block : blocks)
            QVERIFY(block.isUntouched());
    }

    void servesSeveralThreads()
    {
        std::vector<std::future<bool>> threads;
        for (char sign = 'a'; sign < 'e'; ++sign)
            threads.push_back(std::async(std::launch::async, [sign] {
                bool isRight = true;
                for (int i = 0; i < 50; ++i) {
                    const Block one(MiB, sign);
                    makePointMemoryReady(4 * MiB);
                    const Block other(70'000, sign);
                    isRight = isRight && one.isUntouched() && other.isUntouched();
                }
                return isRight;
            }));
        for (auto& thread : threads)
            QVERIFY(thread.get());
    }

    void makingReadyLeavesWhatIsInUseAlone()
    {
        std::vector<Block> blocks;
        for (int i = 0; i < 40; ++i) {
            blocks.emplace_back(MiB, static_cast<char>('a' + i % 26));
            makePointMemoryReady(16 * MiB);
        }
        for (const Block& block : blocks)
            QVERIFY(block.isUntouched());
    }
};

QTEST_GUILESS_MAIN(tst_PointMemory)
#include "tst_PointMemory.moc"
