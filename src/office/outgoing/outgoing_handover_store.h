#pragma once
#include "lib/db/tx.h"
#include "office/outgoing/outgoing.h"

namespace congso::outgoing::store {

std::vector<OpenDraft> list_open_drafts(db::Tx& tx, Id<org::Person> drafter);
void set_drafter(db::Tx& tx, Id<Outgoing> id, Id<org::Person> drafter);
void move_checks(db::Tx& tx, Id<Outgoing> id, Id<org::Person> from, Id<org::Person> to); // that are not done

} // namespace congso::outgoing::store
