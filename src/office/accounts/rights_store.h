#pragma once
#include "lib/db/tx.h"
#include "office/accounts/accounts.h"

namespace congso::accounts::store {

struct RightsChangeRecord {
    AgencyId agency;
    Id<RightsChange> id;
    RightsChangeKind kind{};
    Uuid subject;
    std::string wanted; // JSON: ids of roles, or names of permissions
    std::string state;
    Id<org::Person> asked_by;
    Time asked_at;
    Id<org::Person> decided_by;
    Time decided_at;
};
BOOST_DESCRIBE_STRUCT(RightsChangeRecord, (), (agency, id, kind, subject, wanted, state, asked_by, asked_at, decided_by, decided_at))

void put_waiting(db::Tx& tx, const RightsChangeRecord& change); // one that waits for the same subject is replaced
bool has_waiting(db::Tx& tx, Uuid subject);
std::optional<RightsChangeRecord> find_waiting(db::Tx& tx, Id<RightsChange> id);
std::vector<RightsChangeRecord> list_waiting(db::Tx& tx); // oldest first
void decide(db::Tx& tx, Id<RightsChange> id, std::string_view state, Id<org::Person> by, Time now);

struct Factor {
    std::string secret; // sealed
    std::int64_t last_step{};
    Time confirmed_at;
};
BOOST_DESCRIBE_STRUCT(Factor, (), (secret, last_step, confirmed_at))

std::optional<Factor> find_factor(db::Tx& tx, AgencyId agency, Id<org::Person> person);
void put_factor(db::Tx& tx, Id<org::Person> person, std::string_view sealed_secret); // not confirmed
void confirm_factor(db::Tx& tx, Id<org::Person> person, std::int64_t step, Time now);
bool use_step(db::Tx& tx, Id<org::Person> person, std::int64_t step); // false: it was used meanwhile
void delete_factor(db::Tx& tx, Id<org::Person> person); // and its recovery codes
bool is_factor_required(db::Tx& tx, Id<org::Person> person);
void replace_recovery_codes(db::Tx& tx, Id<org::Person> person, const std::vector<std::string>& digests);
bool use_recovery_code(db::Tx& tx, Id<org::Person> person, std::string_view digest); // false: there is none
int count_recovery_codes(db::Tx& tx, Id<org::Person> person);

} // namespace congso::accounts::store
