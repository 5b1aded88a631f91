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

class PostgresTemplate {
public:
    PostgresTemplate() : name_(fresh_name() + "_template")
    {
        run_on_postgres("CREATE DATABASE " + in_quotes(name_) + create_empty);
        db::Database database{{.postgres = postgres_address(name_)}};
        db::migrate(database);
    }
    ~PostgresTemplate()
    {
        try {
            run_on_postgres("DROP DATABASE " + in_quotes(name_) + " WITH (FORCE)");
        } catch (const std::runtime_error& fault) {
            log::warn("test.database", {{"error", fault.what()}});
        }
    }
    const std::string& name() const { return name_; }

private:
    std::string name_;
};

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
        name_ = fresh_name();
        postgres_address(name_); // the server is there before the template and outlives it
        if (content == Content::migrated) {
            static const PostgresTemplate migrated;
            run_on_postgres("CREATE DATABASE " + in_quotes(name_) + " TEMPLATE " + in_quotes(migrated.name()));
        } else {
            run_on_postgres("CREATE DATABASE " + in_quotes(name_) + create_empty);
        }
        target_.postgres = postgres_address(name_);
    }
    database_ = std::make_unique<db::Database>(target_);
}

TempDatabase::~TempDatabase()
{
    database_.reset();
    if (!name_.empty())
        run_on_postgres("DROP DATABASE " + in_quotes(name_) + " WITH (FORCE)");
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
