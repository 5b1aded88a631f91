#include "office/figures/figures_service.h"
#include "tests/support/office_fixture.h"

#include <gmock/gmock.h>

namespace congso {

namespace {

using namespace figures;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Files stored in a period stand for the records of a feature: all of them, and how many have pages.
std::vector<Figure> declared()
{
    const std::string of_period = "SELECT COUNT(*) FROM file f WHERE f.agency = $1 AND f.stored_at >= $2 AND f.stored_at < $3";
    const std::string first = "SELECT '2022-03-10' FROM file f WHERE f.agency = $1 ORDER BY f.id LIMIT 1";
    return {{.name = "stored",
             .unit = Unit::documents,
             .title = "Tệp đã lưu",
             .periods = {PeriodKind::any, PeriodKind::month},
             .numerator = of_period,
             .denominator = {},
             .first_day = first,
             .list = "/files?from={from}&to={to}",
             .denominator_list = {}},
            {.name = "with_pages",
             .unit = Unit::percent,
             .title = "Tệp có trang",
             .periods = {PeriodKind::any, PeriodKind::month},
             .numerator = of_period + " AND f.pages > 0",
             .denominator = of_period + " AND $4 <> ''",
             .first_day = first,
             .list = "/files?pages=1&from={from}&to={to}",
             .denominator_list = "/files?from={from}&to={to}"}};
}

class FiguresTest : public test::DatabaseTest {
protected:
    FiguresTest() { service_.subscribe(runner_); }

    void store(Date day, int minute, int pages)
    {
        database().write(office_.agency.id, [&](db::Tx& tx) {
            tx.execute("INSERT INTO file (agency, id, media_type, size, pages, stored_at) VALUES ($1, $2, 'text/plain', 1, $3, $4)",
                       tx.agency(), Uuid::make(), pages, Time::at(day, minute, clock_.zone_minutes()));
            audit_.record(tx, clerk(), "file.stored", "file", {});
        });
    }
    void keep()
    {
        service_.refresh(office_.agency.id);
        runner_.run_due();
    }
    int waiting_jobs()
    {
        return static_cast<int>(
            database().read({}, [](db::Tx& tx) { return tx.get<std::int64_t>("SELECT COUNT(*) FROM job WHERE state = 'waiting'"); }));
    }
    std::vector<std::optional<std::int64_t>> values(const char* name, int year = 2022)
    {
        std::vector<std::optional<std::int64_t>> all;
        for (const auto& month : service_.months(clerk(), {name, year}).months)
            all.push_back(month.value);
        return all;
    }
    Actor clerk() const { return office_.as(office_.clerk); }

    test::Office office_{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock_{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key_ = crypto::Ed25519Key::make();
    AuditTrail audit_{clock_, key_};
    jobs::Queue queue_{clock_};
    jobs::Runner runner_{database(), queue_};
    FigureService service_{database(), clock_, queue_, declared()};
};
CONGSO_BOTH_ENGINES(FiguresTest);

constexpr auto none = std::nullopt;

} // namespace

TEST(Figure, a_part_of_nothing_is_no_figure)
{
    EXPECT_EQ(value_of({.numerator = 0, .denominator = 0}), none);
    EXPECT_EQ(value_of({.numerator = 0, .denominator = 3}), 0);
    EXPECT_EQ(value_of({.numerator = 190, .denominator = 198}), 9596);
    EXPECT_EQ(value_of({.numerator = 1, .denominator = 800}), 13); // half up
    EXPECT_EQ(value_of({.numerator = 7, .denominator = {}}), 7);
}

TEST(Figure, a_month_ends_with_its_last_day)
{
    EXPECT_EQ(month_of(2024, 2).to, Date::of(2024, 2, 29));
    EXPECT_EQ(month_of(2022, 12).to, Date::of(2022, 12, 31));
    EXPECT_EQ(link_of("/x?from={from}&to={to}", month_of(2022, 4)), "/x?from=2022-04-01&to=2022-04-30");
}

TEST_P(FiguresTest, a_period_begins_and_ends_with_the_office_s_days)
{
    store(Date::of(2022, 4, 30), 1439, 1);
    store(Date::of(2022, 5, 1), 0, 0);
    store(Date::of(2022, 5, 3), 1439, 4);
    store(Date::of(2022, 5, 4), 0, 1);
    const auto answer = service_.list(clerk(), {Date::of(2022, 5, 1), Date::of(2022, 5, 3)});
    ASSERT_EQ(answer.items.size(), 2U);
    EXPECT_EQ(answer.items[0].value, 2);
    EXPECT_EQ(answer.items[0].list, "/files?from=2022-05-01&to=2022-05-03");
    EXPECT_EQ(answer.items[1].value, 5000);
    EXPECT_EQ(answer.items[1].numerator, 1);
    EXPECT_EQ(answer.items[1].denominator, 2);
    EXPECT_EQ(answer.items[1].denominator_list, answer.items[0].list);
}

TEST_P(FiguresTest, where_there_is_no_data_there_is_no_figure)
{
    EXPECT_EQ(service_.list(clerk(), {}).items[0].value, none); // no record at all
    store(Date::of(2022, 4, 2), 600, 0);
    const auto february = service_.list(clerk(), {Date::of(2022, 2, 1), Date::of(2022, 2, 28)}); // before the first one
    EXPECT_EQ(february.items[0].value, none);
    EXPECT_EQ(february.items[1].value, none);
    const auto march = service_.list(clerk(), {Date::of(2022, 3, 1), Date::of(2022, 3, 31)}); // the office was at work, and had none
    EXPECT_EQ(march.items[0].value, 0);
    EXPECT_EQ(march.items[1].value, none);
    EXPECT_EQ(service_.list(clerk(), {Date::of(2022, 6, 1), Date::of(2022, 6, 30)}).items[0].value, none); // to come
    EXPECT_THAT(values("stored"), ElementsAre(none, none, 0, 1, 0, none, none, none, none, none, none, none));
}

TEST_P(FiguresTest, figures_of_the_agency_are_for_those_who_see_all_of_it)
{
    const auto officer = office_.as(office_.officer);
    EXPECT_THROW(service_.list(officer, {}), Error);
    EXPECT_THROW(service_.months(officer, {"stored", 2022}), Error);
    EXPECT_THROW(service_.months(clerk(), {"unknown", 2022}), Error);
    EXPECT_THROW(service_.list(clerk(), {Date::of(2022, 5, 2), Date::of(2022, 5, 1)}), Error);
}

TEST_P(FiguresTest, months_are_the_same_kept_or_counted_and_follow_every_change)
{
    store(Date::of(2022, 3, 10), 600, 1);
    store(Date::of(2022, 5, 2), 600, 0);
    const auto counted = values("with_pages");
    EXPECT_THAT(counted, ElementsAre(none, none, 10000, none, 0, none, none, none, none, none, none, none));
    keep();
    EXPECT_EQ(values("with_pages"), counted);
    store(Date::of(2022, 3, 31), 1439, 0); // what is kept is older than this
    EXPECT_EQ(values("with_pages")[2], 5000);
    EXPECT_EQ(values("stored")[2], 2);
    EXPECT_THAT(service_.check(office_.agency.id), IsEmpty());
    keep();
    EXPECT_EQ(values("stored")[2], 2);
}

TEST_P(FiguresTest, what_is_kept_as_it_is_now_is_not_counted_again)
{
    store(Date::of(2022, 3, 10), 600, 1);
    service_.refresh(office_.agency.id);
    EXPECT_EQ(waiting_jobs(), 1);
    runner_.run_due();
    service_.refresh(office_.agency.id);
    EXPECT_EQ(waiting_jobs(), 0);
    clock_.set(Time::at(Date::of(2022, 5, 5), 0, 420)); // another day: a deadline may have passed
    service_.refresh(office_.agency.id);
    EXPECT_EQ(waiting_jobs(), 1);
}

TEST_P(FiguresTest, the_check_sees_a_kept_month_of_which_the_records_say_something_else)
{
    store(Date::of(2022, 3, 10), 600, 1);
    keep();
    EXPECT_THAT(service_.check(office_.agency.id), IsEmpty());
    database().write(office_.agency.id, [](db::Tx& tx) {
        tx.execute("UPDATE figure_month SET numerator = 9 WHERE agency = $1 AND name = 'stored' AND month = '2022-03'", tx.agency());
    });
    EXPECT_EQ(values("stored")[2], 1) << "what was not counted is not shown";
    EXPECT_THAT(service_.check(office_.agency.id), ElementsAre("figure stored of 2022-03: was changed after it was counted"));
    store(Date::of(2022, 4, 1), 600, 1); // the office goes on
    EXPECT_THAT(service_.check(office_.agency.id), ElementsAre("figure stored of 2022-03: was changed after it was counted"));
    keep();
    EXPECT_THAT(service_.check(office_.agency.id), IsEmpty());
    database().write(office_.agency.id, [](db::Tx& tx) { // a record changes and nothing tells of it
        tx.execute("UPDATE file SET stored_at = stored_at + 2700000000 WHERE agency = $1", tx.agency());
    });
    EXPECT_THAT(service_.check(office_.agency.id), testing::Contains(HasSubstr("figure stored of 2022-03: kept as 1, the records say 0")));
}

} // namespace congso
