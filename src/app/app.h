#pragma once
#include "app/config.h"
#include "app/data_directory.h"
#include "app/wizard.h"
#include "lib/blob/store.h"
#include "lib/crypto/mac.h"
#include "lib/crypto/sealing.h"
#include "lib/jobs/runner.h"
#include "lib/proc/converter.h"
#include "office/access/access_service.h"
#include "office/accounts/accounts_service.h"
#include "office/actor/route.h"
#include "office/administration/administration_service.h"
#include "office/audit/audit_service.h"
#include "office/background/background_service.h"
#include "office/copies/copies_service.h"
#include "office/delivery/delivery_service.h"
#include "office/envelopes/envelopes_service.h"
#include "office/figures/figures_service.h"
#include "office/files/files_service.h"
#include "office/finding/finding_service.h"
#include "office/imports/imports_service.h"
#include "office/incoming/incoming_service.h"
#include "office/kept_copies/kept_copies_service.h"
#include "office/notify/notify.h"
#include "office/numbering/numbering_service.h"
#include "office/org/org_admin_service.h"
#include "office/org/org_service.h"
#include "office/outgoing/draft_templates_service.h"
#include "office/outgoing/kinds_service.h"
#include "office/outgoing/outgoing_service.h"
#include "office/phrases/phrases_service.h"
#include "office/preferences/preferences_service.h"
#include "office/recipient_groups/recipient_groups_service.h"
#include "office/registers/exports_service.h"
#include "office/registers/registers_service.h"
#include "office/search/search_service.h"
#include "office/tasks/tasks_service.h"
#include "office/work/work_service.h"
#include "office/work_dossiers/catalogue_service.h"
#include "office/work_dossiers/work_dossiers_service.h"
#include "office/worktime/worktime_service.h"

namespace congso::app {

// The whole program of one installation: built top to bottom, torn down bottom to top. The database is migrated by then.
// `clock` outlives it.
struct App {
    App(const Config& settings, DataDirectory& directory, db::Database& opened, const Clock& time);

    const Config& config;
    DataDirectory& data;
    db::Database& database;
    const Clock& clock;
    crypto::MacKey secret;
    AuditKeys audit_keys;
    crypto::SealingKey seal;
    blob::Store blobs;
    proc::LibreOfficeConverter converter;
    jobs::Queue queue;

    AuditTrail audit;
    AccessLog access;
    BackgroundService background;
    OrgService org;
    OrgAdminService org_admin;
    RecipientGroupService recipient_groups;
    AccountService accounts;
    PreferenceService preferences;
    PhraseService phrases;
    WorktimeService worktime;
    FileService files;
    NumberingService numbering;
    SearchIndex search;
    Notifier notifier;
    WorkService work;
    FigureService figures;
    TaskService tasks;
    IncomingService incoming;
    EnvelopeService envelopes;
    DraftTemplateService draft_templates;
    KindService kinds;
    DeliveryService delivery;
    OutgoingService outgoing;
    CopyService copies;
    CatalogueService catalogues;
    WorkDossierService work_dossiers;
    FindingService finding;
    RegisterService registers;
    ExportService exports;
    KeptCopyService kept_copies;
    ImportService imports;
    AdministrationService administration;

    SetupDoor setup_door; // until the first agency stands

    jobs::Runner runner; // what people wait for
    jobs::Runner previews; // conversions, by the hundred after an import: they hold up nothing else

    std::vector<route::Route> routes(); // of every feature

    // Before anything is signed: makes the key of a new installation. Throws unavailable "audit.key_missing" when there was one: a lost
    // key is not replaced in silence (`congso renew-key` does it, and says so in every chain).
    void establish_keys();
};

// The clock that this installation runs by: the real one, or the demo's stored day, which begins when it is first served.
std::unique_ptr<Clock> open_clock(db::Database& database, bool first_serve);

} // namespace congso::app
