#pragma once
#include "lib/base/clock.h"
#include "lib/crypto/sealing.h"
#include "lib/db/database.h"
#include "office/accounts/accounts.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/org/org_service.h"

#include <functional>
#include <mutex>

namespace congso {

namespace accounts::store {
struct Account;
struct RightsChangeRecord;
} // namespace accounts::store

// Sign-in, sessions, roles. The token of a session is known to its browser alone; the table holds its digest.
class AccountService {
public:
    // `demo`: the directory holds sample data, and the sign-in page offers its accounts with this password; empty otherwise.
    // Secrets of second factors lie sealed in the database.
    AccountService(db::Database& database, const Clock& clock, AuditTrail& audit, OrgService& org, const crypto::SealingKey& seal,
                   std::string demo_password)
        : database_(database), clock_(clock), audit_(audit), org_(org), seal_(seal), demo_password_(std::move(demo_password))
    {
    }

    struct SignedIn {
        std::string token;
        accounts::Me me;
    };

    accounts::Welcome welcome();
    // Throws unauthenticated "session.wrong" (name or password, not told which) or "session.blocked" {seconds}; after the right
    // password "session.code_needed", or "session.code_wrong", where a second factor is on.
    SignedIn sign_in(const accounts::SignIn& entry, std::string_view address, std::string_view browser);
    void sign_out(std::string_view token);
    // The channel on which the live streams of a session listen besides others; `ended` is told it when the session is gone, after the
    // commit. The one told before is called no more when `on_session_ended` returns.
    std::string stream_channel(std::string_view token); // throws unauthenticated "session.missing"
    void on_session_ended(std::function<void(std::string_view channel)> ended);

    Actor get_actor(std::string_view token); // throws unauthenticated "session.missing"; rights are as they are now
    // The actor at the work of somebody for whom he stands in today; throws forbidden "stand_in.none".
    Actor in_place_of(const Actor& actor, Id<org::Person> absent);
    accounts::Me get_me(const Actor& actor);

    std::vector<accounts::SessionRow> list_sessions(const Actor& actor, std::string_view current_token);
    Nothing end_session(const Actor& actor, Id<accounts::Session> id); // throws not_found unless it is his
    Nothing change_password(const Actor& actor, const accounts::ChangePassword& entry, std::string_view current_token);

    std::vector<accounts::Role> list_roles(const Actor& actor);
    accounts::PersonRoles get_roles(const Actor& actor, Id<org::Person> person);
    // Roles of a person, and rights of a role that somebody has, change when that was confirmed (at once when the actor is nobody: a
    // command on the server); forbidden "rights.another_confirms" to
    // who asked for it while another one could. What closes an account or takes rights throws conflict "accounts.last_administrator"
    // rather than leave an agency that nobody can manage.
    accounts::PersonRoles set_roles(const Actor& actor, const accounts::PersonRoles& entry);
    accounts::Role save_role(const Actor& actor, const accounts::RoleEntry& entry);
    std::vector<accounts::RightsChangeRow> list_rights_changes(const Actor& actor);
    Nothing decide_rights(const Actor& actor, const accounts::DecideRights& entry);
    Nothing save_account(const Actor& actor, const accounts::AccountEntry& entry);
    // For later features, inside their transaction: the same as set_roles.
    void ask_roles(db::Tx& tx, const Actor& actor, Id<org::Person> person, std::vector<Id<accounts::Role>> wanted);

    void close_account_of(db::Tx& tx, const Actor& actor, Id<org::Person> person); // if he has one; his sessions end

    // second_factor_service.cpp
    accounts::SecondFactor get_second_factor(const Actor& actor);
    accounts::Enrolment begin_second_factor(const Actor& actor, const accounts::ConfirmPassword& entry);
    accounts::RecoveryCodes confirm_second_factor(const Actor& actor, const accounts::ConfirmCode& entry); // invalid on /code "code_wrong"
    Nothing end_second_factor(const Actor& actor, const accounts::ConfirmPassword& entry); // conflict "second_factor.required"
    Nothing reset_second_factor(const Actor& actor, const accounts::ResetFactor& entry);

    static std::vector<Id<org::Person>> list_people_with(db::Tx& tx, Permission permission); // active ones: the clerks, for instance
    static std::vector<Id<org::Person>> list_signing_in_with(db::Tx& tx, Permission permission); // and they have an account in use

    // For `congso init`, `congso user` and the demo: inside a transaction of the agency, without an actor's rights.
    static std::vector<accounts::Role> seed_roles(db::Tx& tx);
    // `must_change`: the password was given to him on paper; he chooses his own at the first sign-in.
    static void create_account(db::Tx& tx, std::string_view username, Id<org::Person> person, std::string_view password_hash, Time now,
                               bool must_change = false);
    static bool has_account(db::Tx& tx, std::string_view username); // in any agency
    void reset_password(std::string_view username, std::string_view password); // throws not_found "account.unknown"
    struct Holder {
        AgencyId agency;
        Id<org::Person> person;
        bool disabled{};
    };
    std::optional<Holder> find_holder(std::string_view username);
    Holder get_holder(std::string_view username); // throws not_found "account.unknown"

private:
    void tell_ended(db::Tx& tx, const std::vector<Id<accounts::Session>>& sessions);
    accounts::Me me_of(db::Tx& tx, const Actor& actor, std::string_view username);
    accounts::store::Account demand_password(const Actor& actor, std::string_view password); // invalid on /password "password_wrong"
    void demand_code(const accounts::store::Account& account, const std::optional<std::string>& code);
    void count_failure(std::string_view username);
    bool takes_code(db::Tx& tx, Id<org::Person> person, std::string_view typed);
    void ask(db::Tx& tx, const Actor& actor, accounts::RightsChangeKind kind, Uuid subject, std::string wanted);
    void apply(db::Tx& tx, const Actor& actor, const accounts::store::RightsChangeRecord& change);
    void apply_permissions(db::Tx& tx, const Actor& actor, const accounts::Role& role, const std::vector<Permission>& permissions);
    static void demand_an_administrator(db::Tx& tx);

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    OrgService& org_;
    const crypto::SealingKey& seal_;
    std::string demo_password_;
    std::mutex ended_mutex_;
    std::function<void(std::string_view)> ended_;
};

} // namespace congso
