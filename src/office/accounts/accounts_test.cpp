#include "lib/crypto/password.h"
#include "office/accounts/accounts_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

using accounts::AccountEntry, accounts::PersonRoles, accounts::SignIn;

namespace {

constexpr auto password = "đúng mật khẩu", other_password = "mật khẩu mới";
constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms;

} // namespace

class AccountsTest : public test::DatabaseTest {
protected:
    AccountsTest()
    {
        crypto::password::set_limits(1, 1024);
        const auto hash = crypto::password::hash(password);
        database().write(office.agency.id, [&](db::Tx& tx) {
            roles = AccountService::seed_roles(tx);
            AccountService::create_account(tx, "quantri", office.deputy, hash, clock.now());
            AccountService::create_account(tx, "an", office.officer, hash, clock.now());
            tx.execute("DELETE FROM person_role WHERE agency = $1 AND person = $2", tx.agency(), office.deputy);
            tx.execute("INSERT INTO person_role (agency, person, role) VALUES ($1, $2, $3)", tx.agency(), office.deputy,
                       role("administrator"));
        });
    }

    Id<accounts::Role> role(std::string_view code) const
    {
        return std::find_if(roles.begin(), roles.end(), [&](const auto& one) { return one.code == code; })->id;
    }
    std::string sign_in(const char* username, const char* secret = password)
    {
        return service.sign_in({username, secret}, "10.0.0.7", "Firefox").token;
    }
    Actor administrator() { return service.get_actor(sign_in("quantri")); }
    void change_roles(const Actor& actor, const PersonRoles& entry, std::optional<Actor> confirms = {})
    {
        service.set_roles(actor, entry);
        const auto who = confirms.value_or(actor);
        accounts::DecideRights all{.ids = {}, .confirm = true};
        for (const auto& change : service.list_rights_changes(who))
            all.ids.push_back(change.id);
        service.decide_rights(who, all);
    }
    int count(const std::string& sql)
    {
        return database().read(office.agency.id, [&](db::Tx& tx) { return tx.get<int>(sql); });
    }
    std::vector<std::string> actions(Uuid record)
    {
        return database().read(office.agency.id, [&](db::Tx& tx) {
            std::vector<std::string> all;
            for (const auto& event : audit.story(tx, record))
                all.push_back(event.action);
            return all;
        });
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
    AuditTrail audit{clock, key};
    OrgService org{database(), clock, audit};
    crypto::SealingKey seal = crypto::SealingKey::make();
    AccountService service{database(), clock, audit, org, seal, ""};
    std::vector<accounts::Role> roles;
};
CONGSO_BOTH_ENGINES(AccountsTest);

TEST(back_off, is_nothing_for_four_tries_then_doubles_up_to_a_quarter_of_an_hour)
{
    EXPECT_EQ(accounts::back_off_ms(4), 0);
    EXPECT_EQ(accounts::back_off_ms(5), 30'000);
    EXPECT_EQ(accounts::back_off_ms(6), 60'000);
    EXPECT_EQ(accounts::back_off_ms(9), 480'000);
    EXPECT_EQ(accounts::back_off_ms(10), 900'000);
    EXPECT_EQ(accounts::back_off_ms(1'000'000), 900'000);
}

TEST(default_roles, give_the_administrator_no_document_and_only_the_clerk_numbers)
{
    for (const auto& seed : accounts::default_roles()) {
        EXPECT_TRUE(seed.permissions.has(Permission::signed_in)) << seed.code;
        EXPECT_EQ(seed.permissions.has(Permission::read_documents), seed.code != "administrator") << seed.code;
        EXPECT_EQ(seed.permissions.has(Permission::register_incoming), seed.code == "clerk") << seed.code;
        EXPECT_EQ(seed.permissions.has(Permission::number_outgoing), seed.code == "clerk") << seed.code;
    }
}

TEST_P(AccountsTest, the_right_password_opens_a_session_with_the_rights_of_now)
{
    const auto signed_in = service.sign_in({"an", password}, "10.0.0.7", "Firefox");
    EXPECT_EQ(signed_in.me.full_name, "Phạm Văn An");
    EXPECT_EQ(signed_in.me.post_name, "Công chức");
    EXPECT_EQ(signed_in.me.agency_name, "UBND xã Phổ Mẫu");
    EXPECT_EQ(signed_in.me.units, std::vector{office.unit.id});
    const auto actor = service.get_actor(signed_in.token);
    EXPECT_EQ(actor.person(), office.officer);
    EXPECT_TRUE(actor.may(Permission::draft_outgoing));
    EXPECT_FALSE(actor.may(Permission::register_incoming));

    change_roles(administrator(), {office.officer, {role("clerk")}});
    EXPECT_TRUE(service.get_actor(signed_in.token).may(Permission::register_incoming));
    EXPECT_FALSE(service.get_actor(signed_in.token).may(Permission::review_outgoing));
}

TEST_P(AccountsTest, a_wrong_name_and_a_wrong_password_are_told_alike)
{
    EXPECT_EQ(code_of([&] { sign_in("nobody"); }), "session.wrong");
    EXPECT_EQ(code_of([&] { sign_in("an", "sai mật khẩu"); }), "session.wrong");
    EXPECT_EQ(code_of([&] { sign_in("an", ""); }), "session.wrong");
}

TEST_P(AccountsTest, after_five_wrong_passwords_even_the_right_one_waits)
{
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(code_of([&] { sign_in("an", "sai mật khẩu"); }), "session.wrong");
    EXPECT_EQ(code_of([&] { sign_in("an"); }), "session.blocked");
    clock.advance_ms(30'000 - 1);
    EXPECT_EQ(code_of([&] { sign_in("an"); }), "session.blocked");
    clock.advance_ms(1);
    EXPECT_NE(sign_in("an"), "");
    EXPECT_EQ(code_of([&] { sign_in("an", "sai mật khẩu"); }), "session.wrong");
    EXPECT_NE(sign_in("an"), "") << "counting began anew";
}

TEST_P(AccountsTest, a_session_ends_after_twelve_idle_hours_and_lives_as_long_as_it_is_used)
{
    const auto token = sign_in("an");
    for (int i = 0; i < 3; ++i) {
        clock.advance_ms(11 * hour_ms);
        EXPECT_EQ(service.get_actor(token).person(), office.officer);
    }
    clock.advance_ms(12 * hour_ms + 1);
    EXPECT_EQ(code_of([&] { service.get_actor(token); }), "session.missing");
    EXPECT_EQ(code_of([&] { service.get_actor(""); }), "session.missing");
    EXPECT_EQ(code_of([&] { service.get_actor("made up"); }), "session.missing");
}

TEST_P(AccountsTest, the_token_is_not_in_the_database)
{
    const auto token = sign_in("an");
    const auto session = database().read({}, [&](db::Tx& tx) { return tx.get<std::string>("SELECT token_digest FROM session"); });
    EXPECT_EQ(session.find(token), std::string::npos);
}

TEST_P(AccountsTest, what_a_browser_calls_itself_is_kept_as_text)
{
    const std::string odd = std::string{"Mozilla\xff\x01"} + std::string(500, 'x');
    const auto token = service.sign_in({"an", password}, "10.0.0.7", odd).token;
    const auto kept = service.list_sessions(service.get_actor(token), token).at(0).browser;
    EXPECT_EQ(kept.substr(0, 10), "Mozilla??x");
    EXPECT_EQ(kept.size(), 200U);
}

TEST_P(AccountsTest, who_signs_out_is_out_and_who_ends_a_session_ends_only_his_own)
{
    const auto here = sign_in("an"), there = sign_in("an"), foreign = sign_in("quantri");
    service.sign_out(there);
    EXPECT_EQ(code_of([&] { service.get_actor(there); }), "session.missing");

    const auto actor = service.get_actor(here);
    const auto mine = service.list_sessions(actor, here);
    ASSERT_EQ(mine.size(), 1U);
    EXPECT_TRUE(mine[0].current);
    EXPECT_EQ(mine[0].address, "10.0.0.7");
    const auto his = service.list_sessions(service.get_actor(foreign), foreign);
    EXPECT_EQ(code_of([&] { service.end_session(actor, his.at(0).id); }), "not_found");
    EXPECT_EQ(service.get_actor(foreign).person(), office.deputy);
    EXPECT_TRUE(actions(office.officer.uuid).empty()) << "nothing happened, nothing is told";
    service.end_session(actor, mine[0].id);
    EXPECT_EQ(code_of([&] { service.get_actor(here); }), "session.missing");
    EXPECT_EQ(actions(office.officer.uuid), std::vector<std::string>{"session.ended"});
}

TEST_P(AccountsTest, a_new_password_wants_the_old_one_and_ends_the_other_sessions)
{
    const auto here = sign_in("an"), there = sign_in("an");
    const auto actor = service.get_actor(here);
    EXPECT_EQ(code_of([&] { service.change_password(actor, {"sai mật khẩu", other_password}, here); }), "/old_password password_wrong");
    EXPECT_EQ(code_of([&] { service.change_password(actor, {password, "ngắn"}, here); }), "/new_password password_too_short");
    service.change_password(actor, {password, other_password}, here);
    EXPECT_EQ(service.get_actor(here).person(), office.officer);
    EXPECT_EQ(code_of([&] { service.get_actor(there); }), "session.missing");
    EXPECT_EQ(code_of([&] { sign_in("an"); }), "session.wrong");
    EXPECT_NE(sign_in("an", other_password), "");
}

TEST_P(AccountsTest, a_closed_account_and_a_person_who_left_open_nothing)
{
    const auto token = sign_in("an");
    service.save_account(administrator(), {office.officer, "an", {}, true});
    EXPECT_EQ(code_of([&] { service.get_actor(token); }), "session.missing");
    EXPECT_EQ(code_of([&] { sign_in("an"); }), "session.wrong");
    service.save_account(administrator(), {office.officer, "an", {}, false});
    const auto again = sign_in("an");

    const auto person = org.get_person(administrator(), office.officer).person;
    org.save_person(administrator(), {.id = person.id, .version = person.version, .full_name = person.full_name, .active = false});
    EXPECT_EQ(code_of([&] { service.get_actor(again); }), "session.missing");
    EXPECT_EQ(code_of([&] { sign_in("an"); }), "session.wrong");
    EXPECT_EQ(count("SELECT COUNT(*) FROM session WHERE username = 'an' AND seen_at > 0 AND id NOT IN (SELECT id FROM session WHERE "
                    "username <> 'an')"),
              1)
        << "the refused sign-in left no session";
}

TEST_P(AccountsTest, an_account_belongs_to_one_person_and_its_name_to_one_account)
{
    const auto actor = administrator();
    EXPECT_EQ(code_of([&] { service.save_account(actor, {office.clerk, "an", password, {}}); }), "/username taken");
    EXPECT_EQ(code_of([&] { service.save_account(actor, {office.officer, "an2", password, {}}); }), "/person has_account");
    EXPECT_EQ(code_of([&] { service.save_account(actor, {office.clerk, "lan", {}, {}}); }), "/password required");
    EXPECT_EQ(code_of([&] { service.save_account(actor, {office.clerk, "Lan", password, {}}); }), "/username username");
    EXPECT_EQ(code_of([&] { service.save_account(actor, {office.clerk, "lan", "lan", {}}); }), "/password password_too_short");
    EXPECT_EQ(code_of([&] { service.save_account(actor, {Id<org::Person>::make(), "lan", password, {}}); }), "person.unknown");
    service.save_account(actor, {office.clerk, "lan", password, {}});
    EXPECT_NE(sign_in("lan"), "");
    EXPECT_EQ(actions(office.clerk.uuid), std::vector<std::string>{"account.added"});
}

TEST_P(AccountsTest, accounts_of_another_agency_are_out_of_reach)
{
    const test::Office second{database(), "UBND xã Bên"};
    EXPECT_EQ(code_of([&] { service.save_account(administrator(), {second.officer, "an", other_password, {}}); }), "person.unknown");
    EXPECT_EQ(code_of([&] { service.get_roles(administrator(), second.officer); }), "not_found");
    EXPECT_EQ(code_of([&] { service.set_roles(administrator(), {second.officer, {role("clerk")}}); }), "not_found");
    const auto stranger = database().write(second.agency.id, [](db::Tx& tx) { return AccountService::seed_roles(tx); });
    EXPECT_EQ(code_of([&] { service.set_roles(administrator(), {office.officer, {stranger.front().id}}); }), "/roles unknown");
}

TEST_P(AccountsTest, only_who_manages_people_touches_roles_and_accounts)
{
    const auto actor = service.get_actor(sign_in("an"));
    EXPECT_EQ(code_of([&] { service.list_roles(actor); }), "forbidden");
    EXPECT_EQ(code_of([&] { service.get_roles(actor, office.officer); }), "forbidden");
    EXPECT_EQ(code_of([&] { service.set_roles(actor, {office.officer, {role("administrator")}}); }), "forbidden");
    EXPECT_EQ(code_of([&] { service.save_account(actor, {office.clerk, "lan", password, {}}); }), "forbidden");
}

TEST_P(AccountsTest, an_agency_keeps_somebody_who_can_manage_it)
{
    const auto actor = administrator();
    EXPECT_EQ(code_of([&] { change_roles(actor, {office.deputy, {role("clerk")}}); }), "accounts.last_administrator");
    EXPECT_EQ(code_of([&] { service.save_account(actor, {office.deputy, "quantri", {}, true}); }), "accounts.last_administrator");
    EXPECT_EQ(service.get_roles(actor, office.deputy).roles, std::vector{role("administrator")}) << "nothing was changed";
    service.set_roles(actor, {office.deputy, {role("administrator")}}); // the refused one is asked for no more
    change_roles(actor, {office.officer, {role("officer"), role("administrator")}});
    change_roles(actor, {office.deputy, {role("vice_chairman")}}, service.get_actor(sign_in("an")));
    EXPECT_TRUE(service.get_actor(sign_in("an")).may(Permission::manage_people));
}

TEST_P(AccountsTest, a_form_with_a_password_that_is_sent_twice_acts_once)
{
    auto actor = administrator();
    actor.idempotency_key = "k1";
    actor.request_digest = "d1"; // made with the installation's secret: app/web.cpp
    service.save_account(actor, {office.clerk, "lan", password, {}});
    const auto token = sign_in("lan");
    service.save_account(actor, {office.clerk, "lan", password, {}});
    EXPECT_NO_THROW(service.get_actor(token)) << "the second did not end the session";
    actor.request_digest = "d2";
    EXPECT_EQ(code_of([&] { service.save_account(actor, {office.clerk, "lan", other_password, {}}); }), "idempotency.reused");

    auto own = service.get_actor(token);
    own.idempotency_key = "k2";
    own.request_digest = "d3";
    service.change_password(own, {password, other_password}, token);
    service.change_password(own, {password, other_password}, token); // the old one is no longer right, and it is not asked
    EXPECT_EQ(actions(office.clerk.uuid), (std::vector<std::string>{"account.password_changed", "account.added"}));
}

TEST_P(AccountsTest, a_password_given_on_the_command_line_ends_every_session)
{
    const auto token = sign_in("an");
    service.reset_password("an", other_password);
    EXPECT_EQ(code_of([&] { service.get_actor(token); }), "session.missing");
    EXPECT_NE(sign_in("an", other_password), "");
    EXPECT_EQ(code_of([&] { service.reset_password("nobody", other_password); }), "account.unknown");
    EXPECT_EQ(actions(office.officer.uuid), std::vector<std::string>{"account.password_reset"});
}

TEST_P(AccountsTest, outside_a_demo_the_sign_in_page_shows_no_account)
{
    const auto plain = service.welcome();
    EXPECT_FALSE(plain.demo);
    EXPECT_FALSE(plain.empty);
    EXPECT_EQ(plain.agency_name, "UBND xã Phổ Mẫu");
    EXPECT_TRUE(plain.accounts.empty());
    EXPECT_EQ(plain.password, "");
    AccountService sample{database(), clock, audit, org, seal, password};
    EXPECT_EQ(sample.welcome().accounts.size(), 2U);
    EXPECT_EQ(sample.welcome().password, password);
}

} // namespace congso
