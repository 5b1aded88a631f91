#pragma once
#include "office/actor/permission.h"
#include "office/org/org.h"

namespace congso::accounts {

struct Role {
    AgencyId agency;
    Id<Role> id;
    std::string code, name; // «clerk», «Văn thư»
    std::vector<Permission> permissions;
    bool second_factor{}; // whoever has this role signs in with a code besides the password
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Role, (), (agency, id, code, name, permissions, second_factor, version))

struct RoleEntry { // POST /api/admin/roles: a new one, or the name and the rights of one
    std::optional<Id<Role>> id;
    std::optional<int> version;
    std::string name;
    std::vector<Permission> permissions;
    bool second_factor{};
};
BOOST_DESCRIBE_STRUCT(RoleEntry, (), (id, version, name, permissions, second_factor))

// A change of access rights waits until a competent person confirms it (Decree 30/2020 Appendix VI part I): another one who manages
// people, or the same where there is no other.
struct RightsChange;
enum class RightsChangeKind { person_roles, role_permissions };
BOOST_DESCRIBE_ENUM(RightsChangeKind, person_roles, role_permissions)
struct RightsChangeRow {
    Id<RightsChange> id;
    RightsChangeKind kind{};
    Uuid subject; // the person, or the role
    std::string subject_name;
    std::vector<std::string> now, wanted; // names of roles, or permissions
    Id<org::Person> asked_by;
    std::string asked_by_name;
    Time asked_at;
    bool mine_to_confirm{}; // the reader may
};
BOOST_DESCRIBE_STRUCT(RightsChangeRow, (),
                      (id, kind, subject, subject_name, now, wanted, asked_by, asked_by_name, asked_at, mine_to_confirm))
struct DecideRights { // POST /api/admin/rights-changes: all of them or none
    std::vector<Id<RightsChange>> ids;
    bool confirm{};
};
BOOST_DESCRIBE_STRUCT(DecideRights, (), (ids, confirm))

// POST /api/session
struct SignIn {
    std::string username, password;
    std::optional<std::string> code{}; // of the second factor, or a recovery code
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (username, password, code))

// GET /api/me: everything the page needs to know about who sits there.
struct Me {
    Id<org::Person> person;
    std::string full_name, username, post_name;
    AgencyId agency;
    std::string agency_name, agency_short_name;
    std::vector<Permission> permissions;
    std::vector<Id<org::Unit>> units;
    bool demo{}; // «Dữ liệu mẫu» on every page
    Time now; // the office's clock; pages count from it
    std::string owes; // "password.must_change", "second_factor.must_enrol": nothing else is answered before that is done
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (person, full_name, username, post_name, agency, agency_name, agency_short_name, permissions, units, demo, now, owes))

// One signed-in browser, as its owner sees it. The token itself is never stored.
struct Session;
struct SessionRow {
    Id<Session> id;
    Time created_at, seen_at;
    std::string address, browser;
    bool current{};
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, created_at, seen_at, address, browser, current))

// A button on the sign-in page of a demo directory.
struct DemoAccount {
    std::string username, full_name, role_name, agency_name;
};
BOOST_DESCRIBE_STRUCT(DemoAccount, (), (username, full_name, role_name, agency_name))

// GET /api/welcome, before anyone has signed in.
struct Welcome {
    bool demo{};
    bool empty{}; // no agency yet: `congso init` has not run
    bool insecure{}; // the page came over the network in plain http: who listens there reads the password
    std::string agency_name;
    std::string password; // of the demo accounts; empty elsewhere
    std::vector<DemoAccount> accounts; // empty outside a demo directory
    Time now;
};
BOOST_DESCRIBE_STRUCT(Welcome, (), (demo, empty, insecure, agency_name, password, accounts, now))

// POST /api/password
struct ChangePassword {
    std::string old_password, new_password;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (old_password, new_password))

// POST /api/admin/accounts: makes the account of a person, gives it a new password, or closes it. Ends its sessions.
struct AccountEntry {
    Id<org::Person> person;
    std::string username;
    std::optional<std::string> password; // absent: unchanged
    std::optional<bool> disabled;
};
BOOST_DESCRIBE_STRUCT(AccountEntry, (), (person, username, password, disabled))

// GET /api/second-factor
struct SecondFactor {
    bool on{}, required{}; // required: by a role of mine
    int recovery_codes{}; // not used yet
};
BOOST_DESCRIBE_STRUCT(SecondFactor, (), (on, required, recovery_codes))
struct Enrolment { // POST /api/second-factor: what the application on the phone takes; nothing is asked before a code confirms it
    std::string secret, picture; // base32; the same as a square, SVG
};
BOOST_DESCRIBE_STRUCT(Enrolment, (), (secret, picture))
struct ConfirmCode { // POST /api/second-factor/confirm
    std::string code;
};
BOOST_DESCRIBE_STRUCT(ConfirmCode, (), (code))
struct RecoveryCodes { // shown once
    std::vector<std::string> codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))
struct ConfirmPassword { // POST /api/second-factor (begin) and /off
    std::string password;
};
BOOST_DESCRIBE_STRUCT(ConfirmPassword, (), (password))
struct ResetFactor { // POST /api/admin/second-factor/reset: the phone is lost
    Id<org::Person> person;
};
BOOST_DESCRIBE_STRUCT(ResetFactor, (), (person))

// POST /api/admin/people/{id}/roles: all of a person's roles, as they shall be once the change is confirmed.
struct PersonRoles {
    Id<org::Person> id;
    std::vector<Id<Role>> roles;
};
BOOST_DESCRIBE_STRUCT(PersonRoles, (), (id, roles))

// The roles of product and law as sets of permissions: what a new agency starts with. A site changes them as data.
struct RoleSeed {
    std::string_view code, name;
    Permissions permissions;
};
std::span<const RoleSeed> default_roles();

// How long sign-in stays shut after so many wrong passwords in a row, in milliseconds: nothing for the first four, then
// 30 s doubling up to 15 minutes.
std::int64_t back_off_ms(int failures);

// At least 10 characters, not the name itself. Throws invalid on the named field.
void demand_good_password(std::string_view field, std::string_view password, std::string_view username);
// Who owes something (`Me::owes`) may still ask this: who he is, his password, his second factor, to leave.
bool is_open_to_debtor(std::string_view path);
// 2–64 of a–z, 0–9, dot, dash, underscore.
void demand_good_username(std::string_view field, std::string_view username);

} // namespace congso::accounts
