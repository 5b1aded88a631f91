#include "lib/db/dialect.h"
#include "tests/support/temp_database.h"

#include <gmock/gmock.h>

#include <latch>
#include <stdexcept>
#include <thread>

namespace congso::db {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum class Shade { light, dark };
BOOST_DESCRIBE_ENUM(Shade, light, dark)

struct Thing {
    AgencyId agency;
    Id<Thing> id;
    std::string name;
    std::int64_t amount{};
    int count{};
    bool open{};
    Date day;
    std::optional<Date> until;
    std::optional<std::string> note;
    std::optional<int> rank;
    Time at;
    Shade shade{};
    std::vector<std::string> tags; // a table of their own, were there one
    bool operator==(const Thing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (agency, id, name, amount, count, open, day, until, note, rank, at, shade, tags))

struct NameAndCount {
    std::string name;
    int count{};
};
BOOST_DESCRIBE_STRUCT(NameAndCount, (), (name, count))

constexpr auto every_column = "SELECT shade, at, rank, note, until, day, open, count, amount, name, id, agency FROM thing";

const AgencyId agency = AgencyId::make();

Thing example()
{
    Thing thing;
    thing.agency = agency;
    thing.id = Id<Thing>::make();
    thing.name = "Ủy ban nhân dân xã Phổ Mẫu";
    thing.amount = 9'000'000'000'000'000'000;
    thing.count = -5;
    thing.open = true;
    thing.day = Date::of(2022, 5, 4);
    thing.rank = 3;
    thing.at = {1'651'623'300'123};
    thing.shade = Shade::dark;
    return thing;
}

template <class F> std::string code_of(F&& act)
{
    try {
        act();
    } catch (const Error& fault) {
        return fault.code();
    }
    return "nothing thrown";
}

// Runs `act` on so many threads at once.
template <class F> void in_threads(int count, F&& act)
{
    std::latch start{count};
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&, i] {
            start.arrive_and_wait();
            act(i);
        });
    for (auto& thread : threads)
        thread.join();
}

} // namespace

class DatabaseContract : public test::DatabaseTest {
protected:
    void SetUp() override
    {
        database().driver().exclusive([](Connection& connection) {
            connection.script("CREATE TABLE thing (agency TEXT NOT NULL, id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                              " amount BIGINT NOT NULL, count INTEGER NOT NULL CHECK (count < 100),"
                              " open INTEGER NOT NULL CHECK (open IN (0, 1)), day TEXT, until TEXT, note TEXT,"
                              " rank INTEGER, at BIGINT NOT NULL, shade TEXT NOT NULL CHECK (shade IN ('light', 'dark')));"
                              "CREATE TABLE part (thing TEXT NOT NULL REFERENCES thing (id), number INTEGER NOT NULL);"
                              "CREATE TABLE counter (agency TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL)");
        });
    }
    void add(std::string name)
    {
        database().write(agency, [&](Tx& tx) { put(tx, name); });
    }
    static void put(Tx& tx, std::string name)
    {
        auto thing = example();
        thing.name = std::move(name);
        tx.insert("thing", thing);
    }
    std::vector<std::string> names()
    {
        return database().read(agency, [](Tx& tx) { return tx.list<std::string>("SELECT name FROM thing ORDER BY name"); });
    }
};
CONGSO_BOTH_ENGINES(DatabaseContract);

TEST_P(DatabaseContract, gives_back_every_kind_of_field_as_it_was)
{
    const auto thing = example();
    database().write(agency, [&](Tx& tx) { tx.insert("thing", thing); });
    EXPECT_EQ(database().read(agency, [](Tx& tx) { return tx.get<Thing>(every_column); }), thing);
}

TEST_P(DatabaseContract, keeps_what_is_absent_as_null)
{
    auto thing = example();
    thing.day = {};
    thing.rank.reset();
    database().write(agency, [&](Tx& tx) { tx.insert("thing", thing); });
    database().read(agency, [&](Tx& tx) {
        EXPECT_EQ(tx.get<int>("SELECT COUNT(*) FROM thing WHERE day IS NULL AND until IS NULL AND note IS NULL AND rank IS NULL"), 1);
        const auto found = tx.get<Thing>(every_column);
        EXPECT_FALSE(found.day.is_set());
        EXPECT_FALSE(found.rank);
        EXPECT_EQ(found, thing);
    });
}

TEST_P(DatabaseContract, fills_only_the_fields_it_was_asked_for_and_refuses_a_column_without_one)
{
    add("a");
    database().read(agency, [](Tx& tx) {
        EXPECT_EQ(tx.get<NameAndCount>("SELECT count, name FROM thing").count, -5);
        EXPECT_EQ(code_of([&] { tx.get<NameAndCount>("SELECT name, shade FROM thing"); }), "db.column");
        EXPECT_EQ(code_of([&] { tx.get<int>("SELECT name FROM thing"); }), "db.column");
        EXPECT_EQ(code_of([&] { tx.get<int>("SELECT amount FROM thing"); }), "db.column"); // does not fit
        EXPECT_EQ(tx.find<int>("SELECT rank FROM thing WHERE name = $1", "nobody"), std::nullopt);
        EXPECT_EQ(code_of([&] { tx.get<int>("SELECT rank FROM thing WHERE name = $1", "nobody"); }), "not_found");
    });
}

TEST_P(DatabaseContract, takes_a_parameter_twice_and_out_of_order)
{
    add("a");
    add("b");
    database().read(agency, [](Tx& tx) {
        EXPECT_THAT(tx.list<std::string>("SELECT name FROM thing WHERE count = $2 AND (name = $1 OR name = $1) AND count = $2", "b", -5),
                    ElementsAre("b"));
        const auto* named = "SELECT COUNT(*) FROM thing WHERE CAST($1 AS TEXT) IS NULL OR name = $1";
        EXPECT_EQ(tx.get<int>(named, std::optional<std::string>{}), 2);
        EXPECT_EQ(tx.get<int>(named, std::optional<std::string>{"b"}), 1);
        EXPECT_EQ(tx.get<std::int64_t>("SELECT SUM(amount / 100) FROM thing"), 180'000'000'000'000'000);
    });
    EXPECT_EQ(code_of([&] { database().read(agency, [](Tx& tx) { tx.list<int>("SELECT count FROM thing WHERE name = $1", "a", 2); }); }),
              "db.parameters");
    EXPECT_EQ(code_of([&] { database().read(agency, [](Tx& tx) { tx.list<int>("SELECT count FROM thing WHERE name = $2", "a", "b"); }); }),
              "db.parameters");
}

TEST_P(DatabaseContract, orders_texts_by_their_bytes)
{
    for (const auto* name : {"b", "B", "a", "Đ", "d", "_", "é"})
        add(name);
    EXPECT_THAT(names(), ElementsAre("B", "_", "a", "b", "d", "é", "Đ"));
}

TEST_P(DatabaseContract, says_how_many_rows_changed)
{
    database().write(agency, [](Tx& tx) {
        put(tx, "a");
        put(tx, "b");
        EXPECT_EQ(tx.execute("UPDATE thing SET count = 7"), 2);
        EXPECT_EQ(tx.execute("UPDATE thing SET count = 7 WHERE name = $1", "c"), 0);
        EXPECT_EQ(tx.execute("DELETE FROM thing WHERE name = $1", "a"), 1);
        EXPECT_EQ(tx.execute("SELECT name FROM thing"), 0);
    });
}

TEST_P(DatabaseContract, finishes_a_change_whose_first_row_is_all_that_was_asked_for)
{
    add("a");
    add("b");
    const auto one =
        database().write(agency, [](Tx& tx) { return tx.find<int>("UPDATE thing SET count = 9 WHERE count = -5 RETURNING count"); });
    EXPECT_EQ(one, 9);
    EXPECT_EQ(database().read(agency, [](Tx& tx) { return tx.get<int>("SELECT COUNT(*) FROM thing WHERE count = 9"); }), 2);
}

TEST_P(DatabaseContract, lets_a_body_change_what_it_walks_over)
{
    for (int i = 0; i < 20; ++i)
        add("thing " + std::to_string(i));
    database().write(agency, [](Tx& tx) {
        tx.rows("SELECT name FROM thing ORDER BY name", {}, [&](Cursor& row) {
            const auto name = std::get<std::string>(row.value(0));
            tx.execute("UPDATE thing SET name = $1 WHERE name = $2", "~" + name, name);
            return true;
        });
    });
    for (const auto& name : names())
        EXPECT_EQ(name.substr(0, 7), "~thing ") << name;
}

TEST_P(DatabaseContract, runs_the_same_statement_inside_its_own_rows)
{
    add("a");
    add("b");
    std::vector<std::string> seen;
    database().read(agency, [&](Tx& tx) {
        const auto sql = "SELECT name FROM thing WHERE name >= $1 ORDER BY name";
        tx.rows(sql, {to_value("a")}, [&](Cursor& outer) {
            for (const auto& inner : tx.list<std::string>(sql, "b"))
                seen.push_back(std::get<std::string>(outer.value(0)) + inner);
            return true;
        });
    });
    EXPECT_THAT(seen, ElementsAre("ab", "bb"));
}

TEST_P(DatabaseContract, rolls_back_what_a_body_did_before_it_threw)
{
    EXPECT_THROW(database().write(agency,
                                  [](Tx& tx) {
                                      put(tx, "a");
                                      throw std::runtime_error{"changed my mind"};
                                  }),
                 std::runtime_error);
    EXPECT_THAT(names(), IsEmpty());
}

TEST_P(DatabaseContract, names_a_broken_constraint_and_goes_on_afterwards)
{
    add("a");
    EXPECT_EQ(code_of([&] { add("a"); }), "db.unique");
    const auto broken = [&](const char* sql) {
        try {
            database().write(agency, [&](Tx& tx) { tx.execute(sql); });
        } catch (const Error& fault) {
            EXPECT_EQ(fault.fault(), Fault::internal);
            EXPECT_NE(fault.fact("detail"), "");
            return fault.code();
        }
        return std::string{};
    };
    EXPECT_EQ(broken("UPDATE thing SET count = 100"), "db.constraint");
    EXPECT_EQ(broken("UPDATE thing SET name = NULL"), "db.constraint");
    EXPECT_EQ(broken("INSERT INTO part (thing, number) VALUES ('nobody', 1)"), "db.constraint");
    EXPECT_EQ(broken("UPDATE nothing SET name = NULL"), "db.sql");
    EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_P(DatabaseContract, does_not_commit_a_body_that_swallowed_a_fault)
{
    add("a");
    EXPECT_EQ(code_of([&] {
                  database().write(agency, [](Tx& tx) {
                      put(tx, "b");
                      EXPECT_EQ(code_of([&] { put(tx, "a"); }), "db.unique");
                      EXPECT_EQ(code_of([&] { put(tx, "c"); }), "db.aborted");
                  });
              }),
              "db.unique");
    EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_P(DatabaseContract, refuses_a_text_that_would_be_cut)
{
    EXPECT_EQ(code_of([&] { add(std::string("a\0b", 3)); }), "db.text");
}

TEST_P(DatabaseContract, writes_nothing_while_reading)
{
    EXPECT_EQ(code_of([&] { database().read(agency, [](Tx& tx) { put(tx, "a"); }); }), "db.read_only");
    EXPECT_THAT(names(), IsEmpty());
}

TEST_P(DatabaseContract, reads_one_instant_however_often_it_looks)
{
    add("a");
    database().read(agency, [&](Tx& tx) {
        EXPECT_EQ(tx.get<int>("SELECT COUNT(*) FROM thing"), 1);
        std::thread{[&] {
            add("b");
        }}.join();
        EXPECT_EQ(tx.get<int>("SELECT COUNT(*) FROM thing"), 1);
    });
    EXPECT_THAT(names(), ElementsAre("a", "b"));
}

TEST_P(DatabaseContract, refuses_a_transaction_inside_another)
{
    EXPECT_EQ(code_of([&] { database().write(agency, [&](Tx&) { add("a"); }); }), "db.nested");
    EXPECT_EQ(code_of([&] { database().read(agency, [&](Tx&) { names(); }); }), "db.nested");
    add("b");
    EXPECT_THAT(names(), ElementsAre("b"));
}

TEST_P(DatabaseContract, acts_after_the_commit_on_the_asking_thread_and_only_then)
{
    std::vector<std::string> seen;
    std::thread::id on;
    database().write(agency, [&](Tx& tx) {
        put(tx, "a");
        tx.after_commit([&] {
            on = std::this_thread::get_id();
            seen = names(); // a new transaction: the other one is over
        });
    });
    EXPECT_THAT(seen, ElementsAre("a"));
    EXPECT_EQ(on, std::this_thread::get_id());

    bool ran = false;
    EXPECT_EQ(code_of([&] {
                  database().write(agency, [&](Tx& tx) {
                      tx.after_commit([&] { ran = true; });
                      put(tx, "a");
                  });
              }),
              "db.unique");
    EXPECT_FALSE(ran);
}

TEST_P(DatabaseContract, keeps_a_commit_whose_notice_failed)
{
    database().write(agency, [&](Tx& tx) {
        put(tx, "a");
        tx.after_commit([] { throw Error::internal("notice"); });
    });
    EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_P(DatabaseContract, counts_without_gaps_or_twins_from_eight_threads)
{
    database().write(agency, [](Tx& tx) { tx.execute("INSERT INTO counter (agency, last) VALUES ($1, 0)", tx.agency()); });
    constexpr int threads = 8, each = 25;
    std::vector<std::vector<int>> taken(threads);
    in_threads(threads, [&](int i) {
        for (int k = 0; k < each; ++k) {
            const auto take = [&](bool fail) {
                return database().write(agency, [&](Tx& tx) {
                    // Read, then write: a race would show.
                    const auto last = tx.get<int>("SELECT last FROM counter WHERE agency = $1", tx.agency());
                    tx.execute("UPDATE counter SET last = $2 WHERE agency = $1", tx.agency(), last + 1);
                    if (fail)
                        throw Error::conflict("changed my mind");
                    return last + 1;
                });
            };
            EXPECT_EQ(code_of([&] { take(true); }), "changed my mind");
            taken[static_cast<std::size_t>(i)].push_back(take(false));
        }
    });
    std::vector<int> all;
    for (const auto& some : taken)
        all.insert(all.end(), some.begin(), some.end());
    std::sort(all.begin(), all.end());
    for (int i = 0; i < threads * each; ++i)
        ASSERT_EQ(all[static_cast<std::size_t>(i)], i + 1);
}

TEST_P(DatabaseContract, lets_other_bodies_through_when_one_of_the_same_moment_fails)
{
    in_threads(8, [&](int i) {
        const auto code = code_of([&] {
            database().write(agency, [&](Tx& tx) {
                put(tx, "thing " + std::to_string(i));
                if (i % 2 == 1)
                    put(tx, "thing " + std::to_string(i));
            });
        });
        EXPECT_EQ(code, i % 2 == 1 ? "db.unique" : "nothing thrown");
    });
    EXPECT_THAT(names(), ElementsAre("thing 0", "thing 2", "thing 4", "thing 6"));
}

TEST_P(DatabaseContract, inserts_many_rows_of_any_number)
{
    for (const int count : {1, 63, 64, 200}) {
        std::vector<std::vector<Value>> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back({to_value(AgencyId::make()), to_value(i)});
        database().write(agency, [&](Tx& tx) {
            tx.execute("DELETE FROM counter");
            insert_many(tx, "counter", "agency, last", rows);
            EXPECT_EQ(tx.get<int>("SELECT COUNT(DISTINCT last) FROM counter"), count);
        });
    }
    database().write(agency, [](Tx& tx) { insert_many(tx, "counter", "agency, last", {}); });
}

TEST_P(DatabaseContract, keeps_everything_over_a_restart)
{
    add("a");
    database().driver().sync();
    add("b");
    temp().reopen();
    EXPECT_THAT(names(), ElementsAre("a", "b"));
}

TEST_P(DatabaseContract, leaves_no_transaction_open_after_an_exclusive_body)
{
    EXPECT_EQ(code_of([&] {
                  database().driver().exclusive([](Connection& connection) {
                      connection.script("BEGIN");
                      connection.script("INSERT INTO counter (agency, last) VALUES ('x', 1)");
                      throw Error::internal("stopped");
                  });
              }),
              "stopped");
    EXPECT_EQ(database().read(agency, [](Tx& tx) { return tx.get<int>("SELECT COUNT(*) FROM counter"); }), 0);
    add("a");
}

TEST(Dialect, numbers_placeholders)
{
    EXPECT_EQ(placeholders(3, 2), "$3, $4");
    EXPECT_EQ(placeholders(1, 0), "");
}

TEST(Target, is_the_embedded_file_unless_a_server_is_named)
{
    EXPECT_EQ(parse_target("/data", "").sqlite_file, "/data/congso.db");
    EXPECT_EQ(parse_target("/data", "postgresql://db/congso").postgres, "postgresql://db/congso");
    EXPECT_TRUE(parse_target("/data", "postgresql://db/congso").sqlite_file.empty());
}

} // namespace congso::db
