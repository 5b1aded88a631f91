#pragma once
#include "lib/db/tx.h"
#include "office/actor/rules.h"
#include "office/outgoing/outgoing.h"

namespace congso::outgoing::store {

void insert(db::Tx& tx, const Outgoing& document, int zone_minutes);
// Writes every column but the version, which grows by one; document.version is what was read. Throws conflict "stale".
void update(db::Tx& tx, Outgoing& document, int zone_minutes);
std::optional<Outgoing> find(db::Tx& tx, Id<Outgoing> id);

struct Filter {
    OutgoingQuery query;
    std::optional<Id<org::Person>> reacher; // sees only what reaches him; everyone's documents when absent
    int zone_minutes{};
    Date today;
};
OutgoingPage list(db::Tx& tx, const Filter& filter);
std::vector<OutgoingRow> list_found(db::Tx& tx, const Filter& filter,
                                    const std::vector<Uuid>& ids); // in their order; the other filters apply

std::string condition_of(Counted counted); // what a figure counts, as a condition on `outgoing o`

void put_text(db::Tx& tx, Id<Outgoing> id, const std::vector<Paragraph>& text); // replaces
std::vector<Paragraph> list_text(db::Tx& tx, Id<Outgoing> id);
void put_details(db::Tx& tx, Id<Outgoing> id, const std::vector<Detail>& details); // replaces
std::vector<Detail> list_details(db::Tx& tx, Id<Outgoing> id);

void ask_to_comment(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Time now); // again: his opinion is waited for again
bool is_asked_to_comment(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person);
void finish_comment(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, bool no_opinion, Time now);
void drop_open_comments(db::Tx& tx, Id<Outgoing> id); // nobody waits for them any more
std::vector<Commenter> list_commenters(db::Tx& tx, Id<Outgoing> id); // in the order they were asked

struct VersionRow {
    AgencyId agency;
    Id<Outgoing> outgoing;
    int number{};
    Id<org::Person> person;
    Time at;
    std::string reason;
    int made_from{};
    bool generated{};
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (agency, outgoing, number, person, at, reason, made_from, generated))
void insert(db::Tx& tx, const VersionRow& version);
std::vector<VersionRow> list_versions(db::Tx& tx, Id<Outgoing> id); // newest first
std::optional<VersionRow> find_last_version(db::Tx& tx, Id<Outgoing> id);

void put_checks(db::Tx& tx, Id<Outgoing> id, const std::vector<Check>& checks); // replaces
std::vector<Check> list_checks(db::Tx& tx, Id<Outgoing> id); // content, then format
void finish_checks(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Time now);

void supersede(db::Tx& tx, Id<Outgoing> id, Id<Outgoing> by);
std::string superseded_by_symbol(db::Tx& tx, Id<Outgoing> id); // "" when it was not

std::vector<Kind> list_kinds(db::Tx& tx);
std::optional<Kind> find_kind(db::Tx& tx, std::string_view code);
void update(db::Tx& tx, const KindEntry& kind); // throws conflict "stale" when another version is stored
std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> id);
std::optional<std::string> find_active_person_name(db::Tx& tx, Id<org::Person> id);
std::optional<org::Body> find_body(db::Tx& tx, Id<org::Body> id);

struct Origin { // of an incoming document that is answered
    std::string origin_number, subject;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (origin_number, subject))
std::optional<Origin> find_origin(db::Tx& tx, Id<incoming::Incoming> id);

Rules rules();

} // namespace congso::outgoing::store
