#include "office/access/access_store.h"

#include "lib/db/filter.h"

namespace congso::access::store {

void insert(db::Tx& tx, const Access& access)
{
    tx.insert("access_log", access);
}

Page<AccessRow> list(db::Tx& tx, const AccessQuery& asked, int zone_minutes)
{
    db::Query query{{.columns = "l.id, l.at, l.person, p.full_name AS person_name, l.action, l.record, l.detail",
                     .walked = "access_log l",
                     .agency = "l.agency",
                     .sort_at = "l.at",
                     .id = "l.id",
                     .joined = "LEFT JOIN person p ON p.agency = l.agency AND p.id = l.person"}};
    const bool of_record = asked.record && !asked.record->empty();
    if (of_record)
        query.along("l.record = $1", *asked.record);
    if (asked.person)
        of_record ? query.where("l.person = $1", *asked.person) : query.along("l.person = $1", *asked.person);
    if (asked.from)
        query.along("l.at >= $1", Time::at(*asked.from, 0, zone_minutes));
    if (asked.to)
        query.along("l.at < $1", Time::at(asked.to->plus_days(1), 0, zone_minutes));
    if (asked.action && !asked.action->empty())
        query.where("l.action = $1", *asked.action);
    return query.page<AccessRow>(tx, asked.limit.value_or(50), asked.after.value_or(""));
}

} // namespace congso::access::store
