#include "office/incoming/incoming_correction_store.h"

namespace congso::incoming::store {

void insert_corrections(db::Tx& tx, const Incoming& document, const std::vector<Change>& changes, const std::string& reason,
                        Id<org::Person> person, Time at)
{
    for (const auto& change : changes)
        tx.execute("INSERT INTO incoming_correction (agency, incoming, version, field, before, after, reason, person, at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                   tx.agency(), document.id, document.version, change.field, change.before, change.after, reason, person, at);
}

std::vector<Corrected> list_corrections(db::Tx& tx, Id<Incoming> id)
{
    return tx.list<Corrected>("SELECT c.version, c.field, c.before, c.after, c.reason, p.full_name AS person_name, c.at"
                              " FROM incoming_correction c JOIN person p ON p.agency = c.agency AND p.id = c.person"
                              " WHERE c.agency = $1 AND c.incoming = $2 ORDER BY c.version DESC, c.field",
                              tx.agency(), id);
}

void retitle_work(db::Tx& tx, const Incoming& document)
{
    tx.execute("UPDATE work_item SET title = $3, from_whom = $4, symbol = $5, urgency = $6 WHERE agency = $1 AND record = $2", tx.agency(),
               document.id, document.subject, document.issuer, document.origin_number, document.urgency);
}

} // namespace congso::incoming::store
