#include "app/backup_postgres.h"

#include "lib/db/maintain.h"
#include "lib/db/migrate.h"
#include "lib/proc/child.h"

namespace congso::app {

namespace {

void run_tool(const std::string& url, std::vector<std::string> words)
{
    const auto program = words.front();
    proc::Result result;
    try {
        result = proc::run({.argv = std::move(words),
                            .environment = db::postgres_environment(url),
                            .time_limit = std::chrono::hours{12},
                            .data_limit = 4ULL << 30,
                            .file_limit = 1ULL << 42,
                            .network = proc::Network::as_ours});
    } catch (const Error& error) {
        if (error.code() != "child.not_started")
            throw;
        throw Error::unavailable("backup.tool_missing", {{"program", program}});
    }
    if (!result.is_good())
        throw Error::unavailable("backup.tool_failed", {{"program", program}, {"detail", result.errors.substr(0, 500)}});
}

} // namespace

void dump_postgres(const std::string& url, const std::filesystem::path& file)
{
    run_tool(url, {"pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--no-password", "--file=" + file.string()});
}

void restore_postgres(const std::string& url, const std::filesystem::path& file)
{
    if (db::Database database{{.postgres = url}}; db::schema_version(database) != 0)
        throw Error::conflict("restore.not_empty");
    // pg_restore wants the database's name to restore into it at all; the rest it takes from the environment
    std::string name;
    for (const auto& setting : db::postgres_environment(url))
        if (setting.starts_with("PGDATABASE="))
            name = setting.substr(std::string_view{"PGDATABASE="}.size());
    run_tool(url,
             {"pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password",
              "--dbname=" + (name.empty() ? std::string{"postgres"} : name), file.string()});
}

} // namespace congso::app
