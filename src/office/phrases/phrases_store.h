#pragma once
#include "lib/db/tx.h"
#include "office/phrases/phrases.h"

namespace congso::phrases::store {

std::vector<PhraseList> list(db::Tx& tx); // of the places that the agency has set, in their order
PhraseList find(db::Tx& tx, Place place); // version 0 when it has set none
void put(db::Tx& tx, const PhraseList& list); // throws conflict "stale" when another version was stored

} // namespace congso::phrases::store
