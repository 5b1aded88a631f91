#pragma once
#include "lib/db/database.h"

// PostgreSQL is saved and restored by its own tools, as child processes.
namespace congso::app {

// The whole database as at one instant, in pg_dump's own format. Throws unavailable "backup.tool_missing" {program} where
// postgresql-client is not installed, "backup.tool_failed" {program, detail}.
void dump_postgres(const std::string& url, const std::filesystem::path& file);

// Into a database without any table of congso (conflict "restore.not_empty"), all of it or nothing.
void restore_postgres(const std::string& url, const std::filesystem::path& file);

} // namespace congso::app
