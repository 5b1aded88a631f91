#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/incoming/incoming_hands_store.h"
#include "office/incoming/incoming_people_service.h"
#include "office/incoming/incoming_service.h"
#include "office/incoming/incoming_store.h"
#include "office/templates/reading.h"

#include <algorithm>
#include <sstream>

// What people look at: the list, one document, what resembles it, who sends.
namespace congso {

namespace store = incoming::store;
using namespace incoming;
using tasks::Part;

namespace {

constexpr std::string_view record_kind = "incoming";

} // namespace

IncomingPage IncomingService::list(const Actor& actor, const IncomingQuery& query)
{
    actor.demand(Permission::read_documents);
    const auto today = p_.clock.today();
    const auto calendar = p_.worktime.calendar(actor.agency());
    const bool sees_all =
        actor.may(Permission::see_all_documents) || (query.state == State::arrived && actor.may(Permission::register_incoming));
    auto page = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const store::Filter filter{.query = query,
                                   .reacher = sees_all ? std::nullopt : std::optional{actor.person()},
                                   .today = today,
                                   .zone_minutes = p_.clock.zone_minutes()};
        if (!query.query || query.query->empty())
            return store::list(tx, filter);
        return search::found_page<IncomingPage>(p_.search, tx, record_kind, query, filter.reacher,
                                                [&](const std::vector<Uuid>& ids) { return store::list_found(tx, filter, ids); });
    });
    for (auto& row : page.items) {
        row.overdue = row.due_on.is_set() && is_overdue(row.state, calendar->next_working_day(row.due_on), today);
        if (is_open(row.state))
            row.days_left = WorktimeService::days_left(*calendar, today, row.due_on);
    }
    return page;
}

IncomingView IncomingService::get(const Actor& actor, Id<Incoming> id)
{
    actor.demand(Permission::read_documents);
    bool news = false;
    auto answer = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        news = p_.work.waits(tx, actor.person(), id.uuid, work::Action::confirm)
            || p_.work.waits(tx, actor.person(), id.uuid, work::Action::overdue);
        return view(tx, actor, get_document(tx, actor, id));
    });
    end_notice(actor, id);
    news = news || std::any_of(answer.assignments.begin(), answer.assignments.end(), [&](const auto& share) {
               return share.person == actor.person() && share.read_at.ms == 0;
           });
    if (!news)
        return answer;
    return p_.database.write(actor.agency(), [&](db::Tx& tx) { // «đã xem», and what was only to be read is done
        p_.tasks.mark_read(tx, id.uuid, actor.person());
        const auto share = p_.tasks.find_open(tx, id.uuid, actor.person());
        if (share && share->part == Part::inform)
            p_.tasks.finish(tx, *share);
        for (const auto told : {work::Action::read, work::Action::confirm, work::Action::overdue})
            p_.work.done(tx, actor.person(), id.uuid, told);
        return view(tx, actor, get_document(tx, actor, id));
    });
}

std::optional<Twin> IncomingService::find_twin(const Actor& actor, const TwinQuery& query)
{
    actor.demand(Permission::register_incoming);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        auto key = query;
        if (!key.issuer_agency || !*key.issuer_agency)
            if (const auto issuer = store::find_issuer(tx, issuer_key(key.issuer)))
                key.issuer_agency = issuer->issuer_agency;
        return store::find_twin(tx, key);
    });
}

Page<Issuer> IncomingService::list_issuers(const Actor& actor, const IssuerQuery& query)
{
    constexpr std::size_t most = 50;
    actor.demand(Permission::read_documents);
    std::vector<std::string> wanted;
    std::istringstream words{issuer_key(query.query.value_or(""))};
    for (std::string word; words >> word;)
        wanted.push_back(word);
    Page<Issuer> page;
    for (const auto& issuer : p_.database.read(actor.agency(), [](db::Tx& tx) { return store::list_issuers(tx); })) {
        const auto has = [&](const std::string& word) {
            return (" " + issuer.fold).find(" " + word) != std::string::npos; // begins a word of the name
        };
        if (std::all_of(wanted.begin(), wanted.end(), has) && page.items.size() < most)
            page.items.push_back(issuer);
    }
    return page;
}

std::vector<LeadProposal> IncomingService::propose_leads(const Actor& actor, const LeadQuery& query)
{
    actor.demand(Permission::register_incoming);
    demand_length("/subject", query.subject, 500);
    demand_length("/issuer", query.issuer, 200);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        auto led = store::list_led(tx, most_led);
        const auto able = AccountService::list_people_with(tx, Permission::handle_documents);
        std::erase_if(led, [&](const LedDocument& one) { return std::find(able.begin(), able.end(), one.person) == able.end(); });
        return incoming::propose_leads(query, led);
    });
}

ReadFields IncomingService::read_fields(const Actor& actor, const FieldsQuery& query)
{
    constexpr int pages_read = 4; // the boxes are on the first, the signer at the end of a short document
    actor.demand(Permission::register_incoming);
    const auto file = p_.files.open_preview(actor, query.id);
    const auto words = pdf::words_of(file.path, 1, pages_read);
    ReadFields fields;
    for (const auto& reading : templates::read_fields(words))
        fields.fields.push_back({.name = reading.name,
                                 .value = reading.value,
                                 .sure = reading.confidence == templates::Confidence::sure,
                                 .page = reading.page,
                                 .left = static_cast<int>(reading.x0),
                                 .top = static_cast<int>(reading.y0),
                                 .right = static_cast<int>(reading.x1 + 1),
                                 .bottom = static_cast<int>(reading.y1 + 1)});
    return fields;
}

IncomingView IncomingService::view(db::Tx& tx, const Actor& actor, const Document& document)
{
    const auto today = p_.clock.today();
    IncomingView view;
    static_cast<Incoming&>(view) = document;
    view.files = p_.files.list(tx, document.id.uuid, "");
    view.lead_name = store::find_person_name(tx, document.lead).value_or("");
    view.book_name = document.book ? p_.numbering.get_book(tx, document.book).name : "";
    view.assignments = p_.tasks.list(tx, document.id.uuid);
    view.notes = p_.tasks.list_notes(tx, document.id.uuid);
    view.story = p_.audit.story(tx, document.id.uuid);
    view.reply_symbol = document.reply ? store::find_issued_symbol(tx, document.reply).value_or("") : "";
    view.acts = acts_of(document, standing_of(tx, actor, document));
    view.overdue = is_overdue(document.state, document.due_by, today);
    view.written = p_.files.list(tx, document.id.uuid, written_slot);
    view.extension = store::find_waiting_extension(tx, document.id);
    if (is_open(document.state))
        view.days_left = WorktimeService::days_left(*p_.worktime.calendar(tx), today, document.due_on);
    if (const auto proposal = store::find_proposal(tx, document.id)) {
        view.proposal = Instruction{proposal->text, store::list_proposal_shares(tx, document.id), {}, {}};
        if (proposal->due_on.is_set())
            view.proposal->due_on = proposal->due_on;
        view.submitted_to_name = store::find_person_name(tx, proposal->submitted_to).value_or("");
    }
    return view;
}

} // namespace congso
