#pragma once
#include "lib/db/tx.h"
#include "office/actor/rules.h"
#include "office/copies/copies.h"

namespace congso::copies::store {

void insert(db::Tx& tx, const Copy& copy, int zone_minutes);
void update(db::Tx& tx, Copy& copy); // what its life changes; throws conflict "stale"
std::optional<Copy> find(db::Tx& tx, Id<Copy> id);

struct Filter {
    CopyQuery query;
    std::optional<Id<org::Person>> reacher; // only what he reaches
};
CopyPage list(db::Tx& tx, const Filter& filter); // newest first
std::vector<CopyRow> list_found(db::Tx& tx, const Filter& filter, const std::vector<Uuid>& ids);

void put_recipients(db::Tx& tx, Id<Copy> id, const std::vector<CopyRecipient>& recipients);
std::vector<CopyRecipient> list_recipients(db::Tx& tx, Id<Copy> id);
void mark_given(db::Tx& tx, Id<Copy> id, std::size_t position, Time at);

void add_reader(db::Tx& tx, Id<Copy> id, Id<org::Person> person); // once
void mark_read(db::Tx& tx, Id<Copy> id, Id<org::Person> person, Time at);

std::string kind_name(db::Tx& tx, std::string_view code); // "" when it is not there

Rules rules();

} // namespace congso::copies::store
