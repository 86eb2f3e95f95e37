// The least that loading a cloud of four floats a point can take: map the file, let all cores take its rows apart into
// arrays, check nothing. Prints the median milliseconds as JSON, to be set beside “lunkuo bench load” of the same file.
//   raw_limit CLOUD.ply|CLOUD.pcd

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <span>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace
{

constexpr int runs = 5;
constexpr std::size_t columns = 4;

/// A file in memory; empty when it cannot be read.
class MappedFile
{
public:
    explicit MappedFile(const char* path)
    {
        const int file = ::open(path, O_RDONLY);
        struct stat about = {};
        if (file >= 0 && ::fstat(file, &about) == 0 && about.st_size > 0) {
            const auto size = static_cast<std::size_t>(about.st_size);
            void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
            if (start != MAP_FAILED)
                m_bytes = {static_cast<const char*>(start), size};
        }
        if (file >= 0)
            ::close(file);
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile()
    {
        if (!m_bytes.empty())
            ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
    }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }

private:
    std::string_view m_bytes;
};

struct Body
{
    std::string_view rows;
    bool isText = false;
};

/// What follows the line that ends the header.
Body bodyOf(std::string_view bytes)
{
    for (const std::string_view last : {"end_header\n", "DATA binary\n", "DATA ascii\n"})
        if (const auto at = bytes.substr(0, 4096).find(last); at != std::string_view::npos)
            return {bytes.substr(at + last.size()), last == "DATA ascii\n"};
    return {};
}

/// One array a column, as a loaded cloud has them.
struct Arrays
{
    explicit Arrays(std::size_t count)
    {
        for (auto& column : data)
            column.reset(new float[count]);
    }
    std::array<std::unique_ptr<float[]>, columns> data;
};

void takeApart(std::string_view rows, std::size_t first, std::size_t last, Arrays& into)
{
    for (std::size_t i = first; i < last; ++i) {
        std::array<float, columns> row;
        std::memcpy(row.data(), rows.data() + i * sizeof(row), sizeof(row));
        for (std::size_t c = 0; c < columns; ++c)
            into.data[c][i] = row[c];
    }
}

/// A plain decimal number and the one character after it.
float readNumber(const char*& at)
{
    constexpr std::array powers{1.0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8};
    const bool isNegative = *at == '-';
    at += isNegative ? 1 : 0;
    std::int64_t digits = 0;
    for (; *at >= '0' && *at <= '9'; ++at)
        digits = 10 * digits + (*at - '0');
    std::size_t decimals = 0;
    if (*at == '.')
        for (++at; *at >= '0' && *at <= '9'; ++at, ++decimals)
            digits = 10 * digits + (*at - '0');
    ++at;
    const double value = static_cast<double>(digits) * powers[std::min(decimals, powers.size() - 1)];
    return static_cast<float>(isNegative ? -value : value);
}

void readText(std::string_view rows, std::size_t first, Arrays& into)
{
    const char* at = rows.data();
    for (std::size_t i = first; at < rows.data() + rows.size(); ++i)
        for (auto& column : into.data)
            column[i] = readNumber(at);
}

void loadBinary(std::string_view rows, std::size_t threads)
{
    const std::size_t count = rows.size() / (columns * sizeof(float));
    Arrays arrays(count);
    std::vector<std::jthread> crew;
    for (std::size_t t = 0; t < threads; ++t)
        crew.emplace_back([&, t] { takeApart(rows, count * t / threads, count * (t + 1) / threads, arrays); });
}

void loadText(std::string_view rows, std::size_t threads)
{
    std::vector<std::string_view> parts;
    for (std::size_t t = 0; t < threads; ++t) {
        const std::size_t end = t + 1 == threads ? rows.size() : rows.find('\n', rows.size() / (threads - t)) + 1;
        parts.push_back(rows.substr(0, end));
        rows.remove_prefix(end);
    }
    std::vector<std::size_t> counts(threads);
    {
        std::vector<std::jthread> crew;
        for (std::size_t t = 0; t < threads; ++t)
            crew.emplace_back(
                [&, t] { counts[t] = static_cast<std::size_t>(std::count(parts[t].begin(), parts[t].end(), '\n')); });
    }
    std::size_t first = 0;
    for (const std::size_t count : counts)
        first += count;
    Arrays arrays(first);
    std::vector<std::jthread> crew;
    first = 0;
    for (std::size_t t = 0; t < threads; first += counts[t++])
        crew.emplace_back([&, t, first] { readText(parts[t], first, arrays); });
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::fputs("raw_limit takes one cloud.\n", stderr);
        return 2;
    }
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<double> times_ms;
    for (int run = -1; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        const MappedFile file(words[1]);
        const Body body = bodyOf(file.bytes());
        if (body.rows.empty()) {
            std::fputs("raw_limit cannot read this.\n", stderr);
            return 1;
        }
        body.isText ? loadText(body.rows, threads) : loadBinary(body.rows, threads);
        if (run >= 0)
            times_ms.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times_ms.begin(), times_ms.end());
    std::printf("{\"ms\":%.2f}\n", times_ms[runs / 2]);
    return 0;
}
