#include "office/incoming/incoming_hands_store.h"

namespace congso::incoming::store {

void insert_extension(db::Tx& tx, const Extension& row)
{
    tx.execute("INSERT INTO extension (agency, id, record, asked_by, asked_at, due_on, wanted_on, reason, state)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
               row.agency, row.id, row.record, row.asked_by, row.asked_at, row.due_on, row.wanted_on, row.reason, row.state);
}

std::optional<Extension> find_waiting_extension(db::Tx& tx, Id<Incoming> record)
{
    return tx.find<Extension>(
        "SELECT x.agency, x.id, x.record, x.asked_by, p.full_name AS asked_by_name, x.asked_at, x.due_on, x.wanted_on,"
        "       x.reason, x.state"
        "  FROM extension x JOIN person p ON p.agency = x.agency AND p.id = x.asked_by"
        " WHERE x.agency = $1 AND x.record = $2 AND x.state = 'waiting'",
        tx.agency(), record);
}

void decide_extension(db::Tx& tx, Id<Extension> id, ExtensionState state, Id<org::Person> by, Time at)
{
    tx.execute("UPDATE extension SET state = $3, decided_by = $4, decided_at = $5 WHERE agency = $1 AND id = $2", tx.agency(), id, state,
               by, at);
}

std::vector<Deadline> list_deadlines_from(db::Tx& tx, Date day)
{
    return tx.list<Deadline>("SELECT id, due_on, due_by, due_days, due_from FROM incoming WHERE agency = $1 AND due_on IS NOT NULL"
                             "   AND state IN ('registered', 'submitted', 'assigned', 'in_progress') AND due_by >= $2 ORDER BY id",
                             tx.agency(), day);
}

void set_deadline(db::Tx& tx, const Deadline& row)
{
    tx.execute("UPDATE incoming SET due_on = $3, due_by = $4, version = version + 1 WHERE agency = $1 AND id = $2", tx.agency(), row.id,
               row.due_on, row.due_by);
}

} // namespace congso::incoming::store
