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

bool move_delivery(db::Tx& tx, Id<Outgoing> id, Id<org::Person> from, Id<org::Person> to)
{
    const bool moved = tx.execute("UPDATE outgoing_reader SET person = $4, reminded_at = 0"
                                  " WHERE agency = $1 AND outgoing = $2 AND person = $3 AND NOT EXISTS (SELECT 1 FROM outgoing_reader h"
                                  " WHERE h.agency = $1 AND h.outgoing = $2 AND h.person = $4)",
                                  tx.agency(), id, from, to)
        == 1;
    if (!moved)
        tx.execute("DELETE FROM outgoing_reader WHERE agency = $1 AND outgoing = $2 AND person = $3", tx.agency(), id, from);
    return moved;
}

void move_checks(db::Tx& tx, Id<Outgoing> id, Id<org::Person> from, Id<org::Person> to)
{
    tx.execute("UPDATE outgoing_check SET person = $4 WHERE agency = $1 AND outgoing = $2 AND person = $3 AND done_at = 0", tx.agency(), id,
               from, to);
}

} // namespace congso::outgoing::store
