#include "office/worktime/worktime.h"

#include "lib/base/error.h"

#include <algorithm>

namespace congso::worktime {

namespace {

constexpr int search_limit = 3660; // days

void check(const Hours& hours)
{
    for (std::size_t i = 0; i < hours.periods.size(); ++i) {
        const auto& period = hours.periods[i];
        const bool possible =
            period.weekday >= 1 && period.weekday <= 7 && period.from >= 0 && period.from < period.to && period.to <= 24 * 60;
        const bool overlaps = i > 0 && hours.periods[i - 1].weekday == period.weekday && hours.periods[i - 1].to > period.from;
        if (!possible || overlaps)
            throw Error::invalid("worktime.hours");
    }
}

void check_days(int n)
{
    if (n < 0 || n > working_days_limit)
        throw Error::invalid("worktime.days");
}

std::vector<Period> periods_of(const Hours& hours, int weekday)
{
    std::vector<Period> periods;
    std::ranges::copy_if(hours.periods, std::back_inserter(periods), [&](const Period& period) { return period.weekday == weekday; });
    return periods;
}

} // namespace

Hours standard_hours()
{
    Hours hours{Date::of(1900, 1, 1), {}};
    for (int weekday = 1; weekday <= 5; ++weekday) {
        hours.periods.push_back({weekday, 7 * 60, 11 * 60 + 30});
        hours.periods.push_back({weekday, 13 * 60 + 30, 17 * 60});
    }
    return hours;
}

Calendar::Calendar(std::vector<Hours> hours, const std::vector<DayEntry>& entries, int zone_minutes)
    : hours_(std::move(hours)), zone_minutes_(zone_minutes)
{
    if (hours_.empty())
        hours_.push_back(standard_hours());
    std::ranges::stable_sort(hours_, {}, &Hours::valid_from);
    for (auto& week : hours_) {
        std::ranges::sort(week.periods, {}, [](const Period& period) { return std::pair{period.weekday, period.from}; });
        check(week);
    }
    for (const auto& entry : entries)
        entries_.insert_or_assign(entry.day, entry);
}

const Hours& Calendar::hours_on(Date day) const
{
    const auto after = std::ranges::upper_bound(hours_, day, {}, &Hours::valid_from);
    return after == hours_.begin() ? *after : *std::prev(after);
}

const DayEntry* Calendar::find_entry(Date day) const
{
    const auto found = entries_.find(day);
    return found == entries_.end() ? nullptr : &found->second;
}

std::vector<Period> Calendar::periods_on(Date day) const
{
    const auto* entry = find_entry(day);
    if (entry && entry->kind != DayKind::swapped_work)
        return {};
    const auto& hours = hours_on(day);
    auto periods = periods_of(hours, day.weekday());
    // A rest day that is worked for another day is worked as the week's first working day is.
    if (periods.empty() && entry && !hours.periods.empty())
        periods = periods_of(hours, hours.periods.front().weekday);
    return periods;
}

Reason Calendar::reason_of(Date day) const
{
    const auto* entry = find_entry(day);
    if (!entry)
        return is_working_day(day) ? Reason::working : Reason::weekly_rest;
    switch (entry->kind) {
    case DayKind::holiday:
        return Reason::holiday;
    case DayKind::compensatory_off:
        return Reason::compensatory_off;
    case DayKind::swapped_off:
        return Reason::swapped_off;
    case DayKind::swapped_work:
        return Reason::swapped_work;
    }
    return Reason::working;
}

Step Calendar::rest_on(Date day) const
{
    const auto* entry = find_entry(day);
    return {.day = day, .counted = false, .number = 0, .reason = reason_of(day), .name = entry ? entry->name : std::string{}};
}

std::vector<Hours> Calendar::hours_between(Date first, Date last) const
{
    std::vector<Hours> found;
    for (const auto& hours : hours_)
        if (hours.valid_from <= first && !found.empty())
            found.front() = hours; // the last that began before
        else if (hours.valid_from <= last)
            found.push_back(hours);
    return found;
}

Date Calendar::next_working_day(Date day) const
{
    for (int i = 0; i < search_limit; ++i, day = day.plus_days(1))
        if (is_working_day(day))
            return day;
    throw Error::invalid("worktime.no_working_day");
}

Date Calendar::overdue_before(Date today) const
{
    Date last = today.plus_days(-1);
    for (int i = 0; i < search_limit && !is_working_day(last); ++i)
        last = last.plus_days(-1);
    return last.plus_days(1);
}

Date Calendar::add_working_days(Date from, int n) const
{
    check_days(n);
    if (n == 0)
        return next_working_day(from);
    for (; n > 0; --n)
        from = next_working_day(from.plus_days(1));
    return from;
}

int Calendar::working_days_between(Date from, Date to) const
{
    if (to < from)
        return -working_days_between(to, from);
    int count = 0;
    while (from < to) {
        from = from.plus_days(1);
        count += is_working_day(from) ? 1 : 0;
    }
    return count;
}

std::vector<Step> Calendar::explain(Date from, int n) const
{
    const Date last = add_working_days(from, n);
    std::vector<Step> steps;
    int number = 0;
    for (Date day = from; day <= last; day = day.plus_days(1)) {
        const auto* entry = find_entry(day);
        const bool counted = day != from && is_working_day(day);
        steps.push_back({.day = day,
                         .counted = counted,
                         .number = counted ? ++number : 0,
                         .reason = day == from ? Reason::start : reason_of(day),
                         .name = entry ? entry->name : std::string{}});
    }
    return steps;
}

Date Calendar::add_calendar_days(Date from, int n) const
{
    check_days(n);
    return next_working_day(from.plus_days(n));
}

Time Calendar::due_end_of_day(Date day) const
{
    const Date working = next_working_day(day);
    return Time::at(working, periods_on(working).back().to, zone_minutes_);
}

Time Calendar::due_same_day(Time accepted, int cutoff_minute) const
{
    const Date day = accepted.date(zone_minutes_);
    return due_end_of_day(accepted.minute_of_day(zone_minutes_) < cutoff_minute ? day : day.plus_days(1));
}

Time Calendar::add_working_minutes(Time start, int minutes) const
{
    constexpr std::int64_t minute_ms = 60'000;
    check_days(minutes / (24 * 60));
    std::int64_t left = minutes * minute_ms;
    for (Date day = next_working_day(start.date(zone_minutes_));; day = next_working_day(day.plus_days(1)))
        for (const auto& period : periods_on(day)) {
            const Time opening = std::max(Time::at(day, period.from, zone_minutes_), start);
            const auto open = Time::at(day, period.to, zone_minutes_).ms - opening.ms;
            if (open <= 0)
                continue;
            if (left <= open)
                return opening.plus_ms(left);
            left -= open;
        }
}

std::int64_t Calendar::working_ms_between(Time from, Time to) const
{
    std::int64_t total = 0;
    const Date last = to.date(zone_minutes_);
    for (Date day = from.date(zone_minutes_); day <= last; day = day.plus_days(1))
        for (const auto& period : periods_on(day)) {
            const auto begin = std::max(Time::at(day, period.from, zone_minutes_), from);
            const auto end = std::min(Time::at(day, period.to, zone_minutes_), to);
            total += std::max<std::int64_t>(end.ms - begin.ms, 0);
        }
    return total;
}

} // namespace congso::worktime
