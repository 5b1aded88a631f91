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
void put_recipients(db::Tx& tx, Id<Outgoing> id, const std::vector<Recipient>& recipients); // replaces
std::vector<Recipient> list_recipients(db::Tx& tx, Id<Outgoing> id);
void mark_delivered(db::Tx& tx, Id<Outgoing> id, const Recipient& recipient, Time now); // the first time counts
void mark_read(db::Tx& tx, Id<Outgoing> id, const Recipient& recipient, Time now);
// What another agency says of it: the first time counts.
void mark_received(db::Tx& tx, Id<Outgoing> id, AgencyId by, Time now);
void mark_returned(db::Tx& tx, Id<Outgoing> id, AgencyId by, const std::string& reason, Time now);
void mark_cancelled(db::Tx& tx, Id<Outgoing> id, AgencyId by, Time now);

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

// To a person of the agency, through a line of «Nơi nhận»; a second line is added to the first.
void deliver_to(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, std::string_view through, bool on_paper, Time now);
std::vector<Delivery> list_deliveries(db::Tx& tx, Id<Outgoing> id, Date today); // in the order of names
bool has_unread(db::Tx& tx, Id<Outgoing> id); // by someone who can open it here
bool has_paper(db::Tx& tx, Id<Outgoing> id); // not handed out yet
void mark_reminded(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Time now);
bool mark_handed(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Date day, std::string_view to); // false: nothing lies there for him
bool waits_to_be_read(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person);
void mark_read(db::Tx& tx, Id<Outgoing> id, Id<org::Person> person, Time now);

void supersede(db::Tx& tx, Id<Outgoing> id, Id<Outgoing> by);
std::string superseded_by_symbol(db::Tx& tx, Id<Outgoing> id); // "" when it was not

std::vector<Kind> list_kinds(db::Tx& tx);
std::optional<Kind> find_kind(db::Tx& tx, std::string_view code);
std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> id);
std::optional<std::string> find_active_person_name(db::Tx& tx, Id<org::Person> id);
std::optional<org::Body> find_body(db::Tx& tx, Id<org::Body> id);

struct Origin { // of an incoming document that is answered
    std::string origin_number, subject;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (origin_number, subject))
std::optional<Origin> find_origin(db::Tx& tx, Id<incoming::Incoming> id);

// In the receiving agency: what came from another one of this installation.
bool was_delivered(db::Tx& tx, AgencyId sender, Id<Outgoing> id);
std::optional<Id<incoming::Incoming>> find_delivery(db::Tx& tx, AgencyId sender, Id<Outgoing> id); // as what it arrived
struct Sender {
    AgencyId sender;
    Id<Outgoing> outgoing;
};
BOOST_DESCRIBE_STRUCT(Sender, (), (sender, outgoing))
std::optional<Sender> find_sender(db::Tx& tx, Id<incoming::Incoming> as);
void put_delivery(db::Tx& tx, AgencyId sender, Id<Outgoing> id, Id<incoming::Incoming> as, Time now);

Rules rules();

} // namespace congso::outgoing::store
