#pragma once

#include <QString>
#include <optional>
#include <string_view>
#include <vector>

namespace lunkuo
{

/// A value as Python writes it in the header of a NumPy file: text, whole numbers, True, False, None, tuples, lists and
/// dictionaries of those.
struct PythonLiteral
{
    enum class Kind { Text, Number, Boolean, Nothing, List, Dictionary };

    Kind kind = Kind::Nothing;
    QString text{};
    std::size_t number = 0;             ///< of a Boolean 0 or 1
    std::vector<PythonLiteral> items{}; ///< of a Dictionary: key, value, key, value …

    [[nodiscard]] bool isText() const { return kind == Kind::Text; }
    [[nodiscard]] bool isList() const { return kind == Kind::List; }
    /// The value of a dictionary's key, or null.
    [[nodiscard]] const PythonLiteral* value(QStringView key) const;

    /// Nothing when it is none, or nested so deep that it is damage.
    static std::optional<PythonLiteral> parse(std::string_view source);
};

} // namespace lunkuo
