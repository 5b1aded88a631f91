#include "lib/crypto/password.h"
#include "lib/crypto/totp.h"
#include "office/accounts/accounts_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

class SecondFactorTest : public test::DatabaseTest {
protected:
    static constexpr auto password = "mật khẩu dài";

    SecondFactorTest()
    {
        crypto::password::set_limits(1, 1024);
        database().write(office.agency.id, [&](db::Tx& tx) {
            roles = AccountService::seed_roles(tx);
            AccountService::create_account(tx, "an", office.officer, crypto::password::hash(password), clock.now());
            tx.execute("INSERT INTO person_role (agency, person, role) VALUES ($1, $2, $3)", tx.agency(), office.officer, roles.at(0).id);
        });
    }
    std::string sign_in(std::optional<std::string> code = {}) { return service.sign_in({"an", password, std::move(code)}, "", "").token; }
    std::string code(int steps = 0) { return crypto::totp::code_of(secret, crypto::totp::step_of(clock.now().ms) + steps); }
    // Turns it on; what it made.
    accounts::RecoveryCodes turn_on()
    {
        const auto actor = service.get_actor(sign_in());
        secret = from_base32(service.begin_second_factor(actor, {password}).secret);
        return service.confirm_second_factor(actor, {code()});
    }
    static std::string from_base32(std::string_view text)
    {
        std::string bytes;
        unsigned bits = 0;
        int count = 0;
        for (const char c : text) {
            bits = bits << 5 | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
            if ((count += 5) >= 8)
                bytes += static_cast<char>(bits >> (count -= 8) & 0xff);
        }
        return bytes;
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
    void wait(int steps = 1) { clock.advance_ms(steps * crypto::totp::step_ms); }

    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    crypto::SealingKey seal = crypto::SealingKey::make();
    AuditTrail audit{clock, key};
    OrgService org{database(), clock, audit};
    AccountService service{database(), clock, audit, org, seal, ""};
    std::vector<accounts::Role> roles;
    std::string secret;
};
CONGSO_BOTH_ENGINES(SecondFactorTest);

TEST_P(SecondFactorTest, once_it_is_on_the_password_alone_opens_nothing)
{
    turn_on();
    EXPECT_EQ(code_of([&] { sign_in(); }), "session.code_needed");
    wait();
    EXPECT_EQ(code_of([&] { sign_in("000000"); }), "session.code_wrong");
    EXPECT_EQ(code_of([&] { sign_in(code()); }), "");
    EXPECT_EQ(code_of([&] { service.sign_in({"an", "sai", code()}, "", ""); }), "session.wrong") << "the password comes first";
}

TEST_P(SecondFactorTest, a_code_is_good_once_and_a_step_early_or_late)
{
    turn_on();
    EXPECT_EQ(code_of([&] { sign_in(code()); }), "session.code_wrong") << "it turned the factor on";
    wait(2);
    EXPECT_EQ(code_of([&] { sign_in(code(-1)); }), "");
    EXPECT_EQ(code_of([&] { sign_in(code(1)); }), "");
    EXPECT_EQ(code_of([&] { sign_in(code(1)); }), "session.code_wrong");
    EXPECT_EQ(code_of([&] { sign_in(code(2)); }), "session.code_wrong");
}

TEST_P(SecondFactorTest, wrong_codes_close_the_door_as_wrong_passwords_do)
{
    turn_on();
    wait();
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(code_of([&] { sign_in("123"); }), "session.code_wrong");
    EXPECT_EQ(code_of([&] { sign_in(code()); }), "session.blocked");
    wait(2);
    EXPECT_EQ(code_of([&] { sign_in(code()); }), "");
}

TEST_P(SecondFactorTest, a_recovery_code_opens_once_however_it_is_typed)
{
    const auto made = turn_on();
    ASSERT_EQ(made.codes.size(), 10U);
    auto typed = made.codes[0];
    for (char& c : typed)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const auto token = sign_in(typed);
    EXPECT_EQ(service.get_second_factor(service.get_actor(token)).recovery_codes, 9);
    EXPECT_EQ(code_of([&] { sign_in(made.codes[0]); }), "session.code_wrong");
    const auto stored = database().read(office.agency.id, [&](db::Tx& tx) {
        return tx.list<std::string>("SELECT digest FROM recovery_code WHERE agency = $1 ORDER BY digest", tx.agency());
    });
    EXPECT_EQ(stored.size(), 9U);
    EXPECT_EQ(stored.at(0).size(), 64U) << "only digests are stored";
}

TEST_P(SecondFactorTest, nothing_is_asked_before_a_first_code_was_right)
{
    const auto actor = service.get_actor(sign_in());
    EXPECT_EQ(code_of([&] { service.begin_second_factor(actor, {"sai"}); }), "/password password_wrong");
    const auto enrolment = service.begin_second_factor(actor, {password});
    EXPECT_NE(enrolment.picture.find("<svg"), std::string::npos);
    EXPECT_EQ(code_of([&] { service.confirm_second_factor(actor, {"000000"}); }), "/code code_wrong");
    EXPECT_EQ(code_of([&] { sign_in(); }), "");
    EXPECT_FALSE(service.get_second_factor(actor).on);
}

TEST_P(SecondFactorTest, a_role_may_ask_for_it_and_then_it_comes_first_and_stays)
{
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("UPDATE role SET second_factor = 1 WHERE agency = $1 AND id = $2", tx.agency(), roles.at(0).id);
    });
    EXPECT_EQ(service.get_actor(sign_in()).owes, "second_factor.must_enrol");
    turn_on();
    wait();
    const auto actor = service.get_actor(sign_in(code()));
    EXPECT_EQ(actor.owes, "");
    EXPECT_TRUE(service.get_second_factor(actor).required);
    EXPECT_EQ(code_of([&] { service.end_second_factor(actor, {password}); }), "second_factor.required");
}

TEST_P(SecondFactorTest, it_is_turned_off_with_the_password_or_by_an_administrator)
{
    turn_on();
    wait();
    const auto token = sign_in(code());
    EXPECT_EQ(code_of([&] { service.end_second_factor(service.get_actor(token), {"sai"}); }), "/password password_wrong");
    service.end_second_factor(service.get_actor(token), {password});
    EXPECT_EQ(code_of([&] { sign_in(); }), "");
    wait();
    turn_on();
    const Actor administrator{office.agency.id, office.head, {Permission::manage_people}};
    EXPECT_EQ(code_of([&] { service.reset_second_factor(office.as(office.head), {office.officer}); }), "forbidden");
    service.reset_second_factor(administrator, {office.officer});
    EXPECT_EQ(code_of([&] { sign_in(); }), "");
    EXPECT_EQ(code_of([&] { service.get_actor(token); }), "session.missing");
    const test::Office second{database(), "UBND xã Bên"};
    EXPECT_EQ(code_of([&] { service.reset_second_factor(administrator, {second.officer}); }), "not_found");
}

} // namespace congso
