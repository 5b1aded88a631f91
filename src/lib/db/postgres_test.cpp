#include "tests/support/postgres_server.h"
#include "tests/support/temp_database.h"

#include <future>

#include <unistd.h>

namespace congso::db {

namespace {

const AgencyId agency = AgencyId::make();

std::string code_of_opening(const std::string& address)
{
    try {
        const Database database{{.postgres = address}};
    } catch (const Error& fault) {
        return fault.code();
    }
    return "opened";
}

} // namespace

TEST(Postgres, refuses_a_database_that_orders_or_encodes_otherwise)
{
    const test::TempDatabase server{Engine::postgres};
    const auto stem = "congso_test_" + std::to_string(getpid());
    const auto code_with = [&](const std::string& kind, const std::string& options) {
        test::run_on_postgres("CREATE DATABASE " + stem + kind + " TEMPLATE template0 " + options);
        const auto code = code_of_opening(test::postgres_address(stem + kind));
        test::run_on_postgres("DROP DATABASE " + stem + kind);
        return code;
    };
    EXPECT_EQ(code_with("_good", "ENCODING 'UTF8' LOCALE 'C'"), "opened");
    EXPECT_EQ(code_with("_latin", "ENCODING 'LATIN1' LOCALE 'C'"), "db.encoding");
    EXPECT_EQ(code_with("_icu", "ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'vi'"), "db.collation");
    EXPECT_EQ(code_of_opening(test::postgres_address(stem + "_none")), "db.connection");
}

TEST(Postgres, runs_a_body_again_when_the_connection_is_lost_before_the_commit)
{
    test::TempDatabase temp{Engine::postgres};
    int tries = 0, told = 0;
    temp.database().write(agency, [&](Tx& tx) {
        tx.execute("INSERT INTO setting (name, value) VALUES ('a', $1)", std::to_string(++tries));
        tx.after_commit([&] { ++told; });
        if (tries < 3)
            test::run_on_postgres("SELECT pg_terminate_backend(" + std::to_string(tx.get<int>("SELECT pg_backend_pid()")) + ", 5000)");
        tx.get<std::string>("SELECT value FROM setting WHERE name = 'a'");
    });
    EXPECT_EQ(tries, 3);
    EXPECT_EQ(told, 1);
    EXPECT_EQ(temp.database().read(agency, [](Tx& tx) { return tx.get<std::string>("SELECT value FROM setting"); }), "3");
}

TEST(Postgres, runs_a_body_again_after_a_deadlock_however_the_body_took_it)
{
    test::TempDatabase temp{Engine::postgres};
    auto& database = temp.database();
    database.write(agency, [](Tx& tx) { tx.execute("INSERT INTO setting (name, value) VALUES ('a', '0'), ('b', '0')"); });
    std::promise<void> first_has_a, second_has_b;
    auto a = first_has_a.get_future().share(), b = second_has_b.get_future().share();
    std::atomic<int> tries{0};
    const auto change = [&](const char* one, const char* two, std::promise<void>& mine, std::shared_future<void> other) {
        bool begun = false;
        database.write(AgencyId::make(), [&](Tx& tx) { // two agencies, so that nothing keeps them apart
            ++tries;
            const auto* sql = "UPDATE setting SET value = value || 'x' WHERE name = $1";
            tx.execute(sql, one);
            if (!begun) {
                begun = true;
                mine.set_value();
                other.wait();
            }
            try {
                tx.execute(sql, two);
            } catch (const Error&) {
                throw Error::conflict("something else");
            }
        });
    };
    auto other = std::async(std::launch::async, [&] { change("b", "a", second_has_b, a); });
    change("a", "b", first_has_a, b);
    other.get();
    EXPECT_EQ(tries, 3);
    const auto values = database.read(agency, [](Tx& tx) { return tx.list<std::string>("SELECT value FROM setting ORDER BY name"); });
    EXPECT_EQ(values, (std::vector<std::string>{"0xx", "0xx"}));
}

TEST(Postgres, gives_up_a_body_that_never_gets_through)
{
    test::TempDatabase temp{Engine::postgres};
    int tries = 0;
    try {
        temp.database().write(agency, [&](Tx& tx) {
            ++tries;
            tx.execute("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$");
        });
        FAIL();
    } catch (const Error& fault) {
        EXPECT_EQ(fault.code(), "db.busy");
    }
    EXPECT_EQ(tries, 5);
}

TEST(Postgres, shares_few_connections_among_many_threads)
{
    const test::TempDatabase temp{Engine::postgres};
    auto target = temp.target();
    target.connections = 2;
    Database database{target};
    std::atomic<int> inside{0}, most{0};
    std::vector<std::future<void>> all;
    for (int i = 0; i < 8; ++i)
        all.push_back(std::async(std::launch::async, [&] {
            for (int k = 0; k < 10; ++k)
                database.read(agency, [&](Tx& tx) {
                    most = std::max(most.load(), ++inside);
                    tx.get<int>("SELECT COUNT(*) FROM setting");
                    --inside;
                });
        }));
    for (auto& one : all)
        one.get();
    EXPECT_LE(most, 2);
    EXPECT_GE(most, 1);
}

} // namespace congso::db
