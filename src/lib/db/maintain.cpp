#include "lib/db/maintain.h"

#include <libpq-fe.h>

namespace congso::db {

void analyze(Database& database)
{
    database.driver().exclusive([](Connection& connection) {
        connection.script(connection.engine() == Engine::sqlite ? "PRAGMA analysis_limit = 1000; ANALYZE" : "ANALYZE");
    });
}

void drop_everything(Database& database)
{
    database.driver().exclusive([](Connection& connection) {
        const bool sqlite = connection.engine() == Engine::sqlite;
        const auto drop = [&](std::string_view list) {
            std::string script;
            for (const auto names = connection.query(list, {}); names->next();)
                script += "DROP TABLE IF EXISTS \"" + std::get<std::string>(names->value(0)) + (sqlite ? "\";" : "\" CASCADE;");
            connection.script(script);
        };
        if (!sqlite) {
            drop("SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename");
            return;
        }
        connection.script("PRAGMA foreign_keys = OFF");
        drop("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%' ORDER BY name"); // with theirs
        drop("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
    });
}

std::vector<std::string> postgres_environment(const std::string& url)
{
    struct Free {
        void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
    };
    char* reason = nullptr;
    const std::unique_ptr<PQconninfoOption, Free> options{PQconninfoParse(url.c_str(), &reason)};
    PQfreemem(reason);
    if (!options)
        throw Error::invalid("config.database");
    std::vector<std::string> environment;
    for (const auto* option = options.get(); option->keyword != nullptr; ++option)
        if (option->envvar != nullptr && option->val != nullptr)
            environment.push_back(std::string{option->envvar} + "=" + option->val);
    return environment;
}

} // namespace congso::db
