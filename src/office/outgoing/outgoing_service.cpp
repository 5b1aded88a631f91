#include "office/outgoing/outgoing_service.h"

#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/outgoing/outgoing_store.h"
#include "office/templates/kinds.h"

#include <algorithm>

namespace congso {

namespace store = outgoing::store;
using namespace outgoing;
using tasks::NoteKind;

namespace {

constexpr std::string_view record_kind = "outgoing";

// Art. 13: the power he named, or the only one that he has.
org::SigningPower power_of(std::vector<org::SigningPower> powers, std::optional<org::Authority> authority)
{
    if (authority)
        std::erase_if(powers, [&](const auto& power) { return power.authority != *authority; });
    if (powers.empty())
        throw Error::forbidden("outgoing.no_authority");
    const auto other = [&](const auto& power) {
        return power.authority != powers.front().authority;
    };
    if (std::any_of(powers.begin(), powers.end(), other))
        throw Error::invalid_field("/authority", "required");
    return powers.front();
}

// A book that lists «NB» numbers the documents that stay inside.
std::string book_kind(const Outgoing& document)
{
    return document.internal ? "NB" : document.kind;
}

} // namespace

OutgoingView OutgoingService::approve(const Actor& actor, const Approve& entry)
{
    actor.demand(Permission::read_documents);
    demand_length("/text", entry.text.value_or(""), longest_note);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::approve, entry.version);
        p_.tasks.note(tx, actor, entry.id.uuid, NoteKind::comment, entry.text.value_or(""));
        if (document.state == State::reviewing) {
            store::finish_checks(tx, entry.id, actor.person(), p_.clock.now());
            p_.work.done(tx, actor.person(), entry.id.uuid, work::Action::check);
            const auto checks = store::list_checks(tx, entry.id);
            if (std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.done_at.ms > 0; }))
                hand_to_signer(tx, document);
            p_.audit.record(tx, actor, "outgoing.checked", record_kind, entry.id.uuid);
        } else {
            const auto powers = p_.org.signing_powers(tx, actor.person(), document.body);
            const auto power = power_of(powers, entry.authority);
            document.state = State::approved;
            document.approved_at = p_.clock.now();
            document.signing_lines = power.signing_lines;
            document.signer_name = power.person_name;
            if (power.signing_lines != powers.front().signing_lines) // drafts print the first
                p_.queue.add(tx, "outgoing.stamp", StampJob{entry.id, actor.person()});
            p_.work.done_by_all(tx, entry.id.uuid, work::Action::approve);
            for (const auto& clerk : AccountService::list_people_with(tx, Permission::number_outgoing))
                wait(tx, document, clerk, work::Action::number);
            p_.audit.record(tx, actor, "outgoing.approved", record_kind, entry.id.uuid,
                            {{"authority", describe::to_name(power.authority)}});
        }
        save(tx, document);
        tell(tx, document);
        return view(tx, actor, document);
    });
}

OutgoingView OutgoingService::take_number(const Actor& actor, const TakeNumber& entry)
{
    actor.demand(Permission::number_outgoing);
    const auto day = entry.issued_on.value_or(p_.clock.today());
    if (!day.is_set())
        throw Error::invalid_field("/issued_on", "date");
    if (day > p_.clock.today()) // it would stop the series until then
        throw Error::invalid_field("/issued_on", "future");
    if (day.year() < numbering::first_year)
        throw Error::invalid_field("/issued_on", "range");
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::number, entry.version);
        const auto book =
            p_.numbering.get_book(tx, entry.book ? *entry.book : p_.numbering.outgoing_book(tx, document.body, book_kind(document)));
        if (book.direction != numbering::Direction::outgoing || book.body != document.body)
            throw Error::invalid_field("/book", "unknown");
        const auto kept = entry.reserved
            ? std::optional{p_.numbering.get_reserved(tx, book.id, entry.period.value_or(day.year()), *entry.reserved)}
            : std::nullopt;
        const auto taken = kept ? p_.numbering.use_reserved(tx, actor, book.id, kept->period, kept->number, entry.id.uuid)
                                : p_.numbering.next(tx, actor, book.id, day, entry.id.uuid);
        document.book = taken.book;
        document.year = taken.period;
        document.number = taken.number;
        document.symbol = symbol_of(taken.number, notation_of(symbol_parts(tx, document)));
        document.issued_on = kept ? kept->dated_on : day;
        document.state = State::numbered;
        p_.work.done_by_all(tx, entry.id.uuid, work::Action::number);
        for (const auto& clerk : AccountService::list_people_with(tx, Permission::number_outgoing))
            wait(tx, document, clerk, work::Action::issue);
        save(tx, document);
        if (const auto last = store::find_last_version(tx, entry.id); last && last->generated)
            p_.queue.add(tx, "outgoing.stamp", StampJob{entry.id, actor.person()});
        p_.audit.record(
            tx, actor, "outgoing.numbered", record_kind, entry.id.uuid,
            {{"symbol", document.symbol}, {"issued_on", document.issued_on.to_string()}, {"reserved", kept ? kept->reason : ""}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

std::vector<numbering::NumberLine> OutgoingService::list_reserved(const Actor& actor, Id<Outgoing> id)
{
    actor.demand(Permission::number_outgoing);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto document = get_document(tx, actor, id);
        return p_.numbering.list_reserved(tx, p_.numbering.outgoing_book(tx, document.body, book_kind(document)));
    });
}

OutgoingView OutgoingService::issue(const Actor& actor, const Issue& entry)
{
    actor.demand(Permission::number_outgoing);
    if (const int copies = entry.copy_count.value_or(0); copies < 0 || copies > 999) // Appendix VI: IssuedAmount, three digits
        throw Error::invalid_field("/copy_count", "range");
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::issue, entry.version);
        if (entry.scan && !entry.scan->empty()) {
            attach_one(tx, actor, document, "scan", *entry.scan, "/scan");
            if (p_.files.list(tx, entry.id.uuid, "scan").front().media_type != "application/pdf")
                throw Error::invalid_field("/scan", "pdf");
        } else if (entry.paper_kept) {
            demand_paper_kept(tx, entry.id);
            document.paper_kept = true;
            p_.queue.add(tx, "outgoing.mark", MarkJob{entry.id, actor.person()});
        } else {
            throw Error::invalid_field("/scan", "required"); // art. 5: signed by the competent person, or it is none
        }
        document.state = State::issued;
        document.dispatched_at = p_.clock.now();
        document.copy_count = entry.copy_count.value_or(document.copy_count);
        drop_questions(tx, document);
        save(tx, document);
        p_.delivery.dispatch(tx, actor,
                             {.subject = subject_of(document, store::find_person_name(tx, document.drafter).value_or("")),
                              .sort_at = sort_at(document),
                              .desk = Permission::number_outgoing,
                              .authors = {document.drafter, document.signer}});
        if (document.reply_to)
            p_.incoming.finish_by_reply(tx, actor, document.reply_to, entry.id, document.symbol);
        p_.audit.record(tx, actor, "outgoing.issued", record_kind, entry.id.uuid,
                        {{"symbol", document.symbol}, {"paper_kept", document.paper_kept ? "1" : "0"}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

OutgoingPage OutgoingService::list(const Actor& actor, const OutgoingQuery& query)
{
    actor.demand(Permission::read_documents);
    const bool sees_all = actor.may(Permission::see_all_documents);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const store::Filter filter{.query = query,
                                   .reacher = sees_all ? std::nullopt : std::optional{actor.person()},
                                   .zone_minutes = p_.clock.zone_minutes(),
                                   .today = p_.clock.today()};
        if (!query.query || query.query->empty())
            return store::list(tx, filter);
        return search::found_page<OutgoingPage>(p_.search, tx, record_kind, query, filter.reacher,
                                                [&](const std::vector<Uuid>& ids) { return store::list_found(tx, filter, ids); });
    });
}

OutgoingView OutgoingService::get(const Actor& actor, Id<Outgoing> id)
{
    actor.demand(Permission::read_documents);
    bool unread = false;
    auto answer = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto document = get_document(tx, actor, id);
        unread = p_.delivery.is_unread(tx, id.uuid, actor.person()) || p_.work.waits(tx, actor.person(), id.uuid, work::Action::notice);
        return view(tx, actor, document);
    });
    if (!unread)
        return answer;
    return p_.database.write(actor.agency(), [&](db::Tx& tx) { // «đã xem»
        const auto document = get_document(tx, actor, id);
        p_.work.done(tx, actor.person(), id.uuid, work::Action::notice);
        if (is_frozen(document.state)) // before that he only comments
            p_.delivery.mark_read(tx, id.uuid, actor.person());
        return view(tx, actor, document);
    });
}

std::vector<Kind> OutgoingService::list_kinds(const Actor& actor)
{
    auto kinds = p_.database.read(actor.agency(), [&](db::Tx& tx) { return store::list_kinds(tx); });
    for (auto& kind : kinds)
        if (const auto* known = templates::find_kind(kind.code); known && kind.outgoing) {
            kind.addressees = templates::names_addressees(*known);
            kind.validity = templates::has_validity(*known);
            for (const auto& [name, label] : templates::fields_of(*known))
                kind.fields.push_back({std::string{name}, std::string{label}});
        }
    return kinds;
}

Standing OutgoingService::standing_of(db::Tx& tx, const Actor& actor, const Document& document) const
{
    const auto checks = store::list_checks(tx, document.id);
    const auto mine = [&](const Check& check) {
        return check.person == actor.person() && check.done_at.ms == 0;
    };
    return {.permissions = actor.permissions(),
            .person = actor.person(),
            .checks = std::any_of(checks.begin(), checks.end(), mine),
            .is_asked = store::is_asked_to_comment(tx, document.id, actor.person()),
            .unread = is_frozen(document.state) && p_.delivery.has_unread(tx, document.id.uuid),
            .on_paper = is_frozen(document.state) && p_.delivery.has_paper(tx, document.id.uuid)};
}

Outgoing OutgoingService::get_document(db::Tx& tx, const Actor& actor, Id<Outgoing> id) const
{
    const auto document = store::find(tx, id);
    if (!document)
        throw Error::not_found();
    reach::demand(tx, actor, id.uuid);
    return *document;
}

Outgoing OutgoingService::get_for(db::Tx& tx, const Actor& actor, Id<Outgoing> id, Act act, std::optional<int> version) const
{
    auto document = get_document(tx, actor, id);
    if (version && *version != document.version)
        throw Error::conflict("stale", {{"version", std::to_string(document.version)}});
    if (!fits(act, document.state))
        throw Error::conflict("outgoing.not_now", {{"state", describe::to_name(document.state)}});
    if (!may(act, document, standing_of(tx, actor, document)))
        throw Error::forbidden("outgoing.not_yours");
    return document;
}

void OutgoingService::save(db::Tx& tx, Document& document)
{
    store::update(tx, document, p_.clock.zone_minutes());
    reach::move(tx, document.id.uuid, sort_at(document));
    index(tx, document);
}

void OutgoingService::index(db::Tx& tx, const Document& document)
{
    const auto kind = store::find_kind(tx, document.kind);
    p_.search.put(tx,
                  {.kind = std::string{record_kind},
                   .record = document.id.uuid,
                   .sort_at = sort_at(document),
                   .text = search_text(document, kind ? kind->name : "", p_.delivery.list_recipients(tx, document.id.uuid))});
}

void OutgoingService::tell(db::Tx& tx, const Document& document)
{
    p_.notifier.tell_agency(tx, record_kind, document.id.uuid);
}

void OutgoingService::give(db::Tx& tx, const Document& document, Id<org::Person> person)
{
    reach::give(tx, person, record_kind, document.id.uuid, sort_at(document));
}

void OutgoingService::wait(db::Tx& tx, const Document& document, Id<org::Person> person, work::Action action)
{
    p_.work.wait(tx, person, action, subject_of(document, store::find_person_name(tx, document.drafter).value_or("")));
    give(tx, document, person);
}

std::int64_t OutgoingService::sort_at(const Document& document) const
{
    return outgoing::sort_at(document, p_.clock.zone_minutes());
}

OutgoingView OutgoingService::view(db::Tx& tx, const Actor& actor, const Document& document) const
{
    const auto kind = store::find_kind(tx, document.kind);
    const auto body = store::find_body(tx, document.body);
    const auto unit = document.unit ? p_.org.find_unit(tx, document.unit) : std::nullopt;
    OutgoingView view;
    static_cast<Outgoing&>(view) = document;
    view.kind_name = kind ? kind->name : "";
    view.body_name = body ? body->name : "";
    view.drafter_name = store::find_person_name(tx, document.drafter).value_or("");
    view.unit_name = unit ? unit->name : "";
    view.recipients = p_.delivery.list_recipients(tx, document.id.uuid);
    view.deliveries = p_.delivery.list_deliveries(tx, document.id.uuid);
    view.text = store::list_text(tx, document.id);
    for (const auto& row : store::list_versions(tx, document.id)) {
        auto file = p_.files.list(tx, document.id.uuid, "v" + std::to_string(row.number));
        view.versions.push_back({.number = row.number,
                                 .person = row.person,
                                 .person_name = store::find_person_name(tx, row.person).value_or(""),
                                 .at = row.at,
                                 .reason = row.reason,
                                 .made_from = row.made_from,
                                 .generated = row.generated,
                                 .file = file.empty() ? files::Attached{} : std::move(file.front())});
    }
    view.appendices = p_.files.list(tx, document.id.uuid, "appendix");
    if (is_frozen(document.state))
        view.issued_file = issued_file(tx, document.id);
    view.checks = store::list_checks(tx, document.id);
    view.commenters = store::list_commenters(tx, document.id);
    view.details = store::list_details(tx, document.id);
    view.comments = p_.tasks.list_notes(tx, document.id.uuid);
    view.story = p_.audit.story(tx, document.id.uuid);
    if (const auto origin = document.reply_to ? store::find_origin(tx, document.reply_to) : std::nullopt) {
        view.reply_to_symbol = origin->origin_number;
        view.reply_to_subject = origin->subject;
    }
    view.superseded_by_symbol = store::superseded_by_symbol(tx, document.id);
    view.acts = acts_of(document, standing_of(tx, actor, document));
    return view;
}

Rules OutgoingService::rules()
{
    return store::rules();
}

} // namespace congso
