#include "lib/db/filter.h"

#include "lib/base/bytes.h"
#include "lib/db/dialect.h"
#include "tests/support/temp_database.h"

namespace congso::db {

namespace {

struct Line {
    std::string id;
    std::int64_t sort_at{};
    std::string colour;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, sort_at, colour))

const AgencyId agency = AgencyId::make(), other = AgencyId::make();

const ListSource lines{
    .columns = "l.id, l.sort_at, l.colour", .walked = "line l", .agency = "l.agency", .sort_at = "l.sort_at", .id = "l.id"};

} // namespace

class FilterTest : public test::DatabaseTest {
protected:
    void SetUp() override
    {
        database().driver().exclusive([](Connection& connection) {
            connection.script("CREATE TABLE line (agency TEXT NOT NULL, id TEXT NOT NULL, sort_at BIGINT NOT NULL, colour TEXT NOT NULL,"
                              " PRIMARY KEY (agency, id)); CREATE INDEX line_walk ON line (agency, sort_at, id)");
        });
    }
    // `count` rows, two of each instant; every `rare`-th is red.
    void add_lines(AgencyId whose, int count, int rare)
    {
        std::vector<std::vector<Value>> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back({to_value(whose), to_value(fmt::format("{:06}", i)), to_value(i / 2), to_value(i % rare == 0 ? "red" : "grey")});
        database().write(whose, [&](Tx& tx) { insert_many(tx, "line", "agency, id, sort_at, colour", rows); });
    }
    void add_newest()
    {
        database().write(agency, [](Tx& tx) {
            tx.execute("INSERT INTO line (agency, id, sort_at, colour) VALUES ($1, 'new', 9999, 'grey')", tx.agency());
        });
    }
    std::vector<std::string> walk(const Query& query, int limit, int* requests = nullptr)
    {
        std::vector<std::string> ids;
        std::string after;
        do {
            const auto page = database().read(agency, [&](Tx& tx) { return query.page<Line>(tx, limit, after); });
            for (const auto& line : page.items)
                ids.push_back(line.id);
            after = page.after;
            if (requests)
                ++*requests;
        } while (!after.empty());
        return ids;
    }
    Count count(const Query& query)
    {
        return database().read(agency, [&](Tx& tx) { return query.count(tx); });
    }
};
CONGSO_BOTH_ENGINES(FilterTest);

TEST_P(FilterTest, pages_through_everything_once_newest_first)
{
    add_lines(agency, 25, 100);
    add_lines(other, 25, 100);
    const auto ids = walk(Query{lines}, 4);
    ASSERT_EQ(ids.size(), 25U);
    EXPECT_EQ(ids.front(), "000024");
    EXPECT_TRUE(std::is_sorted(ids.rbegin(), ids.rend()));
    auto backwards = lines;
    backwards.direction = Direction::oldest_first;
    EXPECT_TRUE(std::ranges::equal(walk(Query{backwards}, 7), std::vector<std::string>(ids.rbegin(), ids.rend())));
}

TEST_P(FilterTest, keeps_its_place_when_rows_come_in_between)
{
    add_lines(agency, 10, 100);
    const auto first = database().read(agency, [&](Tx& tx) { return Query{lines}.page<Line>(tx, 4); });
    add_newest();
    const auto second = database().read(agency, [&](Tx& tx) { return Query{lines}.page<Line>(tx, 4, first.after); });
    ASSERT_EQ(second.items.size(), 4U);
    EXPECT_EQ(second.items.front().id, "000005");
}

TEST_P(FilterTest, numbers_the_values_of_several_conditions)
{
    add_lines(agency, 30, 3);
    Query query{lines};
    query.along("l.sort_at >= $1 AND l.sort_at <= $2", 3, 9);
    query.where("l.colour = $1", "red").where("l.id <> $2 AND l.colour <> $1", "blue", "000012");
    EXPECT_EQ(walk(query, 3), (std::vector<std::string>{"000018", "000015", "000009", "000006"}));
    EXPECT_EQ(count(query).number, 4);
    EXPECT_FALSE(count(query).more);
}

TEST_P(FilterTest, joins_what_it_shows_to_what_it_walks)
{
    add_lines(agency, 10, 3);
    database().driver().exclusive([](Connection& connection) {
        connection.script("CREATE TABLE sight (agency TEXT NOT NULL, person TEXT NOT NULL, sort_at BIGINT NOT NULL, record TEXT NOT NULL)");
    });
    database().write(agency, [](Tx& tx) {
        tx.execute("INSERT INTO sight (agency, person, sort_at, record) SELECT agency, 'anh', sort_at, id FROM line WHERE sort_at > 2");
    });
    const ListSource seen{.columns = "l.id, l.colour",
                          .walked = "sight s",
                          .agency = "s.agency",
                          .sort_at = "s.sort_at",
                          .id = "s.record",
                          .joined = "JOIN line l ON l.agency = s.agency AND l.id = s.record"};
    const auto red = Query{seen}.along("s.person = $1", "anh").where("l.colour = $1", "red");
    EXPECT_EQ(walk(red, 1), (std::vector<std::string>{"000009", "000006"}));
    EXPECT_TRUE(walk(Query{seen}.along("s.person = $1", "bình"), 1).empty());
}

TEST_P(FilterTest, looks_at_a_bounded_number_of_rows_and_still_finds_all)
{
    add_lines(agency, 12'000, 4'000); // red: 0, 4000, 8000
    int requests = 0;
    const auto query = Query{lines}.where("l.colour = $1", "red");
    EXPECT_EQ(walk(query, 50, &requests), (std::vector<std::string>{"008000", "004000", "000000"}));
    EXPECT_EQ(requests, 3);
    EXPECT_EQ(count(query).number, 1);
    EXPECT_TRUE(count(query).more);
}

TEST_P(FilterTest, the_first_page_tells_how_many_there_are)
{
    struct Counted {
        std::vector<Line> items;
        std::string after;
        int total{};
        bool more_than_total{};
    };
    add_lines(agency, 6'000, 2'000); // red: 0, 2000, 4000
    const auto ask = [&](const Query& query, std::optional<int> limit, const std::optional<std::string>& after = {}) {
        return database().read(agency, [&](Tx& tx) { return query.counted_page<Counted>(tx, limit, after); });
    };
    const auto red = Query{lines}.where("l.colour = $1", "red");
    const auto full = ask(red, 1);
    EXPECT_EQ(full.total, 2) << "the third stands behind the five thousand that one request looks at";
    EXPECT_TRUE(full.more_than_total);
    const auto few = ask(red, {});
    EXPECT_EQ(few.items.size(), 2U);
    EXPECT_EQ(few.total, 2);
    EXPECT_TRUE(few.more_than_total);
    const auto rest = ask(red, {}, few.after);
    EXPECT_EQ(rest.items.size(), 1U);
    EXPECT_TRUE(rest.after.empty());
    EXPECT_EQ(rest.total, 0) << "told by the first";
    const auto all = ask(Query{lines}, {});
    EXPECT_EQ(all.items.size(), 50U);
    EXPECT_EQ(all.total, 1'000);
    EXPECT_TRUE(all.more_than_total);
}

TEST_P(FilterTest, walks_where_the_fewest_rows_are)
{
    add_lines(agency, 5'000, 1'000);
    const auto chosen = [&](const std::vector<Query>& ways) {
        return database().read(agency, [&](Tx& tx) { return &narrowest(tx, ways) - ways.data(); });
    };
    const auto by_time = Query{lines}.where("l.colour = $1", "red"), by_red = Query{lines}.along("l.colour = $1", "red"),
               by_grey = Query{lines}.along("l.colour = $1", "grey"), by_blue = Query{lines}.along("l.colour = $1", "blue");
    EXPECT_EQ(chosen({by_time}), 0);
    EXPECT_EQ(chosen({by_time, by_red}), 1);
    EXPECT_EQ(chosen({by_red, by_time}), 0);
    EXPECT_EQ(chosen({by_time, by_red, by_blue}), 2);
    EXPECT_EQ(chosen({by_time, by_grey}), 0) << "both are long";
    EXPECT_EQ(walk(by_time, 2), walk(by_red, 3));
}

TEST_P(FilterTest, counts_up_to_a_thousand)
{
    add_lines(agency, 1000, 100);
    EXPECT_EQ(count(Query{lines}).number, 1000);
    EXPECT_FALSE(count(Query{lines}).more);
    add_newest();
    EXPECT_EQ(count(Query{lines}).number, 1000);
    EXPECT_TRUE(count(Query{lines}).more);
}

TEST_P(FilterTest, walks_along_a_text_too)
{
    add_lines(agency, 6, 2);
    auto by_colour = lines;
    by_colour.sort_at = "l.colour";
    by_colour.direction = Direction::oldest_first;
    EXPECT_EQ(walk(Query{by_colour}, 2), (std::vector<std::string>{"000001", "000003", "000005", "000000", "000002", "000004"}));
}

TEST_P(FilterTest, refuses_a_limit_and_a_cursor_it_did_not_give)
{
    const auto path_of = [&](int limit, std::string_view after) -> std::string {
        try {
            database().read(agency, [&](Tx& tx) { Query{lines}.page<Line>(tx, limit, after); });
        } catch (const Error& fault) {
            return fault.faults().at(0).path;
        }
        return "";
    };
    EXPECT_EQ(path_of(0, ""), "/limit");
    EXPECT_EQ(path_of(201, ""), "/limit");
    for (const auto* wrong : {"?", "n5\nx", "eA", "YWJj"})
        EXPECT_EQ(path_of(10, wrong), "/after") << wrong;
    EXPECT_EQ(path_of(10, to_base64url(as_bytes("nfive\nx"))), "/after");
    EXPECT_EQ(path_of(10, to_base64url(as_bytes("n5\nx"))), "");
}

} // namespace congso::db
