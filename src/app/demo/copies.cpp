#include "app/demo/demo.h"

#include "lib/pdf/overlay.h"
#include "lib/pdf/text.h"

#include <fstream>
#include <sstream>

// The last afternoon's copies: one given out, and an extract that waits to be signed.
namespace congso::app::demo {

namespace {

Time afternoon(int hour, int minute)
{
    return Time::at(Date::of(2022, 4, 29), hour * 60 + minute, 420);
}

copies::CopyEntry entry_of(const OfficeLife& life, copies::SourceKind kind, Uuid source)
{
    const auto& commune = life.world().commune;
    copies::CopyEntry entry;
    entry.source_kind = kind;
    entry.source = source;
    entry.body = commune.foundation.bodies.find("UBND")->second;
    entry.signer = commune.person("phochutich");
    for (const auto* name : {"vanphong", "taichinh"})
        entry.recipients.push_back({.kind = delivery::RecipientKind::person,
                                    .target = commune.person(name).uuid,
                                    .name = commune.members.find(name)->second.full_name});
    const auto* hamlets = "Trưởng các thôn";
    entry.recipients.push_back(
        {.kind = delivery::RecipientKind::group, .target = commune.groups.at(hamlets).uuid, .name = hamlets, .mark = "để biết"});
    const auto& party = life.world().party.agency;
    entry.recipients.push_back({.kind = delivery::RecipientKind::agency, .target = party.id.uuid, .name = party.short_name});
    entry.recipients.push_back({.kind = delivery::RecipientKind::outside, .target = {}, .name = "Trường THCS Phổ Mẫu"});
    return entry;
}

// Where the block has room to sign: above the signer's name, which stands last on its page.
std::pair<int, print::Point> place_to_sign(const std::filesystem::path& pdf, const std::string& name)
{
    constexpr double room = 28;
    std::vector<std::string> words;
    std::istringstream stream{name};
    for (std::string word; stream >> word;)
        words.push_back(word);
    const auto printed = pdf::words_of(pdf);
    for (auto last = printed.size(); last >= words.size(); --last) {
        const auto first = last - words.size();
        const bool is_name = std::equal(words.begin(), words.end(), printed.begin() + static_cast<std::ptrdiff_t>(first),
                                        [](const std::string& word, const pdf::Word& found) { return word == found.text; });
        if (is_name)
            return {printed[first].page, {(printed[first].x0 + printed[last - 1].x1) / 2, printed[first].y0 - room / 2}};
    }
    throw Error::internal("demo.no_signer");
}

// The sheet as it comes back from the scanner, signed and sealed.
std::string upload_signed(OfficeLife& life, const copies::CopyView& copy)
{
    const auto clerk = life.world().commune.as("vanthu");
    const auto print = life.app().copies.print(clerk, copy.id);
    const auto [page, middle] = place_to_sign(print.file, copy.signer_name);
    const auto sizes = pdf::page_sizes(print.file);
    print::Paper over{copy.copied_on, sizes[0].width, sizes[0].height};
    for (int sheet = 1; sheet <= static_cast<int>(sizes.size()); ++sheet) {
        if (sheet > 1)
            over.next_page(sizes[static_cast<std::size_t>(sheet) - 1].width, sizes[static_cast<std::size_t>(sheet) - 1].height);
        if (sheet == page)
            sign(over, middle, stroke_of(copy.signer_name));
    }
    const auto scan = print.file.parent_path() / (Uuid::make().to_string() + ".pdf");
    pdf::lay_over(print.file, over.finish(), scan);
    std::ifstream file{scan, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    std::filesystem::remove(print.file);
    std::filesystem::remove(scan);
    return life.upload(clerk, SignedPage{bytes, static_cast<int>(sizes.size())}, "Bản sao đã ký, đóng dấu " + print.name);
}

void copy_incoming(OfficeLife& life)
{
    const auto clerk = life.world().commune.as("vanthu");
    incoming::IncomingQuery query;
    query.query = "777/UBND-TH";
    for (const auto& row : life.app().incoming.list(clerk, query).items)
        if (row.origin_number == *query.query) {
            auto entry = entry_of(life, copies::SourceKind::incoming, row.id.uuid);
            entry.copy_count = 9;
            const auto made = life.app().copies.make(clerk, entry);
            life.agenda.at(afternoon(16, 55), [&life, made] {
                life.app().copies.issue(life.world().commune.as("vanthu"), {.id = made.id, .scan = upload_signed(life, made)});
                life.deliver();
            });
            return;
        }
}

void extract_plan(OfficeLife& life)
{
    const auto clerk = life.world().commune.as("vanthu");
    outgoing::OutgoingQuery query;
    query.query = "36/KH-UBND";
    for (const auto& row : life.app().outgoing.list(clerk, query).items)
        if (row.symbol == *query.query && row.year == 2019) {
            auto entry = entry_of(life, copies::SourceKind::outgoing, row.id.uuid);
            entry.form = copies::CopyForm::extract;
            entry.part = "Phần tổ chức thực hiện";
            entry.text =
                "Các bộ phận chuyên môn và các thôn căn cứ Kế hoạch này tổ chức thực hiện, định kỳ báo cáo kết quả về Ủy ban nhân "
                "dân xã qua Văn phòng.\nHội đồng Thi đua - Khen thưởng xã theo dõi, đôn đốc, tham mưu sơ kết, tổng kết phong trào.";
            life.app().copies.make(clerk, entry);
            return;
        }
}

} // namespace

void plan_copies(OfficeLife& life)
{
    life.agenda.at(afternoon(16, 35), [&life] { copy_incoming(life); });
    life.agenda.at(afternoon(16, 40), [&life] { extract_plan(life); });
}

} // namespace congso::app::demo
