#include "lib/text/words.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace congso::text {

namespace {

constexpr std::string_view digits[] = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

std::uint64_t magnitude(std::int64_t value)
{
    return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

std::string with_dots(std::uint64_t value)
{
    std::string text = std::to_string(value);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, '.');
    return text;
}

std::string month(Date date)
{
    return fmt::format("{}{}", date.month() < 3 ? "0" : "", date.month());
}

using Words = std::vector<std::string_view>;

// Three figures. `full`: something stands before them, so the hundreds are said even when they are none.
void say_group(Words& words, unsigned group, bool full)
{
    const unsigned hundreds = group / 100, tens = group / 10 % 10, ones = group % 10;
    if (full || hundreds > 0)
        words.insert(words.end(), {digits[hundreds], "trăm"});
    const bool before = full || hundreds > 0;
    if (tens == 0) {
        if (ones == 0)
            return;
        if (before)
            words.push_back("linh");
        words.push_back(digits[ones]);
        return;
    }
    if (tens == 1)
        words.push_back("mười");
    else
        words.insert(words.end(), {digits[tens], "mươi"});
    if (ones == 5)
        words.push_back("lăm");
    else if (ones == 1 && tens > 1)
        words.push_back("mốt");
    else if (ones == 4 && tens > 1)
        words.push_back("tư");
    else if (ones > 0)
        words.push_back(digits[ones]);
}

void say(Words& words, std::uint64_t value, bool full)
{
    constexpr std::uint64_t billion = 1'000'000'000;
    if (value >= billion) { // «nghìn tỷ», «tỷ tỷ»: the billions are a number of their own
        say(words, value / billion, full);
        words.push_back("tỷ");
        full = true;
    }
    const auto rest = static_cast<unsigned>(value % billion);
    const std::pair<unsigned, std::string_view> groups[] = {{rest / 1'000'000, "triệu"}, {rest / 1000 % 1000, "nghìn"}, {rest % 1000, ""}};
    for (const auto& [group, unit] : groups) {
        if (group == 0)
            continue;
        say_group(words, group, full);
        if (!unit.empty())
            words.push_back(unit);
        full = true;
    }
}

} // namespace

std::string long_date(Date date)
{
    return date.is_set() ? fmt::format("ngày {:02} tháng {} năm {}", date.day_of_month(), month(date), date.year()) : std::string{};
}

std::string short_date(Date date)
{
    return date.is_set() ? fmt::format("{:02}/{}/{}", date.day_of_month(), month(date), date.year()) : std::string{};
}

std::string table_date(Date date)
{
    return date.is_set() ? fmt::format("{:02}/{:02}/{}", date.day_of_month(), date.month(), date.year()) : std::string{};
}

std::string number(std::int64_t value)
{
    return (value < 0 ? "-" : "") + with_dots(magnitude(value));
}

std::string hundredths(std::int64_t value)
{
    const auto size = magnitude(value);
    std::string text = (value < 0 ? "-" : "") + with_dots(size / 100);
    if (const auto part = size % 100; part > 0)
        text += part % 10 == 0 ? fmt::format(",{}", part / 10) : fmt::format(",{:02}", part);
    return text;
}

std::string percent(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0)
        return "chưa có số liệu";
    const auto size = static_cast<std::uint64_t>(whole);
    const auto thousandths = (magnitude(part) * 1000 + size / 2) / size;
    return fmt::format("{}{},{}%", part < 0 && thousandths > 0 ? "-" : "", with_dots(thousandths / 10), thousandths % 10);
}

std::string money(std::int64_t dong)
{
    return number(dong) + " đồng";
}

std::string number_in_words(std::int64_t value)
{
    Words words;
    if (value == 0)
        return std::string{digits[0]};
    if (value < 0)
        words.push_back("âm");
    say(words, magnitude(value), false);
    return fmt::format("{}", fmt::join(words, " "));
}

std::string money_in_words(std::int64_t dong)
{
    std::string text = number_in_words(dong) + " đồng";
    for (const auto& [lower, upper] :
         {std::pair{"â", "Â"}, {"k", "K"}, {"m", "M"}, {"h", "H"}, {"b", "B"}, {"n", "N"}, {"s", "S"}, {"t", "T"}, {"c", "C"}})
        if (text.starts_with(lower))
            return text.replace(0, std::string_view{lower}.size(), upper);
    return text;
}

std::string vietnamese_letter(std::size_t index)
{
    constexpr std::string_view letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                            "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};
    constexpr std::size_t count = std::size(letters);
    std::string text;
    for (++index; index > 0; index = (index - 1) / count)
        text.insert(0, letters[(index - 1) % count]);
    return text;
}

} // namespace congso::text
