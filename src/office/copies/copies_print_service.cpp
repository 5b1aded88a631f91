#include "lib/pdf/join.h"
#include "lib/pdf/overlay.h"
#include "lib/pdf/text.h"
#include "lib/text/upper.h"
#include "office/copies/copies_service.h"
#include "office/copies/copies_store.h"

#include <algorithm>
#include <fstream>
#include <sstream>

// What a copy is made from, and how it looks on paper.
namespace congso {

namespace store = copies::store;
using namespace copies;

namespace {

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        if (!line.empty())
            lines.push_back(line);
    return lines;
}

// A file for as long as it is looked at.
class Temporary {
public:
    Temporary(const std::filesystem::path& folder, std::string_view bytes) : path_(folder / (Uuid::make().to_string() + ".pdf"))
    {
        std::ofstream file{path_, std::ios::binary};
        file << bytes;
        if (!file.flush())
            throw Error::internal("print.failed");
    }
    ~Temporary()
    {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// Hướng dẫn 36-HD/VPTW: a dash between number and kind, a stroke before the body: «36-HD/VPTW».
bool is_of_party(std::string_view symbol)
{
    const auto mark = symbol.find_first_of("-/");
    return mark != std::string_view::npos && symbol[mark] == '-' && symbol.find('/', mark) != std::string_view::npos;
}

// Where the last line of the page ends; 0 when nobody can tell (a scan without a text layer).
double last_line_of(const std::filesystem::path& pdf, int page)
{
    double end = 0;
    for (const auto& word : pdf::words_of(pdf, page, page))
        end = std::max(end, word.y1);
    return end;
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

CopyService::Original CopyService::original(const Actor& actor, SourceKind kind, Uuid id)
{
    return kind == SourceKind::incoming ? of_incoming(actor, Id<incoming::Incoming>{id}) : of_outgoing(actor, Id<outgoing::Outgoing>{id});
}

CopyService::Original CopyService::of_incoming(const Actor& actor, Id<incoming::Incoming> id)
{
    const auto view = p_.incoming.get(actor, id);
    const auto kind = p_.database.read(actor.agency(), [&](db::Tx& tx) { return store::kind_name(tx, view.kind); });
    Original original;
    original.source = {.name = name_of(view.received_as == incoming::ReceivedAs::full_copy ? "Bản sao y" : kind, view.origin_number,
                                       view.issued_on, view.issuer),
                       .subject = view.subject,
                       .may_be_copied = view.arrival_number > 0 && view.state != incoming::State::returned
                           && view.state != incoming::State::cancelled && view.secrecy == incoming::Secrecy::none,
                       .had_as = view.received_as};
    original.kind = view.kind == "CV" ? "" : kind;
    original.symbol = view.origin_number;
    original.issuer = view.issuer;
    original.issued_on = view.issued_on;
    original.heading = {text::upper(view.issuer)};
    if (!view.signer_position.empty())
        original.signing_lines = {text::upper(view.signer_position)};
    original.signer_name = view.signer_name;
    original.party = is_of_party(view.origin_number);
    original.files = view.files;
    return original;
}

CopyService::Original CopyService::of_outgoing(const Actor& actor, Id<outgoing::Outgoing> id)
{
    const auto view = p_.outgoing.get(actor, id);
    const auto [body, agency] = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        return std::pair{p_.org.get_body(tx, view.body), p_.org.get_agency(tx, tx.agency())};
    });
    using outgoing::State;
    Original original;
    original.source = {.name = name_of(view.kind_name, view.symbol, view.issued_on, body.name),
                       .subject = view.subject,
                       .may_be_copied = view.state == State::issued || view.state == State::corrected || view.state == State::replaced};
    original.kind = view.kind == "CV" ? "" : view.kind_name;
    original.symbol = view.symbol;
    original.issuer = body.name;
    original.place = agency.place;
    original.issued_on = view.issued_on;
    original.parent = lines_of(body.parent_line);
    original.heading = lines_of(body.heading_lines);
    original.signing_lines = lines_of(view.signing_lines);
    original.signer_name = view.signer_name;
    original.party = body.party;
    if (view.issued_file)
        original.files.push_back(*view.issued_file);
    original.files.insert(original.files.end(), view.appendices.begin(), view.appendices.end());
    return original;
}

void CopyService::demand_pages(const Actor& actor, const CopyEntry& entry, const Original& original)
{
    if (!entry.first_page)
        return;
    if (original.files.empty())
        throw Error::invalid_field("/first_page", "no_file");
    if (*entry.last_page > pdf::page_count(p_.files.open_preview(actor, original.files.front().id).path))
        throw Error::invalid_field("/last_page", "range");
}

Block CopyService::block_of(db::Tx& tx, const Copy& copy) const
{
    const auto body = p_.org.get_body(tx, copy.body);
    Block block{.form = heading_of(copy.form),
                .parent = lines_of(body.parent_line),
                .agency = lines_of(body.heading_lines.empty() ? text::upper(body.name) : body.heading_lines),
                .number = copy.symbol,
                .place = p_.org.get_agency(tx, tx.agency()).place,
                .copied_on = copy.copied_on,
                .signing_lines = lines_of(copy.signing_lines),
                .signer_name = copy.signer_name,
                .recipients = {}};
    for (const auto& recipient : p_.delivery.list_recipients(tx, copy.id.uuid))
        block.recipients.push_back(delivery::with_mark(recipient));
    return block;
}

// Part III.2a: the block stands on the sheet of the document's last lines, where it has room.
std::string CopyService::pages_of(const Actor& actor, const Copy& copy, const Original& original, const Block& block)
{
    if (!copy.text.empty())
        return extract_pages({.parent = original.parent,
                              .agency = original.heading,
                              .party = original.party,
                              .number = original.symbol,
                              .place = copy.source_place,
                              .issued_on = original.issued_on,
                              .kind = original.kind,
                              .subject = original.source.subject,
                              .text = copy.text,
                              .signing_lines = original.signing_lines,
                              .signer_name = original.signer_name},
                             block);
    pdf::Joined sheets;
    for (const auto& file : original.files) {
        if (file.media_type != files::pdf_type && file.preview == files::PreviewState::none)
            continue; // the view names it as left out
        const auto readable = p_.files.open_preview(actor, file.id);
        if (copy.form == CopyForm::extract) { // pages of the document itself
            if (!sheets.try_add(readable.path, copy.first_page, copy.last_page))
                throw Error::invalid("pdf.unreadable");
            break;
        }
        if (!sheets.try_add(readable.path))
            throw Error::invalid("pdf.unreadable");
    }
    if (sheets.pages() == 0) // nothing but paper: the block alone, to be printed on its back or bound behind it
        return block_page(block);
    const int last = sheets.pages();
    auto bytes = sheets.finish();
    const Temporary source{p_.temporary, bytes};
    const auto sizes = pdf::page_sizes(source.path());
    const auto end = last_line_of(source.path(), last);
    if (end > 0 && has_room_below(end, sizes.back().width, sizes.back().height, block)) {
        print::Paper over{copy.copied_on, sizes[0].width, sizes[0].height};
        for (std::size_t i = 1; i < sizes.size(); ++i)
            over.next_page(sizes[i].width, sizes[i].height);
        draw_block(over, std::max(end, upper_edge) + space_above_block, block);
        const Temporary whole{p_.temporary, {}};
        pdf::lay_over(source.path(), over.finish(), whole.path());
        return bytes_of(whole.path());
    }
    pdf::Joined with_page;
    with_page.add(bytes);
    with_page.add(block_page(block));
    return with_page.finish();
}

CopyService::Printed CopyService::print(const Actor& actor, Id<Copy> id)
{
    actor.demand(Permission::copy_documents);
    const auto [copy, block] = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto found = get_made(tx, actor, id, {});
        return std::pair{found, block_of(tx, found)};
    });
    const auto original = this->original(actor, copy.source_kind, copy.source);
    auto name = copy.symbol;
    std::replace(name.begin(), name.end(), '/', '_');
    Printed printed{name + ".pdf", p_.temporary / (Uuid::make().to_string() + ".pdf")};
    std::ofstream file{printed.file, std::ios::binary};
    file << pages_of(actor, copy, original, block);
    if (!file.flush())
        throw Error::internal("print.failed");
    return printed;
}

} // namespace congso
