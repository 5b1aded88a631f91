#pragma once
#include "office/actor/permission.h"
#include "office/org/org.h"

namespace congso::accounts {

struct Role {
    AgencyId agency;
    Id<Role> id;
    std::string code, name; // «clerk», «Văn thư»
    std::vector<Permission> permissions;
};
BOOST_DESCRIBE_STRUCT(Role, (), (agency, id, code, name, permissions))

// POST /api/session
struct SignIn {
    std::string username, password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (username, password))

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
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (person, full_name, username, post_name, agency, agency_name, agency_short_name, permissions, units, demo, now))

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

// POST /api/admin/people/{id}/roles: all of a person's roles.
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
// 2–64 of a–z, 0–9, dot, dash, underscore.
void demand_good_username(std::string_view field, std::string_view username);

} // namespace congso::accounts
