#include "office/incoming/incoming_service.h"

#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/incoming/incoming_hands_store.h"
#include "office/incoming/incoming_people_service.h"
#include "office/incoming/incoming_store.h"

#include <algorithm>

namespace congso {

namespace store = incoming::store;
using namespace incoming;
using tasks::NoteKind, tasks::Part;

namespace {

constexpr std::string_view record_kind = "incoming";
constexpr auto kind_for_others = "KHAC"; // what an agency calls a kind that it does not know

} // namespace

IncomingService::IncomingService(const Parts& parts) : p_(parts)
{
    p_.worktime.on_change(
        [this](db::Tx& tx, const Actor& actor, const worktime::Calendar& calendar) { move_deadlines(tx, actor, calendar); });
}

std::int64_t IncomingService::sort_at(const Document& document) const
{
    return incoming::sort_at(document.arrived_on, document.arrival_number, p_.clock.zone_minutes());
}

void IncomingService::index(db::Tx& tx, const Document& document)
{
    p_.search.put(tx,
                  {.kind = std::string{record_kind},
                   .record = document.id.uuid,
                   .sort_at = sort_at(document),
                   .text = search_text(document, store::find_kind_name(tx, document.kind).value_or(""))});
}

void IncomingService::tell(db::Tx& tx, const Document& document)
{
    p_.notifier.tell_agency(tx, record_kind, document.id.uuid);
}

IncomingDocument IncomingService::register_document(const Actor& actor, const IncomingEntry& entry)
{
    actor.demand(Permission::register_incoming);
    const auto today = p_.clock.today();
    if (auto faults = faults_of(entry, today); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto id = entry.arrival.value_or(Id<Incoming>::make());
        if (!store::find_kind_name(tx, entry.kind))
            throw Error::invalid_field("/kind", "unknown");
        if (entry.issuer_agency && *entry.issuer_agency && !p_.org.find_agency(tx, *entry.issuer_agency))
            throw Error::invalid_field("/issuer_agency", "unknown");
        AgencyId issuer = entry.issuer_agency.value_or(AgencyId{});
        if (const auto code = entry.issuer_code.value_or(""); !code.empty()) {
            const auto named = p_.org.find_agency_by_code(tx, code);
            if (!named || (issuer && issuer != named->id))
                throw Error::invalid_field("/issuer_code", "unknown");
            issuer = named->id;
        }
        issuer = known_issuer(tx, entry.issuer, issuer);
        const TwinQuery key{entry.issuer, entry.origin_number, entry.issued_on, entry.document_code, issuer, id};
        if (const auto twin = store::find_twin(tx, key); twin && entry.duplicate_of != twin->id)
            throw Error::conflict(
                twin->state == State::arrived ? "incoming.also_waiting" : "incoming.already_registered",
                {{"id", twin->id.to_string()}, {"year", std::to_string(twin->year)}, {"number", std::to_string(twin->arrival_number)}});
        auto document = document_of(entry, tx.agency(), id, today, p_.clock.now());
        document.issuer_agency = issuer;
        set_due(tx, document, entry.due_on, entry.due_days, document.arrived_on, "");
        std::optional<Incoming> arrived;
        if (entry.arrival) {
            arrived = store::find(tx, id);
            if (!arrived)
                throw Error::invalid_field("/arrival", "unknown");
            if (arrived->state != State::arrived)
                throw Error::conflict("incoming.not_waiting");
            document.version = arrived->version;
            document.way = arrived->way;
            if (!document.issuer_agency)
                document.issuer_agency = arrived->issuer_agency;
            if (!entry.document_code)
                document.document_code = arrived->document_code;
            if (!entry.received_as)
                document.received_as = arrived->received_as;
        }
        const auto book = p_.numbering.get_book(tx, entry.book ? *entry.book : p_.numbering.incoming_book(tx, entry.kind));
        if (book.direction != numbering::Direction::incoming)
            throw Error::invalid_field("/book", "unknown");
        const auto taken = p_.numbering.next(tx, actor, book.id, document.arrived_on, id.uuid);
        document.book = taken.book;
        document.year = taken.period;
        document.arrival_number = taken.number;
        if (arrived) {
            store::update(tx, document, p_.clock.zone_minutes());
            reach::move(tx, id.uuid, sort_at(document)); // of every clerk whom the arrival was told
            p_.work.done_by_all(tx, id.uuid, work::Action::receive);
        } else {
            store::insert(tx, document, p_.clock.zone_minutes());
        }
        if (!entry.files.empty())
            p_.files.attach(tx, actor, id.uuid, "", entry.files);
        index(tx, document);
        reach::give(tx, actor.person(), record_kind, id.uuid, sort_at(document));
        p_.audit.record(tx, actor, "incoming.registered", record_kind, id.uuid,
                        {{"year", std::to_string(document.year)},
                         {"arrival_number", std::to_string(document.arrival_number)},
                         {"issuer", document.issuer},
                         {"origin_number", document.origin_number}});
        if (arrived)
            tell_sender(tx, document, "");
        if (entry.submit)
            submit_to(tx, actor, document, entry.submit_to, *entry.submit, "/submit_to", "/submit");
        else
            p_.work.wait(tx, actor.person(), work::Action::submit, subject_of(document));
        tell(tx, document);
        return IncomingDocument{{document},
                                entry.arrival || !entry.files.empty() ? p_.files.list(tx, id.uuid, "") : std::vector<files::Attached>{}};
    });
}

void IncomingService::submit_to(db::Tx& tx, const Actor& actor, Document& document, std::optional<Id<org::Person>> to,
                                const Instruction& proposal, const char* to_path, const char* proposal_path)
{
    const auto head = to ? *to : p_.org.get_head(tx);
    const auto leaders = AccountService::list_people_with(tx, Permission::direct_documents);
    if (to && std::find(leaders.begin(), leaders.end(), head) == leaders.end())
        throw Error::invalid_field(to_path, "unknown"); // what waits for him could never be instructed
    set_due(tx, document, proposal.due_on, proposal.due_days, p_.clock.today(), proposal_path);
    demand_people(tx, p_.org, proposal.shares, std::string{proposal_path} + "/shares");
    document.state = State::submitted;
    store::update(tx, document, p_.clock.zone_minutes());
    store::put_proposal(tx, {tx.agency(), document.id.uuid, head, proposal.text, document.due_on}, proposal.shares);
    p_.tasks.note(tx, actor, document.id.uuid, NoteKind::proposal, proposal.text);
    p_.work.done_by_all(tx, document.id.uuid, work::Action::submit);
    p_.work.wait(tx, head, work::Action::instruct, subject_of(document));
    reach::give(tx, head, record_kind, document.id.uuid, sort_at(document));
    p_.audit.record(tx, actor, "incoming.submitted", record_kind, document.id.uuid, {{"to", head.to_string()}});
}

IncomingView IncomingService::submit(const Actor& actor, const Submit& entry)
{
    actor.demand(Permission::register_incoming);
    if (auto faults = faults_of(entry.proposal, Purpose::proposal, "/proposal"); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::submit, entry.version);
        submit_to(tx, actor, document, entry.to, entry.proposal, "/to", "/proposal");
        tell(tx, document);
        return view(tx, actor, document);
    });
}

void IncomingService::give_share(db::Tx& tx, const Actor& actor, const Document& document, const tasks::Share& share)
{
    const auto assignment = p_.tasks.assign(tx, actor, document.id.uuid, share, document.due_on);
    auto subject = subject_of(document);
    subject.due_on = assignment.due_on;
    p_.work.wait(tx, share.person, action_of(share.part), subject);
    reach::give(tx, share.person, record_kind, document.id.uuid, sort_at(document));
}

void IncomingService::take_share(db::Tx& tx, const tasks::Assignment& share)
{
    p_.tasks.pass_on(tx, share);
    p_.work.done(tx, share.person, share.record, action_of(share.part));
    if (share.part != Part::inform)
        p_.work.done(tx, share.person, share.record, work::Action::overdue);
}

void IncomingService::instruct(db::Tx& tx, const Actor& leader, Document& document, const Instruction& instruction)
{
    set_due(tx, document, instruction.due_on, instruction.due_days, p_.clock.today(), "/instruction");
    document.state = State::assigned;
    for (const auto& share : instruction.shares) {
        give_share(tx, leader, document, share);
        if (share.part == Part::lead)
            document.lead = share.person;
    }
    p_.work.done_by_all(tx, document.id.uuid, work::Action::instruct);
    p_.work.done_by_all(tx, document.id.uuid, work::Action::submit);
    store::delete_proposal(tx, document.id);
    reach::give(tx, leader.person(), record_kind, document.id.uuid, sort_at(document));
}

IncomingView IncomingService::assign(const Actor& actor, const Assign& entry)
{
    actor.demand(Permission::direct_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::assign, entry.version);
        Instruction instruction;
        if (entry.accept_proposal) {
            const auto proposal = store::find_proposal(tx, entry.id);
            if (!proposal)
                throw Error::conflict("incoming.no_proposal");
            instruction.shares = store::list_proposal_shares(tx, entry.id); // its deadline is the document's already
            instruction.text = proposal->text;
        } else if (entry.instruction) {
            instruction = *entry.instruction;
        } else {
            throw Error::invalid_field("/instruction", "required");
        }
        if (auto faults = faults_of(instruction, Purpose::decision, "/instruction"); !faults.empty())
            throw Error::invalid_fields(std::move(faults));
        demand_people(tx, p_.org, instruction.shares, "/instruction/shares");
        instruct(tx, actor, document, instruction);
        p_.tasks.note(tx, actor, document.id.uuid, NoteKind::instruction, instruction.text);
        p_.audit.record(tx, actor, "incoming.assigned", record_kind, document.id.uuid,
                        {{"lead", document.lead.to_string()},
                         {"people", std::to_string(instruction.shares.size())},
                         {"due_on", document.due_on.to_string()},
                         {"as_proposed", entry.accept_proposal ? "1" : "0"}});
        settle(tx, actor, document);
        tell(tx, document);
        return view(tx, actor, document);
    });
}

void IncomingService::settle(db::Tx& tx, const Actor& actor, Document& document)
{
    if (document.lead)
        store::update(tx, document, p_.clock.zone_minutes());
    else // only for information: nobody has anything to do but read
        close(tx, actor, document, Result::noted);
}

IncomingView IncomingService::progress(const Actor& actor, const Progress& entry)
{
    actor.demand(Permission::handle_documents);
    demand_length("/text", entry.text, longest_note);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::progress, {});
        const auto share = p_.tasks.find_open(tx, entry.id.uuid, actor.person());
        if (share->state == tasks::State::waiting)
            p_.tasks.accept(tx, *share);
        if (document.state == State::assigned) {
            document.state = State::in_progress;
            store::update(tx, document, p_.clock.zone_minutes());
        }
        p_.tasks.note(tx, actor, entry.id.uuid, NoteKind::progress, entry.text);
        if (entry.done) {
            if (share->part == Part::lead)
                throw Error::conflict("incoming.lead_finishes");
            p_.tasks.finish(tx, *share);
            p_.work.done(tx, actor.person(), entry.id.uuid, work::Action::cooperate);
            p_.work.done(tx, actor.person(), entry.id.uuid, work::Action::overdue);
        }
        p_.audit.record(tx, actor, entry.done ? "incoming.part_done" : "incoming.progress", record_kind, entry.id.uuid);
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::forward(const Actor& actor, const Forward& entry)
{
    actor.demand(Permission::handle_documents);
    if (auto faults = faults_of(Instruction{entry.text, entry.shares, {}, {}}, Purpose::forward, ""); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::forward, {});
        demand_people(tx, p_.org, entry.shares, "/shares");
        const auto mine = p_.tasks.find_open(tx, entry.id.uuid, actor.person());
        const bool hands_on =
            std::any_of(entry.shares.begin(), entry.shares.end(), [](const auto& share) { return share.part == Part::lead; });
        if (hands_on) {
            if (mine->part != Part::lead)
                throw Error::forbidden("incoming.only_lead_hands_on");
            take_share(tx, *mine);
        }
        for (const auto& share : entry.shares) {
            if (share.person == actor.person())
                throw Error::invalid_field("/shares", "self");
            if (const auto held = p_.tasks.find_open(tx, entry.id.uuid, share.person)) {
                if (held->part <= share.part) // nobody is moved down by a colleague, least of all the lead
                    continue;
                take_share(tx, *held);
            }
            give_share(tx, actor, document, share);
            if (share.part == Part::lead)
                document.lead = share.person;
        }
        if (hands_on)
            document.state = State::assigned;
        store::update(tx, document, p_.clock.zone_minutes());
        p_.tasks.note(tx, actor, entry.id.uuid, NoteKind::forward, entry.text);
        p_.audit.record(tx, actor, "incoming.forwarded", record_kind, entry.id.uuid, {{"people", std::to_string(entry.shares.size())}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::send_back(const Actor& actor, const SendBack& entry)
{
    actor.demand(Permission::register_incoming);
    demand_text("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::send_back, {});
        document.state = State::returned; // a number it already has stays with it in the book
        store::update(tx, document, p_.clock.zone_minutes());
        store::delete_proposal(tx, entry.id);
        p_.work.close(tx, entry.id.uuid);
        p_.tasks.note(tx, actor, entry.id.uuid, NoteKind::return_reason, entry.reason);
        tell_sender(tx, document, entry.reason);
        p_.audit.record(tx, actor, "incoming.returned", record_kind, entry.id.uuid, {{"reason", entry.reason}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::finish(const Actor& actor, const Finish& entry)
{
    actor.demand(Permission::handle_documents);
    if (entry.result == Result::none)
        throw Error::invalid_field("/result", "required");
    demand_length("/text", entry.text.value_or(""), longest_note);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::finish, entry.version);
        if (entry.result == Result::replied) {
            if (!entry.reply || !store::find_issued_symbol(tx, *entry.reply) || !reach::may_see(tx, actor, entry.reply->uuid))
                throw Error::invalid_field("/reply", "not_issued");
            document.reply = *entry.reply;
        }
        p_.tasks.note(tx, actor, entry.id.uuid, NoteKind::result, entry.text.value_or(""));
        close(tx, actor, document, entry.result);
        tell(tx, document);
        return view(tx, actor, document);
    });
}

void IncomingService::close(db::Tx& tx, const Actor& actor, Document& document, Result result)
{
    document.state = State::done;
    document.result = result;
    document.done_at = p_.clock.now();
    store::update(tx, document, p_.clock.zone_minutes());
    if (document.lead) { // readers keep theirs until they have looked
        p_.tasks.finish_all(tx, document.id.uuid);
        p_.work.done_by_all(tx, document.id.uuid, work::Action::lead);
        p_.work.done_by_all(tx, document.id.uuid, work::Action::cooperate);
        p_.work.done_by_all(tx, document.id.uuid, work::Action::overdue);
    }
    drop_extension(tx, actor, document.id);
    p_.audit.record(tx, actor, "incoming.finished", record_kind, document.id.uuid, {{"result", describe::to_name(result)}});
}

void IncomingService::finish_by_reply(db::Tx& tx, const Actor& actor, Id<Incoming> id, Id<outgoing::Outgoing> reply,
                                      std::string_view symbol)
{
    auto document = store::find(tx, id);
    if (!document || !is_open(document->state) || document->state == State::arrived) // not in the book yet: nothing to close
        return;
    document->reply = reply;
    store::delete_proposal(tx, id);
    p_.work.done_by_all(tx, id.uuid, work::Action::instruct);
    p_.work.done_by_all(tx, id.uuid, work::Action::submit);
    p_.tasks.note(tx, actor, id.uuid, NoteKind::result, symbol);
    close(tx, actor, *document, Result::replied);
    tell(tx, *document);
}

Id<Incoming> IncomingService::arrive(db::Tx& tx, const Actor& actor, const Arrival& arrival)
{
    Document document{.agency = tx.agency(),
                      .id = Id<Incoming>::make(),
                      .book = {},
                      .year = 0,
                      .arrival_number = 0,
                      .arrived_on = p_.clock.today(),
                      .issuer = arrival.issuer,
                      .issuer_agency = arrival.issuer_agency,
                      .origin_number = arrival.origin_number,
                      .issued_on = arrival.issued_on,
                      .kind = store::find_kind_name(tx, arrival.kind) ? arrival.kind : kind_for_others,
                      .subject = arrival.subject,
                      .urgency = arrival.urgency,
                      .secrecy = Secrecy::none,
                      .due_on = {},
                      .due_by = {},
                      .due_days = 0,
                      .due_from = {},
                      .state = State::arrived,
                      .way = arrival.way,
                      .signer_name = arrival.signer_name,
                      .signer_position = arrival.signer_position,
                      .document_code = arrival.document_code,
                      .page_count = 0,
                      .copy_count = 0,
                      .note = {},
                      .lead = {},
                      .result = Result::none,
                      .reply = {},
                      .registered_at = {},
                      .done_at = {},
                      .received_as = arrival.received_as,
                      .version = 1};
    set_due(tx, document, arrival.due_on, {}, document.arrived_on, nullptr);
    document.issuer_agency = known_issuer(tx, document.issuer, arrival.issuer_agency);
    store::insert(tx, document, p_.clock.zone_minutes());
    p_.files.attach_carried(tx, document.id.uuid, "", arrival.files);
    index(tx, document);
    p_.work.wait(tx, Permission::register_incoming, work::Action::receive, subject_of(document));
    for (const auto& clerk : AccountService::list_people_with(tx, Permission::register_incoming))
        reach::give(tx, clerk, record_kind, document.id.uuid, sort_at(document));
    p_.audit.record(tx, actor, "incoming.arrived", record_kind, document.id.uuid,
                    {{"issuer", document.issuer}, {"origin_number", document.origin_number}});
    tell(tx, document);
    return document.id;
}

Standing IncomingService::standing_of(db::Tx& tx, const Actor& actor, const Document& document) const
{
    const auto shares = p_.tasks.list(tx, document.id.uuid);
    return {.permissions = actor.permissions(),
            .share = p_.tasks.find_open(tx, document.id.uuid, actor.person()),
            .begun = std::any_of(shares.begin(), shares.end(),
                                 [](const auto& share) {
                                     return share.part != Part::inform
                                         && (share.state == tasks::State::accepted || share.state == tasks::State::done);
                                 }),
            .extension_waits = store::find_waiting_extension(tx, document.id).has_value()};
}

Incoming IncomingService::get_document(db::Tx& tx, const Actor& actor, Id<Incoming> id) const
{
    const auto document = store::find(tx, id);
    if (!document)
        throw Error::not_found();
    // what waits to be received is every clerk's, also of one who came after it
    if (document->state != State::arrived || !actor.may(Permission::register_incoming))
        reach::demand(tx, actor, id.uuid);
    return *document;
}

Incoming IncomingService::get_for(db::Tx& tx, const Actor& actor, Id<Incoming> id, Act act, std::optional<int> version) const
{
    auto document = get_document(tx, actor, id);
    if (version && *version != document.version)
        throw Error::conflict("stale", {{"version", std::to_string(document.version)}});
    if (!may(act, document, standing_of(tx, actor, document)))
        throw Error::conflict("incoming.not_now", {{"state", describe::to_name(document.state)}});
    return document;
}

AgencyId IncomingService::known_issuer(db::Tx& tx, const std::string& name, std::optional<AgencyId> given)
{
    const auto key = issuer_key(name);
    const auto known = store::find_issuer(tx, key);
    Issuer issuer{name, given.value_or(AgencyId{})};
    if (known && !issuer.issuer_agency)
        issuer.issuer_agency = known->issuer_agency;
    else if (!issuer.issuer_agency) // seen for the first time: one of those the installation knows?
        for (const auto& agency : p_.org.list_agencies(tx))
            if (issuer_key(agency.name) == key || issuer_key(agency.short_name) == key)
                issuer.issuer_agency = agency.id;
    if (!known || known->name != issuer.name || known->issuer_agency != issuer.issuer_agency)
        store::put_issuer(tx, key, issuer);
    return issuer.issuer_agency;
}

Rules IncomingService::rules()
{
    return store::rules();
}

} // namespace congso
