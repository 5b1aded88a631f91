#pragma once
#include "lib/db/tx.h"
#include "office/access/access.h"

namespace congso::access::store {

void insert(db::Tx& tx, const Access& access);
Page<AccessRow> list(db::Tx& tx, const AccessQuery& query, int zone_minutes); // newest first

} // namespace congso::access::store
