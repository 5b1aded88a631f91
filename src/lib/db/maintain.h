#pragma once
#include "lib/db/database.h"

// What is done to a database as a whole, and seldom.
namespace congso::db {

// Lets the engine count anew how its rows are spread, by which it chooses the index for a query. On SQLite a thousand rows of each
// index are looked at, so that writers wait for moments only.
void analyze(Database& database);

void drop_everything(Database& database); // every table with its rows, as if nothing had ever been migrated

// "PGHOST=…", "PGPASSWORD=…": how PostgreSQL's own tools reach the server of a url, without anybody reading it in the list of processes.
std::vector<std::string> postgres_environment(const std::string& url);

} // namespace congso::db
