#include "office/registers/exports_service.h"

#include "office/registers/registers_store.h"

#include <charconv>

namespace congso {

namespace store = registers::store;
using namespace registers;
using ooxml::XlsxCell, ooxml::XlsxColumn, ooxml::XlsxWriter;

namespace {

constexpr int lines_at_once = 500;

constexpr const char* const urgency_names[] = {"Thường", "Khẩn", "Thượng khẩn", "Hỏa tốc", "Hỏa tốc hẹn giờ"};
constexpr const char* const number_names[] = {"đã dùng", "giữ số", "hủy", "nhập từ sổ cũ"};

std::string name_of(incoming::State state)
{
    switch (state) {
    case incoming::State::arrived:
        return "Chờ tiếp nhận";
    case incoming::State::returned:
        return "Đã trả lại";
    case incoming::State::registered:
        return "Đã vào sổ";
    case incoming::State::submitted:
        return "Đã trình";
    case incoming::State::assigned:
        return "Đã phân công";
    case incoming::State::in_progress:
        return "Đang xử lý";
    case incoming::State::done:
        return "Hoàn thành";
    case incoming::State::cancelled:
        return "Bị nơi gửi thu hồi";
    }
    return std::string{describe::to_name(state)};
}

std::string name_of(outgoing::State state)
{
    switch (state) {
    case outgoing::State::draft:
        return "Dự thảo";
    case outgoing::State::reviewing:
        return "Đang góp ý, kiểm tra";
    case outgoing::State::returned:
        return "Yêu cầu chỉnh sửa";
    case outgoing::State::submitted:
        return "Trình ký";
    case outgoing::State::approved:
        return "Đã duyệt";
    case outgoing::State::numbered:
        return "Đã cấp số";
    case outgoing::State::issued:
        return "Đã phát hành";
    case outgoing::State::recalled:
        return "Đã thu hồi";
    case outgoing::State::replaced:
        return "Đã bị thay thế";
    case outgoing::State::corrected:
        return "Đã đính chính";
    case outgoing::State::discarded:
        return "Đã bỏ";
    }
    return std::string{describe::to_name(state)};
}

XlsxCell number_cell(int number)
{
    return number > 0 ? XlsxCell{std::int64_t{number}} : XlsxCell{std::string{}};
}

} // namespace

std::map<std::string, std::string> ExportService::kind_names(const Actor& actor)
{
    std::map<std::string, std::string> names;
    for (const auto& kind : p_.outgoing.list_kinds(actor))
        names.emplace(kind.code, kind.name);
    return names;
}

Spreadsheet ExportService::incoming(const Actor& actor, incoming::IncomingQuery query)
{
    actor.demand(Permission::read_documents);
    const auto kinds = kind_names(actor);
    return sheet_of_pages(
        p_.temporary, "Văn bản đến",
        {{"Số đến", 8},
         {"Năm", 7},
         {"Ngày đến", 12},
         {"Cơ quan ban hành", 28},
         {"Số, ký hiệu", 20},
         {"Ngày văn bản", 12},
         {"Loại văn bản", 16},
         {"Trích yếu", 60},
         {"Độ khẩn", 11},
         {"Trạng thái", 16},
         {"Chủ trì", 22},
         {"Hạn xử lý", 12},
         {"Quá hạn", 10}},
        std::move(query), [&](const auto& asked) { return p_.incoming.list(actor, asked); },
        [&](const incoming::IncomingRow& row) -> std::vector<XlsxCell> {
            const auto kind = kinds.find(row.kind);
            return {number_cell(row.arrival_number),
                    number_cell(row.year),
                    row.arrived_on,
                    row.issuer,
                    row.origin_number,
                    row.issued_on,
                    kind == kinds.end() ? row.kind : kind->second,
                    row.subject,
                    std::string{urgency_names[static_cast<int>(row.urgency)]},
                    name_of(row.state),
                    row.lead_name,
                    row.due_on,
                    std::string{row.overdue ? "quá hạn" : ""}};
        });
}

Spreadsheet ExportService::outgoing(const Actor& actor, outgoing::OutgoingQuery query)
{
    actor.demand(Permission::read_documents);
    const auto kinds = kind_names(actor);
    return sheet_of_pages(
        p_.temporary, "Văn bản đi",
        {{"Số", 8},
         {"Năm", 7},
         {"Số, ký hiệu", 20},
         {"Ngày văn bản", 12},
         {"Loại văn bản", 16},
         {"Trích yếu", 60},
         {"Độ khẩn", 11},
         {"Người ký", 22},
         {"Người soạn", 22},
         {"Trạng thái", 20},
         {"Hạn", 12}},
        std::move(query), [&](const auto& asked) { return p_.outgoing.list(actor, asked); },
        [&](const outgoing::OutgoingRow& row) -> std::vector<XlsxCell> {
            const auto kind = kinds.find(row.kind);
            return {number_cell(row.number),
                    number_cell(row.year),
                    row.symbol,
                    row.issued_on,
                    kind == kinds.end() ? row.kind : kind->second,
                    row.subject,
                    std::string{urgency_names[static_cast<int>(row.urgency)]},
                    row.signer_name,
                    row.drafter_name,
                    name_of(row.state),
                    row.due_on};
        });
}

Spreadsheet ExportService::book(const Actor& actor, const BookExport& query)
{
    actor.demand(Permission::see_all_documents);
    const auto [book, period] = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        for (auto& each : p_.numbering.list_books(tx))
            if (each.id == query.book)
                return std::pair{std::move(each), p_.numbering.get_period(tx, query.book, query.period)};
        throw Error::not_found();
    });
    const store::Range range{query.book, query.period, period.starts_on, period.ends_on};
    auto file = new_sheet(p_.temporary);
    const auto name = book.name + " " + std::to_string(query.period);
    const auto write = [&](const std::vector<XlsxColumn>& columns, const auto& list, const auto& row_of) {
        XlsxWriter writer{file, "Sổ", columns};
        for (int after = 0;;) {
            const auto lines = p_.database.read(actor.agency(), [&](db::Tx& tx) { return list(tx, range, after, lines_at_once); });
            for (const auto& line : lines)
                writer.add(row_of(line));
            if (static_cast<int>(lines.size()) < lines_at_once)
                break;
            after = lines.back().number;
        }
        writer.finish();
    };
    const auto state_of = [](const Line& line) {
        return std::string{number_names[static_cast<int>(line.number_state)]};
    };
    if (book.direction == numbering::Direction::incoming)
        write({{"Số đến", 8},
               {"Ngày đến", 12},
               {"Tác giả", 28},
               {"Số, ký hiệu", 20},
               {"Ngày tháng văn bản", 12},
               {"Tên loại", 16},
               {"Trích yếu", 60},
               {"Đơn vị hoặc người nhận", 24},
               {"Hạn", 12},
               {"Số, ký hiệu văn bản trả lời", 20},
               {"Số", 12},
               {"Lý do", 24},
               {"Ghi chú", 24}},
              store::list_incoming, [&](const IncomingLine& line) -> std::vector<XlsxCell> {
                  return {std::int64_t{line.number},
                          line.dated_on,
                          line.issuer,
                          line.origin_number,
                          line.issued_on,
                          line.kind_name,
                          line.subject,
                          line.handlers,
                          line.due_on,
                          line.reply_symbol,
                          state_of(line),
                          line.reason,
                          line.note};
              });
    else
        write({{"Số", 8},
               {"Số, ký hiệu", 20},
               {"Ngày tháng văn bản", 12},
               {"Tên loại", 16},
               {"Trích yếu", 60},
               {"Người ký", 22},
               {"Nơi nhận", 40},
               {"Số lượng bản", 9},
               {"Số", 12},
               {"Lý do", 24},
               {"Ghi chú", 24}},
              book.direction == numbering::Direction::copies ? store::list_copies : store::list_outgoing,
              [&](const OutgoingLine& line) -> std::vector<XlsxCell> {
                  return {std::int64_t{line.number},
                          line.symbol,
                          line.dated_on,
                          line.kind_name,
                          line.subject,
                          line.signer_name,
                          line.recipients,
                          number_cell(line.copy_count),
                          state_of(line),
                          line.reason,
                          line.note};
              });
    return {name + ".xlsx", std::move(file)};
}

Spreadsheet ExportService::work(const Actor& actor)
{
    auto file = new_sheet(p_.temporary);
    XlsxWriter writer{file, "Việc của tôi", {{"Số, ký hiệu", 20}, {"Việc", 60}, {"Từ", 28}, {"Độ khẩn", 11}, {"Hạn", 12}}};
    for (const auto& item : p_.work.list(actor).items)
        writer.add({item.symbol, item.title, item.from_whom, std::string{urgency_names[static_cast<int>(item.urgency)]}, item.due_on});
    writer.finish();
    return {"Việc của tôi.xlsx", std::move(file)};
}

Spreadsheet ExportService::people(const Actor& actor)
{
    auto file = new_sheet(p_.temporary);
    XlsxWriter writer{file, "Cán bộ", {{"Họ và tên", 28}, {"Chức vụ", 28}, {"Đơn vị", 28}, {"Tên đăng nhập", 18}, {"Trạng thái", 16}}};
    for (const auto& person : p_.org.list_people(actor))
        writer.add({person.full_name, person.post_name, person.unit_name, person.username,
                    std::string{person.active ? "Đang công tác" : "Đã nghỉ"}});
    writer.finish();
    return {"Cán bộ.xlsx", std::move(file)};
}

Spreadsheet ExportService::envelopes(const Actor& actor, envelopes::EnvelopeQuery query)
{
    constexpr const char* const states[] = {"Chờ giao", "Đã giao", "Đã vào sổ"};
    const auto zone = p_.clock.zone_minutes();
    return sheet_of_pages(
        p_.temporary, "Bì gửi đích danh",
        {{"Ngày đến", 12},
         {"Nơi gửi", 28},
         {"Số, ký hiệu ngoài bì", 20},
         {"Gửi cho", 28},
         {"Độ khẩn", 11},
         {"Trạng thái", 14},
         {"Người nhận", 28},
         {"Ngày giao", 12},
         {"Ghi chú", 24}},
        std::move(query), [&](const auto& asked) { return p_.envelopes.list(actor, asked); },
        [&](const envelopes::Envelope& row) -> std::vector<XlsxCell> {
            return {row.arrived_on,
                    row.sender,
                    row.mark,
                    row.addressee,
                    std::string{urgency_names[static_cast<int>(row.urgency)]},
                    std::string{states[static_cast<int>(row.state)]},
                    row.handed_to,
                    row.handed_at.ms > 0 ? row.handed_at.date(zone) : Date{},
                    row.note};
        });
}

Spreadsheet ExportService::work_dossiers(const Actor& actor, work_dossiers::WorkDossierQuery query)
{
    actor.demand(Permission::read_documents);
    return sheet_of_pages(
        p_.temporary, "Hồ sơ công việc",
        {{"Năm", 7},
         {"Số, ký hiệu", 16},
         {"Tiêu đề hồ sơ", 60},
         {"Thời hạn bảo quản", 16},
         {"Người lập", 22},
         {"Bắt đầu", 12},
         {"Kết thúc", 12},
         {"Trạng thái", 14},
         {"Số văn bản", 10},
         {"Số trang", 10},
         {"Hạn nộp lưu", 12},
         {"Ghi chú", 24}},
        std::move(query), [&](const auto& asked) { return p_.work_dossiers.list(actor, asked); },
        [&](const work_dossiers::WorkDossierRow& row) -> std::vector<XlsxCell> {
            return {std::int64_t{row.year},
                    row.symbol,
                    row.title,
                    row.retention == 0 ? std::string{"Vĩnh viễn"} : fmt::format("{} năm", row.retention),
                    row.creator_name,
                    row.starts_on,
                    row.ends_on,
                    std::string{row.state == work_dossiers::State::closed ? "Đã kết thúc" : "Đang lập"},
                    std::int64_t{row.document_count},
                    std::int64_t{row.page_count},
                    row.archive_due_on,
                    row.note};
        });
}

Spreadsheet ExportService::copies(const Actor& actor, copies::CopyQuery query)
{
    return sheet_of_pages(
        p_.temporary, "Bản sao",
        {{"Số", 8},
         {"Số, ký hiệu", 18},
         {"Ngày sao", 12},
         {"Hình thức sao", 14},
         {"Sao từ văn bản", 48},
         {"Trích yếu", 60},
         {"Người ký", 22},
         {"Trạng thái", 18}},
        std::move(query), [&](const auto& asked) { return p_.copies.list(actor, asked); },
        [&](const copies::CopyRow& row) -> std::vector<XlsxCell> {
            return {number_cell(row.number), row.symbol,  row.copied_on,   page_word("copies.form", describe::to_name(row.form)),
                    row.source_name,         row.subject, row.signer_name, page_word("copies.state", describe::to_name(row.state))};
        });
}

Page<BookRow> ExportService::list_book(const Actor& actor, const BookRowsQuery& query)
{
    actor.demand(Permission::see_all_documents);
    const auto limit = query.limit.value_or(50);
    if (limit < 1 || limit > page_size)
        throw Error::invalid_field("/limit", "range");
    int below = std::numeric_limits<int>::max();
    if (const auto& after = query.after; after && !after->empty()) {
        const auto [end, error] = std::from_chars(after->data(), after->data() + after->size(), below);
        if (error != std::errc{} || end != after->data() + after->size())
            throw Error::invalid_field("/after", "cursor");
    }
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto books = p_.numbering.list_books(tx);
        if (std::none_of(books.begin(), books.end(), [&](const auto& book) { return book.id == query.book; }))
            throw Error::not_found();
        Page<BookRow> page;
        page.items = store::list_rows(tx, query, below, limit);
        if (static_cast<int>(page.items.size()) == limit)
            page.after = std::to_string(page.items.back().number);
        return page;
    });
}

} // namespace congso
