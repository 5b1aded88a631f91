#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "lib/jobs/runner.h"
#include "office/actor/actor.h"
#include "office/actor/rules.h"
#include "office/audit/audit_service.h"
#include "office/copies/copies.h"
#include "office/copies/copy_paper.h"
#include "office/delivery/delivery_service.h"
#include "office/files/files_service.h"
#include "office/incoming/incoming_service.h"
#include "office/notify/notify.h"
#include "office/numbering/numbering_service.h"
#include "office/org/org_service.h"
#include "office/outgoing/outgoing_service.h"
#include "office/search/search_service.h"
#include "office/work/work_service.h"

namespace congso {

// Copies of documents (Decree 30/2020 art. 25–27): make, number, print, give out when they are signed on paper.
class CopyService {
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
        IncomingService& incoming;
        DeliveryService& delivery;
        OutgoingService& outgoing;
        jobs::Queue& queue;
        std::filesystem::path temporary; // where a print waits to be sent
    };
    // A print: removed by whoever sends it.
    struct Printed {
        std::string name;
        std::filesystem::path file;
    };

    explicit CopyService(Parts parts) : p_(std::move(parts)) { }
    void subscribe(jobs::Runner& runner); // "copy.deliver", "copy.receipt"

    // Takes the next number of the body's copies. Of a document that he may not see: not found. Conflict "copy.not_copied" for one that
    // is no document of the books (not registered, not issued, recalled, returned); invalid on /form as `misfit_of` says
    // (art. 25), on /body "party_copies", on /signer "no_authority".
    copies::CopyView make(const Actor& actor, const copies::CopyEntry& entry);
    // Wants the scan of the signed paper: invalid on /scan "required", "pdf". Gives it to the recipients inside.
    copies::CopyView issue(const Actor& actor, const copies::IssueCopy& entry);
    copies::CopyView void_copy(const Actor& actor, const copies::VoidCopy& entry); // before it was given out
    // copies_delivery_service.cpp: as OutgoingService has them. Conflict "copy.reminded_today".
    copies::CopyView remind(const Actor& actor, const copies::RemindOfCopy& entry);
    copies::CopyView hand_out(const Actor& actor, const copies::HandOutCopy& entry);

    copies::CopyPage list(const Actor& actor, const copies::CopyQuery& query);
    copies::CopyView get(const Actor& actor, Id<copies::Copy> id); // also «đã xem»
    // copies_print_service.cpp: to be signed. The source's pages with the block below their last line, or on a page of its own where
    // there is no room. Throws as FileService::open_preview while a page is being made.
    Printed print(const Actor& actor, Id<copies::Copy> id);

    // The jobs; each looks before it acts, for it may run again.
    void deliver(AgencyId agency, const delivery::DeliverJob& job);
    void take_receipt(AgencyId receiver, const delivery::ReceiptJob& job);

    // What waits for one person goes to another, or to nobody. Inside the transaction of later features.
    void hand_over(db::Tx& tx, const Actor& actor, Id<copies::Copy> id, work::Action action, Id<org::Person> from,
                   std::optional<Id<org::Person>> to);

    static Rules rules(); // for `congso check`

private:
    // The document that is copied, as its own feature shows it to this person.
    struct Original {
        copies::Source source;
        std::string kind, symbol, issuer, place;
        Date issued_on;
        std::vector<std::string> parent, heading; // of its head, in capitals
        std::vector<std::string> signing_lines;
        std::string signer_name;
        bool party{};
        std::vector<files::Attached> files; // the document first
    };
    Original original(const Actor& actor, copies::SourceKind kind, Uuid id);
    Original of_incoming(const Actor& actor, Id<incoming::Incoming> id);
    Original of_outgoing(const Actor& actor, Id<outgoing::Outgoing> id);

    void demand_pages(const Actor& actor, const copies::CopyEntry& entry, const Original& original); // that they are there
    copies::Block block_of(db::Tx& tx, const copies::Copy& copy) const;
    std::string pages_of(const Actor& actor, const copies::Copy& copy, const Original& original, const copies::Block& block);
    org::SigningPower power_of(db::Tx& tx, const copies::CopyEntry& entry) const;
    void demand_recipients(db::Tx& tx, const std::vector<copies::Recipient>& recipients) const;
    copies::Copy get_copy(db::Tx& tx, const Actor& actor, Id<copies::Copy> id) const;
    copies::Copy get_made(db::Tx& tx, const Actor& actor, Id<copies::Copy> id, std::optional<int> version) const;
    copies::Copy get_issued(db::Tx& tx, const Actor& actor, Id<copies::Copy> id) const;
    copies::CopyView view(db::Tx& tx, const Actor& actor, const copies::Copy& copy) const;
    work::Subject subject(db::Tx& tx, const copies::Copy& copy) const;
    void tell(db::Tx& tx, const copies::Copy& copy);

    Parts p_;
};

} // namespace congso
