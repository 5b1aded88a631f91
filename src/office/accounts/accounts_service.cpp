#include "office/accounts/accounts_service.h"

#include "lib/crypto/password.h"
#include "lib/crypto/token.h"
#include "office/accounts/accounts_store.h"
#include "office/actor/use_case.h"

namespace congso {

namespace store = accounts::store;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t idle_limit_ms = 12 * 60 * minute_ms; // a working day; then one signs in again
constexpr std::int64_t touch_after_ms = 5 * minute_ms; // seen_at is exact enough, and reading stays reading

void demand_an_administrator(db::Tx& tx)
{
    if (store::list_signing_in_with(tx, Permission::manage_people).empty())
        throw Error::conflict("accounts.last_administrator");
}

// A header field holds any bytes; what is stored and shown again is text.
std::string plain(std::string_view field)
{
    std::string text{field};
    for (char& c : text)
        if (c < ' ' || c > '~')
            c = '?';
    return text;
}

} // namespace

accounts::Welcome AccountService::welcome()
{
    return database_.read({}, [&](db::Tx& tx) {
        accounts::Welcome welcome{.demo = !demo_password_.empty(),
                                  .empty = !store::has_accounts(tx),
                                  .agency_name = {},
                                  .password = demo_password_,
                                  .accounts = {},
                                  .now = clock_.now()};
        if (welcome.demo)
            welcome.accounts = store::list_demo_accounts(tx);
        welcome.agency_name = org_.first_hosted_name(tx);
        return welcome;
    });
}

AccountService::SignedIn AccountService::sign_in(const accounts::SignIn& entry, std::string_view address, std::string_view browser)
{
    const auto now = clock_.now();
    const auto account = database_.read({}, [&](db::Tx& tx) { return store::find_account(tx, entry.username); });
    if (account && account->blocked_until > now)
        throw Error::unauthenticated("session.blocked", {{"seconds", std::to_string((account->blocked_until.ms - now.ms + 999) / 1000)}});
    const bool right = crypto::password::verify(account ? account->password_hash : "", entry.password);
    if (!account || !right || account->disabled) {
        if (account && !account->disabled)
            database_.write({}, [&](db::Tx& tx) {
                const auto stored = store::find_account(tx, entry.username);
                if (stored)
                    store::count_failure(tx, entry.username, now.plus_ms(accounts::back_off_ms(stored->failures + 1)));
            });
        throw Error::unauthenticated("session.wrong");
    }
    const auto token = crypto::make_token();
    const store::SessionRecord session{.id = Id<accounts::Session>::make(),
                                       .token_digest = token.digest,
                                       .username = account->username,
                                       .agency = account->agency,
                                       .person = account->person,
                                       .created_at = now,
                                       .seen_at = now,
                                       .address = std::string{address},
                                       .browser = plain(browser.substr(0, 200))};
    database_.write({}, [&](db::Tx& tx) {
        if (account->failures > 0)
            store::clear_failures(tx, account->username);
        store::delete_sessions_idle_since(tx, now.plus_ms(-idle_limit_ms));
        store::insert_session(tx, session);
        if (!store::find_session(tx, token.digest)) // he has left the agency: his account opens nothing
            throw Error::unauthenticated("session.wrong");
    });
    const auto actor = get_actor(token.text);
    return {token.text, get_me(actor)};
}

void AccountService::sign_out(std::string_view token)
{
    const auto digest = crypto::token_digest(token);
    database_.write({}, [&](db::Tx& tx) {
        if (const auto session = store::find_session(tx, digest))
            store::delete_session(tx, session->agency, session->person, session->id);
    });
}

Actor AccountService::get_actor(std::string_view token)
{
    const auto now = clock_.now();
    std::optional<store::SessionRecord> session;
    if (!token.empty())
        session = database_.read({}, [&](db::Tx& tx) { return store::find_session(tx, crypto::token_digest(token)); });
    if (!session || session->seen_at.plus_ms(idle_limit_ms) < now)
        throw Error::unauthenticated("session.missing");
    if (session->seen_at.plus_ms(touch_after_ms) < now)
        database_.write({}, [&](db::Tx& tx) { store::touch_session(tx, session->id, now); });
    return database_.read(session->agency, [&](db::Tx& tx) {
        Permissions permissions;
        for (const auto permission : store::list_permissions(tx, session->person))
            permissions.add(permission);
        return Actor{session->agency, session->person, permissions};
    });
}

accounts::Me AccountService::me_of(db::Tx& tx, const Actor& actor, std::string_view username)
{
    const auto person = org_.get_person(tx, actor.person());
    const auto agency = org_.get_agency(tx, actor.agency());
    return {.person = person.id,
            .full_name = person.full_name,
            .username = std::string{username},
            .post_name = org_.post_name(tx, person.id),
            .agency = agency.id,
            .agency_name = agency.name,
            .agency_short_name = agency.short_name,
            .permissions = actor.permissions().list(),
            .units = org_.list_units_of(tx, person.id),
            .demo = !demo_password_.empty(),
            .now = clock_.now()};
}

accounts::Me AccountService::get_me(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        const auto account = store::find_account_of(tx, actor.agency(), actor.person());
        return me_of(tx, actor, account ? account->username : "");
    });
}

std::vector<accounts::SessionRow> AccountService::list_sessions(const Actor& actor, std::string_view current_token)
{
    const auto current = crypto::token_digest(current_token);
    return database_.read({}, [&](db::Tx& tx) {
        std::vector<accounts::SessionRow> rows;
        for (const auto& session : store::list_sessions(tx, actor.agency(), actor.person()))
            rows.push_back({.id = session.id,
                            .created_at = session.created_at,
                            .seen_at = session.seen_at,
                            .address = session.address,
                            .browser = session.browser,
                            .current = session.token_digest == current});
        return rows;
    });
}

Nothing AccountService::end_session(const Actor& actor, Id<accounts::Session> id)
{
    database_.write(actor.agency(), [&](db::Tx& tx) {
        if (!store::delete_session(tx, actor.agency(), actor.person(), id))
            throw Error::not_found();
        audit_.record(tx, actor, "session.ended", "person", actor.person().uuid);
    });
    return {};
}

Nothing AccountService::change_password(const Actor& actor, const accounts::ChangePassword& entry, std::string_view current_token)
{
    if (const auto earlier = find_earlier_answer<Nothing>(database_, actor)) // by now the old password is another
        return *earlier;
    const auto account = database_.read({}, [&](db::Tx& tx) { return store::find_account_of(tx, actor.agency(), actor.person()); });
    if (!account || !crypto::password::verify(account->password_hash, entry.old_password))
        throw Error::invalid_field("/old_password", "password_wrong");
    accounts::demand_good_password("/new_password", entry.new_password, account->username);
    const auto hash = crypto::password::hash(entry.new_password);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        store::set_password(tx, account->username, hash);
        store::delete_sessions_of(tx, actor.agency(), actor.person(), crypto::token_digest(current_token));
        audit_.record(tx, actor, "account.password_changed", "person", actor.person().uuid);
        return Nothing{};
    });
}

std::vector<accounts::Role> AccountService::list_roles(const Actor& actor)
{
    actor.demand(Permission::manage_people);
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_roles(tx); });
}

accounts::PersonRoles AccountService::get_roles(const Actor& actor, Id<org::Person> person)
{
    actor.demand(Permission::manage_people);
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        if (!org_.find_person(tx, person))
            throw Error::not_found();
        return accounts::PersonRoles{person, store::list_roles_of(tx, person)};
    });
}

accounts::PersonRoles AccountService::set_roles(const Actor& actor, const accounts::PersonRoles& entry)
{
    actor.demand(Permission::manage_people);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        if (!org_.find_person(tx, entry.id))
            throw Error::not_found();
        const auto known = store::list_roles(tx);
        std::string names;
        for (const auto& id : entry.roles) {
            const auto role = std::find_if(known.begin(), known.end(), [&](const auto& candidate) { return candidate.id == id; });
            if (role == known.end())
                throw Error::invalid_field("/roles", "unknown");
            names += (names.empty() ? "" : " ") + role->code;
        }
        store::replace_roles_of(tx, entry.id, entry.roles);
        demand_an_administrator(tx);
        audit_.record(tx, actor, "person.roles_changed", "person", entry.id.uuid, {{"roles", names}});
        return entry;
    });
}

Nothing AccountService::save_account(const Actor& actor, const accounts::AccountEntry& entry)
{
    actor.demand(Permission::manage_people);
    accounts::demand_good_username("/username", entry.username);
    std::string hash;
    if (entry.password) {
        accounts::demand_good_password("/password", *entry.password, entry.username);
        hash = crypto::password::hash(*entry.password);
    }
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        org_.get_person(tx, entry.person);
        const auto stored = store::find_account(tx, entry.username);
        if (stored && (stored->agency != actor.agency() || stored->person != entry.person))
            throw Error::invalid_field("/username", "taken");
        if (!stored) {
            if (hash.empty())
                throw Error::invalid_field("/password", "required");
            if (store::find_account_of(tx, actor.agency(), entry.person))
                throw Error::invalid_field("/person", "has_account");
            create_account(tx, entry.username, entry.person, hash, clock_.now());
        } else if (!hash.empty()) {
            store::set_password(tx, entry.username, hash);
        }
        if (entry.disabled)
            store::set_disabled(tx, entry.username, *entry.disabled);
        demand_an_administrator(tx);
        store::delete_sessions_of(tx, actor.agency(), entry.person, "");
        audit_.record(tx, actor, stored ? "account.changed" : "account.added", "person", entry.person.uuid,
                      {{"username", entry.username}, {"disabled", entry.disabled.value_or(stored && stored->disabled) ? "1" : "0"}});
        return Nothing{};
    });
}

std::vector<accounts::Role> AccountService::seed_roles(db::Tx& tx)
{
    std::vector<accounts::Role> roles;
    for (const auto& seed : accounts::default_roles()) {
        roles.push_back({tx.agency(), Id<accounts::Role>::make(), std::string{seed.code}, std::string{seed.name}, seed.permissions.list()});
        store::insert_role(tx, roles.back());
    }
    return roles;
}

void AccountService::create_account(db::Tx& tx, std::string_view username, Id<org::Person> person, std::string_view password_hash, Time now)
{
    tx.insert("account",
              store::Account{.username = std::string{username},
                             .agency = tx.agency(),
                             .person = person,
                             .password_hash = std::string{password_hash},
                             .failures = 0,
                             .blocked_until = {},
                             .disabled = false,
                             .created_at = now});
}

std::vector<Id<org::Person>> AccountService::list_people_with(db::Tx& tx, Permission permission)
{
    return store::list_people_with(tx, permission);
}

void AccountService::reset_password(std::string_view username, std::string_view password)
{
    accounts::demand_good_password("/password", password, username);
    const auto hash = crypto::password::hash(password);
    const auto account = database_.read({}, [&](db::Tx& tx) { return store::find_account(tx, username); });
    if (!account)
        throw Error::not_found("account.unknown");
    database_.write(account->agency, [&](db::Tx& tx) {
        store::set_password(tx, username, hash);
        store::delete_sessions_of(tx, account->agency, account->person, "");
        audit_.record(tx, Actor{account->agency, {}, {}}, "account.password_reset", "person", account->person.uuid);
    });
}

} // namespace congso
