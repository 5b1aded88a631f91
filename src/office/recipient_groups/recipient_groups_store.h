#pragma once
#include "lib/db/tx.h"
#include "office/actor/rules.h"
#include "office/recipient_groups/recipient_groups.h"

namespace congso::recipient_groups::store {

std::vector<GroupView> list(db::Tx& tx); // in the agency's order
std::optional<GroupView> find(db::Tx& tx, Id<Group> id);
void insert(db::Tx& tx, const Group& group);
bool update(db::Tx& tx, const Group& group); // false: another version is stored
void put_members(db::Tx& tx, Id<Group> id, const std::vector<MemberEntry>& members); // replaces
bool is_name_taken(db::Tx& tx, std::string_view name, Id<Group> by_other_than);
// What a member is called: a post, a unit or a person of the agency.
std::optional<std::string> find_name(db::Tx& tx, MemberKind kind, Uuid target);
// Active people who belong to it on that day: by a post they hold, a unit they work in, or as themselves.
std::vector<Id<org::Person>> list_people(db::Tx& tx, Id<Group> id, Date day);

Rules rules();

} // namespace congso::recipient_groups::store
