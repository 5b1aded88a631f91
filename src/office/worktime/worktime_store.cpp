#include "office/worktime/worktime_store.h"

namespace congso::worktime::store {

namespace {

struct PeriodRow {
    Date valid_from;
    int weekday{}, starts{}, ends{};
};
BOOST_DESCRIBE_STRUCT(PeriodRow, (), (valid_from, weekday, starts, ends))

} // namespace

std::vector<DayEntry> list_days(db::Tx& tx)
{
    return tx.list<DayEntry>("SELECT day, kind, name FROM calendar_day WHERE agency = $1 ORDER BY day", tx.agency());
}

std::vector<Hours> list_hours(db::Tx& tx)
{
    std::vector<Hours> all;
    for (const auto& row : tx.list<PeriodRow>("SELECT valid_from, weekday, starts, ends FROM working_period WHERE agency = $1"
                                              " ORDER BY valid_from, weekday, starts",
                                              tx.agency())) {
        if (all.empty() || all.back().valid_from != row.valid_from)
            all.push_back({row.valid_from, {}});
        all.back().periods.push_back({row.weekday, row.starts, row.ends});
    }
    return all;
}

void put_hours(db::Tx& tx, const Hours& hours)
{
    tx.execute("DELETE FROM working_period WHERE agency = $1 AND valid_from = $2", tx.agency(), hours.valid_from);
    for (const auto& period : hours.periods)
        tx.execute("INSERT INTO working_period (agency, valid_from, weekday, starts, ends) VALUES ($1, $2, $3, $4, $5)", tx.agency(),
                   hours.valid_from, period.weekday, period.from, period.to);
}

void put_day(db::Tx& tx, const DayEntry& entry)
{
    tx.execute("INSERT INTO calendar_day (agency, day, kind, name) VALUES ($1, $2, $3, $4)"
               " ON CONFLICT (agency, day) DO UPDATE SET kind = excluded.kind, name = excluded.name",
               tx.agency(), entry.day, entry.kind, entry.name);
}

void delete_day(db::Tx& tx, Date day)
{
    tx.execute("DELETE FROM calendar_day WHERE agency = $1 AND day = $2", tx.agency(), day);
}

} // namespace congso::worktime::store
