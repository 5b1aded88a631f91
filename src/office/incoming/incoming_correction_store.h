#pragma once
#include "lib/db/tx.h"
#include "office/incoming/incoming_correction.h"

namespace congso::incoming::store {

struct Change {
    std::string field, before, after;
};

void insert_corrections(db::Tx& tx, const Incoming& document, const std::vector<Change>& changes, const std::string& reason,
                        Id<org::Person> person, Time at);
std::vector<Corrected> list_corrections(db::Tx& tx, Id<Incoming> id); // newest first
void retitle_work(db::Tx& tx, const Incoming& document); // what waits for people says what the document now says

} // namespace congso::incoming::store
