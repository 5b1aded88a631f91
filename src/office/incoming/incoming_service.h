#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/accounts/accounts_service.h"
#include "office/actor/actor.h"
#include "office/actor/rules.h"
#include "office/audit/audit_service.h"
#include "office/files/files_service.h"
#include "office/incoming/incoming.h"
#include "office/incoming/incoming_correction.h"
#include "office/incoming/leads.h"
#include "office/notify/notify.h"
#include "office/numbering/numbering_service.h"
#include "office/org/org_service.h"
#include "office/search/search_service.h"
#include "office/tasks/tasks_service.h"
#include "office/work/work_service.h"
#include "office/worktime/worktime_service.h"

#include <functional>

namespace congso {

namespace incoming {

// A document that another agency of this installation, or the exchange, hands in: it waits to be received.
struct Arrival {
    Way way{};
    AgencyId issuer_agency;
    std::string issuer, origin_number, kind, subject, signer_name, signer_position, document_code;
    Date issued_on, due_on;
    Urgency urgency{};
    std::vector<files::Attached> files;
    ReceivedAs received_as{};
};

} // namespace incoming

// Documents received (Decree 30/2020 art. 20–24): receive, register, submit, instruct, handle, finish.
class IncomingService {
public:
    // What it stands on, in the order of the features.
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        OrgService& org;
        WorktimeService& worktime;
        FileService& files;
        NumberingService& numbering;
        SearchIndex& search;
        Notifier& notifier;
        WorkService& work;
        TaskService& tasks;
    };

    explicit IncomingService(const Parts& parts);

    // Takes the next arrival number of the year in the transaction that stores the document. Throws conflict
    // "incoming.already_registered" {id, year, number} for a twin that the entry does not name in `duplicate_of`.
    incoming::IncomingDocument register_document(const Actor& actor, const incoming::IncomingEntry& entry);
    incoming::IncomingView submit(const Actor& actor, const incoming::Submit& entry);
    incoming::IncomingView assign(const Actor& actor, const incoming::Assign& entry);
    incoming::IncomingView progress(const Actor& actor, const incoming::Progress& entry);
    incoming::IncomingView forward(const Actor& actor, const incoming::Forward& entry);
    incoming::IncomingView send_back(const Actor& actor, const incoming::SendBack& entry);
    incoming::IncomingView finish(const Actor& actor, const incoming::Finish& entry);

    // More of the hand (incoming_hands_service.cpp). The head changes who leads, or the deadline; a step is taken back while nobody has
    // begun; what was finished is opened again; the clerk types what a leader wrote with a pen; the lead asks for more time; whoever
    // follows the work urges.
    incoming::IncomingView reassign(const Actor& actor, const incoming::Reassign& entry);
    incoming::IncomingView take_back(const Actor& actor, const incoming::TakeBack& entry);
    incoming::IncomingView reopen(const Actor& actor, const incoming::Reopen& entry);
    incoming::IncomingView enter_instruction(const Actor& actor, const incoming::EnterInstruction& entry);
    incoming::IncomingView ask_extension(const Actor& actor, const incoming::AskExtension& entry);
    incoming::IncomingView answer_extension(const Actor& actor, const incoming::AnswerExtension& entry);
    incoming::IncomingView urge(const Actor& actor, const incoming::Urge& entry);

    // incoming_correction_service.cpp: number and day never change; conflict "stale", "incoming.not_registered",
    // "incoming.nothing_changed".
    incoming::IncomingView correct(const Actor& actor, const incoming::Correction& entry);
    std::vector<incoming::Corrected> list_corrections(const Actor& actor, Id<incoming::Incoming> id); // newest first

    incoming::IncomingPage list(const Actor& actor, const incoming::IncomingQuery& query);
    incoming::IncomingView get(const Actor& actor, Id<incoming::Incoming> id); // also «đã xem»
    std::optional<incoming::Twin> find_twin(const Actor& actor, const incoming::TwinQuery& query);
    Page<incoming::Issuer> list_issuers(const Actor& actor, const incoming::IssuerQuery& query); // those that fit best, 50 at most

    std::vector<incoming::LeadProposal> propose_leads(const Actor& actor, const incoming::LeadQuery& query);

    // What the first pages of a file say about it, in the decree's boxes; nothing for a scan without text.
    incoming::ReadFields read_fields(const Actor& actor, const incoming::FieldsQuery& query);

    // For later features, inside their transaction.
    Id<incoming::Incoming> arrive(db::Tx& tx, const Actor& actor, const incoming::Arrival& arrival); // a clerk's work item tells of it
    incoming::Incoming get_document(db::Tx& tx, const Actor& actor, Id<incoming::Incoming> id) const; // not_found unless he may see it
    Id<incoming::Incoming> import_past(db::Tx& tx, const Actor& actor, Id<numbering::Book> book, const incoming::PastIncoming& past,
                                       const std::string& reason);
    // The reply went out: the document is done, if it is still open.
    void finish_by_reply(db::Tx& tx, const Actor& actor, Id<incoming::Incoming> id, Id<outgoing::Outgoing> reply, std::string_view symbol);

    // incoming_arrival_service.cpp
    // The sender has recalled it (art. 18; Appendix VI III.8): nobody handles it any more, and those who did are told.
    void cancel_by_sender(db::Tx& tx, Id<incoming::Incoming> id, const std::string& reason);
    // Who is told, in the same transaction, that what arrived was taken into the book, or returned with a reason.
    using Received = std::function<void(db::Tx&, Id<incoming::Incoming>, const std::string& returned_for)>;
    void when_received(Received told) { received_ = std::move(told); }

    // What waits for one person goes to another, or, a lead's work without another, back to the head for a new instruction
    // (incoming_handover_service.cpp). Throws invalid on /to "no_permission".
    void hand_over(db::Tx& tx, const Actor& actor, Id<incoming::Incoming> id, work::Action action, Id<org::Person> from,
                   std::optional<Id<org::Person>> to, std::string_view reason);

    static Rules rules(); // for `congso check`

private:
    using Document = incoming::Incoming;

    void submit_to(db::Tx& tx, const Actor& actor, Document& document, std::optional<Id<org::Person>> to,
                   const incoming::Instruction& proposal, const char* to_path,
                   const char* proposal_path); // the paths are where the form has them
    void give_share(db::Tx& tx, const Actor& actor, const Document& document, const tasks::Share& share);
    void take_share(db::Tx& tx, const tasks::Assignment& share); // it is someone else's, or nobody's, now
    // The head's word, given by himself or typed for him.
    void instruct(db::Tx& tx, const Actor& leader, Document& document, const incoming::Instruction& instruction);
    void settle(db::Tx& tx, const Actor& actor, Document& document); // stored; closed when nobody leads
    // The deadline as a day or as a term from `from`; neither leaves it as it is. Faults stand on `path`/due_on.
    void set_due(db::Tx& tx, Document& document, std::optional<Date> due_on, std::optional<int> due_days, Date from, const char* path);
    void move_due(db::Tx& tx, const Document& document, Date before); // of the shares and of what waits, with the document's
    void move_deadlines(db::Tx& tx, const Actor& actor, const worktime::Calendar& calendar);
    void drop_extension(db::Tx& tx, const Actor& actor, Id<incoming::Incoming> id);
    AgencyId known_issuer(db::Tx& tx, const std::string& name, std::optional<AgencyId> given); // and remembers the name
    incoming::Standing standing_of(db::Tx& tx, const Actor& actor, const Document& document) const;
    Document get_for(db::Tx& tx, const Actor& actor, Id<incoming::Incoming> id, incoming::Act act, std::optional<int> version) const;
    void close(db::Tx& tx, const Actor& actor, Document& document, incoming::Result result);
    void tell(db::Tx& tx, const Document& document);
    incoming::IncomingView view(db::Tx& tx, const Actor& actor, const Document& document);
    std::int64_t sort_at(const Document& document) const;
    void index(db::Tx& tx, const Document& document);

    void end_notice(const Actor& actor, Id<incoming::Incoming> id); // he has looked
    void tell_sender(db::Tx& tx, const Document& document, const std::string& returned_for) const;

    Parts p_;
    Received received_;
};

} // namespace congso
