#pragma once
#include "lib/db/tx.h"
#include "office/actor/rules.h"
#include "office/delivery/delivery.h"
#include "office/incoming/incoming.h"

namespace congso::delivery::store {

void put_recipients(db::Tx& tx, Uuid record, const std::vector<Recipient>& recipients); // replaces
std::vector<Recipient> list_recipients(db::Tx& tx, Uuid record);
void mark_delivered(db::Tx& tx, Uuid record, const Recipient& recipient, Time now); // the first time counts
void mark_read(db::Tx& tx, Uuid record, const Recipient& recipient, Time now);
// What another agency says of it: the first time counts.
void mark_received(db::Tx& tx, Uuid record, AgencyId by, Time now);
void mark_returned(db::Tx& tx, Uuid record, AgencyId by, const std::string& reason, Time now);
void mark_cancelled(db::Tx& tx, Uuid record, AgencyId by, Time now);

// To a person of the agency, through a line of «Nơi nhận»; a second line is added to the first.
void deliver_to(db::Tx& tx, Uuid record, Id<org::Person> person, std::string_view through, bool on_paper, Time now);
std::vector<Delivery> list_deliveries(db::Tx& tx, Uuid record, Date today); // in the order of names
bool has_unread(db::Tx& tx, Uuid record); // by someone who can open it here
bool has_paper(db::Tx& tx, Uuid record); // not handed out yet
void mark_reminded(db::Tx& tx, Uuid record, Id<org::Person> person, Time now);
bool mark_handed(db::Tx& tx, Uuid record, Id<org::Person> person, Date day, std::string_view to); // false: nothing lies there for him
bool waits_to_be_read(db::Tx& tx, Uuid record, Id<org::Person> person);
void mark_read(db::Tx& tx, Uuid record, Id<org::Person> person, Time now);
bool move_delivery(db::Tx& tx, Uuid record, Id<org::Person> from, Id<org::Person> to); // false: the other one has it himself
void drop_delivery(db::Tx& tx, Uuid record, Id<org::Person> person);

// In the receiving agency: what came from another one of this installation.
struct Sender {
    AgencyId sender;
    work::RecordKind kind{}; // of the record there
    Uuid record;
};
BOOST_DESCRIBE_STRUCT(Sender, (), (sender, kind, record))
std::optional<Id<incoming::Incoming>> find_received(db::Tx& tx, AgencyId sender, Uuid record); // as what it arrived
std::optional<Sender> find_sender(db::Tx& tx, Id<incoming::Incoming> as);
void put_received(db::Tx& tx, const Sender& sender, Id<incoming::Incoming> as, Time now);

Rules rules();

} // namespace congso::delivery::store
