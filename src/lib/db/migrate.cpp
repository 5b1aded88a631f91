#include "lib/db/migrate.h"

#include "lib/base/bytes.h"
#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/db/dialect.h"

#include <openssl/evp.h>

namespace congso::db {

namespace {

constexpr std::string_view table_text = "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER NOT NULL PRIMARY KEY,"
                                        " name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at BIGINT NOT NULL);";

std::string sha256(std::string_view text)
{
    std::array<std::uint8_t, 32> digest{};
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw Error::internal("db.digest");
    return to_hex(digest);
}

std::map<int, std::string> applied_hashes(Connection& connection)
{
    std::map<int, std::string> hashes;
    const auto cursor = connection.query("SELECT number, sha256 FROM schema_migration ORDER BY number", {});
    while (cursor->next())
        hashes.emplace(static_cast<int>(std::get<std::int64_t>(cursor->value(0))), std::get<std::string>(cursor->value(1)));
    return hashes;
}

void refuse_foreign_schema(const std::map<int, std::string>& applied, std::span<const Migration> migrations)
{
    for (const auto& [number, hash] : applied) {
        const auto known = std::ranges::find(migrations, number, &Migration::number);
        if (known == migrations.end())
            throw Error::conflict("db.schema_newer", {{"number", std::to_string(number)}});
        if (sha256(known->sql) != hash)
            throw Error::conflict("db.schema_changed", {{"name", std::string{known->name}}});
    }
}

void check_foreign_keys(Connection& connection) // PostgreSQL does so by itself, at once
{
    const auto broken = connection.query("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1", {});
    if (broken->next())
        throw Error::internal("db.constraint",
                              {{"detail", "FOREIGN KEY constraint failed after a migration"},
                               {"table", std::get<std::string>(broken->value(0))},
                               {"parent", std::get<std::string>(broken->value(1))}});
}

void apply(Connection& connection, const Migration& migration)
{
    const bool sqlite = connection.engine() == Engine::sqlite;
    if (sqlite)
        connection.script("PRAGMA foreign_keys = OFF"); // a table that is rebuilt by copy is away for a moment
    connection.script(sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    connection.script(text_for(connection.engine(), migration.sql));
    if (sqlite)
        check_foreign_keys(connection);
    const std::vector<Value> row{to_value(migration.number), to_value(migration.name), sha256(migration.sql),
                                 to_value(SystemClock{}.now())};
    connection.execute("INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES ($1, $2, $3, $4)", row);
    connection.script("COMMIT");
}

} // namespace

int migrate(Database& database, std::span<const Migration> migrations)
{
    int count = 0;
    database.driver().exclusive([&](Connection& connection) {
        connection.script(text_for(connection.engine(), table_text));
        const auto applied = applied_hashes(connection);
        refuse_foreign_schema(applied, migrations);
        for (const auto& migration : migrations) {
            if (applied.contains(migration.number))
                continue;
            try {
                apply(connection, migration);
            } catch (const Error& fault) {
                log::error("db.migration", {{"name", std::string{migration.name}}, {"error", fault.what()}});
                throw;
            }
            ++count;
        }
    });
    return count;
}

int count_missing(Database& database, std::span<const Migration> migrations)
{
    return database.read(AgencyId{}, [&](Tx& tx) {
        if (!has_table(tx, "schema_migration"))
            return static_cast<int>(migrations.size());
        const auto applied = applied_hashes(tx.connection());
        refuse_foreign_schema(applied, migrations);
        return static_cast<int>(migrations.size() - applied.size());
    });
}

int schema_version(Database& database)
{
    return database.read(
        AgencyId{}, [](Tx& tx) { return has_table(tx, "schema_migration") ? tx.get<int>("SELECT MAX(number) FROM schema_migration") : 0; });
}

} // namespace congso::db
