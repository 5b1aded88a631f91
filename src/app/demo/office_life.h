#pragma once
#include "app/demo/agenda.h"
#include "app/demo/people.h"
#include "app/demo/press.h"
#include "app/demo/signed_page.h"
#include "app/demo/texts.h"

// How the people of the sample do their work: every act goes through the services, at the hour the agenda says.
namespace congso::app::demo {

// Where a document is left lying for the first morning.
enum class Stop { never, arrived, registered, submitted, assigned, draft, checking, returned, approving, approved, numbered };

struct IncomingCase {
    std::string issuer; // key of World::issuers
    std::string kind, origin_number, subject;
    Date issued_on, due_on;
    work::Urgency urgency{};
    bool electronic = false;
    std::string clerk = "vanthu", leader = "chutich", lead;
    std::vector<std::string> with;
    std::string reply, reply_subject;
    int working_days = 0;
    Stop stop = Stop::never;
};

struct OutgoingCase {
    std::string body = "UBND", kind, subject, drafter, signer = "chutich";
    bool own = false;
    std::string recipients; // "up", "inside", "hamlets", "office"; or the key of the issuer that is answered
    Id<incoming::Incoming> reply_to;
    Date due_on;
    std::vector<outgoing::Paragraph> text; // its own; empty: as the kind goes
    std::string checker;
    Stop stop = Stop::never;
};

struct Counts {
    int incoming = 0, outgoing = 0, pdf_files = 0;
};

class OfficeLife {
public:
    OfficeLife(App& app, ManualClock& clock, const World& world, Chance& chance);

    Agenda agenda;
    const worktime::Calendar& calendar() const { return *calendar_; }
    Time later(Time from, int least_minutes, int most_minutes); // within working hours
    const Counts& counts() const { return counts_; }

    void receive(Time time, IncomingCase entry);
    void issue_on_paper(Time time, OutgoingCase entry); // signed before it is entered
    void draft(Time time, OutgoingCase entry); // written, checked, approved, numbered and issued in the program
    // Numbers 1 … `numbers` of a series that began on paper, spread over the days from `first` to `last`.
    void import_numbers(const Office& office, const std::string& clerk, const std::string& body, Date first, Date last, int numbers,
                        const std::string& reason, const std::string& kind = "KH");
    void deliver(); // runs the jobs that carry documents between the agencies
    void take_in(const Office& office, const std::string& clerk, const std::string& leader,
                 const std::string& reader); // what arrived there

    // For what another agency of this installation issues: the paper, scanned back.
    std::string upload(const Actor& actor, const SignedPage& page, const std::string& name);
    App& app() { return app_; }
    ManualClock& clock() { return clock_; }
    const World& world() const { return world_; }
    Chance& chance() { return chance_; }

private:
    struct Received {
        Id<incoming::Incoming> id;
        IncomingCase entry;
    };
    using Series = std::pair<std::string, int>; // of the commune: body and year

    SignedPage draw_received(const IncomingCase& entry) const; // the file of a document that another agency made
    Id<incoming::Incoming> arrive(const IncomingCase& entry, const SignedPage& page);
    void register_one(const IncomingCase& entry, std::optional<Id<incoming::Incoming>> arrival);
    void assign(const Received& received);
    void handle(const Received& received);
    void report(Id<incoming::Incoming> id, const std::string& name, const std::string& text, bool done);
    void answer(const Received& received, Time time);
    std::vector<tasks::Share> shares_of(const IncomingCase& entry) const;

    outgoing::Draft draft_of(const OutgoingCase& entry);
    std::vector<outgoing::Recipient> recipients_of(const OutgoingCase& entry);
    Press::Page print_issued(const OutgoingCase& entry, const outgoing::Draft& draft, Time issued_at, int number,
                             const std::string& signing_lines);
    void enter_paper(Time time, const Series& series, const OutgoingCase& entry, outgoing::Draft draft, int number,
                     const Press::Page& page);
    outgoing::Approve approval_of(Id<outgoing::Outgoing> id, const OutgoingCase& entry) const;
    void submit(Id<outgoing::Outgoing> id, const OutgoingCase& entry);
    void approve(Id<outgoing::Outgoing> id, const OutgoingCase& entry);
    void number(Id<outgoing::Outgoing> id, const OutgoingCase& entry);
    void issue(Id<outgoing::Outgoing> id, const OutgoingCase& entry);
    void read_later(Id<outgoing::Outgoing> id);
    std::string signing_lines(const OutgoingCase& entry) const;

    App& app_;
    ManualClock& clock_;
    const World& world_;
    Chance& chance_;
    std::shared_ptr<const worktime::Calendar> calendar_;
    jobs::Runner carrier_;
    std::map<Series, int> last_numbers_, awaited_numbers_; // the second: of papers that are being drawn
    Counts counts_;
    Press press_; // last: its pages look at the members above
};

} // namespace congso::app::demo
