#pragma once
#include "lib/db/tx.h"
#include "office/finding/finding.h"

namespace congso::finding::store {

void put_filter(db::Tx& tx, Id<org::Person> owner, const SaveFilter& filter, Time now); // the name once in a list of one person
std::vector<SavedFilter> list_filters(db::Tx& tx, Id<org::Person> person, FilteredList list); // his own, and the shared ones; by name
struct Owner {
    Id<org::Person> owner;
    std::string name;
    bool shared{};
};
BOOST_DESCRIBE_STRUCT(Owner, (), (owner, name, shared))
std::optional<Owner> find_owner(db::Tx& tx, Id<SavedFilter> id);
void delete_filter(db::Tx& tx, Id<SavedFilter> id);

} // namespace congso::finding::store
