#include "office/copies/copies_service.h"

#include "lib/text/upper.h"
#include "office/accounts/accounts_service.h"
#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/copies/copies_store.h"
#include "office/delivery/recipients_service.h"

#include <algorithm>

namespace congso {

namespace store = copies::store;
using namespace copies;

namespace {

constexpr std::string_view record_kind = "copy", scan_slot = "scan";

bool has_page(const files::Attached& file)
{
    return file.media_type == files::pdf_type || file.preview != files::PreviewState::none;
}

} // namespace

CopyView CopyService::make(const Actor& actor, const CopyEntry& entry)
{
    actor.demand(Permission::copy_documents);
    if (auto earlier = find_earlier_answer<CopyView>(p_.database, actor))
        return std::move(*earlier);
    const auto original = this->original(actor, entry.source_kind, entry.source); // what he may not see does not exist
    if (auto faults = faults_of(entry, p_.clock.today()); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    if (!original.source.may_be_copied)
        throw Error::conflict("copy.not_copied");
    if (auto misfit = misfit_of(entry.form, original.source.had_as); !misfit.empty())
        throw Error::invalid_field("/form", std::move(misfit));
    demand_pages(actor, entry, original);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto body = p_.org.get_body(tx, entry.body);
        if (body.party) // Hướng dẫn 36-HD/VPTW has another series and another block
            throw Error::invalid_field("/body", "party_copies");
        const auto power = power_of(tx, entry);
        demand_recipients(tx, entry.recipients);
        Copy copy{.agency = tx.agency(),
                  .id = Id<Copy>::make(),
                  .form = entry.form,
                  .source_kind = entry.source_kind,
                  .source = entry.source,
                  .source_name = original.source.name,
                  .subject = original.source.subject,
                  .body = entry.body,
                  .signer = entry.signer,
                  .signing_lines = power.signing_lines,
                  .signer_name = power.person_name,
                  .copied_on = entry.copied_on.value_or(p_.clock.today()),
                  .copy_count = entry.copy_count.value_or(0),
                  .note = entry.note.value_or(""),
                  .maker = actor.person(),
                  .made_at = p_.clock.now()};
        if (entry.form == CopyForm::extract) {
            copy.part = entry.part.value_or("");
            copy.text = entry.text.value_or("");
            copy.first_page = entry.first_page.value_or(0);
            copy.last_page = entry.last_page.value_or(0);
            copy.source_place = entry.source_place.value_or(original.place);
        }
        const auto taken = p_.numbering.next(tx, actor, p_.numbering.copies_book(tx, actor, entry.body), copy.copied_on, copy.id.uuid);
        copy.book = taken.book;
        copy.year = taken.period;
        copy.number = taken.number;
        copy.symbol = copies::symbol_of(taken.number, copy.form, body.symbol);
        store::insert(tx, copy, p_.clock.zone_minutes());
        p_.delivery.put_recipients(tx, copy.id.uuid, entry.recipients);
        const auto place = sort_at(copy, p_.clock.zone_minutes());
        p_.search.put(tx, {std::string{record_kind}, copy.id.uuid, place, search_text(copy, entry.recipients)});
        reach::give(tx, actor.person(), record_kind, copy.id.uuid, place);
        reach::give(tx, copy.signer, record_kind, copy.id.uuid, place);
        for (const auto& clerk : AccountService::list_people_with(tx, Permission::copy_documents)) // at whose desk it waits
            reach::give(tx, clerk, record_kind, copy.id.uuid, place);
        p_.audit.record(
            tx, actor, "copy.made", record_kind, copy.id.uuid,
            {{"symbol", copy.symbol}, {"source", copy.source_name}, {"part", copy.part}, {"copied_on", copy.copied_on.to_string()}});
        p_.work.wait(tx, Permission::copy_documents, work::Action::issue, subject(tx, copy)); // whoever is at the desk when it is signed
        tell(tx, copy);
        return view(tx, actor, copy);
    });
}

CopyView CopyService::issue(const Actor& actor, const IssueCopy& entry)
{
    actor.demand(Permission::copy_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto copy = get_made(tx, actor, entry.id, entry.version);
        Faults faults;
        faults.in_range("/copy_count", entry.copy_count.value_or(0), 0, 999);
        faults.demand();
        if (entry.scan.value_or("").empty()) // art. 25: a copy is signed and sealed, or it is none
            throw Error::invalid_field("/scan", "required");
        try {
            p_.files.attach(tx, actor, copy.id.uuid, scan_slot, {*entry.scan});
        } catch (const Error& error) {
            if (error.faults().empty())
                throw;
            throw Error::invalid_field("/scan", error.faults().front().code); // it names its own list, not our field
        }
        if (p_.files.list(tx, copy.id.uuid, scan_slot).front().media_type != files::pdf_type)
            throw Error::invalid_field("/scan", "pdf");
        copy.state = State::issued;
        copy.issued_at = p_.clock.now();
        copy.copy_count = entry.copy_count.value_or(copy.copy_count);
        store::update(tx, copy);
        p_.work.close(tx, copy.id.uuid);
        p_.delivery.dispatch(tx, actor,
                             {.subject = subject(tx, copy),
                              .sort_at = sort_at(copy, p_.clock.zone_minutes()),
                              .desk = Permission::copy_documents,
                              .authors = {copy.maker, copy.signer}});
        p_.audit.record(tx, actor, "copy.issued", record_kind, copy.id.uuid, {{"symbol", copy.symbol}});
        tell(tx, copy);
        return view(tx, actor, copy);
    });
}

CopyView CopyService::void_copy(const Actor& actor, const VoidCopy& entry)
{
    actor.demand(Permission::copy_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto copy = get_made(tx, actor, entry.id, entry.version);
        demand_text("/reason", entry.reason, longest_reason);
        p_.numbering.void_issued(tx, actor, {copy.book, copy.year, copy.number}, copy.id.uuid, entry.reason);
        copy.state = State::voided;
        copy.void_reason = entry.reason;
        store::update(tx, copy);
        p_.work.close(tx, copy.id.uuid);
        p_.audit.record(tx, actor, "copy.voided", record_kind, copy.id.uuid, {{"symbol", copy.symbol}, {"reason", entry.reason}});
        tell(tx, copy);
        return view(tx, actor, copy);
    });
}

CopyPage CopyService::list(const Actor& actor, const CopyQuery& query)
{
    actor.demand(Permission::read_documents);
    const bool sees_all = actor.may(Permission::see_all_documents);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const store::Filter filter{.query = query, .reacher = sees_all ? std::nullopt : std::optional{actor.person()}};
        if (!query.query || query.query->empty())
            return store::list(tx, filter);
        return search::found_page<CopyPage>(p_.search, tx, record_kind, query, filter.reacher,
                                            [&](const std::vector<Uuid>& ids) { return store::list_found(tx, filter, ids); });
    });
}

CopyView CopyService::get(const Actor& actor, Id<Copy> id)
{
    actor.demand(Permission::read_documents);
    bool unread = false;
    auto answer = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto copy = get_copy(tx, actor, id);
        unread = p_.delivery.is_unread(tx, id.uuid, actor.person()) || p_.work.waits(tx, actor.person(), id.uuid, work::Action::notice);
        return view(tx, actor, copy);
    });
    if (!unread)
        return answer;
    return p_.database.write(actor.agency(), [&](db::Tx& tx) { // «đã xem»
        p_.delivery.mark_read(tx, id.uuid, actor.person());
        p_.work.done(tx, actor.person(), id.uuid, work::Action::notice);
        return view(tx, actor, get_copy(tx, actor, id));
    });
}

// The power of the signer that he is to use; the only one when none is named (art. 13; art. 26: the head decides who signs copies).
org::SigningPower CopyService::power_of(db::Tx& tx, const CopyEntry& entry) const
{
    auto powers = p_.org.signing_powers(tx, entry.signer, entry.body);
    if (entry.authority)
        std::erase_if(powers, [&](const auto& power) { return power.authority != *entry.authority; });
    if (powers.empty())
        throw Error::invalid_field("/signer", "no_authority");
    if (std::any_of(powers.begin(), powers.end(), [&](const auto& power) { return power.authority != powers.front().authority; }))
        throw Error::invalid_field("/authority", "required");
    return powers.front();
}

void CopyService::demand_recipients(db::Tx& tx, const std::vector<Recipient>& recipients) const
{
    std::vector<FieldFault> faults;
    delivery::add_unknown_targets(tx, p_.org, recipients, p_.clock.today(), faults);
    if (!faults.empty())
        throw Error::invalid_fields(std::move(faults));
}

Copy CopyService::get_copy(db::Tx& tx, const Actor& actor, Id<Copy> id) const
{
    auto copy = store::find(tx, id);
    if (!copy)
        throw Error::not_found();
    reach::demand(tx, actor, id.uuid);
    return std::move(*copy);
}

Copy CopyService::get_made(db::Tx& tx, const Actor& actor, Id<Copy> id, std::optional<int> version) const
{
    auto copy = get_copy(tx, actor, id);
    if (version && *version != copy.version)
        throw Error::conflict("stale", {{"version", std::to_string(copy.version)}});
    if (copy.state != State::made)
        throw Error::conflict("copy.not_now", {{"state", describe::to_name(copy.state)}});
    return copy;
}

CopyView CopyService::view(db::Tx& tx, const Actor& actor, const Copy& copy) const
{
    CopyView view;
    static_cast<Copy&>(view) = copy;
    view.body_name = p_.org.get_body(tx, copy.body).name;
    if (const auto maker = p_.org.find_person(tx, copy.maker))
        view.maker_name = maker->full_name;
    view.recipients = p_.delivery.list_recipients(tx, copy.id.uuid);
    view.deliveries = p_.delivery.list_deliveries(tx, copy.id.uuid);
    if (auto scans = p_.files.list(tx, copy.id.uuid, scan_slot); !scans.empty())
        view.scan = std::move(scans.front());
    view.sees_source = reach::may_see(tx, actor, copy.source);
    view.story = p_.audit.story(tx, copy.id.uuid);
    if (copy.state == State::made && actor.may(Permission::copy_documents)) {
        view.acts = {"issue", "print", "void"};
        if (view.sees_source && copy.form != CopyForm::extract)
            for (const auto& file : p_.files.list(tx, copy.source, copy.source_kind == SourceKind::incoming ? "" : "appendix"))
                if (!has_page(file))
                    view.left_out.push_back(file.name);
    }
    if (copy.state == State::issued && actor.may(Permission::copy_documents)) {
        if (p_.delivery.has_unread(tx, copy.id.uuid))
            view.acts.push_back("remind");
        if (p_.delivery.has_paper(tx, copy.id.uuid))
            view.acts.push_back("hand_out");
    }
    return view;
}

work::Subject CopyService::subject(db::Tx& tx, const Copy& copy) const
{
    const auto maker = p_.org.find_person(tx, copy.maker);
    return subject_of(copy, maker ? maker->full_name : "");
}

void CopyService::tell(db::Tx& tx, const Copy& copy)
{
    p_.notifier.tell_agency(tx, record_kind, copy.id.uuid);
}

Rules CopyService::rules()
{
    return store::rules();
}

} // namespace congso
