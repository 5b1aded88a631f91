#pragma once
#include "lib/db/tx.h"
#include "office/org/org.h"

namespace congso::org::store {

std::optional<Agency> find_agency(db::Tx& tx, AgencyId id);
std::optional<Agency> find_agency_by_code(db::Tx& tx, std::string_view code);
std::vector<Agency> list_agencies(db::Tx& tx);

std::vector<Unit> list_units(db::Tx& tx);
std::vector<Body> list_bodies(db::Tx& tx);
std::vector<Post> list_posts(db::Tx& tx);
std::optional<Body> find_body(db::Tx& tx, Id<Body> id);
std::optional<Unit> find_unit(db::Tx& tx, Id<Unit> id);
bool has_post(db::Tx& tx, Id<Post> id, Date today); // and it has not ended

std::optional<Person> find_person(db::Tx& tx, Id<Person> id);
std::vector<PersonRow> list_people(db::Tx& tx, Date today);
bool update_person(db::Tx& tx, const Person& person); // false: another version is stored
void end_main_holding(db::Tx& tx, Id<Person> person, Date today); // what he held mainly ends the day before
std::vector<Holding> list_holdings(db::Tx& tx, Id<Person> person);
std::vector<Post> list_posts_of(db::Tx& tx, Id<Person> person, Date today); // main one first
std::vector<Id<Unit>> list_units_of(db::Tx& tx, Id<Person> person, Date today);
std::vector<Id<Person>> list_people_of_unit(db::Tx& tx, Id<Unit> unit, Date today);
std::vector<Id<Person>> list_people_of_post(db::Tx& tx, Id<Post> post, Date today);
std::optional<Id<Person>> find_head_of_agency(db::Tx& tx, Date today);
std::vector<SigningPower> list_signing_powers(db::Tx& tx, Date today); // from posts and TUQ mandates in force

} // namespace congso::org::store
