#include "office/figures/figures_service.h"
#include "office/incoming/incoming_figures.h"
#include "tests/support/incoming_fixture.h"

#include <gmock/gmock.h>

namespace congso {

namespace {

using namespace incoming;
using testing::ElementsAre;
using testing::IsEmpty;

class IncomingFiguresTest : public test::IncomingTest {
protected:
    // Registered on its day with this deadline, and finished on `done_on`, unless that is no day.
    Id<Incoming> add(std::string number, Date due_on, Date done_on, int done_minute = 600)
    {
        auto made = proposed(std::move(number));
        made.submit->due_on = due_on.is_set() ? std::optional{due_on} : std::nullopt;
        const auto id = service.register_document(clerk(), made).id;
        service.assign(head(), {id, {}, true, {}});
        if (done_on.is_set()) {
            const auto now = clock.now();
            clock.set(Time::at(done_on, done_minute, clock.zone_minutes()));
            service.finish(officer(), {id, {}, Result::filed, {}, {}});
            clock.set(now);
        }
        return id;
    }
    void set_day(Date day) { clock.set(Time::at(day, 435, clock.zone_minutes())); }

    figures::FigureValue figure(std::string_view name, Date from, Date to)
    {
        const auto answer = figures.list(clerk(), {from, to});
        for (const auto& item : answer.items)
            if (item.name == name)
                return item;
        throw Error::not_found();
    }
    // The subjects' numbers that the list shows, oldest first.
    std::vector<std::string> listed(Counted counted, Date from, Date to, const std::optional<std::string>& words = {})
    {
        IncomingQuery query;
        query.counted = counted;
        query.from = from;
        query.to = to;
        query.query = words;
        std::vector<std::string> numbers;
        for (const auto& row : service.list(clerk(), query).items)
            numbers.insert(numbers.begin(), row.origin_number);
        return numbers;
    }

    FigureService figures{database(), clock, queue, incoming::figures(database().engine(), clock.zone_minutes())};
};
CONGSO_BOTH_ENGINES(IncomingFiguresTest);

const auto first = Date::of(2022, 5, 1), last = Date::of(2022, 5, 31);

} // namespace

TEST_P(IncomingFiguresTest, documents_are_on_time_until_their_day_ends_and_late_ones_count_though_they_are_open)
{
    add("1/KH-UBND", Date::of(2022, 5, 10), Date::of(2022, 5, 10), 1439); // in the last minute
    add("2/KH-UBND", Date::of(2022, 5, 10), Date::of(2022, 5, 11), 0); // a minute later
    add("3/KH-UBND", Date::of(2022, 5, 12), {}); // overdue on the 13th
    add("4/KH-UBND", Date::of(2022, 5, 13), {}); // not yet
    add("5/KH-UBND", {}, Date::of(2022, 5, 5)); // no deadline
    set_day(Date::of(2022, 5, 13));

    const auto on_time = figure("on_time", first, last);
    EXPECT_EQ(on_time.numerator, 1);
    EXPECT_EQ(on_time.denominator, 3);
    EXPECT_EQ(on_time.value, 3333);
    EXPECT_EQ(on_time.list, "/incoming?counted=on_time&from=2022-05-01&to=2022-05-31");
    EXPECT_THAT(listed(Counted::on_time, first, last), ElementsAre("1/KH-UBND"));
    EXPECT_THAT(listed(Counted::due, first, last), ElementsAre("1/KH-UBND", "2/KH-UBND", "3/KH-UBND"));
    EXPECT_THAT(listed(Counted::due, first, last, "sơ kết"), ElementsAre("1/KH-UBND", "2/KH-UBND", "3/KH-UBND")); // by the index, too
    EXPECT_THAT(listed(Counted::on_time, first, last, "sơ kết"), ElementsAre("1/KH-UBND"));

    set_day(Date::of(2022, 5, 14)); // the fourth one is overdue
    EXPECT_EQ(figure("on_time", first, last).denominator, 4);
}

TEST_P(IncomingFiguresTest, what_arrived_is_counted_once_it_is_in_the_book)
{
    arrive("9/KH-UBND");
    EXPECT_EQ(figure("in", first, last).value, 0);
    service.register_document(clerk(), entry("1/KH-UBND"));
    set_day(Date::of(2022, 5, 5));
    service.register_document(clerk(), entry("2/KH-UBND"));
    service.register_document(clerk(), entry("3/KH-UBND"));
    EXPECT_EQ(figure("in", first, last).value, 3);
    EXPECT_THAT(listed(Counted::registered, first, last), ElementsAre("1/KH-UBND", "2/KH-UBND", "3/KH-UBND"));
    const auto day = Date::of(2022, 5, 5);
    EXPECT_EQ(figure("in", day, day).value, 2);
    EXPECT_THAT(listed(Counted::registered, day, day), ElementsAre("2/KH-UBND", "3/KH-UBND"));
    EXPECT_EQ(figure("on_time", first, last).value, std::nullopt); // none had a deadline
}

TEST_P(IncomingFiguresTest, the_kept_months_follow_the_documents)
{
    jobs::Runner runner{database(), queue};
    figures.subscribe(runner);
    add("1/KH-UBND", Date::of(2022, 5, 10), Date::of(2022, 5, 9));
    set_day(Date::of(2022, 6, 1));
    service.register_document(clerk(), entry("2/KH-UBND"));
    figures.refresh(office.agency.id);
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_THAT(figures.check(office.agency.id), IsEmpty());
    const auto in = figures.months(clerk(), {"in", 2022}), on_time = figures.months(clerk(), {"on_time", 2022});
    EXPECT_EQ(in.months[3].value, std::nullopt);
    EXPECT_EQ(in.months[4].value, 1);
    EXPECT_EQ(in.months[5].value, 1);
    EXPECT_EQ(on_time.months[4].value, 10000);
    EXPECT_EQ(on_time.months[5].value, std::nullopt);
}

} // namespace congso
