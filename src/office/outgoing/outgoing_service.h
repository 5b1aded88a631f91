#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "lib/jobs/runner.h"
#include "office/accounts/accounts_service.h"
#include "office/actor/actor.h"
#include "office/actor/rules.h"
#include "office/audit/audit_service.h"
#include "office/delivery/delivery_service.h"
#include "office/files/files_service.h"
#include "office/incoming/incoming_service.h"
#include "office/notify/notify.h"
#include "office/numbering/numbering_service.h"
#include "office/org/org_service.h"
#include "office/outgoing/comparison.h"
#include "office/outgoing/outgoing.h"
#include "office/outgoing/past_outgoing.h"
#include "office/outgoing/printed.h"
#include "office/search/search_service.h"
#include "office/tasks/tasks_service.h"
#include "office/work/work_service.h"

namespace congso {

namespace outgoing {

// A document whose generated file does not show its number, or who signs it, yet.
struct StampJob {
    Id<Outgoing> id;
    Id<org::Person> person; // whose act made it so
    std::optional<std::string> reason{}; // of the version, where it is not the number
};
BOOST_DESCRIBE_STRUCT(StampJob, (), (id, person, reason))

// A document issued without its signature: the page that people of the agency may see says so.
struct MarkJob {
    Id<Outgoing> id;
    Id<org::Person> person;
};
BOOST_DESCRIBE_STRUCT(MarkJob, (), (id, person))

// A recalled document that had gone to another agency of this installation.
struct RecallJob {
    Id<Outgoing> id;
    AgencyId to;
    Id<org::Person> person;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RecallJob, (), (id, to, person, reason))

using delivery::DeliverJob, delivery::ReceiptJob;

} // namespace outgoing

// Documents issued (Decree 30/2020 art. 10–19): draft, comment, check, approve, number, issue, follow.
//
// A generated file is made before the transaction that names it: what a use case needs for it is read first, and the transaction
// refuses conflict "stale" when the record changed meanwhile.
class OutgoingService {
public:
    // What it stands on, in the order of the features.
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        OrgService& org;
        FileService& files;
        NumberingService& numbering;
        SearchIndex& search;
        Notifier& notifier;
        WorkService& work;
        TaskService& tasks;
        IncomingService& incoming;
        DeliveryService& delivery;
        jobs::Queue& queue;
    };

    explicit OutgoingService(const Parts& parts) : p_(parts) { }
    void subscribe(jobs::Runner& runner); // "outgoing.stamp", "outgoing.mark", "outgoing.deliver", "outgoing.recall", "outgoing.receipt"

    // Without files the first version is generated in the decree's layout, as the agency's template of the kind sets it.
    outgoing::OutgoingView create(const Actor& actor, const outgoing::Draft& entry);
    // Throws conflict "stale" {version}. Makes a new version of a file that was generated; an own file stays as it is.
    outgoing::OutgoingView change(const Actor& actor, const outgoing::Draft& draft);
    // Throws conflict "stale" {latest} when it was made from an older version, unless `insist`. After the approval it takes the
    // document back to the signer.
    outgoing::OutgoingView add_version(const Actor& actor, const outgoing::NewVersion& entry);
    // Ends what was asked of the one who comments, and tells the drafter.
    outgoing::OutgoingView comment(const Actor& actor, const outgoing::NewComment& entry);
    outgoing::OutgoingView submit(const Actor& actor, const outgoing::SubmitDraft& entry);
    // A check step, or the signer's approval: forbidden "outgoing.no_authority" without a power to sign for the body today (art. 13).
    outgoing::OutgoingView approve(const Actor& actor, const outgoing::Approve& entry);
    // The drafter takes a draft back from those before whom it lies, or gives it up; what was written stays in its story.
    outgoing::OutgoingView withdraw(const Actor& actor, const outgoing::TakeBack& entry);
    outgoing::OutgoingView discard(const Actor& actor, const outgoing::TakeBack& entry);
    // Takes the next number of the series, or one that was reserved, in the transaction that stores it (art. 15).
    outgoing::OutgoingView take_number(const Actor& actor, const outgoing::TakeNumber& entry);
    std::vector<numbering::NumberLine> list_reserved(const Actor& actor, Id<outgoing::Outgoing> id); // of the book that would number it
    // The number's line stays in the book, void with its reason; the document waits for another one.
    outgoing::OutgoingView void_number(const Actor& actor, const outgoing::TakeBack& entry);
    // Wants the scan of the signed paper: invalid on /scan "required". With `paper_kept` none, and then no other agency is among the
    // recipients (invalid on /scan "other_agency"): what is not signed is no document there (art. 5).
    outgoing::OutgoingView issue(const Actor& actor, const outgoing::Issue& entry);
    // outgoing_readers_service.cpp: to people of the agency. Once a day at most for each: conflict "outgoing.reminded_today".
    outgoing::OutgoingView remind(const Actor& actor, const outgoing::Remind& entry);
    // Throws invalid on /people/N "no_paper" for whom no paper lies at the clerk's, on /handed_on "future" or "before_issue".
    outgoing::OutgoingView hand_out(const Actor& actor, const outgoing::HandOut& entry);
    outgoing::OutgoingView recall(const Actor& actor, const outgoing::Recall& entry);
    outgoing::OutgoingView replace(const Actor& actor, const outgoing::Supersede& entry);
    outgoing::OutgoingView correct(const Actor& actor, const outgoing::Supersede& entry);

    outgoing::OutgoingPage list(const Actor& actor, const outgoing::OutgoingQuery& query);
    outgoing::OutgoingView get(const Actor& actor, Id<outgoing::Outgoing> id); // also «đã xem»
    std::vector<outgoing::Kind> list_kinds(const Actor& actor);
    // Two versions of the file, by the words of their pages. Throws unavailable "file.preview_pending" while one has no pages yet.
    outgoing::Comparison compare(const Actor& actor, const outgoing::CompareVersions& query);

    // The jobs; each looks before it acts, for it may run again.
    void stamp(AgencyId agency, const outgoing::StampJob& job);
    void mark(AgencyId agency, const outgoing::MarkJob& job);
    void deliver(AgencyId agency, const outgoing::DeliverJob& job);
    void recall_there(AgencyId agency, const outgoing::RecallJob& job);
    void take_receipt(AgencyId receiver, const outgoing::ReceiptJob& job);

    // What waits for one person, or his draft (action revise), goes to another (outgoing_handover_service.cpp). Throws invalid on /to
    // "no_permission".
    void hand_over(db::Tx& tx, const Actor& actor, Id<outgoing::Outgoing> id, work::Action action, Id<org::Person> from, Id<org::Person> to,
                   std::string_view reason);
    std::vector<outgoing::OpenDraft> list_open_drafts(db::Tx& tx, Id<org::Person> drafter) const; // not approved yet, oldest first

    // outgoing_import_service.cpp: for later features, inside their transaction.
    Id<outgoing::Outgoing> import_past(db::Tx& tx, const Actor& actor, const numbering::Book& book, const outgoing::PastOutgoing& past,
                                       const std::string& reason);

    static Rules rules(); // for `congso check`

private:
    using Document = outgoing::Outgoing;

    // What a generated file shows.
    struct Sheet {
        Document document;
        outgoing::PrintedParts parts;
    };
    // A generated file that no transaction has named yet.
    struct Made {
        files::StoredFile file;
        int version{}; // of the record that it shows
    };
    struct NewFile {
        std::string reason;
        int made_from{};
        std::optional<Made> made{}; // generated, or
        std::string uploaded{}; // a file's id, with the field that it came in
        std::string field{};
    };

    // outgoing_drafts_service.cpp
    outgoing::Draft filled(const Actor& actor, const outgoing::Draft& draft);
    Document compose(db::Tx& tx, const Actor& actor, const outgoing::Draft& draft, Document document,
                     std::vector<FieldFault>& faults) const;
    std::optional<Made> make_first(const Actor& actor, const outgoing::Draft& draft, const Document& blank);
    std::optional<Made> make_changed(const Actor& actor, const outgoing::Draft& draft);
    std::vector<outgoing::Check> checks_of(db::Tx& tx, const Document& document, const outgoing::SubmitDraft& entry,
                                           std::vector<FieldFault>& faults) const;
    void hand_to_signer(db::Tx& tx, Document& document); // state submitted, approved by nobody yet

    // outgoing_files_service.cpp
    Sheet sheet_of(db::Tx& tx, const Document& document, std::vector<outgoing::Recipient> recipients, std::vector<outgoing::Paragraph> text,
                   std::vector<outgoing::Detail> details) const;
    Sheet sheet_of(db::Tx& tx, const Document& document) const; // with the recipients, the text and the lines that are stored
    std::optional<Made> make(AgencyId agency, const std::optional<Sheet>& sheet); // nothing for a kind without a layout
    void put_version(db::Tx& tx, const Actor& actor, const Document& document, const NewFile& file);
    void attach_one(db::Tx& tx, const Actor& actor, const Document& document, std::string_view slot, const std::string& id,
                    std::string_view field);
    void demand_paper_kept(db::Tx& tx, Id<outgoing::Outgoing> id) const; // may it go out inside without its signature?
    // The scan, the page marked as unsigned, or the last version.
    std::optional<files::Attached> issued_file(db::Tx& tx, Id<outgoing::Outgoing> id) const;
    outgoing::SymbolParts symbol_parts(db::Tx& tx, const Document& document) const;

    // outgoing_taking_back_service.cpp
    void come_back(db::Tx& tx, const Actor& actor, Document& document, const outgoing::TakeBack& entry, std::string_view told);

    // outgoing_opinions_service.cpp
    void drop_questions(db::Tx& tx, const Document& document); // nothing waits for anyone any more, opinions neither
    void notice(db::Tx& tx, const Document& document, Id<org::Person> person, const std::string& from_whom);

    outgoing::OutgoingView supersede(const Actor& actor, const outgoing::Supersede& entry, outgoing::Act act);
    outgoing::Standing standing_of(db::Tx& tx, const Actor& actor, const Document& document) const;
    Document get_document(db::Tx& tx, const Actor& actor, Id<outgoing::Outgoing> id) const;
    Document get_for(db::Tx& tx, const Actor& actor, Id<outgoing::Outgoing> id, outgoing::Act act, std::optional<int> version) const;
    outgoing::OutgoingView view(db::Tx& tx, const Actor& actor, const Document& document) const;
    void save(db::Tx& tx, Document& document); // and its place in lists and in the index
    void index(db::Tx& tx, const Document& document);
    void tell(db::Tx& tx, const Document& document);
    void give(db::Tx& tx, const Document& document, Id<org::Person> person);
    void wait(db::Tx& tx, const Document& document, Id<org::Person> person, work::Action action); // with reach
    std::int64_t sort_at(const Document& document) const;

    Parts p_;
};

} // namespace congso
