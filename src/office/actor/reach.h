#pragma once
#include "lib/db/tx.h"
#include "office/actor/actor.h"

// Who may see what: rows written in the transaction that gives or takes sight. Lists, counts, search and files start from it,
// so they cannot disagree. People with `see_all_documents` see every record of their agency without a row. What is given to a
// unit is given to each of its people.
namespace congso::reach {

void give(db::Tx& tx, Id<org::Person> holder, std::string_view kind, Uuid record, std::int64_t sort_at); // again: moves sort_at
void take(db::Tx& tx, Id<org::Person> holder, Uuid record);
void move(db::Tx& tx, Uuid record, std::int64_t sort_at); // the record's place in lists changed
bool may_see(db::Tx& tx, const Actor& actor, Uuid record); // himself, or somebody for whom he stands in today
void demand(db::Tx& tx, const Actor& actor, Uuid record); // throws not_found: what one may not see does not exist

} // namespace congso::reach
