#pragma once
#include "bench/register_rows.h"

#include <filesystem>
#include <functional>

namespace congso::bench {

// Something that commits transactions durably, for clients that each wait for their own.
class BareDatabase {
public:
    virtual ~BareDatabase() = default;
    virtual void commit(std::size_t client, const Transaction& transaction) = 0; // thread-safe; one thread a client
};

// SQLite with nothing around it: prepared statements, WAL, synchronous=FULL, and one thread that commits up to `group_size` of what
// waits together; 1: each transaction with its own COMMIT and fsync.
std::unique_ptr<BareDatabase> open_bare_sqlite(const std::filesystem::path& file, std::size_t group_size);

// libpq with nothing around it: a connection for each client, prepared statements, the agency's advisory lock, one COMMIT each.
std::unique_ptr<BareDatabase> open_bare_postgres(const std::string& url, std::size_t clients);

} // namespace congso::bench
