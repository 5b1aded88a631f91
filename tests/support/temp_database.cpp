#include "tests/support/temp_database.h"

#include "lib/base/log.h"
#include "lib/db/migrate.h"
#include "tests/support/postgres_server.h"

#include <atomic>
#include <stdexcept>

#include <unistd.h>

namespace congso::test {

namespace {

std::string fresh_name()
{
    return "congso_test_" + Uuid::make().to_string().substr(0, 13) + "_" + std::to_string(getpid());
}

std::string in_quotes(const std::string& name)
{
    return '"' + name + '"';
}

constexpr auto create_empty = " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'";

// Migrated once, then copied for every test.
class SqliteTemplate {
public:
    SqliteTemplate() : file_(directory_.path() / "template.db")
    {
        db::Database database{{.sqlite_file = file_, .durable = false}};
        db::migrate(database);
    }
    const std::filesystem::path& file() const { return file_; }

private:
    TempDirectory directory_{Storage::memory};
    std::filesystem::path file_;
};

// The shape of the tables, and what the migrations themselves put into them.
constexpr auto fingerprint =
    "SELECT md5(string_agg(t.what, chr(10) ORDER BY t.what)) FROM ("
    "SELECT concat(a.attrelid::regclass, ' ', a.attname, ' ', a.atttypid, ' ', a.attnotnull) AS what FROM pg_attribute a"
    " JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0"
    " UNION ALL SELECT m::text FROM schema_migration m UNION ALL SELECT r::text FROM archive_rule r) t";
// Empties every table but those: a thousand times quicker than a new database.
constexpr auto sweep = "SET session_replication_role = replica;"
                       "DO $$ DECLARE name regclass; used boolean; BEGIN"
                       " FOR name IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
                       "   AND c.relname NOT IN ('schema_migration', 'archive_rule') LOOP"
                       "  EXECUTE 'SELECT EXISTS (SELECT 1 FROM ' || name || ')' INTO used;"
                       "  IF used THEN EXECUTE 'DELETE FROM ' || name; END IF;"
                       " END LOOP; END $$";

// Databases of PostgreSQL, migrated once; what one test leaves is swept out for the next one, unless it changed the tables themselves.
class PostgresPool {
public:
    PostgresPool() : template_(fresh_name() + "_template")
    {
        run_on_postgres("CREATE DATABASE " + in_quotes(template_) + create_empty);
        {
            db::Database database{{.postgres = postgres_address(template_)}};
            db::migrate(database);
        }
        fingerprint_ = run_on_postgres(fingerprint, template_);
    }
    ~PostgresPool()
    {
        free_.push_back(template_);
        for (const auto& name : free_)
            try {
                drop(name);
            } catch (const std::runtime_error& fault) {
                log::warn("test.database", {{"error", fault.what()}});
            }
    }

    std::string take()
    {
        if (!free_.empty()) {
            auto name = std::move(free_.back());
            free_.pop_back();
            return name;
        }
        const auto name = fresh_name();
        run_on_postgres("CREATE DATABASE " + in_quotes(name) + " TEMPLATE " + in_quotes(template_));
        return name;
    }
    void give_back(const std::string& name)
    {
        run_on_postgres(sweep, name);
        if (run_on_postgres(fingerprint, name) == fingerprint_)
            free_.push_back(name);
        else
            drop(name);
    }
    static void drop(const std::string& name) { run_on_postgres("DROP DATABASE " + in_quotes(name) + " WITH (FORCE)"); }

private:
    std::string template_, fingerprint_;
    std::vector<std::string> free_;
};

PostgresPool& migrated_pool()
{
    static PostgresPool pool;
    return pool;
}

} // namespace

TempDirectory::TempDirectory(Storage storage)
{
    constexpr std::uintmax_t room = 2'000'000'000;
    std::error_code ignored;
    const auto memory = std::filesystem::space("/dev/shm", ignored);
    const bool in_memory = storage == Storage::memory && !ignored && memory.available >= room;
    const auto above = in_memory ? std::filesystem::path{"/dev/shm"} : std::filesystem::temp_directory_path();
    auto pattern = (above / "congso-test-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw std::runtime_error{"mkdtemp " + pattern};
    path_ = pattern;
}

TempDirectory::~TempDirectory()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

TempDatabase::TempDatabase(db::Engine engine, Content content)
{
    log::set_quiet(true);
    if (engine == db::Engine::sqlite) {
        directory_ = std::make_unique<TempDirectory>(Storage::memory);
        target_.sqlite_file = directory_->path() / "congso.db";
        if (content == Content::migrated) {
            static const SqliteTemplate migrated;
            std::filesystem::copy_file(migrated.file(), target_.sqlite_file);
        }
    } else {
        postgres_address({}); // the server is there before the pool and outlives it
        pooled_ = content == Content::migrated;
        name_ = pooled_ ? migrated_pool().take() : fresh_name();
        if (!pooled_)
            run_on_postgres("CREATE DATABASE " + in_quotes(name_) + create_empty);
        target_.postgres = postgres_address(name_);
    }
    database_ = std::make_unique<db::Database>(target_);
}

TempDatabase::~TempDatabase()
{
    database_.reset();
    if (pooled_)
        migrated_pool().give_back(name_);
    else if (!name_.empty())
        PostgresPool::drop(name_);
}

void TempDatabase::reopen()
{
    database_.reset();
    database_ = std::make_unique<db::Database>(target_);
}

std::string engine_name(const testing::TestParamInfo<db::Engine>& info)
{
    return info.param == db::Engine::sqlite ? "sqlite" : "postgres";
}

} // namespace congso::test
