#include "office/worktime/worktime_service.h"

#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/worktime/holidays.h"
#include "office/worktime/worktime_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace congso {

namespace store = worktime::store;
using worktime::Calendar, worktime::DayEntry;

namespace {

constexpr int first_year = 2015, last_year = 2045; // deadlines of an office lie between
constexpr std::int64_t known_ms = 60'000; // another process on the same database may change a day, too

// What the rules say of every year, computed once: it takes thousands of new moons, and none of them ever moves.
const std::vector<DayEntry>& days_by_rule()
{
    static const auto days = worktime::days_of_years(first_year, last_year);
    return days;
}

// The agency's own days; a year of which it has none is as the rules say.
std::vector<DayEntry> days_of(db::Tx& tx)
{
    auto days = store::list_days(tx);
    std::set<int> written;
    for (const auto& entry : days)
        written.insert(entry.day.year());
    for (const auto& entry : days_by_rule())
        if (!written.contains(entry.day.year()))
            days.push_back(entry);
    return days;
}

} // namespace

std::shared_ptr<const Calendar> WorktimeService::find_known(AgencyId agency, int& changes)
{
    const auto now = clock_.now();
    const std::lock_guard lock{mutex_};
    changes = changes_;
    const auto known = calendars_.find(agency);
    if (known == calendars_.end() || now < known->second.read_at || known->second.read_at.plus_ms(known_ms) < now)
        return nullptr;
    return known->second.calendar;
}

std::shared_ptr<const Calendar> WorktimeService::keep(AgencyId agency, const std::vector<DayEntry>& days, int changes)
{
    auto made = std::make_shared<const Calendar>(std::vector<worktime::Hours>{}, days, clock_.zone_minutes());
    const auto now = clock_.now();
    const std::lock_guard lock{mutex_};
    if (changes == changes_)
        calendars_[agency] = {made, now};
    return made;
}

std::shared_ptr<const Calendar> WorktimeService::calendar(AgencyId agency)
{
    int changes = 0;
    if (auto known = find_known(agency, changes))
        return known;
    return keep(agency, database_.read(agency, [](db::Tx& tx) { return days_of(tx); }), changes);
}

std::shared_ptr<const Calendar> WorktimeService::calendar(db::Tx& tx)
{
    int changes = 0;
    if (auto known = find_known(tx.agency(), changes))
        return known;
    return keep(tx.agency(), days_of(tx), changes);
}

std::optional<int> WorktimeService::days_left(const Calendar& calendar, Date today, Date due_on)
{
    if (!due_on.is_set())
        return std::nullopt;
    constexpr int far = 3650; // a deadline ten years away is a slip of the hand, not worth counting
    if (std::abs(days_between(today, due_on)) > far)
        return days_between(today, due_on);
    return calendar.working_days_between(today, due_on);
}

worktime::YearView WorktimeService::get_year(const Actor& actor, const worktime::YearQuery& query)
{
    if (query.year < first_year || query.year > last_year)
        throw Error::invalid_field("/year", "range");
    const auto days = calendar(actor.agency());
    worktime::YearView view{.year = query.year, .days = {}, .working_days = 0, .hours = {}};
    for (auto day = Date::of(query.year, 1, 1); day.year() == query.year; day = day.plus_days(1)) {
        if (const auto* entry = days->find_entry(day))
            view.days.push_back(*entry);
        view.working_days += days->is_working_day(day);
    }
    for (const auto& period : days->periods_on(days->next_working_day(Date::of(query.year, 1, 1)))) {
        const auto clock_text = [](int minutes) {
            return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
        };
        view.hours += (view.hours.empty() ? "" : ", ") + clock_text(period.from) + "–" + clock_text(period.to);
    }
    return view;
}

worktime::YearView WorktimeService::change_day(const Actor& actor, const worktime::DayChange& change)
{
    actor.demand(Permission::manage_calendar);
    if (!change.day.is_set() || change.day.year() < first_year || change.day.year() > last_year)
        throw Error::invalid_field("/day", "range");
    if (change.kind)
        demand_text("/name", change.name, longest_reason);
    act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto days = store::list_days(tx);
        const auto same_year = [&](const DayEntry& entry) {
            return entry.day.year() == change.day.year();
        };
        if (std::none_of(days.begin(), days.end(), same_year)) // the whole year becomes the agency's own with its first change
            for (const auto& entry : worktime::days_of_years(change.day.year(), change.day.year()))
                store::put_day(tx, entry);
        if (change.kind)
            store::put_day(tx, {change.day, *change.kind, change.name});
        else
            store::delete_day(tx, change.day);
        audit_.record(
            tx, actor, "calendar.changed", "calendar", {},
            {{"day", change.day.to_string()}, {"kind", change.kind ? describe::to_name(*change.kind) : ""}, {"name", change.name}});
        return Nothing{};
    });
    {
        const std::lock_guard lock{mutex_};
        calendars_.erase(actor.agency());
        ++changes_;
    }
    return get_year(actor, {change.day.year()});
}

worktime::DeadlineView WorktimeService::explain(const Actor& actor, const worktime::DeadlineQuery& query)
{
    if (query.working_days < 0 || query.working_days > worktime::working_days_limit)
        throw Error::invalid_field("/working_days", "range");
    const auto from = query.from.value_or(clock_.today());
    const auto days = calendar(actor.agency());
    return {.from = from, .due_on = days->add_working_days(from, query.working_days), .steps = days->explain(from, query.working_days)};
}

} // namespace congso
