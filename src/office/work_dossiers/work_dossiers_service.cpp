#include "office/work_dossiers/work_dossiers_service.h"

#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/work_dossiers/catalogue_store.h"
#include "office/work_dossiers/work_dossiers_store.h"

#include <algorithm>

namespace congso {

namespace store = work_dossiers::store;
using namespace work_dossiers;

namespace {

constexpr std::string_view record_kind = "work_dossier";
constexpr int archive_notice_days = 30; // Appendix VI part I: told thirty days before
constexpr auto usual_language = "Tiếng Việt", usual_rights = "Hạn chế";

std::optional<Id<org::Person>> reacher_of(const Actor& actor)
{
    return actor.may(Permission::see_all_documents) ? std::nullopt : std::optional{actor.person()};
}

} // namespace

ArchiveRule WorkDossierService::rule(db::Tx& tx) const
{
    return rule_of(store::list_rules(tx), p_.clock.today());
}

Standing WorkDossierService::standing_of(db::Tx& tx, const Actor& actor, const Dossier& dossier) const
{
    return {actor.permissions(), dossier.creator == actor.person(), store::find_part(tx, dossier.id, actor.person())};
}

WorkDossier WorkDossierService::get_dossier(db::Tx& tx, const Actor& actor, Id<Dossier> id) const
{
    const auto dossier = store::find(tx, id);
    if (!dossier)
        throw Error::not_found();
    reach::demand(tx, actor, id.uuid);
    return *dossier;
}

WorkDossier WorkDossierService::get_for(db::Tx& tx, const Actor& actor, Id<Dossier> id, Act act, std::optional<int> version) const
{
    auto dossier = get_dossier(tx, actor, id);
    if (version && *version != dossier.version)
        throw Error::conflict("stale", {{"version", std::to_string(dossier.version)}});
    if (may(act, dossier, standing_of(tx, actor, dossier)))
        return dossier;
    // frozen, whoever asks; or open, and another's
    if (dossier.state == State::closed && act != Act::reopen && act != Act::review)
        throw Error::conflict("dossier.closed");
    throw Error::conflict("dossier.not_now", {{"state", describe::to_name(dossier.state)}});
}

void WorkDossierService::index(db::Tx& tx, const Dossier& dossier)
{
    p_.search.put(tx,
                  {.kind = std::string{record_kind},
                   .record = dossier.id.uuid,
                   .sort_at = dossier.opened_at.ms,
                   .text = search_text(dossier, store::find_person_name(tx, dossier.creator))});
}

void WorkDossierService::tell(db::Tx& tx, const Dossier& dossier)
{
    p_.notifier.tell_agency(tx, record_kind, dossier.id.uuid);
}

WorkDossierView WorkDossierService::open(const Actor& actor, const OpenDossier& entry)
{
    actor.demand(Permission::handle_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto now = p_.clock.now();
        const auto today = p_.clock.today();
        Dossier dossier{.agency = tx.agency(),
                        .id = Id<Dossier>::make(),
                        .year = entry.year.value_or(today.year()),
                        .line = {},
                        .symbol = entry.symbol.value_or(""),
                        .title = entry.title.value_or(""),
                        .retention = entry.retention.value_or(0),
                        .rights = entry.rights.value_or(usual_rights),
                        .creator = actor.person(),
                        .language = entry.language.value_or(usual_language),
                        .starts_on = entry.starts_on.value_or(today),
                        .ends_on = {},
                        .state = State::open,
                        .note = entry.note.value_or(""),
                        .document_count = 0,
                        .page_count = 0,
                        .opened_at = now,
                        .closed_at = {},
                        .archive_due_on = {},
                        .reviewed_by = {},
                        .reviewed_at = {},
                        .version = 1};
        if (entry.line) { // art. 29.1: whoever is given the work opens it from the list
            const auto line = store::find_line(tx, *entry.line);
            if (!line || line->state != CatalogueState::approved)
                throw Error::invalid_field("/line", "unknown");
            if (line->dossier)
                throw Error::conflict("dossier.opened_already", {{"id", line->dossier->to_string()}});
            if (line->creator != actor.person() && !actor.may(Permission::manage_catalogue))
                throw Error::forbidden("dossier.not_yours");
            dossier.line = *entry.line;
            dossier.year = line->year;
            dossier.symbol = line->symbol;
            dossier.title = entry.title.value_or(line->title);
            dossier.retention = entry.retention.value_or(line->retention);
            if (line->creator)
                dossier.creator = *line->creator;
        } else if (!entry.retention) { // what is not in it, he describes himself
            throw Error::invalid_field("/retention", "required");
        }
        if (auto faults = faults_of(dossier, rule(tx)); !faults.empty())
            throw Error::invalid_fields(std::move(faults));
        if (store::is_taken(tx, dossier.year, dossier.symbol))
            throw Error::invalid_field("/symbol", "taken");
        store::insert(tx, dossier);
        index(tx, dossier);
        give_sight(tx, dossier, dossier.creator);
        p_.audit.record(tx, actor, "dossier.opened", record_kind, dossier.id.uuid,
                        {{"symbol", dossier.symbol}, {"year", std::to_string(dossier.year)}});
        if (!entry.documents.empty()) {
            put(tx, actor, dossier, entry.documents);
            store::update(tx, dossier);
        }
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

WorkDossierView WorkDossierService::change(const Actor& actor, const ChangeDossier& entry)
{
    actor.demand(Permission::handle_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto dossier = get_for(tx, actor, entry.id, Act::change, entry.version);
        dossier.title = entry.title;
        dossier.retention = entry.retention;
        dossier.starts_on = entry.starts_on;
        dossier.rights = entry.rights;
        dossier.language = entry.language;
        dossier.note = entry.note;
        if (auto faults = faults_of(dossier, rule(tx)); !faults.empty())
            throw Error::invalid_fields(std::move(faults));
        if (entry.creator && *entry.creator != dossier.creator)
            set_creator(tx, actor, dossier, *entry.creator, "/creator");
        store::update(tx, dossier);
        index(tx, dossier);
        p_.audit.record(tx, actor, "dossier.changed", record_kind, dossier.id.uuid,
                        {{"title", dossier.title}, {"retention", std::to_string(dossier.retention)}});
        tell(tx, dossier);
        return view(tx, actor, dossier);
    });
}

WorkDossierPage WorkDossierService::list(const Actor& actor, const WorkDossierQuery& query)
{
    actor.demand(Permission::read_documents);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const store::Filter filter{.query = query,
                                   .actor = actor.person(),
                                   .sees_all = actor.may(Permission::see_all_documents),
                                   .today = p_.clock.today(),
                                   .soon = p_.clock.today().plus_days(archive_notice_days)};
        if (!query.query || query.query->empty())
            return store::list(tx, filter);
        return search::found_page<WorkDossierPage>(p_.search, tx, record_kind, query, reacher_of(actor),
                                                   [&](const std::vector<Uuid>& ids) { return store::list_found(tx, filter, ids); });
    });
}

WorkDossierView WorkDossierService::get(const Actor& actor, Id<Dossier> id)
{
    actor.demand(Permission::read_documents);
    bool unread = false;
    auto answer = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        unread = store::waits_to_be_read(tx, id, actor.person());
        return view(tx, actor, get_dossier(tx, actor, id));
    });
    if (unread)
        p_.database.write(actor.agency(), [&](db::Tx& tx) { p_.work.done(tx, actor.person(), id.uuid, work::Action::read); });
    return answer;
}

AroundDocument WorkDossierService::around(const Actor& actor, const DocumentRef& document)
{
    constexpr int most_looked_at = 200, most_suggested = 12;
    actor.demand(Permission::read_documents);
    if (document.kind == ContentKind::file)
        throw Error::invalid_field("/kind", "unknown");
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto found = store::find_document(tx, document.kind, document.record, actor.person());
        if (!found)
            throw Error::not_found();
        reach::demand(tx, actor, document.record);
        AroundDocument around;
        around.inside = store::list_around(tx, document.record, reacher_of(actor));
        if (!actor.may(Permission::handle_documents))
            return around;
        std::vector<Uuid> related;
        for (auto& one : store::list_related(tx, document.kind, document.record))
            if (reach::may_see(tx, actor, one.record)) {
                related.push_back(one.record);
                around.related.push_back(std::move(one));
            }
        // the dossier of the answer first, then those that speak of the same, then the newest
        auto all = store::list_writable(tx, actor.person(), related, most_looked_at);
        std::erase_if(all, [&](const NearDossier& one) {
            return std::any_of(around.inside.begin(), around.inside.end(), [&](const auto& other) { return other.id == one.id; });
        });
        std::stable_sort(all.begin(), all.end(), [&](const NearDossier& a, const NearDossier& b) {
            if (a.has_related != b.has_related)
                return a.has_related;
            return common_words(a.title, found->subject) > common_words(b.title, found->subject);
        });
        if (all.size() > most_suggested)
            all.resize(most_suggested);
        around.suggested = std::move(all);
        return around;
    });
}

std::vector<DossierContent> WorkDossierService::contents(db::Tx& tx, const Actor& actor, const Dossier& dossier) const
{
    auto all = store::list_contents(tx, dossier.id, reacher_of(actor));
    for (auto& content : all) {
        if (!content.visible)
            continue;
        if (content.kind == ContentKind::file) {
            content.files = p_.files.list(tx, dossier.id.uuid, content.id.to_string());
        } else if (content.kind == ContentKind::incoming) {
            content.files = p_.files.list(tx, content.record, "");
        } else {
            content.files = p_.files.list(tx, content.record, store::main_slot(tx, content.record));
            for (auto& appendix : p_.files.list(tx, content.record, "appendix"))
                content.files.push_back(std::move(appendix));
        }
        if (content.page_count == 0)
            for (const auto& file : content.files)
                content.page_count += file.pages;
    }
    return all;
}

WorkDossierView WorkDossierService::view(db::Tx& tx, const Actor& actor, const Dossier& dossier) const
{
    WorkDossierView view;
    static_cast<WorkDossier&>(view) = dossier;
    view.creator_name = store::find_person_name(tx, dossier.creator);
    view.reviewed_by_name = store::find_person_name(tx, dossier.reviewed_by);
    view.organ_code = store::organ_code(tx);
    view.contents = contents(tx, actor, dossier);
    view.readers = store::list_readers(tx, dossier.id);
    if (dossier.state == State::open) {
        view.findings = findings_of(view.contents);
        view.page_count = pages_of(view.contents);
    }
    view.story = p_.audit.story(tx, dossier.id.uuid);
    view.acts = acts_of(dossier, standing_of(tx, actor, dossier));
    return view;
}

void WorkDossierService::remind(AgencyId agency)
{
    const auto today = p_.clock.today();
    p_.database.write(agency, [&](db::Tx& tx) {
        for (const auto& dossier : store::list_left_open(tx, today.year()))
            p_.work.wait(tx, dossier.creator, work::Action::close_dossier, subject_of(dossier, "", {}));
        const auto archivists = AccountService::list_people_with(tx, Permission::keep_archive);
        for (const auto& dossier : store::list_due(tx, today.plus_days(archive_notice_days))) {
            const auto subject = subject_of(dossier, store::find_person_name(tx, dossier.creator), dossier.archive_due_on);
            for (const auto& archivist : archivists)
                p_.work.wait(tx, archivist, work::Action::review_dossier, subject);
            if (store::mark_told(tx, dossier.id, p_.clock.now()))
                p_.work.wait(tx, dossier.creator, work::Action::read, subject);
        }
    });
}

Rules WorkDossierService::rules()
{
    return store::rules();
}

} // namespace congso
