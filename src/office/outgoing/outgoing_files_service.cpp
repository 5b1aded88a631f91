#include "office/actor/reach.h"
#include "office/outgoing/draft_templates_store.h"
#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"
#include "office/templates/kinds.h"

// The versions of a document's file.
namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

namespace {

constexpr std::string_view unsigned_slot = "unsigned";

std::string slot_of(int version)
{
    return "v" + std::to_string(version);
}

bool has_layout(std::string_view kind_code)
{
    const auto* kind = templates::find_kind(kind_code);
    return kind && kind->outgoing;
}

} // namespace

SymbolParts OutgoingService::symbol_parts(db::Tx& tx, const Document& document) const
{
    const auto kind = store::find_kind(tx, document.kind);
    const auto body = store::find_body(tx, document.body);
    const auto unit = document.unit ? p_.org.find_unit(tx, document.unit) : std::nullopt;
    return {kind ? kind->abbreviation : "", body ? body->symbol : "", unit ? unit->abbreviation : "", body && body->party};
}

OutgoingService::Sheet OutgoingService::sheet_of(db::Tx& tx, const Document& document, std::vector<Recipient> recipients,
                                                 std::vector<Paragraph> text, std::vector<Detail> details) const
{
    auto symbol = symbol_parts(tx, document);
    auto lines = document.signing_lines;
    if (lines.empty() && document.signer) // not approved yet: as he usually signs
        if (const auto powers = p_.org.signing_powers(tx, document.signer, document.body); !powers.empty())
            lines = powers.front().signing_lines;
    const auto known = store::find_template(tx, document.kind);
    return {document,
            {.agency = p_.org.get_agency(tx, tx.agency()),
             .body = p_.org.get_body(tx, document.body),
             .notation = notation_of(symbol),
             .unit_abbreviation = std::move(symbol.unit_abbreviation),
             .signing_lines = std::move(lines),
             .signer_name = document.signer_name,
             .recipients = std::move(recipients),
             .text = std::move(text),
             .details = std::move(details),
             .text_style = known ? known->text_style : templates::TextStyle{},
             .margins = known ? known->margins : templates::Margins{},
             .year = p_.clock.today().year()}};
}

OutgoingService::Sheet OutgoingService::sheet_of(db::Tx& tx, const Document& document) const
{
    return sheet_of(tx, document, p_.delivery.list_recipients(tx, document.id.uuid), store::list_text(tx, document.id),
                    store::list_details(tx, document.id));
}

std::optional<OutgoingService::Made> OutgoingService::make(AgencyId agency, const std::optional<Sheet>& sheet)
{
    if (!sheet || !has_layout(sheet->document.kind))
        return std::nullopt;
    auto file = p_.files.put_bytes(agency, templates::layout(printed(sheet->document, sheet->parts)));
    file.name = file_name_of(sheet->document, sheet->parts.notation);
    return Made{std::move(file), sheet->document.version};
}

void OutgoingService::put_version(db::Tx& tx, const Actor& actor, const Document& document, const NewFile& file)
{
    const auto last = store::find_last_version(tx, document.id);
    const int number = last ? last->number + 1 : 1;
    const bool generated = file.uploaded.empty();
    if (generated) {
        if (!file.made && !has_layout(document.kind))
            throw Error::invalid_field("/files", "required"); // a kind of the agency's own has no layout
        if (!file.made || file.made->version != document.version)
            throw Error::conflict("stale", {{"version", std::to_string(document.version)}});
        if (last)
            if (const auto before = p_.files.list(tx, document.id.uuid, slot_of(last->number));
                !before.empty() && before.front().id == file.made->file.id)
                return; // nothing that is printed has changed
    }
    store::insert(tx,
                  {.agency = tx.agency(),
                   .outgoing = document.id,
                   .number = number,
                   .person = actor.person(),
                   .at = p_.clock.now(),
                   .reason = file.reason,
                   .made_from = file.made_from,
                   .generated = generated});
    if (generated) {
        p_.files.add_row(tx, file.made->file);
        p_.files.attach_named(tx, document.id.uuid, slot_of(number), 0, file.made->file);
    } else {
        attach_one(tx, actor, document, slot_of(number), file.uploaded, file.field);
    }
}

void OutgoingService::attach_one(db::Tx& tx, const Actor& actor, const Document& document, std::string_view slot, const std::string& id,
                                 std::string_view field)
{
    try {
        p_.files.attach(tx, actor, document.id.uuid, slot, {id});
    } catch (const Error& error) {
        if (error.faults().empty())
            throw;
        throw Error::invalid_field(std::string{field}, error.faults().front().code); // it names its own list, not our field
    }
}

std::optional<files::Attached> OutgoingService::issued_file(db::Tx& tx, Id<Outgoing> id) const
{
    auto found = p_.files.list(tx, id.uuid, "scan");
    if (found.empty())
        found = p_.files.list(tx, id.uuid, unsigned_slot);
    if (found.empty())
        if (const auto last = store::find_last_version(tx, id))
            found = p_.files.list(tx, id.uuid, slot_of(last->number));
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

void OutgoingService::demand_paper_kept(db::Tx& tx, Id<Outgoing> id) const
{
    for (const auto& recipient : p_.delivery.list_recipients(tx, id.uuid))
        if (recipient.kind == RecipientKind::agency && *recipient.target != tx.agency().uuid)
            throw Error::invalid_field("/scan", "other_agency");
    const auto file = issued_file(tx, id);
    if (!file || file->media_type != media::mime_of(media::MediaType::docx)) // nothing else can be marked as unsigned
        throw Error::invalid_field("/scan", "required");
}

// The page that people inside see says that it bears no signature.
void OutgoingService::mark(AgencyId agency, const MarkJob& job)
{
    stamp(agency, {job.id, job.person, {}}); // its number first
    const auto file = p_.database.read(agency, [&](db::Tx& tx) -> std::optional<files::Attached> {
        const auto document = store::find(tx, job.id);
        if (!document || !document->paper_kept || !p_.files.list(tx, job.id.uuid, unsigned_slot).empty())
            return std::nullopt;
        return issued_file(tx, job.id);
    });
    if (!file)
        return;
    auto pdf = p_.files.make_marked_pdf(agency, file->id, "BẢN KHÔNG CÓ CHỮ KÝ");
    pdf.name = files::pdf_name(file->name);
    p_.database.write(agency, [&](db::Tx& tx) {
        if (!p_.files.list(tx, job.id.uuid, unsigned_slot).empty())
            return;
        p_.files.add_row(tx, pdf);
        p_.files.attach_named(tx, job.id.uuid, unsigned_slot, 0, pdf);
        if (const auto document = store::find(tx, job.id))
            tell(tx, *document);
    });
}

void OutgoingService::stamp(AgencyId agency, const StampJob& job)
{
    const auto is_wanted = [&](const std::optional<Document>& document, const std::optional<store::VersionRow>& last) {
        return document && last && last->generated
            && (document->state == State::approved || document->state == State::numbered || document->state == State::issued);
    };
    const auto made = make(agency, p_.database.read(agency, [&](db::Tx& tx) -> std::optional<Sheet> {
        const auto document = store::find(tx, job.id);
        if (!is_wanted(document, store::find_last_version(tx, job.id)))
            return std::nullopt;
        return sheet_of(tx, *document);
    }));
    if (!made)
        return;
    p_.database.write(agency, [&](db::Tx& tx) {
        const auto document = store::find(tx, job.id);
        const auto last = store::find_last_version(tx, job.id);
        if (!is_wanted(document, last))
            return;
        const Actor actor{agency, job.person, {}};
        const bool numbered = document->number > 0;
        put_version(tx, actor, *document,
                    {.reason = job.reason.value_or(numbered ? "Cấp số" : "Thẩm quyền ký"), .made_from = last->number, .made = made});
        if (store::find_last_version(tx, job.id)->number == last->number)
            return; // it was there
        p_.audit.record(tx, actor, "outgoing.version_added", "outgoing", job.id.uuid, {{"made_from", std::to_string(last->number)}});
        tell(tx, *document);
    });
}

} // namespace congso
