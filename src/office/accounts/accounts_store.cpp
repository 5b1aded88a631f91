#include "office/accounts/accounts_store.h"

namespace congso::accounts::store {

namespace {

constexpr auto account_columns = "username, agency, person, password_hash, failures, blocked_until, disabled, created_at, must_change";

struct RolePermission {
    Id<Role> role;
    Permission permission{};
};
BOOST_DESCRIBE_STRUCT(RolePermission, (), (role, permission))

} // namespace

std::optional<Account> find_account(db::Tx& tx, std::string_view username)
{
    return tx.find<Account>(std::string{"SELECT "} + account_columns + " FROM account WHERE username = $1", username);
}

std::optional<Account> find_account_of(db::Tx& tx, AgencyId agency, Id<org::Person> person)
{
    return tx.find<Account>(std::string{"SELECT "} + account_columns + " FROM account WHERE agency = $1 AND person = $2", agency, person);
}

bool has_accounts(db::Tx& tx)
{
    return tx.find<int>("SELECT 1 FROM account LIMIT 1").has_value();
}

void count_failure(db::Tx& tx, std::string_view username, Time blocked_until)
{
    tx.execute("UPDATE account SET failures = failures + 1, blocked_until = $2 WHERE username = $1", username, blocked_until);
}

void clear_failures(db::Tx& tx, std::string_view username)
{
    tx.execute("UPDATE account SET failures = 0, blocked_until = 0 WHERE username = $1", username);
}

void set_password(db::Tx& tx, std::string_view username, std::string_view hash, bool must_change)
{
    tx.execute("UPDATE account SET password_hash = $2, failures = 0, blocked_until = 0, must_change = $3 WHERE username = $1", username,
               hash, must_change);
}

void set_disabled(db::Tx& tx, std::string_view username, bool disabled)
{
    tx.execute("UPDATE account SET disabled = $2 WHERE username = $1", username, disabled);
}

void insert_session(db::Tx& tx, const SessionRecord& session)
{
    tx.insert("session", session);
}

std::optional<OpenSession> find_session(db::Tx& tx, std::string_view token_digest)
{
    return tx.find<OpenSession>(
        "SELECT s.id, s.token_digest, s.username, s.agency, s.person, s.created_at, s.seen_at, s.address, s.browser, a.must_change"
        "  FROM session s"
        "  JOIN account a ON a.username = s.username AND a.disabled = 0"
        "  JOIN person p ON p.agency = s.agency AND p.id = s.person AND p.active = 1"
        " WHERE s.token_digest = $1",
        token_digest);
}

void touch_session(db::Tx& tx, Id<Session> id, Time now)
{
    tx.execute("UPDATE session SET seen_at = $2 WHERE id = $1", id, now);
}

std::vector<Id<Session>> delete_session(db::Tx& tx, AgencyId agency, Id<org::Person> person, Id<Session> id)
{
    return tx.list<Id<Session>>("DELETE FROM session WHERE agency = $1 AND person = $2 AND id = $3 RETURNING id", agency, person, id);
}

std::vector<Id<Session>> delete_sessions_of(db::Tx& tx, AgencyId agency, Id<org::Person> person, std::string_view except_token_digest)
{
    return tx.list<Id<Session>>("DELETE FROM session WHERE agency = $1 AND person = $2 AND token_digest <> $3 RETURNING id", agency, person,
                                except_token_digest);
}

std::vector<Id<Session>> delete_sessions_idle_since(db::Tx& tx, Time limit)
{
    return tx.list<Id<Session>>("DELETE FROM session WHERE seen_at < $1 RETURNING id", limit);
}

std::vector<SessionRecord> list_sessions(db::Tx& tx, AgencyId agency, Id<org::Person> person)
{
    return tx.list<SessionRecord>("SELECT id, token_digest, username, agency, person, created_at, seen_at, address, browser FROM session"
                                  " WHERE agency = $1 AND person = $2 ORDER BY seen_at DESC, id",
                                  agency, person);
}

std::vector<Permission> list_permissions(db::Tx& tx, Id<org::Person> person)
{
    return tx.list<Permission>("SELECT DISTINCT rp.permission FROM person_role pr"
                               "  JOIN role_permission rp ON rp.agency = pr.agency AND rp.role = pr.role"
                               " WHERE pr.agency = $1 AND pr.person = $2 ORDER BY rp.permission",
                               tx.agency(), person);
}

std::vector<Id<org::Person>> list_people_with(db::Tx& tx, Permission permission)
{
    return tx.list<Id<org::Person>>("SELECT DISTINCT pr.person FROM role_permission rp"
                                    "  JOIN person_role pr ON pr.agency = rp.agency AND pr.role = rp.role"
                                    "  JOIN person p ON p.agency = pr.agency AND p.id = pr.person AND p.active = 1"
                                    " WHERE rp.agency = $1 AND rp.permission = $2 ORDER BY pr.person",
                                    tx.agency(), permission);
}

std::vector<Id<org::Person>> list_signing_in_with(db::Tx& tx, Permission permission)
{
    return tx.list<Id<org::Person>>("SELECT DISTINCT pr.person FROM role_permission rp"
                                    "  JOIN person_role pr ON pr.agency = rp.agency AND pr.role = rp.role"
                                    "  JOIN person p ON p.agency = pr.agency AND p.id = pr.person AND p.active = 1"
                                    "  JOIN account a ON a.agency = p.agency AND a.person = p.id AND a.disabled = 0"
                                    " WHERE rp.agency = $1 AND rp.permission = $2 ORDER BY pr.person",
                                    tx.agency(), permission);
}

std::vector<Role> list_roles(db::Tx& tx)
{
    auto roles =
        tx.list<Role>("SELECT agency, id, code, name, second_factor, version FROM role WHERE agency = $1 ORDER BY name, id", tx.agency());
    const auto permissions =
        tx.list<RolePermission>("SELECT role, permission FROM role_permission WHERE agency = $1 ORDER BY role, permission", tx.agency());
    for (auto& role : roles)
        for (const auto& line : permissions)
            if (line.role == role.id)
                role.permissions.push_back(line.permission);
    return roles;
}

std::vector<Id<Role>> list_roles_of(db::Tx& tx, Id<org::Person> person)
{
    return tx.list<Id<Role>>("SELECT role FROM person_role WHERE agency = $1 AND person = $2 ORDER BY role", tx.agency(), person);
}

void replace_roles_of(db::Tx& tx, Id<org::Person> person, const std::vector<Id<Role>>& roles)
{
    tx.execute("DELETE FROM person_role WHERE agency = $1 AND person = $2", tx.agency(), person);
    for (const auto& role : roles)
        tx.execute("INSERT INTO person_role (agency, person, role) VALUES ($1, $2, $3) ON CONFLICT (agency, person, role) DO NOTHING",
                   tx.agency(), person, role);
}

void insert_role(db::Tx& tx, const Role& role)
{
    tx.insert("role", role);
    for (const auto permission : role.permissions)
        tx.execute("INSERT INTO role_permission (agency, role, permission) VALUES ($1, $2, $3)", tx.agency(), role.id, permission);
}

bool update_role(db::Tx& tx, const Role& role)
{
    return tx.execute("UPDATE role SET name = $3, second_factor = $4, version = version + 1 WHERE agency = $1 AND id = $2 AND version = $5",
                      tx.agency(), role.id, role.name, role.second_factor, role.version)
        == 1;
}

void replace_permissions(db::Tx& tx, Id<Role> role, const std::vector<Permission>& permissions)
{
    tx.execute("DELETE FROM role_permission WHERE agency = $1 AND role = $2", tx.agency(), role);
    for (const auto permission : permissions)
        tx.execute("INSERT INTO role_permission (agency, role, permission) VALUES ($1, $2, $3)"
                   " ON CONFLICT (agency, role, permission) DO NOTHING",
                   tx.agency(), role, permission);
}

int count_holders(db::Tx& tx, Id<Role> role)
{
    return tx.get<int>("SELECT COUNT(*) FROM person_role WHERE agency = $1 AND role = $2", tx.agency(), role);
}

std::vector<DemoAccount> list_demo_accounts(db::Tx& tx)
{
    return tx.list<DemoAccount>("SELECT a.username, p.full_name, COALESCE(o.name, '') AS role_name, g.short_name AS agency_name"
                                "  FROM account a"
                                "  JOIN agency g ON g.id = a.agency"
                                "  JOIN person p ON p.agency = a.agency AND p.id = a.person"
                                "  LEFT JOIN holding h ON h.agency = p.agency AND h.person = p.id AND h.main = 1"
                                "  LEFT JOIN post o ON o.agency = h.agency AND o.id = h.post"
                                " WHERE a.disabled = 0 ORDER BY a.agency, o.position NULLS LAST, a.username");
}

} // namespace congso::accounts::store
