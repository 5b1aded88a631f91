#pragma once
#include <string>

namespace congso::test {

// The server that tests use; started on the first call unless CONGSO_TEST_POSTGRES names one.
// Returns a libpq connection string for the database `name` on it.
std::string postgres_address(const std::string& name);

// Runs statements on its database `name`; the first value of the last one's rows, or nothing. Throws std::runtime_error.
std::string run_on_postgres(const std::string& sql, const std::string& name = "postgres");

} // namespace congso::test
