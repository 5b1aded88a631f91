#include "bench/support/bare_database.h"

#include <stdexcept>

#include <libpq-fe.h>

namespace congso::bench {

namespace {

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};

class BarePostgres final : public BareDatabase {
public:
    BarePostgres(const std::string& url, std::size_t clients)
    {
        for (std::size_t client = 0; client < clients; ++client) {
            auto& connection = connections_.emplace_back(PQconnectdb(url.c_str()));
            if (PQstatus(connection.get()) != CONNECTION_OK)
                throw std::runtime_error{PQerrorMessage(connection.get())};
            std::size_t number = 0;
            for (const auto& sql : statements(db::Engine::postgres)) {
                if (!sql.empty())
                    demand(*connection, PQprepare(connection.get(), name_of(number).c_str(), sql.c_str(), 0, nullptr));
                ++number;
            }
        }
    }

    void commit(std::size_t client, const Transaction& transaction) override
    {
        auto& connection = *connections_.at(client);
        demand(connection, PQexec(&connection, "BEGIN"));
        demand(connection, PQexec(&connection, "SELECT pg_advisory_xact_lock(1)"));
        for (const auto& step : transaction) {
            std::vector<std::string> numbers;
            numbers.reserve(step.values.size());
            std::vector<const char*> values;
            for (const auto& value : step.values) {
                if (const auto* number = std::get_if<std::int64_t>(&value))
                    values.push_back(numbers.emplace_back(std::to_string(*number)).c_str());
                else if (const auto* text = std::get_if<std::string>(&value))
                    values.push_back(text->c_str());
                else
                    values.push_back(nullptr);
            }
            demand(connection,
                   PQexecPrepared(&connection, name_of(step.statement).c_str(), static_cast<int>(values.size()), values.data(), nullptr,
                                  nullptr, 0));
        }
        demand(connection, PQexec(&connection, "COMMIT"));
    }

private:
    static std::string name_of(std::size_t statement) { return "s" + std::to_string(statement); }
    static void demand(PGconn& connection, PGresult* raw)
    {
        const std::unique_ptr<PGresult, Clear> result{raw};
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && PQresultStatus(result.get()) != PGRES_TUPLES_OK)
            throw std::runtime_error{PQerrorMessage(&connection)};
    }

    std::vector<std::unique_ptr<PGconn, Finish>> connections_;
};

} // namespace

std::unique_ptr<BareDatabase> open_bare_postgres(const std::string& url, std::size_t clients)
{
    return std::make_unique<BarePostgres>(url, clients);
}

} // namespace congso::bench
