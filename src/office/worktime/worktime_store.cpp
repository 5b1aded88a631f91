#include "office/worktime/worktime_store.h"

namespace congso::worktime::store {

std::vector<DayEntry> list_days(db::Tx& tx)
{
    return tx.list<DayEntry>("SELECT day, kind, name FROM calendar_day WHERE agency = $1 ORDER BY day", tx.agency());
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
