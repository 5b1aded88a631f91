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

std::string kind_name(db::Tx& tx, std::string_view code); // "" when it is not there
std::string kind_of_source(db::Tx& tx, const Copy& copy); // its code: «KH»

Rules rules();

} // namespace congso::copies::store
