#pragma once
#include "lib/db/tx.h"
#include "office/org/entries.h"

namespace congso::org::store {

// Each update answers false when another version is stored.
bool update(db::Tx& tx, const Agency& agency);
bool update(db::Tx& tx, const Unit& unit);
bool update(db::Tx& tx, const Body& body);
bool update(db::Tx& tx, const Post& post);
bool update(db::Tx& tx, const Holding& holding);
bool update(db::Tx& tx, const Mandate& mandate);

std::optional<Post> find_post(db::Tx& tx, Id<Post> id);
std::optional<Holding> find_holding(db::Tx& tx, Id<Holding> id);
std::optional<MandateRow> find_mandate(db::Tx& tx, Id<Mandate> id, Date today);
bool is_code_taken(db::Tx& tx, std::string_view code, AgencyId by_other_than);
bool holds_twice(db::Tx& tx, const Holding& holding); // the same post, on days that overlap
void set_not_main(db::Tx& tx, Id<Person> person, Id<Holding> but);
std::vector<Holder> list_holders(db::Tx& tx); // in the order of posts, of all days
// Newest first; of one person when he is named, as giver or receiver of a delegation.
std::vector<MandateRow> list_mandates(db::Tx& tx, Date today, std::optional<Id<Person>> of);
// For whom this person stands in on that day, by their names.
std::vector<Id<Person>> list_absent(db::Tx& tx, Id<Person> stand_in, Date today);
bool has_tuq(db::Tx& tx, Id<Person> person, Date today);
bool has_overlapping_delegation(db::Tx& tx, const Mandate& mandate);
bool may_give_tuq(db::Tx& tx, Id<Person> from, Id<Body> body, Date first, Date last); // a post of his signs for the body on all these days
void end_holdings(db::Tx& tx, Id<Person> person, Date last_day); // those that would last longer
int count_open_things(db::Tx& tx, Id<Person> person); // what waits for him, his drafts, his open dossiers

} // namespace congso::org::store
