#include "lib/db/migrate.h"

#include "lib/db/maintain.h"
#include "tests/support/temp_database.h"

namespace congso::db {

namespace {

constexpr Migration first{1, "0001_first",
                          "CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY, amount BIGINT NOT NULL DEFAULT 5);"
                          "CREATE TABLE b (a TEXT NOT NULL REFERENCES a (id));"
                          "INSERT INTO a (id) VALUES ('x'); INSERT INTO b (a) VALUES ('x');"};
constexpr Migration second{2, "0002_second", "ALTER TABLE a ADD COLUMN note TEXT NOT NULL DEFAULT '';"};
constexpr Migration broken{2, "0002_broken", "CREATE TABLE c (id TEXT NOT NULL); CREATE TABLE c (id TEXT NOT NULL);"};

std::string code_of_migrating(Database& database, std::vector<Migration> migrations)
{
    try {
        migrate(database, migrations);
    } catch (const Error& fault) {
        return fault.code();
    }
    return "migrated";
}

} // namespace

class MigrateTest : public testing::TestWithParam<Engine> {
protected:
    test::TempDatabase temp_{GetParam(), test::Content::empty};
    Database& database_ = temp_.database();
};
CONGSO_BOTH_ENGINES(MigrateTest);

TEST_P(MigrateTest, begins_anew_on_a_database_that_was_erased)
{
    EXPECT_EQ(migrate(database_), static_cast<int>(all_migrations().size()));
    database_.write({}, [](Tx& tx) { tx.execute("INSERT INTO setting (name, value) VALUES ('a', 'b')"); });
    analyze(database_); // and what that keeps
    drop_everything(database_);
    EXPECT_EQ(schema_version(database_), 0);
    EXPECT_EQ(count_missing(database_), static_cast<int>(all_migrations().size()));
    EXPECT_EQ(migrate(database_), static_cast<int>(all_migrations().size()));
    EXPECT_EQ(database_.read({}, [](Tx& tx) { return tx.get<int>("SELECT COUNT(*) FROM setting"); }), 0);
}

TEST_P(MigrateTest, applies_what_is_missing_and_nothing_twice)
{
    EXPECT_EQ(schema_version(database_), 0);
    EXPECT_EQ(migrate(database_, std::vector{first}), 1);
    EXPECT_EQ(schema_version(database_), 1);
    EXPECT_EQ(migrate(database_, std::vector{first, second}), 1);
    EXPECT_EQ(migrate(database_, std::vector{first, second}), 0);
    EXPECT_EQ(schema_version(database_), 2);
    database_.read(AgencyId{}, [](Tx& tx) { EXPECT_EQ(tx.get<std::int64_t>("SELECT amount FROM a WHERE note = ''"), 5); });
}

TEST_P(MigrateTest, leaves_nothing_of_a_file_that_fails)
{
    EXPECT_EQ(code_of_migrating(database_, {first, broken}), "db.sql");
    EXPECT_EQ(schema_version(database_), 1);
    EXPECT_EQ(code_of_migrating(database_, {first, {2, "0002_c", "CREATE TABLE c (id TEXT NOT NULL);"}}), "migrated");
}

TEST_P(MigrateTest, refuses_a_newer_schema_and_a_changed_file)
{
    migrate(database_, std::vector{first, second});
    EXPECT_EQ(code_of_migrating(database_, {first}), "db.schema_newer");
    EXPECT_EQ(code_of_migrating(database_, {first, {2, "0002_second", "ALTER TABLE a ADD COLUMN other TEXT;"}}), "db.schema_changed");
}

TEST_P(MigrateTest, checks_types_strictly_and_foreign_keys_afterwards)
{
    migrate(database_, std::vector{first});
    const auto run = [&](const char* sql) {
        database_.write(AgencyId{}, [&](Tx& tx) { tx.execute(sql); });
    };
    EXPECT_THROW(run("INSERT INTO a (id, amount) VALUES ('y', 'many')"), Error);
    EXPECT_THROW(run("INSERT INTO b (a) VALUES ('nobody')"), Error);
    EXPECT_NO_THROW(run("INSERT INTO a (id, amount) VALUES ('y', 4000000000)"));
}

TEST_P(MigrateTest, takes_every_migration_of_the_program)
{
    const auto all = all_migrations();
    ASSERT_FALSE(all.empty());
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(all[i].number, static_cast<int>(i) + 1) << all[i].name;
    EXPECT_EQ(migrate(database_), static_cast<int>(all.size()));
}

TEST(Migrate, rebuilds_a_table_by_copy_under_its_references_on_sqlite)
{
    test::TempDatabase temp{Engine::sqlite, test::Content::empty};
    const Migration rebuild{2, "0002_rebuild",
                            "CREATE TABLE a_new (id TEXT NOT NULL PRIMARY KEY,"
                            " amount BIGINT NOT NULL CHECK (amount > 0));"
                            "INSERT INTO a_new (id, amount) SELECT id, amount FROM a;"
                            "DROP TABLE a; ALTER TABLE a_new RENAME TO a;"};
    EXPECT_EQ(migrate(temp.database(), std::vector{first, rebuild}), 2);
    temp.database().read(AgencyId{}, [](Tx& tx) { EXPECT_EQ(tx.get<int>("SELECT COUNT(*) FROM b JOIN a ON a.id = b.a"), 1); });
    const Migration orphan{3, "0003_orphan", "DELETE FROM a;"};
    EXPECT_EQ(code_of_migrating(temp.database(), {first, rebuild, orphan}), "db.constraint");
    EXPECT_EQ(schema_version(temp.database()), 2);
}

TEST(MigrationText, becomes_sqlite_outside_strings_and_comments)
{
    EXPECT_EQ(text_for(Engine::sqlite,
                       "CREATE TABLE t (n bigint, s TEXT DEFAULT 'BIGINT; -- it''s'); -- BIGINT;\n"
                       "/* ; */ INSERT INTO t VALUES (1, 'x');\n"),
              "CREATE TABLE t (n INTEGER, s TEXT DEFAULT 'BIGINT; -- it''s') STRICT; -- BIGINT;\n/* ; */ INSERT INTO t VALUES (1, 'x');\n");
    EXPECT_EQ(text_for(Engine::sqlite, "CREATE INDEX i ON t (bigints, \"BIGINT\");create table u (id TEXT)"),
              "CREATE INDEX i ON t (bigints, \"BIGINT\");create table u (id TEXT)\n STRICT");
    EXPECT_EQ(text_for(Engine::postgres, "CREATE TABLE t (n BIGINT);\n"), "CREATE TABLE t (n BIGINT);\n");
}

TEST(MigrationText, keeps_the_lines_of_its_engine)
{
    const auto* sql = "a;\n--@sqlite\nb;\n--@postgres\nc;\n--@both\nd;\n";
    EXPECT_EQ(text_for(Engine::sqlite, sql), "a;\nb;\nd;\n");
    EXPECT_EQ(text_for(Engine::postgres, sql), "a;\nc;\nd;\n");
}

} // namespace congso::db
