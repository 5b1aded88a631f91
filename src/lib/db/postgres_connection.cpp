#include "lib/db/postgres_connection.h"

#include "lib/base/log.h"

#include <charconv>
#include <cstring>

#include <libpq-fe.h>

namespace congso::db {

namespace {

// Types by their fixed numbers (the server's pg_type.dat).
constexpr Oid bool_type = 16, bigint_type = 20, smallint_type = 21, integer_type = 23, text_type = 25, oid_type = 26, float4_type = 700,
              float8_type = 701, numeric_type = 1700, unknown_type = 0;
constexpr std::size_t most_statements = 500;
constexpr std::size_t most_cached_parameters = 60; // longer ones are bulk inserts, each with its own pattern of NULLs

// Parameters as libpq takes them: text, each with its type (see Tx).
class Parameters {
public:
    explicit Parameters(std::span<const Value> values)
    {
        numbers_.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (const auto* number = std::get_if<std::int64_t>(&values[i])) {
                *std::to_chars(numbers_[i].data(), numbers_[i].data() + numbers_[i].size() - 1, *number).ptr = '\0';
                add(bigint_type, numbers_[i].data());
            } else if (const auto* text = std::get_if<std::string>(&values[i])) {
                if (text->find('\0') != std::string::npos)
                    throw Error::internal("db.text"); // would end here
                add(text_type, text->c_str());
            } else {
                add(unknown_type, nullptr);
            }
        }
    }
    int count() const { return static_cast<int>(types.size()); }

    std::vector<Oid> types;
    std::vector<const char*> texts;

private:
    void add(Oid type, const char* text)
    {
        types.push_back(type);
        texts.push_back(text);
    }
    std::vector<std::array<char, 24>> numbers_;
};

std::int64_t parse_number(std::string_view text, const char* column)
{
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size())
        throw Error::internal("db.column", {{"column", column}});
    return number;
}

class PostgresCursor final : public Cursor {
public:
    explicit PostgresCursor(PostgresResult result) : result_(std::move(result)), rows_(PQntuples(result_.get())) { }

    bool next() override { return ++row_ < rows_; }
    int columns() const override { return PQnfields(result_.get()); }
    std::string_view name(int column) const override { return PQfname(result_.get(), column); }
    Value value(int column) const override
    {
        if (PQgetisnull(result_.get(), row_, column))
            return {};
        const auto length = static_cast<std::size_t>(PQgetlength(result_.get(), row_, column));
        const std::string_view text{PQgetvalue(result_.get(), row_, column), length};
        switch (PQftype(result_.get(), column)) {
        case bool_type:
            return std::int64_t{text == "t"};
        case bigint_type:
        case smallint_type:
        case integer_type:
        case oid_type:
        case numeric_type: // SUM of BIGINT
            return parse_number(text, PQfname(result_.get(), column));
        case float4_type:
        case float8_type:
            throw Error::internal("db.column", {{"column", PQfname(result_.get(), column)}}); // no floats in congso
        default:
            return std::string{text};
        }
    }

private:
    PostgresResult result_;
    int rows_;
    int row_ = -1;
};

// The server takes parameters that its text never mentions; SQLite does not, and it is a mistake.
void check_places(std::string_view sql, std::size_t parameters)
{
    std::vector<bool> used(parameters);
    bool in_string = false;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        in_string = in_string != (sql[at] == '\'');
        int number = 0;
        if (in_string || sql[at] != '$' || std::from_chars(sql.data() + at + 1, sql.data() + sql.size(), number).ec != std::errc{})
            continue;
        if (number < 1 || static_cast<std::size_t>(number) > parameters)
            throw Error::internal("db.parameters");
        used[static_cast<std::size_t>(number) - 1] = true;
    }
    if (std::find(used.begin(), used.end(), false) != used.end())
        throw Error::internal("db.parameters");
}

// What the server warns of, in one line.
void log_notice(void*, const char* message)
{
    log::warn("db.notice", {{"message", message}});
}

std::int64_t lock_number(AgencyId agency) // the random half of a UUIDv7; two agencies that share one only wait for each other
{
    std::int64_t number = 0;
    std::memcpy(&number, agency.uuid.bytes.data() + 8, sizeof number);
    return number;
}

std::string_view state_of(const PGresult* result)
{
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state ? state : "";
}

bool is_shutdown(std::string_view state)
{
    return state.starts_with("57P");
} // the server goes away and takes the connection with it

std::string message_of(const PGconn* connection)
{
    std::string message = PQerrorMessage(connection);
    while (!message.empty() && message.back() == '\n')
        message.pop_back();
    return message;
}

} // namespace

void ResultDeleter::operator()(pg_result* result) const
{
    PQclear(result);
}
void PostgresConnection::ConnectionDeleter::operator()(pg_conn* connection) const
{
    PQfinish(connection);
}

PostgresConnection::PostgresConnection(const std::string& url, bool durable) : durable_(durable)
{
    const char* const names[] = {"dbname", "client_encoding", "fallback_application_name", "connect_timeout", nullptr};
    const char* const settings[] = {url.c_str(), "UTF8", "congso", "10", nullptr};
    handle_.reset(PQconnectdbParams(names, settings, 1)); // 1: a whole url may stand where the name of the database does
    if (PQstatus(handle_.get()) != CONNECTION_OK) {
        may_run_again_ = true;
        throw Error::unavailable("db.connection", {{"detail", message_of(handle_.get())}});
    }
    PQsetNoticeProcessor(handle_.get(), log_notice, nullptr);
    control("SET client_min_messages = warning");
    control("SET jit = off"); // compiling takes longer than any statement of ours runs
    if (!durable)
        control("SET synchronous_commit = off");
    check_database();
}

PostgresConnection::~PostgresConnection() = default;

void PostgresConnection::check_database()
{
    const auto result = checked(PQexec(handle_.get(),
                                       "SELECT pg_encoding_to_char(encoding), datcollate, 'a' < 'B' FROM pg_database"
                                       " WHERE datname = current_database()"));
    const std::string encoding = PQgetvalue(result.get(), 0, 0), collation = PQgetvalue(result.get(), 0, 1);
    if (encoding != "UTF8")
        throw Error::unavailable("db.encoding", {{"encoding", encoding}});
    // The comparison tells the truth where another provider than libc orders the texts.
    if ((collation != "C" && collation != "POSIX") || std::string_view{PQgetvalue(result.get(), 0, 2)} == "t")
        throw Error::unavailable("db.collation", {{"collation", collation}});
}

bool PostgresConnection::is_broken() const
{
    return PQstatus(handle_.get()) != CONNECTION_OK;
}

void PostgresConnection::control(const char* sql)
{
    checked(PQexec(handle_.get(), sql));
}

void PostgresConnection::begin_write(AgencyId agency)
{
    may_run_again_ = false;
    start_body();
    control(fmt::format("BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock({})", lock_number(agency)).c_str());
}

void PostgresConnection::begin_read()
{
    may_run_again_ = false;
    start_body();
    control("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

void PostgresConnection::commit()
{
    const PostgresResult result{PQexec(handle_.get(), "COMMIT")};
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
        if (is_broken() || is_shutdown(state_of(result.get())))
            throw Error::unavailable("db.commit_unknown");
        fail(result.get());
    }
    if (std::string_view{PQcmdStatus(result.get())} != "COMMIT")
        throw Error::internal("db.aborted");
}

void PostgresConnection::rollback() noexcept
{
    if (!is_broken() && PQtransactionStatus(handle_.get()) != PQTRANS_IDLE)
        PQclear(PQexec(handle_.get(), "ROLLBACK"));
}

void PostgresConnection::make_durable()
{
    control("SET synchronous_commit = on");
    durable_ = true;
}

PostgresResult PostgresConnection::checked(pg_result* raw)
{
    PostgresResult result{raw};
    const auto status = PQresultStatus(raw);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        fail(raw);
    return result;
}

void PostgresConnection::fail(const pg_result* result)
{
    const auto state = state_of(result);
    // The primary message names tables and constraints; the values are in the detail, which stays here.
    const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const Error::Facts facts{{"detail", message ? std::string{message} : message_of(handle_.get())}};
    if (is_broken() || is_shutdown(state)) {
        may_run_again_ = true;
        throw Error::unavailable("db.lost", facts);
    }
    if (state == "40001" || state == "40P01") { // serialization_failure, deadlock_detected
        may_run_again_ = true;
        throw Error::unavailable("db.busy", facts);
    }
    if (state == "23505")
        throw Error::conflict("db.unique", facts);
    if (state.starts_with("23"))
        throw Error::internal("db.constraint", facts);
    if (state == "25006")
        throw Error::internal("db.read_only", facts);
    if (state == "55P03" || state == "57014") // lock_not_available, query_canceled
        throw Error::unavailable("db.busy", facts);
    if (state == "53100")
        throw Error::unavailable("db.full", facts);
    if (state.starts_with("53") || state.starts_with("57") || state.starts_with("58"))
        throw Error::unavailable("db.storage", facts);
    throw Error::internal("db.sql", facts);
}

PostgresResult PostgresConnection::run(std::string_view sql, std::span<const Value> values)
{
    const Parameters parameters{values};
    std::string key{sql};
    if (values.size() > most_cached_parameters)
        return checked(PQexecParams(handle_.get(), key.c_str(), parameters.count(), parameters.types.data(), parameters.texts.data(),
                                    nullptr, nullptr, 0));
    key += '\0';
    for (const auto type : parameters.types)
        key += type == bigint_type ? 'n' : type == text_type ? 't' : '?';
    auto found = prepared_.find(key);
    if (found == prepared_.end()) {
        if (prepared_.size() >= most_statements) {
            control("DEALLOCATE ALL");
            prepared_.clear();
        }
        check_places(sql, values.size());
        auto name = "s" + std::to_string(++next_name_);
        checked(PQprepare(handle_.get(), name.c_str(), key.c_str(), parameters.count(), parameters.types.data()));
        found = prepared_.emplace(std::move(key), std::move(name)).first;
    }
    return checked(PQexecPrepared(handle_.get(), found->second.c_str(), parameters.count(), parameters.texts.data(), nullptr, nullptr, 0));
}

std::unique_ptr<Cursor> PostgresConnection::do_query(std::string_view sql, std::span<const Value> parameters)
{
    return std::make_unique<PostgresCursor>(run(sql, parameters));
}

std::int64_t PostgresConnection::do_execute(std::string_view sql, std::span<const Value> parameters)
{
    const auto result = run(sql, parameters);
    if (std::string_view{PQcmdStatus(result.get())}.starts_with("SELECT"))
        return 0;
    const std::string_view changed = PQcmdTuples(result.get());
    return changed.empty() ? 0 : parse_number(changed, "");
}

void PostgresConnection::do_script(std::string_view sql)
{
    control(std::string{sql}.c_str());
}

} // namespace congso::db
