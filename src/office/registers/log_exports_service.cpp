#include "office/registers/exports_service.h"

// What an auditor takes out: who did what, and who looked at what (Decree 30/2020 Appendix VI part I).
namespace congso {

using namespace registers;
using ooxml::XlsxCell;

namespace {

std::string hour_text(Time at, int zone_minutes)
{
    const auto minute = at.minute_of_day(zone_minutes);
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

} // namespace

Spreadsheet ExportService::access(const Actor& actor, access::AccessQuery query)
{
    const auto zone = p_.clock.zone_minutes();
    return sheet_of_pages(
        p_.temporary, "Nhật ký truy cập", {{"Ngày", 12}, {"Giờ", 8}, {"Người", 28}, {"Việc", 32}, {"Bản ghi", 38}, {"Chi tiết", 48}},
        std::move(query), [&](const auto& asked) { return p_.access.list(actor, asked); },
        [&](const access::AccessRow& row) -> std::vector<XlsxCell> {
            return {row.at.date(zone), hour_text(row.at, zone), row.person_name, page_word("access.actions", row.action), row.record,
                    row.detail};
        });
}

Spreadsheet ExportService::trail(const Actor& actor, audit::TrailQuery query)
{
    const auto zone = p_.clock.zone_minutes();
    return sheet_of_pages(
        p_.temporary, "Nhật ký hệ thống", {{"Số thứ tự", 10}, {"Ngày", 12}, {"Giờ", 8}, {"Người", 28}, {"Việc", 40}, {"Loại bản ghi", 24}},
        std::move(query), [&](const auto& asked) { return p_.audit.list(p_.database, actor, asked); },
        [&](const audit::TrailRow& row) -> std::vector<XlsxCell> {
            return {row.sequence,
                    row.at.date(zone),
                    hour_text(row.at, zone),
                    row.person_name.empty() ? std::string{"Chương trình"} : row.person_name,
                    page_word("actions", row.action),
                    page_word("audit.kinds", row.record_kind)};
        });
}

} // namespace congso
