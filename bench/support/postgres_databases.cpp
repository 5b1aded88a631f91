#include "bench/support/postgres_databases.h"

#include <cstdio>

#include <libpq-fe.h>
#include <unistd.h>

namespace congso::bench {

PostgresDatabases::~PostgresDatabases()
{
    for (const auto& name : names_)
        run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
}

std::string PostgresDatabases::make()
{
    if (server_.empty())
        return {};
    static int made = 0;
    const auto name = "congso_bench_" + std::to_string(::getpid()) + "_" + std::to_string(made++);
    run("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
    names_.push_back(name);
    return server_ + " dbname=" + name;
}

void PostgresDatabases::run(const std::string& sql) const
{
    auto* connection = PQconnectdb((server_ + " dbname=postgres").c_str());
    auto* result = PQexec(connection, sql.c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    PQfinish(connection);
    if (!done)
        std::fprintf(stderr, "%s failed\n", sql.c_str());
}

} // namespace congso::bench
