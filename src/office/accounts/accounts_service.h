#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/accounts/accounts.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/org/org_service.h"

#include <functional>
#include <mutex>

namespace congso {

// Sign-in, sessions, roles. The token of a session is known to its browser alone; the table holds its digest.
class AccountService {
public:
    // `demo`: the directory holds sample data, and the sign-in page offers its accounts with this password; empty otherwise.
    AccountService(db::Database& database, const Clock& clock, AuditTrail& audit, OrgService& org, std::string demo_password)
        : database_(database), clock_(clock), audit_(audit), org_(org), demo_password_(std::move(demo_password))
    {
    }

    struct SignedIn {
        std::string token;
        accounts::Me me;
    };

    accounts::Welcome welcome();
    // Throws unauthenticated "session.wrong" (name or password, not told which) or "session.blocked" {seconds}.
    SignedIn sign_in(const accounts::SignIn& entry, std::string_view address, std::string_view browser);
    void sign_out(std::string_view token);
    // The channel on which the live streams of a session listen besides others; `ended` is told it when the session is gone, after the
    // commit. The one told before is called no more when `on_session_ended` returns.
    std::string stream_channel(std::string_view token); // throws unauthenticated "session.missing"
    void on_session_ended(std::function<void(std::string_view channel)> ended);

    Actor get_actor(std::string_view token); // throws unauthenticated "session.missing"; rights are as they are now
    accounts::Me get_me(const Actor& actor);

    std::vector<accounts::SessionRow> list_sessions(const Actor& actor, std::string_view current_token);
    Nothing end_session(const Actor& actor, Id<accounts::Session> id); // throws not_found unless it is his
    Nothing change_password(const Actor& actor, const accounts::ChangePassword& entry, std::string_view current_token);

    std::vector<accounts::Role> list_roles(const Actor& actor);
    accounts::PersonRoles get_roles(const Actor& actor, Id<org::Person> person);
    // Both throw conflict "accounts.last_administrator" rather than leave an agency that nobody can manage.
    accounts::PersonRoles set_roles(const Actor& actor, const accounts::PersonRoles& entry);
    Nothing save_account(const Actor& actor, const accounts::AccountEntry& entry);

    static std::vector<Id<org::Person>> list_people_with(db::Tx& tx, Permission permission); // active ones: the clerks, for instance

    // For `congso init`, `congso user` and the demo: inside a transaction of the agency, without an actor's rights.
    static std::vector<accounts::Role> seed_roles(db::Tx& tx);
    static void create_account(db::Tx& tx, std::string_view username, Id<org::Person> person, std::string_view password_hash, Time now);
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

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    OrgService& org_;
    std::string demo_password_;
    std::mutex ended_mutex_;
    std::function<void(std::string_view)> ended_;
};

} // namespace congso
