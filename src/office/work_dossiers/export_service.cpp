#include "lib/archive/zip.h"
#include "lib/pdf/join.h"
#include "office/actor/reach.h"
#include "office/work_dossiers/catalogue_store.h"
#include "office/work_dossiers/printed.h"
#include "office/work_dossiers/work_dossiers_service.h"
#include "office/work_dossiers/work_dossiers_store.h"

#include <algorithm>
#include <fstream>

// A dossier as it leaves the system: printed, as one PDF, as metadata, as files.
namespace congso {

namespace store = work_dossiers::store;
using namespace work_dossiers;

namespace {

constexpr std::string_view record_kind = "work_dossier";
constexpr std::int64_t most_bytes = 200LL << 20; // of one export
constexpr int most_indexed = 5000;

std::string safe_name(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '/' || c == '\\' || c == ':'; }, '_');
    return text;
}

std::string base_name(const WorkDossierView& dossier)
{
    return "Hồ sơ " + safe_name(dossier.symbol) + " " + std::to_string(dossier.year);
}

std::string two(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

void demand_size(const WorkDossierView& dossier)
{
    std::int64_t bytes = 0;
    for (const auto& content : dossier.contents)
        for (const auto& file : content.files)
            bytes += file.size;
    if (bytes > most_bytes)
        throw Error::too_large("dossier.too_large", {{"limit", std::to_string(most_bytes)}});
}

} // namespace

WorkDossierService::Sheaf WorkDossierService::gather(const Actor& actor, Id<Dossier> id, std::string_view action)
{
    actor.demand(Permission::read_documents);
    return p_.database.write(actor.agency(), [&](db::Tx& tx) { // what leaves the system is told
        const auto dossier = get_dossier(tx, actor, id);
        p_.audit.record(tx, actor, action, record_kind, id.uuid);
        return Sheaf{view(tx, actor, dossier), p_.org.get_agency(tx, tx.agency()), store::find_person_name(tx, actor.person())};
    });
}

std::string WorkDossierService::read(const Actor& actor, const std::string& file)
{
    const auto readable = p_.files.open(actor, file);
    std::ifstream stream{readable.path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

WorkDossierService::Made WorkDossierService::print_index(const Actor& actor, int year)
{
    actor.demand(Permission::read_documents);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const store::Filter filter{.query = {.query = {},
                                             .year = year,
                                             .state = {},
                                             .mine = {},
                                             .creator = {},
                                             .keeping = {},
                                             .archiving = {},
                                             .after = {},
                                             .limit = {}},
                                   .actor = actor.person(),
                                   .sees_all = actor.may(Permission::see_all_documents),
                                   .today = p_.clock.today(),
                                   .soon = p_.clock.today()};
        const PrintedBy by{store::find_person_name(tx, actor.person()), p_.clock.now(), p_.clock.zone_minutes()};
        return Made{
            "Mục lục hồ sơ " + std::to_string(year) + ".pdf", std::string{files::pdf_type},
            work_dossiers::print_index(store::list_of_year(tx, filter, most_indexed), year, p_.org.get_agency(tx, tx.agency()), by)};
    });
}

WorkDossierService::Made WorkDossierService::print_contents(const Actor& actor, Id<Dossier> id)
{
    const auto sheaf = gather(actor, id, "dossier.printed");
    const PrintedBy by{sheaf.person_name, p_.clock.now(), p_.clock.zone_minutes()};
    return {"Mục lục văn bản - " + base_name(sheaf.view) + ".pdf", std::string{files::pdf_type},
            work_dossiers::print_contents(sheaf.view, sheaf.agency, by)};
}

WorkDossierService::Made WorkDossierService::export_pdf(const Actor& actor, Id<Dossier> id)
{
    const auto sheaf = gather(actor, id, "dossier.exported");
    demand_size(sheaf.view);
    const auto today = p_.clock.today();
    const PrintedBy by{sheaf.person_name, p_.clock.now(), p_.clock.zone_minutes()};
    pdf::Joined joined;
    joined.add(work_dossiers::print_contents(sheaf.view, sheaf.agency, by)); // the index in front
    for (const auto& content : in_time_order(sheaf.view.contents)) {
        if (!content.visible)
            continue;
        if (content.files.empty())
            joined.add(print_stand_in(content, "", today));
        for (const auto& file : content.files)
            // a photo or a table without pages is named, and lies in the ZIP
            if (file.preview_id.empty() || !joined.try_add(p_.files.open_preview(actor, file.id).path))
                joined.add(print_stand_in(content, file.name, today));
    }
    return {base_name(sheaf.view) + ".pdf", std::string{files::pdf_type}, joined.finish()};
}

WorkDossierService::Made WorkDossierService::export_xml(const Actor& actor, Id<Dossier> id)
{
    const auto sheaf = gather(actor, id, "dossier.exported");
    auto documents = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        return store::list_metadata(tx, id, actor.may(Permission::see_all_documents) ? std::nullopt : std::optional{actor.person()});
    });
    for (auto& document : documents) // pages that nobody counted are those of the files
        for (const auto& content : sheaf.view.contents)
            if (content.ordinal == document.ordinal)
                document.page_count = content.page_count;
    return {base_name(sheaf.view) + ".xml", "application/xml", metadata_xml(sheaf.view, std::move(documents))};
}

WorkDossierService::Made WorkDossierService::export_zip(const Actor& actor, Id<Dossier> id)
{
    const auto sheaf = gather(actor, id, "dossier.exported");
    demand_size(sheaf.view);
    const PrintedBy by{sheaf.person_name, p_.clock.now(), p_.clock.zone_minutes()};
    std::vector<archive::ZipFile> files;
    files.push_back({"Mục lục văn bản.pdf", work_dossiers::print_contents(sheaf.view, sheaf.agency, by)});
    files.push_back({"metadata.xml", export_xml(actor, id).bytes});
    for (const auto& content : in_time_order(sheaf.view.contents)) {
        int number = 0;
        for (const auto& file : content.files) // two files of one name lie side by side
            files.push_back({two(content.ordinal) + "-" + two(++number) + " " + safe_name(file.name), read(actor, file.id)});
    }
    return {base_name(sheaf.view) + ".zip", "application/zip", archive::write_zip(files)};
}

} // namespace congso
