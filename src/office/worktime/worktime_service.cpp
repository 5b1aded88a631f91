#include "office/worktime/worktime_service.h"

#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/worktime/holidays.h"
#include "office/worktime/worktime_store.h"

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

// From the day on which the agency's own hours begin they hold; before it the standard ones.
std::vector<worktime::Hours> hours_of(db::Tx& tx)
{
    auto hours = store::list_hours(tx);
    if (!hours.empty())
        hours.push_back(worktime::standard_hours());
    return hours;
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

std::shared_ptr<const Calendar> WorktimeService::keep(AgencyId agency, db::Tx& tx, int changes)
{
    auto made = std::make_shared<const Calendar>(hours_of(tx), days_of(tx), clock_.zone_minutes());
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
    return database_.read(agency, [&](db::Tx& tx) { return keep(agency, tx, changes); });
}

std::shared_ptr<const Calendar> WorktimeService::calendar(db::Tx& tx)
{
    int changes = 0;
    if (auto known = find_known(tx.agency(), changes))
        return known;
    return keep(tx.agency(), tx, changes);
}

void WorktimeService::tell(db::Tx& tx, const Actor& actor) const
{
    const Calendar calendar{hours_of(tx), days_of(tx), clock_.zone_minutes()};
    for (const auto& changed : changed_)
        changed(tx, actor, calendar);
}

void WorktimeService::forget(AgencyId agency)
{
    const std::lock_guard lock{mutex_};
    calendars_.erase(agency);
    ++changes_;
}

std::optional<int> WorktimeService::days_left(const Calendar& calendar, Date today, Date due_on)
{
    if (!due_on.is_set())
        return std::nullopt;
    constexpr int far = 3650; // a deadline ten years away is a slip of the hand, not worth counting
    if (std::abs(days_between(today, due_on)) > far)
        return days_between(today, due_on);
    const auto met_on = calendar.next_working_day(due_on);
    const auto days = calendar.working_days_between(today, met_on);
    return met_on < today ? std::min(days, -1) : days; // late is late, on the first day of rest after it too
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
    view.hours = days->hours_between(Date::of(query.year, 1, 1), Date::of(query.year, 12, 31));
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
        tell(tx, actor);
        return Nothing{};
    });
    forget(actor.agency());
    return get_year(actor, {change.day.year()});
}

worktime::YearView WorktimeService::change_hours(const Actor& actor, const worktime::HoursChange& change)
{
    constexpr std::size_t most_periods = 7 * 6;
    actor.demand(Permission::manage_calendar);
    if (!change.valid_from.is_set() || change.valid_from.year() < first_year || change.valid_from.year() > last_year)
        throw Error::invalid_field("/valid_from", "range");
    if (change.periods.size() > most_periods)
        throw Error::invalid_field("/periods", "too_many");
    if (!change.periods.empty())
        Calendar{std::vector{worktime::Hours{change.valid_from, change.periods}}, {}, clock_.zone_minutes()}; // throws "worktime.hours"
    act(database_, clock_, actor, [&](db::Tx& tx) {
        store::put_hours(tx, {change.valid_from, change.periods});
        audit_.record(tx, actor, "calendar.hours_changed", "calendar", {},
                      {{"valid_from", change.valid_from.to_string()}, {"periods", std::to_string(change.periods.size())}});
        tell(tx, actor);
        return Nothing{};
    });
    forget(actor.agency());
    return get_year(actor, {change.valid_from.year()});
}

worktime::DeadlineView WorktimeService::explain(const Actor& actor, const worktime::DeadlineQuery& query)
{
    const auto from = query.from.value_or(clock_.today());
    const auto days = calendar(actor.agency());
    if (query.due_on && query.due_on->is_set()) {
        if (std::abs(days_between(from, *query.due_on)) > worktime::working_days_limit)
            throw Error::invalid_field("/due_on", "range");
        const auto met_on = days->next_working_day(*query.due_on);
        const auto count = days->working_days_between(from, met_on);
        worktime::DeadlineView view{.from = from, .due_on = met_on, .working_days = count, .rest = {}, .steps = {}};
        if (met_on != *query.due_on)
            view.rest = days->rest_on(*query.due_on);
        view.steps = count < 0 ? days->explain(met_on, -count) : days->explain(from, count);
        return view;
    }
    const auto count = query.working_days.value_or(0);
    if (count < 0 || count > worktime::working_days_limit)
        throw Error::invalid_field("/working_days", "range");
    return {.from = from,
            .due_on = days->add_working_days(from, count),
            .working_days = count,
            .rest = {},
            .steps = days->explain(from, count)};
}

} // namespace congso
