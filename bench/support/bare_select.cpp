#include "bench/support/bare_select.h"

#include "lib/db/sqlite_positions.h"

#include <stdexcept>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace congso::bench {

namespace {

std::vector<std::string> statements_of(const ListCase& asked)
{
    const auto rest = " FROM " + asked.from + " WHERE " + asked.where;
    std::vector<std::string> all{
        "SELECT i.id, i.year, i.arrival_number, i.arrived_on, i.issuer, i.origin_number, i.issued_on, i.kind, i.subject, i.urgency,"
        " i.state, i.due_on, p.full_name"
        + rest + " ORDER BY " + asked.order + " LIMIT 51"};
    if (!asked.searches)
        all.push_back("SELECT COUNT(*) FROM (SELECT 1" + rest + " LIMIT 1001) counted");
    return all;
}

class OnSqlite final : public BareSelect {
public:
    OnSqlite(const std::string& file, const ListCase& asked)
    {
        if (sqlite3_open_v2(file.c_str(), &handle_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
            throw std::runtime_error{"the bare SELECT cannot open the database"};
        db::add_positions_tokenizer(handle_);
        sqlite3_exec(handle_, "PRAGMA wal_autocheckpoint = 0", nullptr, nullptr, nullptr);
        for (const auto& sql : statements_of(asked))
            if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statements_.emplace_back(), nullptr) != SQLITE_OK)
                throw std::runtime_error{sqlite3_errmsg(handle_)};
    }
    ~OnSqlite() override
    {
        for (auto* statement : statements_)
            sqlite3_finalize(statement);
        sqlite3_close(handle_);
    }
    void run() override
    {
        for (auto* statement : statements_) {
            while (sqlite3_step(statement) == SQLITE_ROW)
                for (int column = 0; column < sqlite3_column_count(statement); ++column)
                    sqlite3_column_text(statement, column);
            sqlite3_reset(statement);
        }
    }

private:
    sqlite3* handle_ = nullptr;
    std::vector<sqlite3_stmt*> statements_;
};

class OnPostgres final : public BareSelect {
public:
    OnPostgres(const std::string& url, const ListCase& asked) : connection_(PQconnectdb(url.c_str()))
    {
        for (const auto& sql : statements_of(asked))
            demand(PQprepare(connection_, ("s" + std::to_string(count_++)).c_str(), sql.c_str(), 0, nullptr));
    }
    ~OnPostgres() override { PQfinish(connection_); }
    void run() override
    {
        for (int i = 0; i < count_; ++i)
            demand(PQexecPrepared(connection_, ("s" + std::to_string(i)).c_str(), 0, nullptr, nullptr, nullptr, 0));
    }

private:
    void demand(PGresult* result)
    {
        const auto status = PQresultStatus(result);
        PQclear(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            throw std::runtime_error{PQerrorMessage(connection_)};
    }
    PGconn* connection_;
    int count_ = 0;
};

} // namespace

std::unique_ptr<BareSelect> open_bare_select(const db::Target& target, const ListCase& asked)
{
    if (target.postgres.empty())
        return std::make_unique<OnSqlite>(target.sqlite_file.string(), asked);
    return std::make_unique<OnPostgres>(target.postgres, asked);
}

} // namespace congso::bench
