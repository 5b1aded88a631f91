#pragma once
#include "lib/db/tx.h"
#include "office/figures/figures.h"

namespace congso::figures::store {

// When a count is asked.
struct Asked {
    Date today;
    int zone_minutes{};
};

Count count(db::Tx& tx, const Figure& figure, const Period& period, const Asked& asked);
Date find_first_day(db::Tx& tx, const Figure& figure); // unset while there is no record

// A month as it was counted.
struct MonthRow {
    AgencyId agency;
    std::string name, month;
    std::int64_t numerator{};
    std::optional<std::int64_t> denominator;
    Date computed_on;
    std::int64_t sequence{}; // of the audit chain
    std::string seal; // of all of the above, with the installation's secret
};
BOOST_DESCRIBE_STRUCT(MonthRow, (), (agency, name, month, numerator, denominator, computed_on, sequence, seal))

void put(db::Tx& tx, const MonthRow& row); // replaces what was counted earlier
std::vector<MonthRow> list_months(db::Tx& tx, int year); // of every figure
std::vector<MonthRow> list_months(db::Tx& tx); // and of every year

} // namespace congso::figures::store
