#include "model/bag/Cdr.h"

namespace lunkuo
{

namespace
{
constexpr qsizetype beginning = 4;
} // namespace

Cdr::Cdr(QByteArrayView message)
{
    // Two bytes say the encoding, two are options without a meaning here.
    const bool isPlain = message.size() >= beginning && message[0] == 0 && (message[1] == 0 || message[1] == 1);
    m_isSound = isPlain;
    if (!isPlain)
        return;
    m_isBigEndian = message[1] == 0;
    m_body = message.sliced(beginning);
}

void Cdr::align(std::size_t size)
{
    m_at = (m_at + size - 1) / size * size;
}

QByteArrayView Cdr::take(std::size_t size)
{
    const auto whole = static_cast<std::size_t>(m_body.size());
    if (!m_isSound || m_at > whole || whole - m_at < size) {
        m_isSound = false;
        return {};
    }
    const QByteArrayView part = m_body.sliced(static_cast<qsizetype>(m_at), static_cast<qsizetype>(size));
    m_at += size;
    return part;
}

QString Cdr::text()
{
    QByteArrayView characters = bytes();
    if (characters.endsWith('\0'))
        characters.chop(1);
    return QString::fromUtf8(characters);
}

QByteArrayView Cdr::bytes()
{
    return take(number<quint32>());
}

std::size_t Cdr::count(std::size_t leastBytes)
{
    const std::size_t announced = number<quint32>();
    const std::size_t rest =
        static_cast<std::size_t>(m_body.size()) - std::min(m_at, static_cast<std::size_t>(m_body.size()));
    if (announced > rest / leastBytes)
        m_isSound = false;
    return m_isSound ? announced : 0;
}

} // namespace lunkuo
