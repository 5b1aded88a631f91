#pragma once
#include "lib/db/tx.h"
#include "office/org/org.h"
#include "office/preferences/preferences.h"

namespace congso::preferences::store {

Preferences find(db::Tx& tx, Id<org::Person> person); // as everybody begins, when he never chose
void put(db::Tx& tx, Id<org::Person> person, const Preferences& preferences);

} // namespace congso::preferences::store
