#include "tests/support/temp_database.h"

#include <thread>

namespace congso::db {

namespace {

const AgencyId agency = AgencyId::make();

void put(Database& database, const std::string& name)
{
    database.write(agency, [&](Tx& tx) { tx.execute("INSERT INTO setting (name, value) VALUES ($1, $2)", name, std::string(3000, 'x')); });
}

int count(Database& database)
{
    return database.read(agency, [](Tx& tx) { return tx.get<int>("SELECT COUNT(*) FROM setting"); });
}

} // namespace

TEST(Sqlite, copies_itself_while_it_is_written_to)
{
    test::TempDatabase temp{Engine::sqlite};
    for (int i = 0; i < 100; ++i)
        put(temp.database(), "before " + std::to_string(i));
    const auto file = temp.target().sqlite_file.parent_path() / "copy.db";
    std::thread other{[&] {
        for (int i = 0; i < 50; ++i)
            put(temp.database(), "meanwhile " + std::to_string(i));
    }};
    temp.database().driver().backup_to(file);
    other.join();
    Database copy{{.sqlite_file = file}};
    EXPECT_GE(count(copy), 100);
    EXPECT_EQ(copy.read(agency, [](Tx& tx) { return tx.get<std::string>("SELECT integrity_check FROM pragma_integrity_check"); }), "ok");
    EXPECT_THROW(temp.database().driver().backup_to(file), Error);
}

TEST(Sqlite, keeps_its_log_short)
{
    test::TempDatabase temp{Engine::sqlite};
    auto log = temp.target().sqlite_file;
    log += "-wal";
    std::string big(1'000'000, 'x');
    for (int i = 0; i < 60; ++i)
        temp.database().write(agency, [&](Tx& tx) {
            tx.execute("INSERT INTO setting (name, value) VALUES ('big', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value", big);
        });
    EXPECT_LT(std::filesystem::file_size(log), 12'000'000U); // 60 MB went through it
}

TEST(Sqlite, leaves_no_log_behind_when_closed)
{
    test::TempDirectory directory;
    const auto file = directory.path() / "congso.db";
    {
        Database database{{.sqlite_file = file}};
        database.driver().exclusive([](Connection& connection) { connection.script("CREATE TABLE setting (name TEXT, value TEXT)"); });
        put(database, "a");
        EXPECT_EQ(count(database), 1); // a reader is open, too
    }
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-wal"));
    Database again{{.sqlite_file = file}};
    EXPECT_EQ(count(again), 1);
}

TEST(Sqlite, becomes_durable_when_the_demo_is_written)
{
    test::TempDirectory directory;
    Database database{{.sqlite_file = directory.path() / "congso.db", .durable = false}};
    const auto level = [&] {
        std::int64_t found = -1;
        database.driver().exclusive([&](Connection& connection) {
            const auto row = connection.query("PRAGMA synchronous", {});
            row->next();
            found = std::get<std::int64_t>(row->value(0));
        });
        return found;
    };
    EXPECT_EQ(level(), 0);
    database.driver().sync();
    EXPECT_EQ(level(), 2);
}

TEST(Sqlite, a_demo_is_written_in_few_transactions_and_a_fault_undoes_its_own_body_alone)
{
    test::TempDirectory directory;
    const Target target{.sqlite_file = directory.path() / "congso.db", .durable = false};
    Database database{target};
    database.driver().exclusive([](Connection& connection) { connection.script("CREATE TABLE setting (name TEXT, value TEXT)"); });
    put(database, "a");
    EXPECT_THROW(database.write(agency,
                                [](Tx& tx) {
                                    tx.execute("INSERT INTO setting (name, value) VALUES ('b', 'x')");
                                    throw Error::conflict("no");
                                }),
                 Error);
    put(database, "c");
    EXPECT_EQ(count(database), 2);
    Database outside{{.sqlite_file = target.sqlite_file}};
    EXPECT_EQ(count(outside), 0) << "a process that dies now leaves nothing of it";
    database.driver().sync();
    EXPECT_EQ(count(outside), 2);
    put(database, "d");
    EXPECT_EQ(count(outside), 3);
}

TEST(Sqlite, says_when_it_cannot_be_opened)
{
    try {
        const Database database{{.sqlite_file = "/nowhere/congso.db"}};
        FAIL();
    } catch (const Error& fault) {
        EXPECT_EQ(fault.code(), "db.open");
        EXPECT_EQ(fault.fault(), Fault::unavailable);
    }
}

} // namespace congso::db
