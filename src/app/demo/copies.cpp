#include "app/demo/demo.h"

#include <fstream>

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

// The sheet as it came from the printer, signed and sealed: it stays as it was printed, for the sample signs nothing.
std::string upload_print(OfficeLife& life, const copies::CopyView& copy)
{
    const auto clerk = life.world().commune.as("vanthu");
    const auto print = life.app().copies.print(clerk, copy.id);
    std::ifstream file{print.file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    std::filesystem::remove(print.file);
    return life.upload(clerk, SignedPage{bytes, 1}, "Bản sao " + print.name);
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
                life.app().copies.issue(life.world().commune.as("vanthu"), {.id = made.id, .scan = upload_print(life, made)});
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
