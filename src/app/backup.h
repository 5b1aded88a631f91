#pragma once
#include "app/app.h"

namespace congso::app {

// Writes the whole installation into one new file while it is served: the database as at one instant, every file that it
// knows, the keys. Returns "SHA-256 hex", the root hash of what was saved (the same before and after a restore).
// Throws conflict "backup.exists"; unavailable "backup.damaged" {name} for a file whose bytes are not what its name says,
// "db.backup_unsupported" on PostgreSQL, which has its own tools.
std::string backup(App& app, const std::filesystem::path& file);

// Unpacks into a directory that must be empty or absent (conflict "restore.not_empty") and proves every byte against the list
// inside. Returns the root hash. What fails leaves the directory empty: a part of an office is never served.
std::string restore(const std::filesystem::path& file, const std::filesystem::path& directory);

} // namespace congso::app
