#include "office/figures/figures.h"

#include <fmt/format.h>

namespace congso::figures {

std::optional<std::int64_t> value_of(const Count& count)
{
    if (!count.denominator)
        return count.numerator;
    if (*count.denominator <= 0)
        return std::nullopt;
    return (count.numerator * 20'000 + *count.denominator) / (2 * *count.denominator); // half up
}

Period month_of(int year, int month)
{
    const auto next = month == 12 ? Date::of(year + 1, 1, 1) : Date::of(year, static_cast<unsigned>(month) + 1, 1);
    return {Date::of(year, static_cast<unsigned>(month), 1), next.plus_days(-1)};
}

std::string name_of_month(int year, int month)
{
    return fmt::format("{:04}-{:02}", year, month);
}

std::string link_of(std::string_view list, const Period& period)
{
    std::string link{list};
    const auto put = [&](std::string_view place, const std::string& text) {
        if (const auto at = link.find(place); at != std::string::npos)
            link.replace(at, place.size(), text);
    };
    put("{from}", period.from.to_string());
    put("{to}", period.to.to_string());
    return link;
}

} // namespace congso::figures
