#include "office/worktime/worktime_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

class WorktimeServiceTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    WorktimeService worktime{database(), clock, audit};
    Actor keeper{office.agency.id, office.clerk, {Permission::signed_in, Permission::manage_calendar}};
};
CONGSO_BOTH_ENGINES(WorktimeServiceTest);

TEST_P(WorktimeServiceTest, a_deadline_shows_its_arithmetic)
{
    const auto view = worktime.explain(keeper, {Date::of(2022, 4, 28), 5, {}}); // 30/4–3/5/2022 were days off
    EXPECT_EQ(view.due_on, Date::of(2022, 5, 9));
    ASSERT_FALSE(view.steps.empty());
    EXPECT_EQ(view.steps.back().number, 5);
}

TEST_P(WorktimeServiceTest, a_day_that_is_added_moves_the_deadlines_of_this_agency_alone)
{
    test::Office other{database(), "UBND thị xã Đức Mẫu"};
    worktime.change_day(keeper, {Date::of(2022, 5, 6), worktime::DayKind::holiday, "Ngày nghỉ của địa phương"});
    EXPECT_EQ(worktime.explain(keeper, {Date::of(2022, 4, 28), 5, {}}).due_on, Date::of(2022, 5, 10));
    EXPECT_EQ(worktime.explain(other.as(other.clerk), {Date::of(2022, 4, 28), 5, {}}).due_on, Date::of(2022, 5, 9));
    worktime.change_day(keeper, {Date::of(2022, 5, 6), {}, ""});
    EXPECT_EQ(worktime.explain(keeper, {Date::of(2022, 4, 28), 5, {}}).due_on, Date::of(2022, 5, 9));
}

TEST_P(WorktimeServiceTest, what_another_process_changed_is_known_after_a_minute)
{
    WorktimeService elsewhere{database(), clock, audit};
    EXPECT_EQ(worktime.explain(keeper, {Date::of(2022, 4, 28), 5, {}}).due_on, Date::of(2022, 5, 9));
    elsewhere.change_day(keeper, {Date::of(2022, 5, 6), worktime::DayKind::holiday, "Ngày nghỉ của địa phương"});
    clock.advance_ms(61'000);
    EXPECT_EQ(worktime.explain(keeper, {Date::of(2022, 4, 28), 5, {}}).due_on, Date::of(2022, 5, 10));
}

TEST_P(WorktimeServiceTest, a_day_off_has_a_name_of_bearable_length)
{
    for (const auto& name : {std::string{}, std::string{"  \t"}, std::string(10'000, 'x')})
        EXPECT_THROW(worktime.change_day(keeper, {Date::of(2022, 5, 6), worktime::DayKind::holiday, name}), Error) << name.size();
    EXPECT_EQ(worktime.explain(keeper, {Date::of(2022, 4, 28), 5, {}}).due_on, Date::of(2022, 5, 9));
}

TEST_P(WorktimeServiceTest, counts_the_working_days_left)
{
    const auto calendar = worktime.calendar(office.agency.id);
    const auto today = Date::of(2022, 5, 4);
    EXPECT_EQ(WorktimeService::days_left(*calendar, today, Date::of(2022, 5, 4)), 0);
    EXPECT_EQ(WorktimeService::days_left(*calendar, today, Date::of(2022, 5, 9)), 3);
    EXPECT_LT(*WorktimeService::days_left(*calendar, today, Date::of(2022, 4, 29)), 0);
    EXPECT_FALSE(WorktimeService::days_left(*calendar, today, Date{}));
}

TEST_P(WorktimeServiceTest, only_the_keeper_of_the_calendar_changes_it)
{
    EXPECT_THROW(worktime.change_day(office.as(office.officer), {Date::of(2022, 5, 6), worktime::DayKind::holiday, "x"}), Error);
}

} // namespace congso
