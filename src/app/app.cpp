#include "app/app.h"

#include "app/settings.h"
#include "office/access/access_api.h"
#include "office/accounts/accounts_api.h"
#include "office/administration/administration_api.h"
#include "office/audit/audit_api.h"
#include "office/background/background_api.h"
#include "office/copies/copies_api.h"
#include "office/envelopes/envelopes_api.h"
#include "office/figures/figures_api.h"
#include "office/files/files_api.h"
#include "office/finding/finding_api.h"
#include "office/imports/imports_api.h"
#include "office/incoming/incoming_api.h"
#include "office/incoming/incoming_figures.h"
#include "office/kept_copies/kept_copies_api.h"
#include "office/numbering/numbering_api.h"
#include "office/org/org_admin_api.h"
#include "office/org/org_api.h"
#include "office/outgoing/draft_templates_api.h"
#include "office/outgoing/kinds_api.h"
#include "office/outgoing/outgoing_api.h"
#include "office/outgoing/outgoing_figures.h"
#include "office/phrases/phrases_api.h"
#include "office/preferences/preferences_api.h"
#include "office/recipient_groups/recipient_groups_api.h"
#include "office/registers/registers_api.h"
#include "office/work/work_api.h"
#include "office/work_dossiers/work_dossiers_api.h"
#include "office/worktime/worktime_api.h"

namespace congso::app {

namespace {

// What every feature declares, in the order in which it is shown.
std::vector<figures::Figure> all_figures(db::Engine engine, int zone_minutes)
{
    auto all = incoming::figures(engine, zone_minutes);
    for (auto& figure : outgoing::figures())
        all.push_back(std::move(figure));
    return all;
}

} // namespace

App::App(const Config& settings, DataDirectory& directory, db::Database& opened, const Clock& time)
    : config(settings), data(directory), database(opened), clock(time), secret(crypto::MacKey::load_or_create(data.secret())),
      audit_keys(data.keys()), seal(crypto::SealingKey::load_or_create(data.sealing_key())), blobs(data.files()),
      converter(proc::LibreOfficeSettings{.temporary = data.uploads()}), queue(clock), audit(clock, audit_keys), access(database, clock),
      background(database, clock, audit, queue), org(database, clock, audit), org_admin(database, clock, audit),
      recipient_groups(database, clock, audit),
      accounts(database, clock, audit, org, seal, settings::find(database, settings::demo_password).value_or("")),
      preferences(database, clock, audit), phrases(database, clock, audit), worktime(database, clock, audit),
      files(database, clock, audit, blobs, queue, converter,
            {.file_bytes = config.file_limit_mb << 20, .agency_bytes = config.agency_limit_gb << 30}),
      numbering(database, clock, audit), work(database, clock, notifier, worktime),
      figures(database, clock, queue, all_figures(database.engine(), clock.zone_minutes()), secret), tasks(clock, org),
      incoming({database, clock, audit, org, worktime, files, numbering, search, notifier, work, tasks}),
      envelopes(database, clock, audit, org, incoming), draft_templates(database, clock, audit, org), kinds(database, clock, audit),
      delivery({database, clock, audit, org, notifier, work, incoming, queue}),
      outgoing({database, clock, audit, org, files, numbering, search, notifier, work, tasks, incoming, delivery, queue}),
      copies({database, clock, audit, org, files, numbering, search, notifier, work, incoming, delivery, outgoing, queue, data.uploads()}),
      catalogues({database, clock, audit, org, notifier, work}),
      work_dossiers({database, clock, audit, org, files, search, notifier, work}),
      finding({database, clock, audit, org, numbering, incoming, outgoing, copies, work_dossiers}),
      registers({database, clock, audit, org, files, numbering, incoming, outgoing, copies, data.uploads()}),
      exports({database, clock, audit, access, org, org_admin, recipient_groups, accounts, worktime, numbering, work, incoming, envelopes,
               outgoing, copies, work_dossiers, data.uploads()}),
      kept_copies(database, clock, audit, org, data.uploads()), imports({database, clock, audit, files, numbering, incoming, outgoing}),
      administration({database, clock, audit, org, accounts, files, work, incoming, outgoing, copies, work_dossiers}),
      runner(database, queue, {.threads = 1}), previews(database, queue, {.threads = 1})
{
    files.subscribe(previews);
    outgoing.subscribe(runner);
    copies.subscribe(runner);
    figures.subscribe(runner);
}

std::vector<route::Route> App::routes()
{
    std::vector<route::Route> all;
    const auto add = [&](std::vector<route::Route> more) {
        std::move(more.begin(), more.end(), std::back_inserter(all));
    };
    add(wizard_routes(*this));
    add(accounts::routes(accounts));
    add(background::routes(background));
    add(preferences::routes(preferences));
    add(phrases::routes(phrases));
    add(org::routes(org));
    add(org::routes(org_admin));
    add(recipient_groups::routes(recipient_groups));
    add(audit::routes(audit, database));
    add(worktime::routes(worktime));
    add(files::routes(files));
    add(numbering::routes(numbering));
    add(work::routes(work));
    add(figures::routes(figures));
    add(incoming::routes(incoming));
    add(envelopes::routes(envelopes));
    add(outgoing::routes(outgoing));
    add(outgoing::routes(draft_templates));
    add(outgoing::routes(kinds));
    add(copies::routes(copies));
    add(work_dossiers::routes(work_dossiers, catalogues));
    add(finding::routes(finding));
    add(registers::routes(registers));
    add(registers::routes(exports));
    add(kept_copies::routes(kept_copies));
    add(imports::routes(imports));
    add(access::routes(access));
    add(administration::routes(administration));
    return all;
}

void App::establish_keys()
{
    const auto agencies = org.list_hosted();
    const bool is_new = audit_keys.is_new() && std::none_of(agencies.begin(), agencies.end(), [&](const auto& agency) {
                            return database.read(agency.id, [](db::Tx& tx) { return AuditTrail::is_signed(tx); });
                        });
    if (is_new)
        audit_keys.make(clock.now());
    static_cast<void>(audit_keys.key());
    audit_keys.list_key(clock.now());
}

std::unique_ptr<Clock> open_clock(db::Database& database, bool first_serve)
{
    if (const auto offset = settings::find(database, settings::clock_offset))
        return std::make_unique<OffsetClock>(std::stoll(*offset));
    const auto opens_at = settings::find(database, settings::demo_opens_at);
    if (!opens_at)
        return std::make_unique<SystemClock>();
    const auto offset = std::stoll(*opens_at) - SystemClock{}.now().ms;
    if (first_serve)
        settings::put(database, settings::clock_offset, std::to_string(offset));
    return std::make_unique<OffsetClock>(offset);
}

} // namespace congso::app
