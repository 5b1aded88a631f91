#pragma once
#include "lib/db/tx.h"
#include "office/actor/rules.h"
#include "office/incoming/incoming.h"
#include "office/incoming/leads.h"

namespace congso::incoming::store {

struct Proposal {
    AgencyId agency;
    Uuid record;
    Id<org::Person> submitted_to;
    std::string text;
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (agency, record, submitted_to, text, due_on))

void insert(db::Tx& tx, const Incoming& document, int zone_minutes);
// Writes every column but the version, which grows by one; document.version is what was read. Throws conflict "stale" {version}.
void update(db::Tx& tx, Incoming& document, int zone_minutes);
std::optional<Incoming> find(db::Tx& tx, Id<Incoming> id);
// Registered before, or waiting: by document code, or by number, symbol and issuer (Decree 30/2020 art. 22; Appendix VI part I).
std::optional<Twin> find_twin(db::Tx& tx, const TwinQuery& key);

struct IssuerKey : Issuer {
    std::string fold;
};
BOOST_DESCRIBE_STRUCT(IssuerKey, (Issuer), (fold))
std::optional<Issuer> find_issuer(db::Tx& tx, std::string_view key);
void put_issuer(db::Tx& tx, std::string_view key, const Issuer& issuer);
std::vector<IssuerKey> list_issuers(db::Tx& tx);
std::vector<LedDocument> list_led(db::Tx& tx, int limit); // the newest first

struct Filter {
    IncomingQuery query;
    std::optional<Id<org::Person>> reacher; // sees only what reaches him; everyone's documents when absent
    Date today;
    int zone_minutes{};
};
IncomingPage list(db::Tx& tx, const Filter& filter);
std::vector<IncomingRow> list_found(db::Tx& tx, const Filter& filter,
                                    const std::vector<Uuid>& ids); // in their order; the other filters apply

// What a figure counts, as a condition on `incoming i`; `today` is its parameter's name and is not there with `registered` and `on_time`.
std::string condition_of(Counted counted, db::Engine engine, int zone_minutes, std::string_view today);

void put_proposal(db::Tx& tx, const Proposal& proposal, const std::vector<tasks::Share>& shares);
std::optional<Proposal> find_proposal(db::Tx& tx, Id<Incoming> id);
std::vector<tasks::Share> list_proposal_shares(db::Tx& tx, Id<Incoming> id);
void delete_proposal(db::Tx& tx, Id<Incoming> id);

std::optional<std::string> find_kind_name(db::Tx& tx, std::string_view code);
// The symbol of an outgoing document that has gone out; nothing otherwise.
std::optional<std::string> find_issued_symbol(db::Tx& tx, Id<outgoing::Outgoing> id);
std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> id);

Rules rules();

} // namespace congso::incoming::store
