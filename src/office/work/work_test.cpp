#include "office/work/work_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

using work::Action, work::Urgency;

class WorkTest : public test::DatabaseTest {
protected:
    WorkTest()
    {
        notifier.connect([this](std::string_view channel, std::string_view, std::string_view) { told.emplace_back(channel); });
    }

    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)}; // a Wednesday
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    WorktimeService worktime{database(), clock, audit};
    Notifier notifier;
    WorkService service{database(), clock, notifier, worktime};
    std::vector<std::string> told;

    template <class F> void write(F&& body) { database().write(office.agency.id, std::forward<F>(body)); }
    Uuid wait(Id<org::Person> holder, const char* title, Date due_on, Urgency urgency = Urgency::normal, Action action = Action::lead)
    {
        const auto record = Uuid::make();
        write([&](db::Tx& tx) {
            service.wait(tx, holder, action,
                         {.kind = work::RecordKind::incoming,
                          .record = record,
                          .urgency = urgency,
                          .title = title,
                          .from_whom = "UBND thị xã",
                          .symbol = "817/KH-UBND",
                          .due_on = due_on});
        });
        clock.advance_ms(1000);
        return record;
    }
    work::MyWork mine() { return service.list(office.as(office.officer)); }
    std::vector<std::string> titles()
    {
        std::vector<std::string> all;
        for (const auto& item : mine().items)
            all.push_back(item.title);
        return all;
    }
};
CONGSO_BOTH_ENGINES(WorkTest);

TEST_P(WorkTest, what_is_late_comes_first_then_what_is_due_today_then_by_urgency_and_deadline)
{
    wait(office.officer, "without a deadline", {});
    wait(office.officer, "next week", Date::of(2022, 5, 11));
    wait(office.officer, "next week but express", Date::of(2022, 5, 12), Urgency::express);
    wait(office.officer, "today", Date::of(2022, 5, 4));
    wait(office.officer, "late", Date::of(2022, 4, 29));
    wait(office.officer, "later still", Date::of(2022, 4, 28));
    EXPECT_EQ(titles(),
              (std::vector<std::string>{"later still", "late", "today", "next week but express", "next week", "without a deadline"}));
}

TEST_P(WorkTest, days_are_counted_in_working_days)
{
    wait(office.officer, "late", Date::of(2022, 4, 29)); // Friday before the holidays of 30 April and 1 May
    wait(office.officer, "today", Date::of(2022, 5, 4));
    wait(office.officer, "next Monday", Date::of(2022, 5, 9));
    wait(office.officer, "without a deadline", {});
    const auto items = mine().items;
    EXPECT_EQ(items.at(0).days_left, -1);
    EXPECT_EQ(items.at(1).days_left, 0);
    EXPECT_EQ(items.at(2).days_left, 3);
    EXPECT_FALSE(items.at(3).days_left.has_value());
}

TEST_P(WorkTest, counts_are_of_everything_however_long_the_list)
{
    write([&](db::Tx& tx) {
        for (int i = 0; i < 520; ++i)
            service.wait(tx, office.officer, Action::read,
                         {.kind = i % 4 == 0 ? work::RecordKind::outgoing : work::RecordKind::incoming,
                          .record = Uuid::make(),
                          .urgency = Urgency::normal,
                          .title = "t",
                          .from_whom = {},
                          .symbol = {},
                          .due_on = i < 3 ? Date::of(2022, 4, 29)
                              : i < 5     ? Date::of(2022, 5, 4)
                                          : Date{}});
    });
    const auto work = mine();
    EXPECT_EQ(work.items.size(), 500U);
    EXPECT_EQ(work.counts.total, 520);
    EXPECT_EQ(work.counts.overdue, 3);
    EXPECT_EQ(work.counts.today, 2);
    EXPECT_EQ(work.counts.outgoing, 130);
    EXPECT_EQ(work.counts.incoming, 390);
    EXPECT_EQ(service.list(office.as(office.clerk)).counts.total, 0);
}

TEST_P(WorkTest, the_same_thing_told_again_is_one_item_with_the_newer_words_and_the_older_age)
{
    const auto record = wait(office.officer, "first", Date::of(2022, 5, 11));
    const auto since = mine().items.at(0).since;
    write([&](db::Tx& tx) {
        service.wait(tx, office.officer, Action::lead,
                     {.kind = work::RecordKind::incoming,
                      .record = record,
                      .urgency = Urgency::urgent,
                      .title = "second",
                      .from_whom = {},
                      .symbol = {},
                      .due_on = Date::of(2022, 5, 12)});
    });
    const auto items = mine().items;
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].title, "second");
    EXPECT_EQ(items[0].due_on, Date::of(2022, 5, 12));
    EXPECT_EQ(items[0].since, since);
}

TEST_P(WorkTest, one_thing_ends_for_one_person_for_all_or_with_the_record)
{
    const auto record = wait(office.officer, "a", {});
    const auto also = [&](Id<org::Person> holder, Action action) {
        write([&](db::Tx& tx) {
            service.wait(tx, holder, action,
                         {.kind = work::RecordKind::incoming,
                          .record = record,
                          .urgency = {},
                          .title = "a",
                          .from_whom = {},
                          .symbol = {},
                          .due_on = {}});
        });
    };
    also(office.officer, Action::read);
    also(office.clerk, Action::read);
    also(office.clerk, Action::submit);
    write([&](db::Tx& tx) { service.done(tx, office.officer, record, Action::lead); });
    EXPECT_EQ(mine().counts.total, 1);
    write([&](db::Tx& tx) { service.done_by_all(tx, record, Action::read); });
    EXPECT_EQ(mine().counts.total, 0);
    EXPECT_EQ(service.list(office.as(office.clerk)).counts.total, 1);
    write([&](db::Tx& tx) { service.close(tx, record); });
    EXPECT_EQ(service.list(office.as(office.clerk)).counts.total, 0);
}

TEST_P(WorkTest, the_holder_is_told_after_the_commit_and_not_without_one)
{
    wait(office.officer, "a", {});
    EXPECT_EQ(told, std::vector{Notifier::channel_of(office.agency.id, office.officer)});
    told.clear();
    try {
        write([&](db::Tx& tx) {
            service.wait(tx, office.clerk, Action::read, {.record = Uuid::make()});
            throw Error::conflict("undone");
        });
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "undone");
    }
    EXPECT_TRUE(told.empty());
}

TEST_P(WorkTest, another_agency_sees_nothing_of_it)
{
    const test::Office second{database(), "UBND xã Bên"};
    const auto record = wait(office.officer, "a", {});
    database().write(second.agency.id, [&](db::Tx& tx) { service.close(tx, record); });
    EXPECT_EQ(mine().counts.total, 1);
    EXPECT_EQ(service.list({second.agency.id, office.officer, {}}).counts.total, 0);
}

} // namespace congso
