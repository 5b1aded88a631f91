#include "office/work_dossiers/catalogue_service.h"

#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/work_dossiers/catalogue_store.h"
#include "office/work_dossiers/printed.h"

#include <algorithm>

namespace congso {

namespace store = work_dossiers::store;
using namespace work_dossiers;

namespace {

constexpr std::string_view record_kind = "catalogue";

work::Subject subject_of(const Catalogue& catalogue, const std::string& submitted_by)
{
    return {.kind = work::RecordKind::catalogue,
            .record = catalogue.id.uuid,
            .urgency = work::Urgency::normal,
            .title = "Danh mục hồ sơ năm " + std::to_string(catalogue.year),
            .from_whom = submitted_by,
            .symbol = {},
            .due_on = {}};
}

std::vector<std::string> acts_of(const CatalogueView& view, const Actor& actor)
{
    std::vector<std::string> acts;
    const bool keeps = actor.may(Permission::manage_catalogue), heads = actor.may(Permission::direct_documents);
    if (keeps && view.state != CatalogueState::submitted)
        acts.emplace_back("edit");
    if (keeps && view.version == 0 && !view.years.empty())
        acts.emplace_back("copy");
    if (keeps && view.version > 0 && view.state == CatalogueState::draft)
        acts.emplace_back("submit");
    if (heads && view.state == CatalogueState::submitted) {
        acts.emplace_back("approve");
        acts.emplace_back("return");
    }
    return acts;
}

} // namespace

void CatalogueService::tell(db::Tx& tx, const Catalogue& catalogue)
{
    p_.notifier.tell_agency(tx, record_kind, catalogue.id.uuid);
}

CatalogueView CatalogueService::view(db::Tx& tx, const Actor& actor, int year) const
{
    CatalogueView view;
    if (const auto found = store::find_catalogue(tx, year)) {
        static_cast<Catalogue&>(view) = *found;
        view.rows = store::list_rows(tx, found->id);
        view.approved_by_name = store::find_person_name(tx, found->approved_by);
    } else {
        view.agency = tx.agency();
        view.year = year;
    }
    view.years = store::list_years(tx);
    view.acts = acts_of(view, actor);
    return view;
}

CatalogueView CatalogueService::get(const Actor& actor, const CatalogueQuery& query)
{
    actor.demand(Permission::read_documents);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto year = query.record ? store::find_year(tx, *query.record) : query.year.value_or(p_.clock.today().year());
        if (!year)
            throw Error::not_found();
        return view(tx, actor, *year);
    });
}

Catalogue CatalogueService::get_for(db::Tx& tx, int year, std::optional<int> version, std::string_view act, const Actor& actor) const
{
    const auto found = store::find_catalogue(tx, year);
    if (!found)
        throw Error::not_found();
    if (version && *version != found->version)
        throw Error::conflict("stale", {{"version", std::to_string(found->version)}});
    CatalogueView now;
    static_cast<Catalogue&>(now) = *found;
    const auto acts = acts_of(now, actor);
    if (std::find(acts.begin(), acts.end(), act) == acts.end())
        throw Error::conflict("catalogue.not_now", {{"state", describe::to_name(found->state)}});
    return *found;
}

CatalogueView CatalogueService::save(const Actor& actor, const CatalogueEntry& entry)
{
    actor.demand(Permission::manage_catalogue);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto faults = faults_of(entry, rule_of(store::list_rules(tx), p_.clock.today()));
        for (std::size_t i = 0; i < entry.rows.size(); ++i)
            if (const auto person = entry.rows[i].creator ? p_.org.find_person(tx, *entry.rows[i].creator) : std::nullopt;
                entry.rows[i].creator && (!person || !person->active))
                faults.push_back({"/rows/" + std::to_string(i) + "/creator", person ? "inactive" : "unknown"});
        if (!faults.empty())
            throw Error::invalid_fields(std::move(faults));
        Catalogue catalogue{.agency = tx.agency(),
                            .id = Id<Catalogue>::make(),
                            .year = entry.year,
                            .numbering = entry.numbering,
                            .state = CatalogueState::draft,
                            .approved_by = {},
                            .approved_at = {},
                            .version = 1};
        std::vector<CatalogueRow> before;
        if (entry.version > 0) {
            catalogue = get_for(tx, entry.year, entry.version, "edit", actor);
            before = store::list_rows(tx, catalogue.id);
        } else if (store::find_catalogue(tx, entry.year)) {
            throw Error::conflict("stale");
        }
        // what was there is known by its id; numbers are the program's own, and stay once the head has approved them
        auto rows = entry.rows;
        const bool numbers_stay = catalogue.approved_at.ms > 0 && catalogue.numbering == entry.numbering;
        for (auto& row : rows) {
            const auto old = std::find_if(before.begin(), before.end(), [&](const auto& one) { return row.id && one.id == row.id; });
            const bool stays = old != before.end() && (numbers_stay || old->dossier) && old->kind == row.kind;
            row.id = old == before.end() ? Id<CatalogueRow>::make() : *row.id;
            row.number = stays ? old->number : 0;
            row.symbol = stays ? old->symbol : "";
            if (row.kind != CatalogueRowKind::line) {
                row.retention = 0;
                row.creator.reset();
            } else {
                row.abbreviation.clear();
            }
        }
        for (const auto& old : before)
            if (old.dossier && std::none_of(rows.begin(), rows.end(), [&](const auto& row) {
                    return row.id == old.id && row.kind == CatalogueRowKind::line;
                }))
                throw Error::invalid_field("/rows", "in_use");
        number_rows(rows, entry.numbering);
        catalogue.numbering = entry.numbering;
        catalogue.state = CatalogueState::draft; // art. 28: what is added is approved too
        if (before.empty() && entry.version == 0)
            store::insert(tx, catalogue);
        else
            store::update(tx, catalogue);
        store::put_rows(tx, catalogue.id, rows);
        p_.audit.record(tx, actor, "catalogue.changed", record_kind, catalogue.id.uuid,
                        {{"year", std::to_string(entry.year)}, {"rows", std::to_string(rows.size())}});
        tell(tx, catalogue);
        return view(tx, actor, entry.year);
    });
}

CatalogueView CatalogueService::copy(const Actor& actor, const CatalogueCopy& entry)
{
    actor.demand(Permission::manage_catalogue);
    CatalogueEntry made{.year = entry.year, .version = 0, .numbering = {}, .rows = {}};
    p_.database.read(actor.agency(), [&](db::Tx& tx) {
        if (store::find_catalogue(tx, entry.year))
            throw Error::conflict("catalogue.exists");
        const auto from = store::find_catalogue(tx, entry.from);
        if (!from)
            throw Error::conflict("catalogue.none");
        made.numbering = from->numbering;
        for (auto& row : store::list_rows(tx, from->id)) {
            const auto person = row.creator ? p_.org.find_person(tx, *row.creator) : std::nullopt;
            row.id.reset();
            row.title = title_for(row.title, entry.from, entry.year);
            if (!person || !person->active)
                row.creator.reset();
            made.rows.push_back(std::move(row));
        }
    });
    return save(actor, made);
}

CatalogueView CatalogueService::submit(const Actor& actor, const CatalogueYear& entry)
{
    actor.demand(Permission::manage_catalogue);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto catalogue = get_for(tx, entry.year, entry.version, "submit", actor);
        const auto rows = store::list_rows(tx, catalogue.id);
        if (std::none_of(rows.begin(), rows.end(), [](const auto& row) { return row.kind == CatalogueRowKind::line; }))
            throw Error::conflict("catalogue.empty");
        catalogue.state = CatalogueState::submitted;
        store::update(tx, catalogue);
        p_.work.done_by_all(tx, catalogue.id.uuid, work::Action::revise_catalogue);
        p_.work.wait(tx, p_.org.get_head(tx), work::Action::approve_catalogue,
                     subject_of(catalogue, store::find_person_name(tx, actor.person())));
        p_.audit.record(tx, actor, "catalogue.submitted", record_kind, catalogue.id.uuid, {{"year", std::to_string(entry.year)}});
        tell(tx, catalogue);
        return view(tx, actor, entry.year);
    });
}

CatalogueView CatalogueService::approve(const Actor& actor, const CatalogueYear& entry)
{
    actor.demand(Permission::direct_documents); // art. 28.2: the head issues it
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto catalogue = get_for(tx, entry.year, entry.version, "approve", actor);
        catalogue.state = CatalogueState::approved;
        catalogue.approved_by = actor.person();
        catalogue.approved_at = p_.clock.now();
        store::update(tx, catalogue);
        p_.work.close(tx, catalogue.id.uuid);
        p_.audit.record(tx, actor, "catalogue.approved", record_kind, catalogue.id.uuid, {{"year", std::to_string(entry.year)}});
        tell(tx, catalogue);
        return view(tx, actor, entry.year);
    });
}

CatalogueView CatalogueService::send_back(const Actor& actor, const CatalogueReturn& entry)
{
    actor.demand(Permission::direct_documents);
    demand_text("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto catalogue = get_for(tx, entry.year, {}, "return", actor);
        catalogue.state = CatalogueState::draft;
        store::update(tx, catalogue);
        p_.work.close(tx, catalogue.id.uuid);
        for (const auto& keeper : AccountService::list_people_with(tx, Permission::manage_catalogue))
            p_.work.wait(tx, keeper, work::Action::revise_catalogue, subject_of(catalogue, entry.reason));
        p_.audit.record(tx, actor, "catalogue.returned", record_kind, catalogue.id.uuid,
                        {{"year", std::to_string(entry.year)}, {"reason", entry.reason}});
        tell(tx, catalogue);
        return view(tx, actor, entry.year);
    });
}

CatalogueService::Printed CatalogueService::print(const Actor& actor, int year)
{
    actor.demand(Permission::read_documents);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto shown = view(tx, actor, year);
        if (shown.version == 0)
            throw Error::not_found();
        const auto agency = p_.org.get_agency(tx, tx.agency());
        return Printed{"Danh mục hồ sơ " + std::to_string(year) + ".pdf",
                       print_catalogue(shown, agency, p_.clock.today(), shown.approved_by_name)};
    });
}

} // namespace congso
