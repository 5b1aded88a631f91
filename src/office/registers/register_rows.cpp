#include "office/registers/register_rows.h"

namespace congso::registers {

namespace {

using numbering::NumberState;
using print::Cell, print::Column;

constexpr print::Style centred{.size = 10, .centred = true};

std::string day_of(Time time, int zone_minutes)
{
    return time.ms == 0 ? "" : day_text(time.date(zone_minutes));
}

std::string joined(std::initializer_list<std::string> parts, std::string_view between)
{
    std::string text;
    for (const auto& part : parts)
        if (!part.empty())
            text.append(text.empty() ? "" : between).append(part);
    return text;
}

// Why a number is not an ordinary one: told in the book itself (documents.md §3).
std::string told(const Line& line)
{
    switch (line.number_state) {
    case NumberState::voided:
        return "Hủy số: " + line.reason;
    case NumberState::reserved:
        return "Giữ số: " + line.reason;
    case NumberState::imported:
        return "Nhập từ sổ cũ: " + line.reason;
    case NumberState::issued:
        return line.reason.empty() ? "" : "Số giữ trước: " + line.reason;
    }
    return "";
}

std::string two_digits(int number) // numbers below 10 get a leading 0 (Appendix I II.3)
{
    return fmt::format("{:02}", number);
}

// A line without a document: its number and day, struck through when it is void, and why.
std::vector<Cell> empty_row(const Line& line, std::size_t columns, std::size_t number_at, std::size_t day_at)
{
    const bool is_void = line.number_state == NumberState::voided;
    std::vector<Cell> cells(columns);
    cells[number_at] = {two_digits(line.number), is_void};
    if (day_at < columns)
        cells[day_at] = {day_text(line.dated_on), is_void};
    cells.back() = {told(line)};
    return cells;
}

bool has_document(const Line& line)
{
    return line.number_state == NumberState::issued || line.number_state == NumberState::imported;
}

std::string state_note(const OutgoingLine& line)
{
    const auto by = line.superseded_by.empty() ? "" : " bằng " + line.superseded_by;
    if (line.state == outgoing::State::recalled)
        return "Đã thu hồi" + by;
    if (line.state == outgoing::State::replaced)
        return "Bị thay thế" + by;
    if (line.state == outgoing::State::corrected)
        return "Đã đính chính" + by;
    return "";
}

std::string progress_of(const IncomingLine& line, Date today, int zone_minutes)
{
    if (line.state == incoming::State::done) {
        const auto day = line.done_at.date(zone_minutes);
        const bool late = line.due_on.is_set() && line.done_at.ms != 0 && day > line.due_on;
        return "Hoàn thành" + (line.done_at.ms == 0 ? "" : " ngày " + day_text(day)) + (late ? ", quá hạn" : "");
    }
    if (line.state == incoming::State::returned)
        return "Đã trả lại nơi gửi";
    if (line.state == incoming::State::cancelled)
        return "Bị nơi gửi thu hồi";
    const bool overdue = incoming::is_overdue(line.state, line.due_on, today);
    const std::string now = line.state == incoming::State::in_progress ? "Đang xử lý"
        : line.state == incoming::State::assigned                      ? "Đã phân công"
        : line.state == incoming::State::submitted                     ? "Đã trình"
                                                                       : "Đã vào sổ";
    return now + (overdue ? ", quá hạn" : "");
}

} // namespace

std::vector<Column> columns_of(numbering::Direction direction, Form form)
{
    if (form == Form::handling)
        return {{"Số đến", 16, centred},
                {"Tên loại, số, ký hiệu, ngày tháng và cơ quan ban hành", 82},
                {"Đơn vị hoặc người nhận", 40},
                {"Thời hạn giải quyết", 24, centred},
                {"Tiến độ giải quyết", 40},
                {"Số, ký hiệu văn bản trả lời", 28},
                {"Ghi chú", 22}};
    if (form == Form::post)
        return {{"Ngày chuyển", 24, centred}, {"Số, ký hiệu văn bản", 44},     {"Nơi nhận văn bản", 76},
                {"Số lượng bì", 20, centred}, {"Ký nhận và dấu bưu điện", 48}, {"Ghi chú", 40}};
    if (direction == numbering::Direction::incoming)
        return {{"Ngày đến", 20, centred},
                {"Số đến", 13, centred},
                {"Tác giả", 35},
                {"Số, ký hiệu văn bản", 29},
                {"Ngày tháng văn bản", 20, centred},
                {"Tên loại và trích yếu nội dung văn bản", 57},
                {"Đơn vị hoặc người nhận", 28},
                {"Ngày chuyển", 20, centred},
                {"Ký nhận", 13},
                {"Ghi chú", 17}};
    return {{"Số, ký hiệu văn bản", 28},
            {"Ngày tháng văn bản", 20, centred},
            {"Tên loại và trích yếu nội dung văn bản", 55},
            {"Người ký", 26},
            {"Nơi nhận văn bản", 38},
            {"Đơn vị, người nhận bản lưu", 21},
            {"Số lượng bản", 13, centred},
            {"Ngày chuyển", 20, centred},
            {"Ký nhận", 13},
            {"Ghi chú", 18}};
}

std::vector<Column> kept_copy_columns()
{
    return {{"Ngày tháng", 20, centred},
            {"Họ tên người sử dụng", 34},
            {"Số, ký hiệu, ngày tháng văn bản", 34},
            {"Tên loại và trích yếu nội dung văn bản", 56},
            {"Số và ký hiệu HS", 22},
            {"Ký nhận", 16},
            {"Ngày trả", 20, centred},
            {"Người cho phép", 28},
            {"Ghi chú", 22}};
}

std::vector<Cell> entry_row(const IncomingLine& line, int zone_minutes)
{
    if (!has_document(line))
        return empty_row(line, 10, 1, 0);
    const auto returned = line.state == incoming::State::returned ? "Đã trả lại nơi gửi" : "";
    return {{day_text(line.dated_on)},
            {two_digits(line.number)},
            {line.issuer},
            {line.origin_number},
            {day_text(line.issued_on)},
            {joined({line.kind_name, line.subject}, ": ")},
            {line.handlers},
            {day_of(line.handed_at, zone_minutes)},
            {},
            {joined({returned, line.note, told(line)}, "\n")}};
}

std::vector<Cell> handling_row(const IncomingLine& line, Date today, int zone_minutes)
{
    if (!has_document(line))
        return empty_row(line, 7, 0, 3);
    const auto origin = joined({line.kind_name, line.origin_number.empty() ? "" : "số " + line.origin_number,
                                line.issued_on.is_set() ? "ngày " + day_text(line.issued_on) : "", "của " + line.issuer},
                               " ");
    return {{two_digits(line.number)},
            {origin + "\n" + line.subject},
            {line.handlers},
            {day_text(line.due_on)},
            {progress_of(line, today, zone_minutes)},
            {line.reply_symbol},
            {joined({line.note, told(line)}, "\n")}};
}

std::vector<Cell> entry_row(const OutgoingLine& line, int zone_minutes)
{
    if (!has_document(line))
        return empty_row(line, 10, 0, 1);
    return {{line.symbol},
            {day_text(line.issued_on)},
            {joined({line.kind_name, line.subject}, ": ")},
            {line.signer_name},
            {line.recipients},
            {joined({"Văn thư", line.unit_name}, "\n")},
            {line.copy_count > 0 ? std::to_string(line.copy_count) : ""},
            {day_of(line.dispatched_at, zone_minutes)},
            {},
            {joined({state_note(line), line.note, told(line)}, "\n")}};
}

std::vector<Cell> post_row(const OutgoingLine& line, int zone_minutes)
{
    return {{day_of(line.dispatched_at, zone_minutes)}, {line.symbol}, {line.posted_to}, {std::to_string(line.envelopes)}, {}, {line.note}};
}

} // namespace congso::registers
