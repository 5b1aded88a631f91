#include "lib/http/range.h"

#include <algorithm>
#include <charconv>

namespace congso::http {
namespace {

std::optional<std::int64_t> parse_number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

RangeAnswer parse_range(std::string_view field, std::int64_t size)
{
    constexpr std::string_view unit = "bytes=";
    if (!field.starts_with(unit))
        return {};
    field.remove_prefix(unit.size());
    const auto dash = field.find('-');
    if (dash == std::string_view::npos)
        return {};
    const auto first = parse_number(field.substr(0, dash));
    const auto last = parse_number(field.substr(dash + 1));
    if (dash == 0) { // the last so many bytes
        if (!last)
            return {};
        const auto count = std::min(*last, size);
        return count == 0 ? RangeAnswer{.unsatisfiable = true} : RangeAnswer{.range = Range{size - count, count}};
    }
    const bool open = dash + 1 == field.size();
    if (!first || (!last && !open) || (last && *last < *first))
        return {};
    if (*first >= size)
        return {.unsatisfiable = true};
    const auto end = last ? std::min(*last, size - 1) : size - 1;
    return {.range = Range{*first, end - *first + 1}};
}

} // namespace congso::http
