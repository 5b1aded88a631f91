#include "office/outgoing/outgoing_handover_store.h"

namespace congso::outgoing::store {

std::vector<OpenDraft> list_open_drafts(db::Tx& tx, Id<org::Person> drafter)
{
    return tx.list<OpenDraft>("SELECT id, subject, urgency, due_on, created_at FROM outgoing"
                              " WHERE agency = $1 AND drafter = $2 AND state IN ('draft', 'reviewing', 'returned', 'submitted')"
                              " ORDER BY created_at, id",
                              tx.agency(), drafter);
}

void set_drafter(db::Tx& tx, Id<Outgoing> id, Id<org::Person> drafter)
{
    tx.execute("UPDATE outgoing SET drafter = $3 WHERE agency = $1 AND id = $2", tx.agency(), id, drafter);
}

void move_checks(db::Tx& tx, Id<Outgoing> id, Id<org::Person> from, Id<org::Person> to)
{
    tx.execute("UPDATE outgoing_check SET person = $4 WHERE agency = $1 AND outgoing = $2 AND person = $3 AND done_at = 0", tx.agency(), id,
               from, to);
}

} // namespace congso::outgoing::store
