#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "lib/jobs/queue.h"
#include "office/actor/actor.h"
#include "office/actor/rules.h"
#include "office/audit/audit_service.h"
#include "office/delivery/delivery.h"
#include "office/incoming/incoming_service.h"
#include "office/notify/notify.h"
#include "office/org/org_service.h"
#include "office/work/work_service.h"

namespace congso {

namespace delivery {

// A record that goes to another agency of this installation: job "outgoing.deliver", "copy.deliver".
struct DeliverJob {
    Uuid id;
    AgencyId to;
    Id<org::Person> person; // who gave it out
};
BOOST_DESCRIBE_STRUCT(DeliverJob, (), (id, to, person))

// What the receiving agency did with it, on its way back to the sender: job "outgoing.receipt", "copy.receipt".
struct ReceiptJob {
    AgencyId sender;
    Uuid id;
    bool returned{};
    std::string reason;
    Time at;
};
BOOST_DESCRIBE_STRUCT(ReceiptJob, (), (sender, id, returned, reason, at))

} // namespace delivery

// Gives records to the recipients of their «Nơi nhận»: people of the agency at once, on paper where they cannot open it here, other
// agencies of this installation by a job. For later features, inside their transaction; the jobs belong to the feature whose record it is.
class DeliveryService {
public:
    // What it stands on, in the order of the features.
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        OrgService& org;
        Notifier& notifier;
        WorkService& work;
        IncomingService& incoming;
        jobs::Queue& queue;
    };

    explicit DeliveryService(const Parts& parts);

    static void put_recipients(db::Tx& tx, Uuid record, const std::vector<delivery::Recipient>& recipients); // replaces
    static std::vector<delivery::Recipient> list_recipients(db::Tx& tx, Uuid record);
    std::vector<delivery::Delivery> list_deliveries(db::Tx& tx, Uuid record) const; // in the order of names

    void dispatch(db::Tx& tx, const Actor& actor, const delivery::Sending& sending); // to all of them

    // The job, which looks before it acts. Both in the sending agency: `arrival` answers what arrives, nothing when it does not go out any
    // more; `delivered` runs in the transaction that notes that it went.
    void carry(AgencyId from, work::RecordKind kind, const delivery::DeliverJob& job,
               const std::function<std::optional<incoming::Arrival>(db::Tx&)>& arrival, const std::function<void(db::Tx&)>& delivered = {});
    // As what it arrived; in the receiving agency.
    static std::optional<Id<incoming::Incoming>> find_received(db::Tx& tx, AgencyId sender, Uuid record);
    void mark_cancelled(db::Tx& tx, Uuid record, AgencyId there) const; // after a recall
    // The job: notes it, and calls `returned` with the name of the agency that sent it back.
    void take_receipt(AgencyId receiver, work::RecordKind kind, const delivery::ReceiptJob& job,
                      const std::function<void(db::Tx&, const std::string& by)>& returned);

    // delivery_readers_service.cpp: people of the agency who were given it.
    static bool is_unread(db::Tx& tx, Uuid record, Id<org::Person> person);
    static bool has_unread(db::Tx& tx, Uuid record); // by someone who can open it here
    static bool has_paper(db::Tx& tx, Uuid record); // not handed out yet
    void mark_read(db::Tx& tx, Uuid record, Id<org::Person> person); // also the lines that brought it to him
    int remind(db::Tx& tx, const work::Subject& subject); // once a day at most for each; how many were
    // Throws invalid on /people "required", on /people/N "no_paper" for whom no paper lies at the clerk's, on /handed_on "future" or
    // "before_issue". Returns their names.
    std::string hand_out(db::Tx& tx, Uuid record, const delivery::HandedOut& entry, Date given_out_on);
    // What waits to be read by one who leaves; nobody: it is nobody's any more. False: the other one had it himself.
    static bool move(db::Tx& tx, Uuid record, Id<org::Person> from, std::optional<Id<org::Person>> to);

    static Rules rules(); // for `congso check`

private:
    void give_to_read(db::Tx& tx, const delivery::Sending& sending, Id<org::Person> person, std::string_view through);
    void tell_sender(db::Tx& tx, Id<incoming::Incoming> received, const std::string& returned_for); // in the receiving agency

    Parts p_;
};

} // namespace congso
