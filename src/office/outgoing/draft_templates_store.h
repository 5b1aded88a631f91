#pragma once
#include "lib/db/tx.h"
#include "office/outgoing/draft_templates.h"

namespace congso::outgoing::store {

std::optional<DraftTemplate> find_template(db::Tx& tx, std::string_view kind); // the newest version
std::vector<DraftTemplate> list_templates(db::Tx& tx); // the newest of each kind, in the order of kinds
std::vector<DraftTemplate> list_template_versions(db::Tx& tx, std::string_view kind); // newest first
void insert(db::Tx& tx, const DraftTemplate& made); // throws conflict "stale" when that version is there

} // namespace congso::outgoing::store
