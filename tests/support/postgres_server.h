#pragma once
#include <string>

namespace congso::test {

// The server that tests use; started on the first call unless CONGSO_TEST_POSTGRES names one.
// Returns a libpq connection string for the database `name` on it.
std::string postgres_address(const std::string& name);

// Runs one statement on its "postgres" database. Throws std::runtime_error.
void run_on_postgres(const std::string& sql);

} // namespace congso::test
