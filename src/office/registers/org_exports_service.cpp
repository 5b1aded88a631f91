#include "lib/ooxml/xlsx_write.h"
#include "office/registers/exports_service.h"

namespace congso {

using namespace registers;
using ooxml::XlsxCell, ooxml::XlsxColumn;

namespace {

template <class Rows, class Row>
Spreadsheet export_list(const std::filesystem::path& folder, const std::string& name, const std::vector<XlsxColumn>& columns,
                        const Rows& rows, const Row& cells_of)
{
    auto file = folder / (Uuid::make().to_string() + ".xlsx");
    ooxml::XlsxWriter writer{file, name, columns};
    for (const auto& row : rows)
        writer.add(cells_of(row));
    writer.finish();
    return {name + ".xlsx", std::move(file)};
}

template <class Rows, class Key> std::string name_of(const Rows& rows, const Key& id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
    return found == rows.end() ? "" : found->name;
}

std::string in_one_line(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

constexpr const char* const authority_names[] = {"", "TM.", "KT.", "TL.", "TUQ.", "Q.", "không qua ai"};

} // namespace

Spreadsheet ExportService::units(const Actor& actor)
{
    const auto units = p_.org.list_units(actor);
    return export_list(p_.temporary, "Đơn vị",
                       {{"Tên", 40}, {"Chữ viết tắt", 12}, {"Thuộc đơn vị", 40}, {"Từ ngày", 12}, {"Đến hết ngày", 12}}, units,
                       [&](const org::Unit& unit) -> std::vector<XlsxCell> {
                           return {unit.name, unit.abbreviation, name_of(units, unit.parent), unit.valid_from, unit.valid_to};
                       });
}

Spreadsheet ExportService::bodies(const Actor& actor)
{
    return export_list(
        p_.temporary, "Cơ quan ban hành",
        {{"Tên", 44}, {"Cơ quan chủ quản (dòng trên)", 36}, {"Tên in ở đầu văn bản", 44}, {"Chữ viết tắt trong ký hiệu", 14}},
        p_.org.list_bodies(actor), [](const org::Body& body) -> std::vector<XlsxCell> {
            return {body.name, in_one_line(body.parent_line), in_one_line(body.heading_lines), body.symbol};
        });
}

Spreadsheet ExportService::posts(const Actor& actor)
{
    const auto units = p_.org.list_units(actor);
    const auto bodies = p_.org.list_bodies(actor);
    return export_list(p_.temporary, "Chức vụ",
                       {{"Tên", 36},
                        {"Đơn vị", 36},
                        {"Cơ quan ban hành", 40},
                        {"Thẩm quyền ký", 14},
                        {"Các dòng ký", 40},
                        {"Từ ngày", 12},
                        {"Đến hết ngày", 12}},
                       p_.org.list_posts(actor), [&](const org::Post& post) -> std::vector<XlsxCell> {
                           return {post.name,
                                   post.unit ? name_of(units, post.unit) : std::string{"Lãnh đạo"},
                                   name_of(bodies, post.body),
                                   std::string{authority_names[static_cast<int>(post.authority)]},
                                   in_one_line(post.signing_lines),
                                   post.valid_from,
                                   post.valid_to};
                       });
}

Spreadsheet ExportService::agencies(const Actor& actor)
{
    const auto agencies = p_.org.list_agencies(actor);
    return export_list(p_.temporary, "Cơ quan",
                       {{"Tên", 44},
                        {"Tên ngắn", 28},
                        {"Mã định danh", 22},
                        {"Mã cũ", 16},
                        {"Trực thuộc", 36},
                        {"Địa chỉ", 40},
                        {"Điện thoại", 16},
                        {"Thư điện tử", 28},
                        {"Kế thừa", 36},
                        {"Đến hết ngày", 12}},
                       agencies, [&](const Agency& agency) -> std::vector<XlsxCell> {
                           return {agency.name,
                                   agency.short_name,
                                   agency.code,
                                   agency.code_2016,
                                   name_of(agencies, agency.parent),
                                   agency.address,
                                   agency.phone,
                                   agency.email,
                                   name_of(agencies, agency.heir),
                                   agency.valid_to};
                       });
}

} // namespace congso
