#pragma once
#include "app/app.h"

namespace congso::app {

// Writes the whole installation into one new file while it is served: the database as at one instant, every file that it
// knows, the keys. Returns "SHA-256 hex", the root hash of what was saved (the same before and after a restore).
// Throws conflict "backup.exists"; unavailable "backup.damaged" {name} for a file whose bytes are not what its name says,
// "backup.tool_missing", "backup.tool_failed" on PostgreSQL, which is saved by its own pg_dump.
std::string backup(App& app, const std::filesystem::path& file);

// Unpacks into a directory that must be empty or absent (conflict "restore.not_empty") and proves every byte against the list
// inside. Returns the root hash. What fails leaves the directory empty: a part of an office is never served.
// `postgres`: the empty database that the rows go into, where they were saved from one (conflict "restore.other_engine" otherwise).
std::string restore(const std::filesystem::path& file, const std::filesystem::path& directory, const std::string& postgres = {});

} // namespace congso::app
