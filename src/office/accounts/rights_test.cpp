#include "lib/crypto/password.h"
#include "office/accounts/accounts_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

using accounts::PersonRoles;

class RightsTest : public test::DatabaseTest {
protected:
    RightsTest()
    {
        crypto::password::set_limits(1, 1024);
        database().write(office.agency.id, [&](db::Tx& tx) {
            roles = AccountService::seed_roles(tx);
            make_administrator(tx, "quantri", office.deputy);
            AccountService::create_account(tx, "an", office.officer, crypto::password::hash("mật khẩu dài"), clock.now());
            tx.execute("DELETE FROM person_role WHERE agency = $1 AND person = $2", tx.agency(), office.officer);
            tx.execute("INSERT INTO person_role (agency, person, role) VALUES ($1, $2, $3)", tx.agency(), office.officer, role("officer"));
        });
    }
    void make_administrator(db::Tx& tx, const char* username, Id<org::Person> person)
    {
        AccountService::create_account(tx, username, person, crypto::password::hash("mật khẩu dài"), clock.now());
        tx.execute("DELETE FROM person_role WHERE agency = $1 AND person = $2", tx.agency(), person);
        tx.execute("INSERT INTO person_role (agency, person, role) VALUES ($1, $2, $3)", tx.agency(), person, role("administrator"));
    }
    Id<accounts::Role> role(std::string_view code) const { return get(code).id; }
    const accounts::Role& get(std::string_view code) const
    {
        return *std::find_if(roles.begin(), roles.end(), [&](const auto& one) { return one.code == code; });
    }
    Actor as(const char* username) { return service.get_actor(service.sign_in({username, "mật khẩu dài"}, "", "").token); }
    Nothing decide(const Actor& actor, bool confirm)
    {
        accounts::DecideRights entry{.ids = {}, .confirm = confirm};
        for (const auto& change : service.list_rights_changes(actor))
            entry.ids.push_back(change.id);
        return service.decide_rights(actor, entry);
    }
    template <class F> static std::string code_of(F&& act)
    {
        try {
            act();
        } catch (const Error& error) {
            return error.faults().empty() ? error.code() : error.faults().front().path + " " + error.faults().front().code;
        }
        return "";
    }

    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    crypto::SealingKey seal = crypto::SealingKey::make();
    AuditTrail audit{clock, key};
    OrgService org{database(), clock, audit};
    AccountService service{database(), clock, audit, org, seal, ""};
    std::vector<accounts::Role> roles;
};
CONGSO_BOTH_ENGINES(RightsTest);

TEST_P(RightsTest, a_change_of_rights_waits_until_it_is_confirmed_phu_luc_VI)
{
    const auto desk = as("quantri");
    service.set_roles(desk, {office.officer, {role("clerk")}});
    EXPECT_FALSE(as("an").may(Permission::register_incoming));
    const auto waiting = service.list_rights_changes(desk);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].subject_name, "Phạm Văn An");
    EXPECT_EQ(waiting[0].now, std::vector<std::string>{"Công chức chuyên môn"});
    EXPECT_EQ(waiting[0].wanted, std::vector<std::string>{"Văn thư"});
    EXPECT_TRUE(waiting[0].mine_to_confirm) << "there is nobody else";
    decide(desk, true);
    EXPECT_TRUE(as("an").may(Permission::register_incoming));
    EXPECT_TRUE(service.list_rights_changes(desk).empty());
}

TEST_P(RightsTest, where_there_are_two_administrators_the_other_one_confirms)
{
    database().write(office.agency.id, [&](db::Tx& tx) { make_administrator(tx, "quantri2", office.other_officer); });
    service.set_roles(as("quantri"), {office.officer, {role("clerk")}});
    EXPECT_FALSE(service.list_rights_changes(as("quantri")).at(0).mine_to_confirm);
    EXPECT_EQ(code_of([&] { decide(as("quantri"), true); }), "rights.another_confirms");
    EXPECT_TRUE(service.list_rights_changes(as("quantri2")).at(0).mine_to_confirm);
    decide(as("quantri2"), true);
    EXPECT_TRUE(as("an").may(Permission::register_incoming));
}

TEST_P(RightsTest, what_is_refused_or_asked_anew_changes_nothing)
{
    const auto desk = as("quantri");
    service.set_roles(desk, {office.officer, {role("clerk")}});
    service.set_roles(desk, {office.officer, {role("archivist")}});
    ASSERT_EQ(service.list_rights_changes(desk).size(), 1U) << "the newer takes the place of the older";
    EXPECT_EQ(service.list_rights_changes(desk)[0].wanted, std::vector<std::string>{"Lưu trữ"});
    decide(desk, false);
    EXPECT_TRUE(service.list_rights_changes(desk).empty());
    EXPECT_FALSE(as("an").may(Permission::see_all_documents));
}

TEST_P(RightsTest, the_rights_of_a_role_that_is_held_wait_too)
{
    const auto desk = as("quantri");
    auto permissions = get("officer").permissions;
    permissions.push_back(Permission::read_audit);
    service.save_role(desk, {.id = role("officer"), .version = 1, .name = "Chuyên viên", .permissions = permissions});
    EXPECT_FALSE(as("an").may(Permission::read_audit));
    decide(desk, true);
    EXPECT_TRUE(as("an").may(Permission::read_audit));
    EXPECT_EQ(
        code_of([&] { service.save_role(desk, {.id = role("officer"), .version = 1, .name = "Chuyên viên", .permissions = permissions}); }),
        "stale");
}

TEST_P(RightsTest, a_new_role_and_one_that_nobody_has_are_ready_at_once)
{
    const auto desk = as("quantri");
    const auto made = service.save_role(desk, {.name = "Văn thư dự bị", .permissions = {Permission::read_documents}});
    auto wanted = made.permissions;
    wanted.push_back(Permission::register_incoming);
    service.save_role(desk, {.id = made.id, .version = 1, .name = made.name, .permissions = wanted});
    EXPECT_TRUE(service.list_rights_changes(desk).empty());
    const auto all = service.list_roles(desk);
    const auto stored = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == made.id; });
    EXPECT_EQ(stored->permissions.size(), 2U);
    EXPECT_EQ(code_of([&] { service.save_role(desk, {.name = "Văn thư dự bị"}); }), "/name taken");
}

TEST_P(RightsTest, no_confirmation_leaves_an_agency_that_nobody_can_manage)
{
    const auto desk = as("quantri");
    service.set_roles(desk, {office.deputy, {role("officer")}});
    EXPECT_EQ(code_of([&] { decide(desk, true); }), "accounts.last_administrator");
    EXPECT_EQ(service.list_rights_changes(desk).size(), 1U) << "it still waits";
}

TEST_P(RightsTest, what_is_another_agencys_is_not_found_and_others_may_not_ask)
{
    test::Office second{database(), "UBND xã Bên"};
    const Actor other{second.agency.id, second.head, {Permission::signed_in, Permission::manage_people}};
    service.set_roles(as("quantri"), {office.officer, {role("clerk")}});
    const auto id = service.list_rights_changes(as("quantri")).at(0).id;
    EXPECT_TRUE(service.list_rights_changes(other).empty());
    EXPECT_EQ(code_of([&] { service.decide_rights(other, {{id}, true}); }), "not_found");
    EXPECT_EQ(code_of([&] { service.save_role(other, {.id = role("clerk"), .version = 1, .name = "x"}); }), "not_found");
    EXPECT_EQ(code_of([&] { service.decide_rights(as("an"), {{id}, true}); }), "forbidden");
    EXPECT_EQ(code_of([&] { service.list_rights_changes(as("an")); }), "forbidden");
    EXPECT_EQ(code_of([&] { service.save_role(as("an"), {.name = "x"}); }), "forbidden");
}

TEST_P(RightsTest, a_password_that_was_given_is_changed_before_anything_else)
{
    service.save_account(as("quantri"), {.person = office.clerk, .username = "lan", .password = "mật khẩu dài"});
    const auto token = service.sign_in({"lan", "mật khẩu dài"}, "", "").token;
    EXPECT_EQ(service.get_actor(token).owes, "password.must_change");
    EXPECT_EQ(code_of([&] {
                  service.change_password(service.get_actor(token), {"mật khẩu dài", "mật khẩu dài"}, token);
              }),
              "/new_password password_same");
    service.change_password(service.get_actor(token), {"mật khẩu dài", "của riêng tôi"}, token);
    EXPECT_EQ(service.get_actor(token).owes, "");
}

TEST_P(RightsTest, a_stand_in_acts_for_who_is_away_and_for_nobody_else)
{
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.insert("mandate",
                  org::Mandate{.agency = tx.agency(),
                               .id = Id<org::Mandate>::make(),
                               .kind = org::MandateKind::delegation,
                               .from_person = office.head,
                               .to_person = office.officer,
                               .body = {},
                               .signing_lines = {},
                               .scope = {},
                               .document = {},
                               .valid_from = Date::of(2022, 5, 4),
                               .valid_to = Date::of(2022, 5, 4)});
    });
    const auto actor = as("an");
    EXPECT_EQ(actor.absent, std::vector<Id<org::Person>>{office.head});
    EXPECT_EQ(service.in_place_of(actor, office.head).person(), office.head);
    EXPECT_EQ(code_of([&] { service.in_place_of(actor, office.clerk); }), "stand_in.none");
    clock.advance_ms(24LL * 3600 * 1000);
    EXPECT_TRUE(as("an").absent.empty());
}

} // namespace congso
