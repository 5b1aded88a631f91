#pragma once
#include "lib/db/tx.h"
#include "office/outgoing/outgoing.h"

namespace congso::outgoing::store {

std::vector<OpenDraft> list_open_drafts(db::Tx& tx, Id<org::Person> drafter);
void set_drafter(db::Tx& tx, Id<Outgoing> id, Id<org::Person> drafter);
// What was delivered to one person was delivered to another, who has not been reminded. False when it had come to him already: then one
// delivery is left, his own.
bool move_delivery(db::Tx& tx, Id<Outgoing> id, Id<org::Person> from, Id<org::Person> to);
void move_checks(db::Tx& tx, Id<Outgoing> id, Id<org::Person> from, Id<org::Person> to); // that are not done

} // namespace congso::outgoing::store
