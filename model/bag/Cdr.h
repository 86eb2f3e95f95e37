#pragma once

#include "model/base/Result.h"

#include <QByteArrayView>
#include <QString>
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace lunkuo
{

/// Takes one ROS 2 message apart: CDR as of the original DDS specification, in either byte order. What is not there is
/// zero, and `isSound` tells; no length in the message is believed further than the message goes.
class Cdr
{
public:
    explicit Cdr(QByteArrayView message);

    /// Nothing was read beyond the end, and the beginning was that of plain CDR.
    [[nodiscard]] bool isSound() const { return m_isSound; }

    template <class T>
    T number()
    {
        align(sizeof(T));
        std::array<char, sizeof(T)> bytes{};
        const QByteArrayView there = take(sizeof(T));
        std::copy(there.begin(), there.end(), bytes.begin());
        if (m_isBigEndian)
            std::reverse(bytes.begin(), bytes.end());
        return std::bit_cast<T>(bytes);
    }
    QString text();
    /// A sequence of bytes, as it lies in the message.
    QByteArrayView bytes();
    /// The length of a sequence whose elements take at least so many bytes each.
    std::size_t count(std::size_t leastBytes);

private:
    void align(std::size_t size);
    QByteArrayView take(std::size_t size);

    QByteArrayView m_body; ///< what places are aligned to the beginning of
    std::size_t m_at = 0;
    bool m_isBigEndian = false;
    bool m_isSound = true;
};

} // namespace lunkuo
