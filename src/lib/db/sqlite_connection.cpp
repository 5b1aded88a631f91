#include "lib/db/sqlite_connection.h"

#include "lib/base/folder.h"
#include "lib/db/sqlite_positions.h"

#include <charconv>

#include <sqlite3.h>

namespace congso::db {

namespace {

constexpr std::size_t most_statements = 500;

Value column_value(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return std::string{text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    }
    default:
        throw Error::internal("db.column", {{"column", sqlite3_column_name(statement, column)}}); // no floats and no blobs in congso
    }
}

// `$1` is a name to SQLite: the same name is one place, but places are counted in order of appearance.
void number_places(SqliteStatement& statement)
{
    auto* handle = statement.handle.get();
    std::vector<bool> used;
    for (int place = 1; place <= sqlite3_bind_parameter_count(handle); ++place) {
        const char* name = sqlite3_bind_parameter_name(handle, place);
        const std::string_view digits = name ? std::string_view{name}.substr(1) : std::string_view{};
        int number = 0;
        const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (fault != std::errc{} || end != digits.data() + digits.size() || number < 1 || number > 32000)
            throw Error::internal("db.parameters");
        statement.numbers.push_back(number);
        used.resize(std::max(used.size(), static_cast<std::size_t>(number)));
        used[static_cast<std::size_t>(number) - 1] = true;
    }
    if (std::find(used.begin(), used.end(), false) != used.end())
        throw Error::internal("db.parameters"); // PostgreSQL could not tell the type of one that is never used
    statement.parameters = static_cast<int>(used.size());
}

} // namespace

void StatementDeleter::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

class SqliteCursor final : public Cursor {
public:
    SqliteCursor(SqliteConnection& connection, SqliteConnection::Taken statement)
        : connection_(connection), statement_(std::move(statement)), handle_(statement_.mapped().handle.get())
    {
        if (connection_.use_ == SqliteConnection::Use::write)
            read_all();
    }
    ~SqliteCursor() override { connection_.give_back(std::move(statement_)); }

    bool next() override { return connection_.use_ == SqliteConnection::Use::write ? next_ < rows_.size() && ++next_ : step(); }
    int columns() const override { return sqlite3_column_count(handle_); }
    std::string_view name(int column) const override { return sqlite3_column_name(handle_, column); }
    Value value(int column) const override
    {
        return connection_.use_ == SqliteConnection::Use::write ? rows_[next_ - 1][static_cast<std::size_t>(column)]
                                                                : column_value(handle_, column);
    }

private:
    bool step()
    {
        const int result = sqlite3_step(handle_);
        if (result != SQLITE_ROW && result != SQLITE_DONE)
            connection_.fail(result);
        return result == SQLITE_ROW;
    }
    void read_all()
    {
        try {
            while (step()) {
                auto& row = rows_.emplace_back();
                for (int column = 0; column < columns(); ++column)
                    row.push_back(column_value(handle_, column));
            }
        } catch (...) {
            connection_.give_back(std::move(statement_)); // no destructor runs after a constructor that threw
            throw;
        }
    }

    SqliteConnection& connection_;
    SqliteConnection::Taken statement_;
    sqlite3_stmt* handle_;
    std::vector<std::vector<Value>> rows_;
    std::size_t next_ = 0;
};

SqliteConnection::SqliteConnection(const std::filesystem::path& file, Use use) : file_(file), use_(use)
{
    // Nobody asks SQLite how much memory it has, and counting takes a lock of the whole program at each allocation. It may be said only
    // before SQLite starts; later it changes nothing.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (use == Use::write ? SQLITE_OPEN_CREATE : 0);
    const int result = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr);
    try {
        if (result != SQLITE_OK)
            throw Error::unavailable("db.open", {{"file", file.string()}, {"detail", sqlite3_errstr(result)}});
        sqlite3_extended_result_codes(handle_, 1);
        sqlite3_busy_timeout(handle_, 5000);
        // Only the writer may checkpoint, also when a reader happens to be closed last.
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, use == Use::read ? 1 : 0, nullptr);
        if (use == Use::write)
            control("PRAGMA journal_mode = WAL");
        // Kilobytes; a cache grows as it is used. The writer's holds the ends of some hundred trees and what it changes.
        control(use == Use::write ? "PRAGMA cache_size = -16384" : "PRAGMA cache_size = -8192");
        control("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON; PRAGMA "
                "temp_store = MEMORY;"
                "PRAGMA journal_size_limit = 67108864");
        if (use == Use::read)
            control("PRAGMA query_only = ON");
        add_positions_tokenizer(handle_);
    } catch (...) {
        sqlite3_close_v2(handle_);
        throw;
    }
}

SqliteConnection::~SqliteConnection()
{
    cache_.clear();
    sqlite3_close_v2(handle_);
}

bool SqliteConnection::in_transaction() const
{
    return sqlite3_get_autocommit(handle_) == 0;
}

void SqliteConnection::control(const char* sql)
{
    if (const int result = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); result != SQLITE_OK)
        fail(result);
}

void SqliteConnection::sync()
{
    control("PRAGMA synchronous = FULL");
    const int result = sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (result != SQLITE_OK && (result & 0xff) != SQLITE_BUSY) // busy: a reader holds the log, which is synced as it is
        fail(result);
    // Pages that an earlier checkpoint moved without a sync are in the file but perhaps not on the disk. The file is reached
    // through SQLite: closing a descriptor of our own would drop every lock this process holds on it.
    sqlite3_file* file = nullptr;
    sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (!file || file->pMethods->xSync(file, SQLITE_SYNC_FULL) != SQLITE_OK)
        throw Error::unavailable("db.storage", {{"detail", "fsync"}});
    sync_folder(file_.parent_path());
}

void SqliteConnection::fail(int result) const
{
    const Error::Facts facts{{"detail", sqlite3_errmsg(handle_)}};
    switch (result) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        throw Error::conflict("db.unique", facts);
    default:
        break;
    }
    switch (result & 0xff) {
    case SQLITE_CONSTRAINT:
        throw Error::internal("db.constraint", facts);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Error::unavailable("db.busy", facts);
    case SQLITE_FULL:
        throw Error::unavailable("db.full", facts);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
        throw Error::unavailable("db.storage", facts);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        throw Error::internal("db.corrupt", facts);
    case SQLITE_READONLY:
        throw Error::internal("db.read_only", facts);
    default:
        throw Error::internal("db.sql", facts);
    }
}

SqliteConnection::Taken SqliteConnection::take(std::string_view sql, std::span<const Value> parameters)
{
    Taken taken;
    if (const auto found = cache_.find(sql); found != cache_.end()) {
        taken = cache_.extract(found);
    } else {
        sqlite3_stmt* handle = nullptr;
        const char* rest = nullptr;
        const int result = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle, &rest);
        SqliteStatement statement;
        statement.handle.reset(handle);
        if (result != SQLITE_OK)
            fail(result);
        if (!handle || std::string_view{rest, sql.data() + sql.size()}.find_first_not_of(" \n\t;") != std::string_view::npos)
            throw Error::internal("db.sql", {{"detail", "one statement at a time"}});
        number_places(statement);
        Cache fresh;
        fresh.emplace(std::string{sql}, std::move(statement));
        taken = fresh.extract(fresh.begin());
    }
    try {
        bind(taken.mapped(), parameters);
    } catch (...) {
        give_back(std::move(taken));
        throw;
    }
    return taken;
}

void SqliteConnection::give_back(Taken statement)
{
    if (statement.empty())
        return;
    sqlite3_reset(statement.mapped().handle.get());
    sqlite3_clear_bindings(statement.mapped().handle.get());
    if (cache_.size() >= most_statements)
        cache_.clear();
    cache_.insert(std::move(statement));
}

void SqliteConnection::bind(const SqliteStatement& statement, std::span<const Value> parameters) const
{
    if (parameters.size() != static_cast<std::size_t>(statement.parameters))
        throw Error::internal("db.parameters");
    for (std::size_t i = 0; i < statement.numbers.size(); ++i) {
        const auto& value = parameters[static_cast<std::size_t>(statement.numbers[i]) - 1];
        const int place = static_cast<int>(i) + 1;
        int result = SQLITE_OK; // nothing bound is NULL
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            result = sqlite3_bind_int64(statement.handle.get(), place, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            if (text->find('\0') != std::string::npos)
                throw Error::internal("db.text"); // PostgreSQL cannot hold it
            result = sqlite3_bind_text64(statement.handle.get(), place, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        if (result != SQLITE_OK)
            fail(result);
    }
}

std::unique_ptr<Cursor> SqliteConnection::do_query(std::string_view sql, std::span<const Value> parameters)
{
    return std::make_unique<SqliteCursor>(*this, take(sql, parameters));
}

std::int64_t SqliteConnection::do_execute(std::string_view sql, std::span<const Value> parameters)
{
    auto statement = take(sql, parameters);
    const auto before = sqlite3_total_changes64(handle_);
    int result = SQLITE_ROW;
    while (result == SQLITE_ROW)
        result = sqlite3_step(statement.mapped().handle.get());
    if (result != SQLITE_DONE) {
        try {
            fail(result);
        } catch (...) {
            give_back(std::move(statement));
            throw;
        }
    }
    // sqlite3_changes keeps the count of the last INSERT, UPDATE or DELETE through any other statement.
    const auto changed = sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
    give_back(std::move(statement));
    return changed;
}

void SqliteConnection::do_script(std::string_view sql)
{
    control(std::string{sql}.c_str());
}

} // namespace congso::db
