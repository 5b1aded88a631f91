#include "office/access/access_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

class AccessTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    AccessLog log{database(), clock};

    Actor auditor() const { return {office.agency.id, office.head, {Permission::read_audit}}; }
    std::vector<std::string> actions(const access::AccessQuery& query = {})
    {
        std::vector<std::string> found;
        for (const auto& row : log.list(auditor(), query).items)
            found.push_back(row.action);
        return found;
    }
    int written()
    {
        return database().read(office.agency.id,
                               [&](db::Tx& tx) { return tx.get<int>("SELECT COUNT(*) FROM access_log WHERE agency = $1", tx.agency()); });
    }
};
CONGSO_BOTH_ENGINES(AccessTest);

TEST_P(AccessTest, what_is_read_and_printed_is_listed_newest_first_with_who_and_when)
{
    log.note(office.as(office.clerk), "book.printed", "b1", "period=2022");
    clock.advance_ms(60'000);
    log.note(office.as(office.officer), "incoming.viewed", "d1", "");
    const auto page = log.list(auditor(), {});
    ASSERT_EQ(page.items.size(), 2U);
    EXPECT_EQ(page.items[0].person_name, "Phạm Văn An");
    EXPECT_EQ(page.items[1].action, "book.printed");
    EXPECT_EQ(page.items[1].detail, "period=2022");
    EXPECT_EQ(page.items[0].at.ms - page.items[1].at.ms, 60'000);
}

TEST_P(AccessTest, it_is_filtered_by_person_record_action_and_day)
{
    using Query = access::AccessQuery;
    log.note(office.as(office.clerk), "file.downloaded", "f1", "");
    log.note(office.as(office.officer), "file.downloaded", "f2", "");
    clock.set(Time::at(Date::of(2022, 5, 5), 435, 420));
    log.note(office.as(office.clerk), "book.printed", "b1", "");
    EXPECT_EQ(actions({.person = office.officer}).size(), 1U);
    EXPECT_EQ(actions({.record = "f1"}), std::vector<std::string>{"file.downloaded"});
    EXPECT_EQ(actions({.action = "file.downloaded"}).size(), 2U);
    EXPECT_EQ(actions({.from = Date::of(2022, 5, 5)}), std::vector<std::string>{"book.printed"});
    EXPECT_EQ(actions({.to = Date::of(2022, 5, 4)}).size(), 2U);
    EXPECT_EQ(actions(Query{.person = office.clerk, .record = "f2"}).size(), 0U);
}

TEST_P(AccessTest, it_pages_through_many_without_losing_one)
{
    for (int i = 0; i < 25; ++i)
        log.note(office.as(office.clerk), "file.viewed", std::to_string(i), "");
    std::set<std::string> records;
    access::AccessQuery query{.limit = 10};
    for (int pages = 0; pages < 4; ++pages) {
        const auto page = log.list(auditor(), query);
        for (const auto& row : page.items)
            records.insert(row.record);
        if (page.after.empty())
            break;
        query.after = page.after;
    }
    EXPECT_EQ(records.size(), 25U);
}

TEST_P(AccessTest, nothing_that_was_noted_is_lost_when_it_ends)
{
    {
        AccessLog other{database(), clock};
        other.note(office.as(office.clerk), "file.viewed", "f1", "");
    }
    EXPECT_EQ(written(), 1);
}

TEST_P(AccessTest, only_who_reads_the_audit_sees_it_and_only_of_his_agency)
{
    log.note(office.as(office.clerk), "file.viewed", "f1", "");
    EXPECT_THROW(log.list(office.as(office.clerk), {}), Error);
    test::Office other{database(), "UBND thị xã Đức Mẫu"};
    EXPECT_TRUE(log.list({other.agency.id, other.head, {Permission::read_audit}}, {}).items.empty());
}

} // namespace congso
