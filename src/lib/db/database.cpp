#include "lib/db/database.h"

namespace congso::db {

Target parse_target(std::filesystem::path data, std::string postgres_url)
{
    Target target;
    if (postgres_url.empty())
        target.sqlite_file = std::move(data) / "congso.db";
    else
        target.postgres = std::move(postgres_url);
    return target;
}

Database::Database(const Target& target) : driver_(target.postgres.empty() ? open_sqlite(target) : open_postgres(target)) { }

Database::~Database() = default;

} // namespace congso::db
