#pragma once
#include "lib/db/tx.h"
#include "office/tasks/tasks.h"

namespace congso::tasks::store {

void insert(db::Tx& tx, const Assignment& assignment);
void insert(db::Tx& tx, const Note& note);
std::vector<Assignment> list_assignments(db::Tx& tx, Uuid record); // lead, co-workers, readers; each in order of time
std::optional<Assignment> find_open(db::Tx& tx, Uuid record, Id<org::Person> person); // waiting or accepted
void set_state(db::Tx& tx, Id<Assignment> id, State state, Time done_at);
void mark_read(db::Tx& tx, Uuid record, Id<org::Person> person, Time now);
void finish_all(db::Tx& tx, Uuid record, Time now);
void set_due(db::Tx& tx, Id<Assignment> id, Date due_on);
void move_due(db::Tx& tx, Uuid record, Date from, Date to);
std::vector<Note> list_notes(db::Tx& tx, Uuid record); // newest first

} // namespace congso::tasks::store
