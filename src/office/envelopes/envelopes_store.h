#pragma once
#include "lib/db/tx.h"
#include "office/actor/rules.h"
#include "office/envelopes/envelopes.h"

namespace congso::envelopes::store {

void insert(db::Tx& tx, const Envelope& envelope);
std::optional<Envelope> find(db::Tx& tx, Id<Envelope> id);
void update(db::Tx& tx, const Envelope& envelope); // where it is and what became of it
Page<Envelope> list(db::Tx& tx, const EnvelopeQuery& query); // newest first

Rules rules();

} // namespace congso::envelopes::store
