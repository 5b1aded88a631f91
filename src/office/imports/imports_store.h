#pragma once
#include "lib/db/tx.h"
#include "office/imports/imports.h"

namespace congso::imports::store {

std::map<std::string, std::string> kinds(db::Tx& tx); // code by folded name and by folded code

} // namespace congso::imports::store
