#pragma once
#include "lib/db/database.h"

namespace congso::db {

struct Migration {
    int number; // 1, 2, 3 … without a hole
    std::string_view name; // "0001_accounts"
    std::string_view sql; // one text for both engines (decision 5); the runner writes BIGINT as INTEGER and adds STRICT on SQLite
};

// Compiled from db/migrations/*.sql by CMake.
std::span<const Migration> all_migrations();

// Applies what is missing, each file in its own transaction with its SHA-256 stored in schema_migration; foreign keys are
// checked after each, so a file may rebuild a table by copy. Refuses (Error::conflict): "db.schema_newer" when the database knows
// more than the program, "db.schema_changed" when an applied file differs. Returns how many were applied.
int migrate(Database& database, std::span<const Migration> migrations = all_migrations());
int schema_version(Database& database); // 0 for an empty database
// How many of them are not applied yet; refuses as `migrate` does, and changes nothing.
int count_missing(Database& database, std::span<const Migration> migrations = all_migrations());

// One migration text as `engine` reads it. On SQLite BIGINT becomes INTEGER and each CREATE TABLE is STRICT; strings, quoted names and
// comments stay as they are. What only one engine can do (a full-text table) stands between lines "--@sqlite" or "--@postgres" and
// "--@both".
std::string text_for(Engine engine, std::string_view sql);

} // namespace congso::db
