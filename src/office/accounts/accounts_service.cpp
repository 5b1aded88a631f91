#include "office/accounts/accounts_service.h"

#include "lib/crypto/password.h"
#include "lib/crypto/token.h"
#include "office/accounts/accounts_store.h"
#include "office/accounts/rights_store.h"
#include "office/actor/use_case.h"

#include <algorithm>

namespace congso {

namespace store = accounts::store;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t idle_limit_ms = 12 * 60 * minute_ms; // a working day; then one signs in again
constexpr std::int64_t touch_after_ms = 5 * minute_ms; // seen_at is exact enough, and reading stays reading

std::string channel_of(Id<accounts::Session> session)
{
    return "session/" + session.to_string();
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
                                  .insecure = false,
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
            count_failure(entry.username);
        throw Error::unauthenticated("session.wrong");
    }
    demand_code(*account, entry.code);
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
        tell_ended(tx, store::delete_sessions_idle_since(tx, now.plus_ms(-idle_limit_ms)));
        store::insert_session(tx, session);
        if (!store::find_session(tx, token.digest)) // he has left the agency: his account opens nothing
            throw Error::unauthenticated("session.wrong");
    });
    const auto actor = get_actor(token.text);
    return {token.text, get_me(actor)};
}

void AccountService::count_failure(std::string_view username)
{
    database_.write({}, [&](db::Tx& tx) {
        if (const auto stored = store::find_account(tx, username))
            store::count_failure(tx, username, clock_.now().plus_ms(accounts::back_off_ms(stored->failures + 1)));
    });
}

// After the right password: where a second factor is on, its code too. A wrong one counts as a wrong password does.
void AccountService::demand_code(const store::Account& account, const std::optional<std::string>& code)
{
    const auto factor = database_.read(account.agency, [&](db::Tx& tx) { return store::find_factor(tx, account.agency, account.person); });
    if (!factor || factor->confirmed_at.ms == 0)
        return;
    if (!code || code->empty())
        throw Error::unauthenticated("session.code_needed");
    if (database_.write(account.agency, [&](db::Tx& tx) { return takes_code(tx, account.person, *code); }))
        return;
    count_failure(account.username);
    throw Error::unauthenticated("session.code_wrong");
}

store::Account AccountService::demand_password(const Actor& actor, std::string_view password)
{
    auto account = database_.read({}, [&](db::Tx& tx) { return store::find_account_of(tx, actor.agency(), actor.person()); });
    if (!account || !crypto::password::verify(account->password_hash, password))
        throw Error::invalid_field("/password", "password_wrong");
    return std::move(*account);
}

void AccountService::sign_out(std::string_view token)
{
    const auto digest = crypto::token_digest(token);
    database_.write({}, [&](db::Tx& tx) {
        if (const auto session = store::find_session(tx, digest))
            tell_ended(tx, store::delete_session(tx, session->agency, session->person, session->id));
    });
}

std::string AccountService::stream_channel(std::string_view token)
{
    const auto session = database_.read({}, [&](db::Tx& tx) { return store::find_session(tx, crypto::token_digest(token)); });
    if (!session)
        throw Error::unauthenticated("session.missing");
    return channel_of(session->id);
}

void AccountService::on_session_ended(std::function<void(std::string_view channel)> ended)
{
    const std::lock_guard lock{ended_mutex_};
    ended_ = std::move(ended);
}

void AccountService::tell_ended(db::Tx& tx, const std::vector<Id<accounts::Session>>& sessions)
{
    for (const auto& session : sessions)
        tx.after_commit([this, channel = channel_of(session)] {
            const std::lock_guard lock{ended_mutex_};
            if (ended_)
                ended_(channel);
        });
}

Actor AccountService::get_actor(std::string_view token)
{
    const auto now = clock_.now();
    std::optional<store::OpenSession> session;
    if (!token.empty())
        session = database_.read({}, [&](db::Tx& tx) { return store::find_session(tx, crypto::token_digest(token)); });
    if (!session || session->seen_at.plus_ms(idle_limit_ms) < now)
        throw Error::unauthenticated("session.missing");
    if (session->seen_at.plus_ms(touch_after_ms) < now)
        database_.write({}, [&](db::Tx& tx) { store::touch_session(tx, session->id, now); });
    return database_.read(session->agency, [&](db::Tx& tx) {
        Permissions permissions{Permission::signed_in}; // also who has no role yet: he chooses his own password
        for (const auto permission : store::list_permissions(tx, session->person))
            permissions.add(permission);
        if (org_.signs_by_mandate(tx, session->person)) // Decree 30/2020 art. 13.4: for its days, whatever his roles
            permissions.add(Permission::approve_outgoing);
        Actor actor{session->agency, session->person, permissions};
        actor.absent = org_.list_absent(tx, session->person);
        if (session->must_change) {
            actor.owes = "password.must_change";
        } else if (store::is_factor_required(tx, session->person)) {
            const auto factor = store::find_factor(tx, session->agency, session->person);
            if (!factor || factor->confirmed_at.ms == 0)
                actor.owes = "second_factor.must_enrol";
        }
        return actor;
    });
}

Actor AccountService::in_place_of(const Actor& actor, Id<org::Person> absent)
{
    if (std::find(actor.absent.begin(), actor.absent.end(), absent) == actor.absent.end())
        throw Error::forbidden("stand_in.none");
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        Permissions rights;
        for (const auto permission : store::list_permissions(tx, absent))
            rights.add(permission);
        return actor.in_place_of(absent, rights);
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
            .now = clock_.now(),
            .owes = actor.owes};
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
        const auto gone = store::delete_session(tx, actor.agency(), actor.person(), id);
        if (gone.empty())
            throw Error::not_found();
        tell_ended(tx, gone);
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
    if (entry.new_password == entry.old_password) // a password given on paper is known to whoever gave it
        throw Error::invalid_field("/new_password", "password_same");
    const auto hash = crypto::password::hash(entry.new_password);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        store::set_password(tx, account->username, hash, false);
        tell_ended(tx, store::delete_sessions_of(tx, actor.agency(), actor.person(), crypto::token_digest(current_token)));
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
            create_account(tx, entry.username, entry.person, hash, clock_.now(), entry.person != actor.person());
        } else if (!hash.empty()) { // who gets a password from another one chooses his own first
            store::set_password(tx, entry.username, hash, entry.person != actor.person());
        }
        if (entry.disabled)
            store::set_disabled(tx, entry.username, *entry.disabled);
        demand_an_administrator(tx);
        tell_ended(tx, store::delete_sessions_of(tx, actor.agency(), entry.person, ""));
        audit_.record(tx, actor, stored ? "account.changed" : "account.added", "person", entry.person.uuid,
                      {{"username", entry.username}, {"disabled", entry.disabled.value_or(stored && stored->disabled) ? "1" : "0"}});
        return Nothing{};
    });
}

void AccountService::close_account_of(db::Tx& tx, const Actor& actor, Id<org::Person> person)
{
    const auto account = store::find_account_of(tx, actor.agency(), person);
    if (!account || account->disabled)
        return;
    store::set_disabled(tx, account->username, true);
    demand_an_administrator(tx);
    tell_ended(tx, store::delete_sessions_of(tx, actor.agency(), person, ""));
    audit_.record(tx, actor, "account.changed", "person", person.uuid, {{"username", account->username}, {"disabled", "1"}});
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

void AccountService::create_account(db::Tx& tx, std::string_view username, Id<org::Person> person, std::string_view password_hash, Time now,
                                    bool must_change)
{
    tx.insert("account",
              store::Account{.username = std::string{username},
                             .agency = tx.agency(),
                             .person = person,
                             .password_hash = std::string{password_hash},
                             .failures = 0,
                             .blocked_until = {},
                             .disabled = false,
                             .created_at = now,
                             .must_change = must_change});
}

bool AccountService::has_account(db::Tx& tx, std::string_view username)
{
    return store::find_account(tx, username).has_value();
}

std::vector<Id<org::Person>> AccountService::list_people_with(db::Tx& tx, Permission permission)
{
    return store::list_people_with(tx, permission);
}

std::vector<Id<org::Person>> AccountService::list_signing_in_with(db::Tx& tx, Permission permission)
{
    return store::list_signing_in_with(tx, permission);
}

std::optional<AccountService::Holder> AccountService::find_holder(std::string_view username)
{
    const auto account = database_.read({}, [&](db::Tx& tx) { return store::find_account(tx, username); });
    return account ? std::optional{Holder{account->agency, account->person, account->disabled}} : std::nullopt;
}

AccountService::Holder AccountService::get_holder(std::string_view username)
{
    if (const auto holder = find_holder(username))
        return *holder;
    throw Error::not_found("account.unknown");
}

void AccountService::reset_password(std::string_view username, std::string_view password)
{
    accounts::demand_good_password("/password", password, username);
    const auto hash = crypto::password::hash(password);
    const auto account = database_.read({}, [&](db::Tx& tx) { return store::find_account(tx, username); });
    if (!account)
        throw Error::not_found("account.unknown");
    database_.write(account->agency, [&](db::Tx& tx) {
        store::set_password(tx, username, hash, true);
        tell_ended(tx, store::delete_sessions_of(tx, account->agency, account->person, ""));
        audit_.record(tx, Actor{account->agency, {}, {}}, "account.password_reset", "person", account->person.uuid);
    });
}

} // namespace congso
