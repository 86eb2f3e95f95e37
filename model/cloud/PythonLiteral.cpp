#include "model/cloud/PythonLiteral.h"

#include <charconv>

namespace lunkuo
{

namespace
{
constexpr int deepest = 16;

class Parser
{
public:
    explicit Parser(std::string_view source)
        : m_rest(source)
    {
    }

    std::optional<PythonLiteral> whole()
    {
        auto result = value(0);
        skipBlanks();
        return m_rest.empty() ? result : std::nullopt;
    }

private:
    void skipBlanks()
    {
        while (!m_rest.empty() && (m_rest[0] == ' ' || m_rest[0] == '\n' || m_rest[0] == '\t'))
            m_rest.remove_prefix(1);
    }
    bool take(char wanted)
    {
        skipBlanks();
        if (m_rest.empty() || m_rest[0] != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    std::optional<PythonLiteral> value(int depth);
    std::optional<PythonLiteral> textUpTo(char quote);
    std::optional<PythonLiteral> numberOrWord();
    std::optional<PythonLiteral> itemsUpTo(char end, int depth);

    std::string_view m_rest;
};

std::optional<PythonLiteral> Parser::value(int depth)
{
    if (depth > deepest)
        return std::nullopt;
    for (const char quote : {'\'', '"'})
        if (take(quote))
            return textUpTo(quote);
    if (take('('))
        return itemsUpTo(')', depth);
    if (take('['))
        return itemsUpTo(']', depth);
    if (take('{'))
        return itemsUpTo('}', depth);
    return numberOrWord();
}

std::optional<PythonLiteral> Parser::textUpTo(char quote)
{
    const std::size_t end = m_rest.find(quote);
    const std::size_t escape = m_rest.find('\\');
    if (end == std::string_view::npos || escape < end)
        return std::nullopt;
    PythonLiteral result{PythonLiteral::Kind::Text};
    result.text = QString::fromUtf8(m_rest.data(), static_cast<qsizetype>(end));
    m_rest.remove_prefix(end + 1);
    return result;
}

std::optional<PythonLiteral> Parser::numberOrWord()
{
    for (const auto& [word, kind, number] : {std::tuple{"True", PythonLiteral::Kind::Boolean, 1},
             std::tuple{"False", PythonLiteral::Kind::Boolean, 0}, std::tuple{"None", PythonLiteral::Kind::Nothing, 0}})
        if (m_rest.starts_with(word)) {
            m_rest.remove_prefix(std::string_view(word).size());
            return PythonLiteral{kind, {}, static_cast<std::size_t>(number)};
        }
    PythonLiteral result{PythonLiteral::Kind::Number};
    const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), result.number);
    if (error != std::errc())
        return std::nullopt;
    m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
    if (m_rest.starts_with('L')) // Python 2
        m_rest.remove_prefix(1);
    return result;
}

std::optional<PythonLiteral> Parser::itemsUpTo(char end, int depth)
{
    const bool isDictionary = end == '}';
    PythonLiteral result{isDictionary ? PythonLiteral::Kind::Dictionary : PythonLiteral::Kind::List};
    while (!take(end)) {
        for (int part = 0; part < (isDictionary ? 2 : 1); ++part) {
            auto item = value(depth + 1);
            if (!item || (isDictionary && part == 0 && !take(':')))
                return std::nullopt;
            result.items.push_back(std::move(*item));
        }
        if (take(','))
            continue;
        if (!take(end))
            return std::nullopt;
        break;
    }
    // One value in brackets is that value and no tuple of one; nothing here depends on the difference.
    return result;
}
} // namespace

const PythonLiteral* PythonLiteral::value(QStringView key) const
{
    for (std::size_t i = 0; kind == Kind::Dictionary && i + 1 < items.size(); i += 2)
        if (items[i].isText() && items[i].text == key)
            return &items[i + 1];
    return nullptr;
}

std::optional<PythonLiteral> PythonLiteral::parse(std::string_view source)
{
    return Parser(source).whole();
}

} // namespace lunkuo
