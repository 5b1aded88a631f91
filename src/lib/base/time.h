#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congso {

// A calendar day without a zone. Stored and sent as "YYYY-MM-DD"; the default is no day at all (`is_set()` false).
struct Date {
    std::chrono::year_month_day day{};

    static std::optional<Date> parse(std::string_view iso); // exactly YYYY-MM-DD, an existing day, years 1000–9999
    static Date of(int year, unsigned month, unsigned day);
    bool is_set() const { return day.ok(); }
    int year() const { return static_cast<int>(day.year()); }
    unsigned month() const { return static_cast<unsigned>(day.month()); }
    unsigned day_of_month() const { return static_cast<unsigned>(day.day()); }
    int weekday() const; // ISO 8601: Monday 1 … Sunday 7
    Date plus_days(int days) const;
    std::string to_string() const; // "" when not set
    auto operator<=>(const Date&) const = default;
};

int days_between(Date from, Date to); // to − from

// An instant: milliseconds since 1970-01-01T00:00Z. Stored as BIGINT, sent as a JSON number.
struct Time {
    std::int64_t ms{};

    static Time at(Date day, int minutes_after_midnight, int zone_minutes); // the instant of a wall clock in a zone
    Date date(int zone_minutes) const; // the day on a wall clock in that zone
    int minute_of_day(int zone_minutes) const;
    Time plus_ms(std::int64_t more) const { return {ms + more}; }
    std::string to_string(int zone_minutes) const; // ISO 8601 "2022-05-04T07:15:00+07:00"
    auto operator<=>(const Time&) const = default;
};

} // namespace congso
