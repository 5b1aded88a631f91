#pragma once
#include "lib/db/tx.h"
#include "office/incoming/incoming.h"

// Extensions, and the deadlines that a changed calendar moves.
namespace congso::incoming::store {

void insert_extension(db::Tx& tx, const Extension& extension);
std::optional<Extension> find_waiting_extension(db::Tx& tx, Id<Incoming> record);
void decide_extension(db::Tx& tx, Id<Extension> id, ExtensionState state, Id<org::Person> by, Time at);

struct Deadline {
    Id<Incoming> id;
    Date due_on, due_by;
    int due_days{};
    Date due_from;
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (id, due_on, due_by, due_days, due_from))
std::vector<Deadline> list_deadlines_from(db::Tx& tx, Date day); // of documents that are open, met on `day` or later
void set_deadline(db::Tx& tx, const Deadline& deadline);

} // namespace congso::incoming::store
