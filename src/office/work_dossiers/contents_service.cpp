#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/work_dossiers/catalogue_store.h"
#include "office/work_dossiers/work_dossiers_service.h"
#include "office/work_dossiers/work_dossiers_store.h"

#include <algorithm>

// What is put into a dossier and for whom; closing it, and opening it again.
namespace congso {

namespace store = work_dossiers::store;
using namespace work_dossiers;

namespace {

constexpr std::string_view record_kind = "work_dossier";
constexpr std::size_t most_readers = 200;

std::string kind_of(ContentKind kind)
{
    return describe::to_name(kind);
}

} // namespace

void WorkDossierService::give_sight(db::Tx& tx, const Dossier& dossier, Id<org::Person> person)
{
    reach::give(tx, person, record_kind, dossier.id.uuid, dossier.opened_at.ms);
    for (const auto& item : store::list_items(tx, dossier.id))
        if (item.shared && item.kind != ContentKind::file)
            if (const auto document = store::find_document(tx, item.kind, item.record, person))
                reach::give(tx, person, kind_of(item.kind), item.record, document->sort_at);
}

int WorkDossierService::put(db::Tx& tx, const Actor& actor, Dossier& dossier, const std::vector<DocumentRef>& documents)
{
    if (documents.size() + static_cast<std::size_t>(dossier.document_count) > most_contents)
        throw Error::invalid_field("/documents", "too_many");
    std::vector<Id<org::Person>> people{dossier.creator};
    for (const auto& reader : store::list_readers(tx, dossier.id))
        people.push_back(reader.person);
    int added = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto& [kind, record] = documents[i];
        const auto document = kind == ContentKind::file ? std::nullopt : store::find_document(tx, kind, record, actor.person());
        if (!document || !reach::may_see(tx, actor, record))
            throw Error::invalid_field("/documents/" + std::to_string(i), "unknown");
        if (store::holds(tx, dossier.id, record))
            continue;
        const bool may_give = document->his || actor.may(Permission::see_all_documents);
        store::insert(tx,
                      store::Item{.agency = tx.agency(),
                                  .dossier = dossier.id,
                                  .ordinal = dossier.document_count + 1,
                                  .id = Id<DossierContent>::make(),
                                  .kind = kind,
                                  .record = record,
                                  .type_name = {},
                                  .number = {},
                                  .subject = {},
                                  .author = {},
                                  .issued_on = {},
                                  .page_count = 0,
                                  .note = {},
                                  .shared = may_give,
                                  .added_by = actor.person(),
                                  .added_at = p_.clock.now()});
        dossier.document_count += 1;
        if (may_give)
            for (const auto& person : people)
                reach::give(tx, person, kind_of(kind), record, document->sort_at);
        p_.audit.record(tx, actor, "dossier.document_put_in", record_kind, dossier.id.uuid,
                        {{"document", record.to_string()}, {"symbol", document->number}, {"shared", may_give ? "1" : "0"}});
        p_.audit.record(tx, actor, "dossier.put_into", kind_of(kind), record, {{"symbol", dossier.symbol}});
        ++added;
    }
    return added;
}

WorkDossierView WorkDossierService::put_documents(const Actor& actor, const PutDocuments& entry)
{
    actor.demand(Permission::handle_documents);
    if (entry.documents.empty())
        throw Error::invalid_field("/documents", "required");
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto dossier = get_for(tx, actor, entry.id, Act::put, {});
        if (put(tx, actor, dossier, entry.documents) == 0)
            throw Error::conflict("dossier.already_inside");
        store::update(tx, dossier);
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

WorkDossierView WorkDossierService::put_file(const Actor& actor, const PutFile& entry)
{
    actor.demand(Permission::handle_documents);
    if (auto faults = faults_of(entry); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto dossier = get_for(tx, actor, entry.id, Act::put, {});
        if (static_cast<std::size_t>(dossier.document_count) >= most_contents)
            throw Error::invalid_field("/file", "too_many");
        const auto id = Id<DossierContent>::make();
        p_.files.attach(tx, actor, dossier.id.uuid, id.to_string(), {entry.file});
        store::insert(tx,
                      store::Item{.agency = tx.agency(),
                                  .dossier = dossier.id,
                                  .ordinal = dossier.document_count + 1,
                                  .id = id,
                                  .kind = ContentKind::file,
                                  .record = id.uuid,
                                  .type_name = entry.type_name.value_or(""),
                                  .number = entry.number.value_or(""),
                                  .subject = entry.subject,
                                  .author = entry.author.value_or(""),
                                  .issued_on = entry.issued_on.value_or(Date{}),
                                  .page_count = entry.page_count.value_or(0),
                                  .note = entry.note.value_or(""),
                                  .shared = true,
                                  .added_by = actor.person(),
                                  .added_at = p_.clock.now()});
        dossier.document_count += 1;
        store::update(tx, dossier);
        p_.audit.record(tx, actor, "dossier.file_put_in", record_kind, dossier.id.uuid, {{"file", entry.file}, {"text", entry.subject}});
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

WorkDossierView WorkDossierService::take_out(const Actor& actor, const TakeOut& entry)
{
    actor.demand(Permission::handle_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto dossier = get_for(tx, actor, entry.id, Act::put, {});
        const auto item = store::find_item(tx, entry.id, entry.content);
        if (!item)
            throw Error::not_found();
        store::remove(tx, *item);
        if (item->kind == ContentKind::file)
            p_.files.detach(tx, dossier.id.uuid, item->id.to_string());
        dossier.document_count -= 1;
        store::update(tx, dossier);
        p_.audit.record(tx, actor, "dossier.taken_out", record_kind, dossier.id.uuid,
                        {{"document", item->record.to_string()}, {"text", item->subject}});
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

WorkDossierView WorkDossierService::give_access(const Actor& actor, const GiveAccess& entry)
{
    actor.demand(Permission::handle_documents);
    Faults faults;
    faults.at_most_items("/readers", entry.readers.size(), most_readers);
    faults.demand();
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto dossier = get_for(tx, actor, entry.id, Act::access, {});
        for (std::size_t i = 0; i < entry.readers.size(); ++i) {
            const auto at = "/readers/" + std::to_string(i) + "/person";
            const auto id = entry.readers[i].person;
            const auto person = p_.org.find_person(tx, id);
            const auto same = [&](const DossierReader& other) {
                return other.person == id;
            };
            if (!person)
                faults.add(at, "unknown");
            else if (!person->active)
                faults.add(at, "inactive");
            else if (id == dossier.creator)
                faults.add(at, "keeper");
            else if (std::count_if(entry.readers.begin(), entry.readers.end(), same) > 1)
                faults.add(at, "twice");
        }
        faults.demand();
        const auto before = store::list_readers(tx, dossier.id);
        store::put_readers(tx, dossier.id, entry.readers);
        for (const auto& old : before)
            if (std::none_of(entry.readers.begin(), entry.readers.end(), [&](const auto& one) { return one.person == old.person; }))
                reach::take(tx, old.person, dossier.id.uuid);
        for (const auto& reader : entry.readers)
            give_sight(tx, dossier, reader.person);
        store::update(tx, dossier);
        p_.audit.record(tx, actor, "dossier.access_given", record_kind, dossier.id.uuid,
                        {{"people", std::to_string(entry.readers.size())}});
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

WorkDossierView WorkDossierService::close(const Actor& actor, const CloseDossier& entry)
{
    actor.demand(Permission::handle_documents);
    const auto today = p_.clock.today();
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto dossier = get_for(tx, actor, entry.id, Act::close, entry.version);
        const auto inside = contents(tx, actor, dossier);
        const auto findings = findings_of(inside);
        if (const auto first = std::find_if(findings.begin(), findings.end(), [](const auto& one) { return one.blocks; });
            first != findings.end())
            throw Error::conflict("dossier.not_ready", {{"finding", first->code}, {"ordinal", std::to_string(first->ordinal)}});
        // art. 29.3 b: what is missing is filled in
        dossier.ends_on = entry.ends_on.value_or(last_day_of(inside, today));
        if (dossier.ends_on > today)
            throw Error::invalid_field("/ends_on", "future");
        if (dossier.ends_on < dossier.starts_on) {
            if (entry.ends_on)
                throw Error::invalid_field("/ends_on", "before_start");
            dossier.ends_on = dossier.starts_on; // the papers are older than the work
        }
        dossier.page_count = pages_of(inside);
        dossier.state = State::closed;
        dossier.closed_at = p_.clock.now();
        dossier.archive_due_on = archive_due(dossier.ends_on, dossier.retention, rule(tx));
        store::update(tx, dossier);
        p_.work.done_by_all(tx, dossier.id.uuid, work::Action::close_dossier);
        p_.audit.record(tx, actor, "dossier.closed", record_kind, dossier.id.uuid,
                        {{"documents", std::to_string(dossier.document_count)},
                         {"pages", std::to_string(dossier.page_count)},
                         {"archive_due_on", dossier.archive_due_on.to_string()}});
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

void WorkDossierService::reopen_it(db::Tx& tx, const Actor& actor, Dossier& dossier, const std::string& reason)
{
    dossier.state = State::open;
    dossier.closed_at = {};
    dossier.ends_on = {};
    dossier.archive_due_on = {};
    dossier.reviewed_by = {};
    dossier.reviewed_at = {};
    store::update(tx, dossier);
    p_.work.close(tx, dossier.id.uuid);
    p_.audit.record(tx, actor, "dossier.reopened", record_kind, dossier.id.uuid, {{"reason", reason}});
}

WorkDossierView WorkDossierService::reopen(const Actor& actor, const ReopenDossier& entry)
{
    actor.demand(Permission::handle_documents);
    demand_text("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto dossier = get_for(tx, actor, entry.id, Act::reopen, {});
        reopen_it(tx, actor, dossier, entry.reason);
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

WorkDossierView WorkDossierService::review(const Actor& actor, const ReviewDossier& entry)
{
    actor.demand(Permission::keep_archive);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto dossier = get_for(tx, actor, entry.id, Act::review, {});
        if (!entry.complete) { // its keeper mends it and closes it again
            demand_text("/reason", entry.reason.value_or(""), longest_reason);
            reopen_it(tx, actor, dossier, *entry.reason);
            p_.work.wait(tx, dossier.creator, work::Action::close_dossier,
                         subject_of(dossier, store::find_person_name(tx, actor.person()), {}));
        } else {
            dossier.reviewed_by = actor.person();
            dossier.reviewed_at = p_.clock.now();
            store::update(tx, dossier);
            p_.work.close(tx, dossier.id.uuid);
            p_.audit.record(tx, actor, "dossier.reviewed", record_kind, dossier.id.uuid);
        }
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

} // namespace congso
