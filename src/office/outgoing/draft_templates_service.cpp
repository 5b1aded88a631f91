#include "office/outgoing/draft_templates_service.h"

#include "office/actor/use_case.h"
#include "office/delivery/recipients_service.h"
#include "office/outgoing/draft_templates_store.h"

namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

namespace {

// As the audit trail compares two versions.
struct Told {
    std::vector<std::string> opening, closing, recipients;
    templates::TextStyle text_style;
    templates::Margins margins;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Told, (), (opening, closing, recipients, text_style, margins, note))

Told told_of(const DraftTemplate& one)
{
    Told told{{}, {}, {}, one.text_style, one.margins, one.note};
    for (const auto& paragraph : one.opening)
        told.opening.push_back(paragraph.text);
    for (const auto& paragraph : one.closing)
        told.closing.push_back(paragraph.text);
    for (const auto& recipient : one.recipients)
        told.recipients.push_back(recipient.mark.empty() ? recipient.name : recipient.name + " (" + recipient.mark + ")");
    return told;
}

} // namespace

std::vector<DraftTemplate> DraftTemplateService::list(const Actor& actor)
{
    actor.demand(Permission::signed_in);
    return database_.read(actor.agency(), [](db::Tx& tx) { return store::list_templates(tx); });
}

std::vector<DraftTemplate> DraftTemplateService::list_versions(const Actor& actor, const DraftTemplateQuery& query)
{
    actor.demand(Permission::manage_people);
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_template_versions(tx, query.kind); });
}

DraftTemplate DraftTemplateService::save(const Actor& actor, const DraftTemplateEntry& entry)
{
    actor.demand(Permission::manage_people);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        auto faults = faults_of(entry);
        delivery::add_unknown_targets(tx, org_, entry.recipients, clock_.today(), faults);
        if (!faults.empty())
            throw Error::invalid_fields(std::move(faults));
        const auto before = store::find_template(tx, entry.kind).value_or(DraftTemplate{.kind = entry.kind});
        if (before.version != entry.version)
            throw Error::conflict("stale", {{"version", std::to_string(before.version)}});
        const DraftTemplate after{.kind = entry.kind,
                                  .version = before.version + 1,
                                  .opening = entry.opening,
                                  .closing = entry.closing,
                                  .recipients = entry.recipients,
                                  .text_style = entry.text_style.value_or(templates::TextStyle{}),
                                  .margins = entry.margins.value_or(templates::Margins{}),
                                  .note = entry.note.value_or(""),
                                  .saved_by = actor.person(),
                                  .saved_by_name = {},
                                  .saved_at = clock_.now()};
        store::insert(tx, after);
        auto changes = AuditTrail::changes(told_of(before), told_of(after));
        changes.emplace_back("kind", entry.kind);
        changes.emplace_back("version", std::to_string(after.version));
        audit_.record(tx, actor, "draft_template.changed", "draft_template", tx.agency().uuid, changes);
        return *store::find_template(tx, entry.kind);
    });
}

} // namespace congso
