#include "office/accounts/rights_store.h"

namespace congso::accounts::store {

namespace {

constexpr auto change_columns = "SELECT agency, id, kind, subject, wanted, state, asked_by, asked_at, decided_by, decided_at"
                                "  FROM rights_change";

} // namespace

void put_waiting(db::Tx& tx, const RightsChangeRecord& change)
{
    tx.execute("UPDATE rights_change SET state = 'replaced', decided_by = $3, decided_at = $4"
               " WHERE agency = $1 AND subject = $2 AND state = 'waiting'",
               tx.agency(), change.subject, change.asked_by, change.asked_at);
    tx.insert("rights_change", change);
}

bool has_waiting(db::Tx& tx, Uuid subject)
{
    return tx.find<int>("SELECT 1 FROM rights_change WHERE agency = $1 AND subject = $2 AND state = 'waiting'", tx.agency(), subject)
        .has_value();
}

std::optional<RightsChangeRecord> find_waiting(db::Tx& tx, Id<RightsChange> id)
{
    return tx.find<RightsChangeRecord>(std::string{change_columns} + " WHERE agency = $1 AND id = $2 AND state = 'waiting'", tx.agency(),
                                       id);
}

std::vector<RightsChangeRecord> list_waiting(db::Tx& tx)
{
    return tx.list<RightsChangeRecord>(std::string{change_columns} + " WHERE agency = $1 AND state = 'waiting' ORDER BY asked_at, id",
                                       tx.agency());
}

void decide(db::Tx& tx, Id<RightsChange> id, std::string_view state, Id<org::Person> by, Time now)
{
    tx.execute("UPDATE rights_change SET state = $3, decided_by = $4, decided_at = $5 WHERE agency = $1 AND id = $2", tx.agency(), id,
               state, by, now);
}

std::optional<Factor> find_factor(db::Tx& tx, AgencyId agency, Id<org::Person> person)
{
    return tx.find<Factor>("SELECT secret, last_step, confirmed_at FROM second_factor WHERE agency = $1 AND person = $2", agency, person);
}

void put_factor(db::Tx& tx, Id<org::Person> person, std::string_view sealed_secret)
{
    tx.execute("INSERT INTO second_factor (agency, person, secret, last_step, confirmed_at) VALUES ($1, $2, $3, 0, 0)"
               " ON CONFLICT (agency, person) DO UPDATE SET secret = excluded.secret, last_step = 0, confirmed_at = 0",
               tx.agency(), person, sealed_secret);
}

void confirm_factor(db::Tx& tx, Id<org::Person> person, std::int64_t step, Time now)
{
    tx.execute("UPDATE second_factor SET last_step = $3, confirmed_at = $4 WHERE agency = $1 AND person = $2", tx.agency(), person, step,
               now);
}

bool use_step(db::Tx& tx, Id<org::Person> person, std::int64_t step)
{
    return tx.execute("UPDATE second_factor SET last_step = $3 WHERE agency = $1 AND person = $2 AND last_step < $3", tx.agency(), person,
                      step)
        == 1;
}

void delete_factor(db::Tx& tx, Id<org::Person> person)
{
    tx.execute("DELETE FROM second_factor WHERE agency = $1 AND person = $2", tx.agency(), person);
    tx.execute("DELETE FROM recovery_code WHERE agency = $1 AND person = $2", tx.agency(), person);
}

bool is_factor_required(db::Tx& tx, Id<org::Person> person)
{
    return tx
        .find<int>("SELECT 1 FROM person_role pr JOIN role r ON r.agency = pr.agency AND r.id = pr.role AND r.second_factor = 1"
                   " WHERE pr.agency = $1 AND pr.person = $2 LIMIT 1",
                   tx.agency(), person)
        .has_value();
}

void replace_recovery_codes(db::Tx& tx, Id<org::Person> person, const std::vector<std::string>& digests)
{
    tx.execute("DELETE FROM recovery_code WHERE agency = $1 AND person = $2", tx.agency(), person);
    for (const auto& digest : digests)
        tx.execute("INSERT INTO recovery_code (agency, person, digest) VALUES ($1, $2, $3)", tx.agency(), person, digest);
}

bool use_recovery_code(db::Tx& tx, Id<org::Person> person, std::string_view digest)
{
    return tx.execute("DELETE FROM recovery_code WHERE agency = $1 AND person = $2 AND digest = $3", tx.agency(), person, digest) == 1;
}

int count_recovery_codes(db::Tx& tx, Id<org::Person> person)
{
    return tx.get<int>("SELECT COUNT(*) FROM recovery_code WHERE agency = $1 AND person = $2", tx.agency(), person);
}

} // namespace congso::accounts::store
