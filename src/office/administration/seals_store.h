#pragma once
#include "lib/db/tx.h"
#include "office/administration/seals.h"

namespace congso::administration::store {

void put_seal(db::Tx& tx, const Seal& seal, Time now);
std::vector<Seal> list_seals(db::Tx& tx);
bool has_body(db::Tx& tx, Id<org::Body> body);

} // namespace congso::administration::store
