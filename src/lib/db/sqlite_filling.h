#pragma once
#include "lib/db/database.h"

// Private to the SQLite driver.
namespace congso::db {

// The driver of a database that is filled from nothing (Target::durable is false): the one who fills it is alone, and what a crash leaves
// is thrown away. One connection and one transaction over many bodies, which run on the threads that ask, one after another. Nothing is
// seen from outside, or durable, before `sync`; from there on each body is committed and synced by itself.
std::unique_ptr<Driver> open_filling_sqlite(const Target& target);

} // namespace congso::db
