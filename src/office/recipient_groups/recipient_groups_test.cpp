#include "office/recipient_groups/recipient_groups_service.h"

#include "office/org/org_admin_service.h"
#include "tests/support/office_fixture.h"

#include <gmock/gmock.h>

namespace congso {

using namespace recipient_groups;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class RecipientGroupsTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    RecipientGroupService groups{database(), clock, audit};
    OrgAdminService admin{database(), clock, audit};

    Actor administrator() const { return {office.agency.id, office.clerk, {Permission::signed_in, Permission::manage_people}}; }
    Id<org::Post> post_of(Id<org::Person> person)
    {
        return database().read(office.agency.id, [&](db::Tx& tx) {
            return tx.get<Id<org::Post>>("SELECT post FROM holding WHERE agency = $1 AND person = $2", tx.agency(), person);
        });
    }
    GroupEntry leaders()
    {
        GroupEntry made;
        made.name = "CT, PCT UBND xã";
        made.members = {{.kind = MemberKind::post, .target = post_of(office.head).uuid},
                        {.kind = MemberKind::post, .target = post_of(office.deputy).uuid}};
        return made;
    }
    std::vector<Id<org::Person>> people(Id<Group> group, Date day)
    {
        return database().read(office.agency.id, [&](db::Tx& tx) { return RecipientGroupService::list_people(tx, group, day); });
    }
    std::vector<std::string> faults(const GroupEntry& entry)
    {
        std::vector<std::string> all;
        try {
            groups.save(administrator(), entry);
        } catch (const Error& error) {
            for (const auto& fault : error.faults())
                all.push_back(fault.path + ' ' + fault.code);
            if (all.empty())
                all.push_back(error.code());
        }
        return all;
    }
};
CONGSO_BOTH_ENGINES(RecipientGroupsTest);

TEST_P(RecipientGroupsTest, whoever_holds_the_posts_on_a_day_belongs_to_it_that_day)
{
    const auto group = groups.save(administrator(), leaders());
    ASSERT_EQ(group.members.size(), 2U);
    EXPECT_EQ(group.members[0].name, "Chủ tịch");
    EXPECT_THAT(people(group.id, clock.today()), UnorderedElementsAre(office.head, office.deputy));
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("UPDATE holding SET valid_to = $3 WHERE agency = $1 AND person = $2", tx.agency(), office.deputy, Date::of(2022, 5, 31));
        tx.insert("holding",
                  org::Holding{.agency = tx.agency(),
                               .id = Id<org::Holding>::make(),
                               .person = office.officer,
                               .post = tx.get<Id<org::Post>>("SELECT post FROM holding WHERE agency = $1 AND person = $2", tx.agency(),
                                                             office.deputy),
                               .main = false,
                               .valid_from = Date::of(2022, 6, 1)});
    });
    EXPECT_THAT(people(group.id, Date::of(2022, 5, 31)), UnorderedElementsAre(office.head, office.deputy));
    EXPECT_THAT(people(group.id, Date::of(2022, 6, 1)), UnorderedElementsAre(office.head, office.officer));
}

TEST_P(RecipientGroupsTest, people_and_units_belong_once_and_within_their_days)
{
    GroupEntry made;
    made.name = "Tổ công tác";
    made.members = {
        {.kind = MemberKind::unit, .target = office.unit.id.uuid},
        {.kind = MemberKind::person, .target = office.officer.uuid},
        {.kind = MemberKind::person, .target = office.head.uuid, .valid_from = Date::of(2022, 6, 1), .valid_to = Date::of(2022, 6, 30)}};
    const auto group = groups.save(administrator(), made);
    EXPECT_THAT(people(group.id, clock.today()), UnorderedElementsAre(office.clerk, office.officer, office.other_officer));
    EXPECT_THAT(people(group.id, Date::of(2022, 6, 30)),
                UnorderedElementsAre(office.clerk, office.officer, office.other_officer, office.head));
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("UPDATE person SET active = 0 WHERE agency = $1 AND id = $2", tx.agency(), office.officer);
    });
    EXPECT_THAT(people(group.id, clock.today()), UnorderedElementsAre(office.clerk, office.other_officer)) << "he has left";
}

TEST_P(RecipientGroupsTest, a_change_keeps_who_belonged_before_in_its_history)
{
    const auto first = groups.save(administrator(), leaders());
    auto change = leaders();
    change.id = first.id;
    change.version = first.version;
    change.name = "Lãnh đạo UBND xã";
    change.members.pop_back();
    const auto second = groups.save(administrator(), change);
    EXPECT_EQ(second.version, 2);
    EXPECT_EQ(second.members.size(), 1U);
    const auto history = admin.history(administrator(), first.id.uuid);
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].action, "recipient_group.changed");
    EXPECT_THAT(history[0].detail, HasSubstr("Phó Chủ tịch"));
    EXPECT_THAT(history[0].detail, HasSubstr("CT, PCT UBND xã"));
    EXPECT_THAT(faults(change), ElementsAre("stale"));
    ASSERT_EQ(groups.list(office.as(office.officer)).size(), 1U);
    for (const auto& rule : RecipientGroupService::rules())
        EXPECT_THAT(database().read(office.agency.id, [&](db::Tx& tx) { return tx.list<std::string>(rule.sql, tx.agency()); }), IsEmpty());
}

TEST_P(RecipientGroupsTest, every_wrong_field_is_told_at_once)
{
    GroupEntry made;
    made.valid_from = Date::of(2022, 6, 1);
    made.valid_to = Date::of(2022, 5, 1);
    EXPECT_THAT(faults(made), ElementsAre("/name required", "/valid_to range", "/members required"));
    made = leaders();
    made.members.push_back(made.members.front());
    EXPECT_THAT(faults(made), ElementsAre("/members/2/target twice"));
    made.members[0].valid_to = Date::of(2022, 5, 31);
    made.members[2].valid_from = Date::of(2022, 6, 1);
    EXPECT_THAT(faults(made), IsEmpty()) << "first until one day, then from the next";
    made.members.push_back({.kind = MemberKind::person, .target = Uuid::make()});
    EXPECT_THAT(faults(made), ElementsAre("/name taken", "/members/3/target unknown"));
}

TEST_P(RecipientGroupsTest, another_role_and_another_agency_are_refused)
{
    const auto group = groups.save(administrator(), leaders());
    EXPECT_THROW(groups.save(office.as(office.officer), leaders()), Error);
    test::Office strangers{database(), "UBND thị xã Đức Mẫu"};
    const Actor stranger{strangers.agency.id, strangers.clerk, {Permission::signed_in, Permission::manage_people}};
    auto change = leaders();
    change.id = group.id;
    change.version = group.version;
    try {
        groups.save(stranger, change);
        ADD_FAILURE() << "it is not theirs";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "not_found");
    }
    EXPECT_THAT(groups.list(stranger), IsEmpty());
    change.id.reset();
    change.version.reset();
    try {
        groups.save(stranger, change);
        ADD_FAILURE() << "the posts are not theirs";
    } catch (const Error& error) {
        EXPECT_EQ(error.faults().size(), 2U);
    }
}

} // namespace congso
