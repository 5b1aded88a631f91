#include "office/registers/exports_service.h"

namespace congso {

using namespace registers;
using ooxml::XlsxCell, ooxml::XlsxColumn;

namespace {

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
    return sheet_of(p_.temporary, "Đơn vị",
                    {{"Tên", 40}, {"Chữ viết tắt", 12}, {"Thuộc đơn vị", 40}, {"Từ ngày", 12}, {"Đến hết ngày", 12}}, units,
                    [&](const org::Unit& unit) -> std::vector<XlsxCell> {
                        return {unit.name, unit.abbreviation, name_of(units, unit.parent), unit.valid_from, unit.valid_to};
                    });
}

Spreadsheet ExportService::bodies(const Actor& actor)
{
    return sheet_of(p_.temporary, "Cơ quan ban hành",
                    {{"Tên", 44}, {"Cơ quan chủ quản (dòng trên)", 36}, {"Tên in ở đầu văn bản", 44}, {"Chữ viết tắt trong ký hiệu", 14}},
                    p_.org.list_bodies(actor), [](const org::Body& body) -> std::vector<XlsxCell> {
                        return {body.name, in_one_line(body.parent_line), in_one_line(body.heading_lines), body.symbol};
                    });
}

Spreadsheet ExportService::posts(const Actor& actor)
{
    const auto units = p_.org.list_units(actor);
    const auto bodies = p_.org.list_bodies(actor);
    return sheet_of(p_.temporary, "Chức vụ",
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
    return sheet_of(p_.temporary, "Cơ quan",
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

Spreadsheet ExportService::mandates(const Actor& actor)
{
    const auto bodies = p_.org.list_bodies(actor);
    return sheet_of(p_.temporary, "Ủy quyền",
                    {{"Loại", 20},
                     {"Người ủy quyền", 28},
                     {"Người được ủy quyền", 28},
                     {"Nội dung ủy quyền", 44},
                     {"Số, ngày của giấy ủy quyền", 32},
                     {"Cơ quan ban hành", 40},
                     {"Các dòng ký", 40},
                     {"Từ ngày", 12},
                     {"Đến hết ngày", 12},
                     {"Hiệu lực", 14}},
                    p_.org_admin.list_mandates(actor), [&](const org::MandateRow& row) -> std::vector<XlsxCell> {
                        return {page_word("mandates.kinds", describe::to_name(row.kind)),
                                row.from_name,
                                row.to_name,
                                row.scope,
                                row.document,
                                name_of(bodies, row.body),
                                in_one_line(row.signing_lines),
                                row.valid_from,
                                row.valid_to,
                                std::string{row.in_force ? "đang hiệu lực" : ""}};
                    });
}

// A row for each right of a role, so that one can be filtered by either.
Spreadsheet ExportService::roles(const Actor& actor)
{
    std::vector<std::pair<const accounts::Role*, Permission>> rights;
    const auto roles = p_.accounts.list_roles(actor);
    for (const auto& role : roles)
        for (const auto permission : role.permissions)
            rights.emplace_back(&role, permission);
    return sheet_of(
        p_.temporary, "Vai trò", {{"Vai trò", 28}, {"Mã", 20}, {"Quyền", 48}, {"Mã quyền", 22}, {"Đăng nhập hai lớp", 14}}, rights,
        [](const auto& right) -> std::vector<XlsxCell> {
            const auto& [role, permission] = right;
            const std::string code{describe::to_name(permission)};
            return {role->name, role->code, page_word("permission", code), code, std::string{role->second_factor ? "bắt buộc" : ""}};
        });
}

// A row for each member of a group.
Spreadsheet ExportService::recipient_groups(const Actor& actor)
{
    std::vector<std::pair<const recipient_groups::GroupView*, const recipient_groups::Member*>> members;
    const auto groups = p_.recipient_groups.list(actor);
    for (const auto& group : groups)
        for (const auto& member : group.members)
            members.emplace_back(&group, &member);
    return sheet_of(
        p_.temporary, "Nhóm nơi nhận",
        {{"Tên nhóm", 32}, {"Thành phần", 36}, {"Là", 12}, {"Từ ngày", 12}, {"Đến hết ngày", 12}, {"Nhóm dùng đến hết ngày", 14}}, members,
        [](const auto& each) -> std::vector<XlsxCell> {
            const auto& [group, member] = each;
            return {group->name,        member->name,     page_word("groups.kinds", describe::to_name(member->kind)),
                    member->valid_from, member->valid_to, group->valid_to};
        });
}

Spreadsheet ExportService::calendar(const Actor& actor, const worktime::YearQuery& query)
{
    constexpr const char* const weekdays[] = {"", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"};
    const auto year = p_.worktime.get_year(actor, query);
    return sheet_of(
        p_.temporary, fmt::format("Lịch làm việc {}", year.year), {{"Ngày", 12}, {"Thứ", 10}, {"Loại ngày", 18}, {"Tên, căn cứ", 48}},
        year.days, [&](const worktime::DayEntry& day) -> std::vector<XlsxCell> {
            return {day.day, std::string{weekdays[day.day.weekday()]}, page_word("day_kind", describe::to_name(day.kind)), day.name};
        });
}

} // namespace congso
