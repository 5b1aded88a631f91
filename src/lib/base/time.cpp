#include "lib/base/time.h"

#include <fmt/format.h>

namespace congso {

namespace {

constexpr std::int64_t minute_ms = 60'000, day_ms = 86'400'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

std::int64_t local_ms(Time time, int zone_minutes)
{
    return time.ms + zone_minutes * minute_ms;
}

} // namespace

std::optional<Date> Date::parse(std::string_view iso)
{
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
        return std::nullopt;
    int parts[3] = {0, 0, 0};
    for (std::size_t i = 0, part = 0; i < 10; ++i) {
        if (i == 4 || i == 7) {
            ++part;
            continue;
        }
        if (iso[i] < '0' || iso[i] > '9')
            return std::nullopt;
        parts[part] = parts[part] * 10 + (iso[i] - '0');
    }
    const Date date = of(parts[0], static_cast<unsigned>(parts[1]), static_cast<unsigned>(parts[2]));
    if (!date.day.ok() || parts[0] < 1000)
        return std::nullopt;
    return date;
}

Date Date::of(int year, unsigned month, unsigned day)
{
    return {std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

int Date::weekday() const
{
    return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding());
}

Date Date::plus_days(int days) const
{
    return {std::chrono::sys_days{day} + std::chrono::days{days}};
}

std::string Date::to_string() const
{
    return is_set() ? fmt::format("{:04}-{:02}-{:02}", year(), month(), day_of_month()) : std::string{};
}

int days_between(Date from, Date to)
{
    return static_cast<int>((std::chrono::sys_days{to.day} - std::chrono::sys_days{from.day}).count());
}

Time Time::at(Date day, int minutes_after_midnight, int zone_minutes)
{
    const auto days = std::chrono::sys_days{day.day}.time_since_epoch().count();
    return {days * day_ms + (minutes_after_midnight - zone_minutes) * minute_ms};
}

Date Time::date(int zone_minutes) const
{
    const auto days = floor_div(local_ms(*this, zone_minutes), day_ms);
    return {std::chrono::sys_days{std::chrono::days{days}}};
}

int Time::minute_of_day(int zone_minutes) const
{
    const auto local = local_ms(*this, zone_minutes);
    return static_cast<int>((local - floor_div(local, day_ms) * day_ms) / minute_ms);
}

std::string Time::to_string(int zone_minutes) const
{
    const auto local = local_ms(*this, zone_minutes);
    const auto in_day = (local - floor_div(local, day_ms) * day_ms) / 1000;
    const int zone = zone_minutes < 0 ? -zone_minutes : zone_minutes;
    return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", date(zone_minutes).to_string(), in_day / 3600, in_day / 60 % 60, in_day % 60,
                       zone_minutes < 0 ? '-' : '+', zone / 60, zone % 60);
}

} // namespace congso
