#include "office/figures/figures_store.h"

namespace congso::figures::store {

namespace {

std::int64_t count_one(db::Tx& tx, const std::string& sql, const Period& period, const Asked& asked)
{
    std::vector<db::Value> values{db::to_value(tx.agency()), Time::at(period.from, 0, asked.zone_minutes).ms,
                                  Time::at(period.to.plus_days(1), 0, asked.zone_minutes).ms};
    if (sql.find("$4") != std::string::npos)
        values.push_back(db::to_value(asked.today));
    return tx.list_with<std::int64_t>(sql, values).at(0);
}

} // namespace

Count count(db::Tx& tx, const Figure& figure, const Period& period, const Asked& asked)
{
    Count counted{.numerator = count_one(tx, figure.numerator, period, asked), .denominator = {}};
    if (!figure.denominator.empty())
        counted.denominator = count_one(tx, figure.denominator, period, asked);
    return counted;
}

Date find_first_day(db::Tx& tx, const Figure& figure)
{
    return tx.find<Date>(figure.first_day, tx.agency()).value_or(Date{});
}

void put(db::Tx& tx, const MonthRow& row)
{
    tx.execute("INSERT INTO figure_month (agency, name, month, numerator, denominator, computed_on, sequence, seal)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (agency, name, month) DO UPDATE SET numerator = excluded.numerator,"
               " denominator = excluded.denominator, computed_on = excluded.computed_on, sequence = excluded.sequence, seal = excluded.seal"
               " WHERE figure_month.sequence <= excluded.sequence",
               row.agency, row.name, row.month, row.numerator, row.denominator, row.computed_on, row.sequence, row.seal);
}

std::vector<MonthRow> list_months(db::Tx& tx, int year)
{
    return tx.list<MonthRow>("SELECT agency, name, month, numerator, denominator, computed_on, sequence, seal FROM figure_month"
                             " WHERE agency = $1 AND month >= $2 AND month <= $3 ORDER BY name, month",
                             tx.agency(), name_of_month(year, 1), name_of_month(year, 12));
}

std::vector<MonthRow> list_months(db::Tx& tx)
{
    return tx.list<MonthRow>("SELECT agency, name, month, numerator, denominator, computed_on, sequence, seal FROM figure_month"
                             " WHERE agency = $1 ORDER BY name, month",
                             tx.agency());
}

} // namespace congso::figures::store
