#include "lib/pdf/overlay.h"
#include "lib/pdf/text.h"
#include "lib/text/upper.h"
#include "office/registers/hand_out_paper.h"
#include "office/registers/incoming_paper.h"
#include "office/registers/register_paper.h"
#include "office/registers/registers_service.h"

namespace congso {

using namespace registers;

namespace {

constexpr const char* const part_names[] = {"Chủ trì", "Phối hợp", "Để biết"};

std::string origin_of(const incoming::Incoming& document, const std::string& kind)
{
    auto text = kind + (document.origin_number.empty() ? "" : " số " + document.origin_number);
    if (document.issued_on.is_set())
        text += " ngày " + day_text(document.issued_on);
    return text + " của " + document.issuer;
}

std::string share_text(const tasks::Assignment& share)
{
    return std::string{part_names[static_cast<int>(share.part)]} + ": " + share.person_name
        + (share.due_on.is_set() ? ", hạn " + day_text(share.due_on) : "");
}

std::vector<Opinion> opinions_of(const std::vector<tasks::Note>& newest_first, std::initializer_list<tasks::NoteKind> kinds,
                                 int zone_minutes)
{
    std::vector<Opinion> opinions;
    for (auto note = newest_first.rbegin(); note != newest_first.rend(); ++note)
        if (std::find(kinds.begin(), kinds.end(), note->kind) != kinds.end() && !note->text.empty())
            opinions.push_back({note->text, note->person_name, note->at.date(zone_minutes)});
    return opinions;
}

// What stands on the first page: its words, and whatever a scan shows.
std::vector<Box> taken_on(const std::filesystem::path& pdf)
{
    std::vector<Box> boxes;
    for (const auto& word : pdf::words_of(pdf, 1, 1))
        boxes.push_back({word.x0, word.y0, word.x1, word.y1});
    const auto ink = pdf::ink_of(pdf, 1);
    for (int y = 0; y < ink.rows; ++y)
        for (int x = 0; x < ink.columns; ++x)
            if (ink.dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(ink.columns) + static_cast<std::size_t>(x)])
                boxes.push_back({x * ink.cell, y * ink.cell, (x + 1) * ink.cell, (y + 1) * ink.cell});
    return boxes;
}

// Of all who have not had the paper, or of one person, once more.
bool wants_slip(const delivery::Delivery& delivery, std::optional<Id<org::Person>> person)
{
    return delivery.on_paper && (person ? delivery.person == *person : !delivery.handed_on.is_set());
}

} // namespace

// Appendix IV: phiếu giải quyết văn bản đến, in its three parts
Printed RegisterService::slip(const Actor& actor, Id<incoming::Incoming> id)
{
    const auto view = p_.incoming.get(actor, id);
    if (view.arrival_number == 0)
        throw Error::conflict("incoming.not_registered");
    const auto zone = p_.clock.zone_minutes();
    Slip slip;
    std::string kind = view.kind;
    for (const auto& each : p_.outgoing.list_kinds(actor))
        if (each.code == view.kind)
            kind = each.name;
    slip.agency = text::upper(p_.database.read(actor.agency(), [&](db::Tx& tx) { return p_.org.get_agency(tx, tx.agency()).name; }));
    slip.origin = origin_of(view, kind);
    slip.subject = view.subject;
    slip.arrival = fmt::format("Số đến: {:02}; ngày đến: {}", view.arrival_number, day_text(view.arrived_on));
    slip.leader = opinions_of(view.notes, {tasks::NoteKind::instruction}, zone);
    for (const auto& share : view.assignments)
        if (share.state != tasks::State::passed_on)
            slip.shares.push_back(share_text(share));
    if (slip.leader.empty() && !view.assignments.empty()) { // assigned without a word
        const auto& first = view.assignments.front();
        const auto by = p_.database.read(actor.agency(), [&](db::Tx& tx) { return p_.org.find_person(tx, first.assigned_by); });
        slip.leader.push_back({"", by ? by->full_name : "", first.assigned_at.date(zone)});
    }
    slip.unit_head = opinions_of(view.notes, {tasks::NoteKind::forward}, zone);
    slip.handler = opinions_of(view.notes, {tasks::NoteKind::progress, tasks::NoteKind::result}, zone);
    return {fmt::format("Phiếu giải quyết văn bản đến {}-{}.pdf", view.arrival_number, view.year),
            print_slip(slip, p_.clock.today(), printed_by(actor)),
            {}};
}

// Draws over every page who printed it; over the first what `draw_first` adds.
Printed RegisterService::lay_over(const FileService::Readable& readable, const std::string& printed,
                                  const std::function<void(print::Paper&)>& draw_first, double first_scale)
{
    constexpr std::size_t most_pages = 1000; // marked; what follows is printed as it is
    const auto sizes = pdf::page_sizes(readable.path);
    if (sizes.empty())
        throw Error::not_found("file.no_preview");
    print::Paper paper{p_.clock.today(), sizes[0].width, sizes[0].height};
    for (std::size_t i = 0; i < std::min(sizes.size(), most_pages); ++i) {
        if (i > 0)
            paper.next_page(sizes[i].width, sizes[i].height);
        else if (draw_first)
            draw_first(paper);
        paper.write(printed, {.size = 8, .italic = true}, {10, sizes[i].height - 7}, sizes[i].width - 20);
    }
    Printed copy{files::pdf_name(readable.name), {}, p_.temporary / (Uuid::make().to_string() + ".pdf")};
    pdf::lay_over(readable.path, paper.finish(), copy.file, first_scale);
    return copy;
}

Printed RegisterService::print_copy(const Actor& actor, const IncomingPrint& query)
{
    const auto view = p_.incoming.get(actor, query.id);
    if (view.arrival_number == 0)
        throw Error::conflict("incoming.not_registered");
    const auto chosen = std::find_if(view.files.begin(), view.files.end(),
                                     [&](const auto& file) { return query.file ? file.id == *query.file : file.main; });
    if (chosen == view.files.end())
        throw Error::not_found("file.unknown");
    const auto readable = p_.files.open_preview(actor, chosen->id);
    if (!chosen->main) // the stamp belongs on the document itself
        return lay_over(readable, printed_by(actor), {});
    Stamp stamp;
    stamp.agency = p_.database.read(actor.agency(), [&](db::Tx& tx) { return p_.org.get_agency(tx, tx.agency()).short_name; });
    stamp.number = view.arrival_number;
    stamp.day = view.arrived_on;
    stamp.forwarded_to = view.lead_name;
    const auto sizes = pdf::page_sizes(readable.path);
    if (sizes.empty())
        throw Error::not_found("file.no_preview");
    const auto place = place_of_stamp(taken_on(readable.path), sizes[0].width, sizes[0].height);
    return lay_over(
        readable, printed_by(actor), [&](print::Paper& paper) { draw_stamp(paper, place.at, stamp); }, place.page_scale);
}

Printed RegisterService::hand_out_slips(const Actor& actor, const HandOutPrint& query)
{
    actor.demand(Permission::number_outgoing);
    const auto view = p_.outgoing.get(actor, query.id);
    const auto body = p_.database.read(actor.agency(), [&](db::Tx& tx) { return p_.org.get_body(tx, view.body); });
    constexpr const char* const urgencies[] = {"", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HỎA TỐC HẸN GIỜ"};
    std::vector<HandOutSlip> slips;
    for (const auto& delivery : view.deliveries)
        if (wants_slip(delivery, query.person))
            slips.push_back({.agency = body.heading_lines,
                             .number = view.symbol + " ngày " + day_text(view.issued_on),
                             .kind = view.kind_name,
                             .subject = view.subject,
                             .issuer = body.name,
                             .person = delivery.person_name,
                             .post = delivery.post_name,
                             .through = delivery.through,
                             .urgency = urgencies[static_cast<int>(view.urgency)],
                             .pages = view.page_count});
    if (slips.empty() || view.state == outgoing::State::recalled)
        throw Error::not_found("outgoing.no_paper");
    return {fmt::format("Phiếu giao văn bản {}-{}.pdf", view.number, view.year),
            print_hand_out_slips(slips, p_.clock.today(), printed_by(actor)),
            {}};
}

Printed RegisterService::hand_out_slips(const Actor& actor, const CopyHandOutPrint& query)
{
    actor.demand(Permission::copy_documents);
    const auto view = p_.copies.get(actor, query.id);
    const auto body = p_.database.read(actor.agency(), [&](db::Tx& tx) { return p_.org.get_body(tx, view.body); });
    std::vector<HandOutSlip> slips;
    for (const auto& delivery : view.deliveries)
        if (wants_slip(delivery, query.person))
            slips.push_back({.agency = body.heading_lines,
                             .number = view.symbol + " ngày " + day_text(view.copied_on),
                             .kind = "Bản sao",
                             .subject = copies::arrival_subject_of(view),
                             .issuer = body.name,
                             .person = delivery.person_name,
                             .post = delivery.post_name,
                             .through = delivery.through,
                             .urgency = {},
                             .pages = 0});
    if (slips.empty())
        throw Error::not_found("outgoing.no_paper");
    return {fmt::format("Phiếu giao bản sao {}-{}.pdf", view.number, view.year),
            print_hand_out_slips(slips, p_.clock.today(), printed_by(actor)),
            {}};
}

Printed RegisterService::print_copy(const Actor& actor, Id<outgoing::Outgoing> id)
{
    const auto view = p_.outgoing.get(actor, id);
    const auto file = view.issued_file ? view.issued_file
        : view.versions.empty()        ? std::optional<files::Attached>{}
                                       : std::optional{view.versions.front().file};
    if (!file)
        throw Error::not_found("file.unknown");
    // Appendix I II.11: what stays inside says so on every page that leaves the printer
    const std::string circulation = view.circulation == outgoing::Circulation::inside_only ? "LƯU HÀNH NỘI BỘ · "
        : view.circulation == outgoing::Circulation::return_after                          ? "XEM XONG TRẢ LẠI · "
                                                                                           : "";
    return lay_over(p_.files.open_preview(actor, file->id), circulation + printed_by(actor), {});
}

} // namespace congso
