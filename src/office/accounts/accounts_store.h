#pragma once
#include "lib/db/tx.h"
#include "office/accounts/accounts.h"

namespace congso::accounts::store {

struct Account {
    std::string username;
    AgencyId agency;
    Id<org::Person> person;
    std::string password_hash;
    int failures{};
    Time blocked_until;
    bool disabled{};
    Time created_at;
    bool must_change{}; // the password was given to him: he chooses his own first
};
BOOST_DESCRIBE_STRUCT(Account, (), (username, agency, person, password_hash, failures, blocked_until, disabled, created_at, must_change))

struct SessionRecord {
    Id<Session> id;
    std::string token_digest, username;
    AgencyId agency;
    Id<org::Person> person;
    Time created_at, seen_at;
    std::string address, browser;
};
BOOST_DESCRIBE_STRUCT(SessionRecord, (), (id, token_digest, username, agency, person, created_at, seen_at, address, browser))

struct OpenSession : SessionRecord {
    bool must_change{};
};
BOOST_DESCRIBE_STRUCT(OpenSession, (SessionRecord), (must_change))

std::optional<Account> find_account(db::Tx& tx, std::string_view username);
std::optional<Account> find_account_of(db::Tx& tx, AgencyId agency, Id<org::Person> person);
bool has_accounts(db::Tx& tx);
void count_failure(db::Tx& tx, std::string_view username, Time blocked_until);
void clear_failures(db::Tx& tx, std::string_view username);
void set_password(db::Tx& tx, std::string_view username, std::string_view hash, bool must_change);
void set_disabled(db::Tx& tx, std::string_view username, bool disabled);

void insert_session(db::Tx& tx, const SessionRecord& session);
std::optional<OpenSession> find_session(db::Tx& tx, std::string_view token_digest); // only of accounts in use
void touch_session(db::Tx& tx, Id<Session> id, Time now);
// Each returns which sessions are gone.
std::vector<Id<Session>> delete_session(db::Tx& tx, AgencyId agency, Id<org::Person> person, Id<Session> id);
std::vector<Id<Session>> delete_sessions_of(db::Tx& tx, AgencyId agency, Id<org::Person> person, std::string_view except_token_digest);
std::vector<Id<Session>> delete_sessions_idle_since(db::Tx& tx, Time limit);
std::vector<SessionRecord> list_sessions(db::Tx& tx, AgencyId agency, Id<org::Person> person);

std::vector<Permission> list_permissions(db::Tx& tx, Id<org::Person> person);
std::vector<Id<org::Person>> list_people_with(db::Tx& tx, Permission permission);
std::vector<Id<org::Person>> list_signing_in_with(db::Tx& tx, Permission permission); // and an account in use
std::vector<Role> list_roles(db::Tx& tx);
std::vector<Id<Role>> list_roles_of(db::Tx& tx, Id<org::Person> person);
void replace_roles_of(db::Tx& tx, Id<org::Person> person, const std::vector<Id<Role>>& roles);
void insert_role(db::Tx& tx, const Role& role);
bool update_role(db::Tx& tx, const Role& role); // name and second factor; false: another version is stored
void replace_permissions(db::Tx& tx, Id<Role> role, const std::vector<Permission>& permissions);
int count_holders(db::Tx& tx, Id<Role> role);
std::vector<DemoAccount> list_demo_accounts(db::Tx& tx);

} // namespace congso::accounts::store
