#include "office/work_dossiers/printed.h"

#include "lib/print/table.h"
#include "lib/text/upper.h"
#include "lib/text/words.h"

namespace congso::work_dossiers {

namespace {

using print::Cell, print::Column, print::Paper, print::Style;

constexpr double left = 25, right = 15, first_top = 20, next_top = 20, foot_at = 285;
constexpr auto not_yours = "(Văn bản ngoài quyền xem của người in)";

Style plain(double size = 13)
{
    return {.size = size};
}
Style bold(double size = 13)
{
    return {.size = size, .bold = true, .centred = true};
}

// The agency left, the nation right: boxes 2 and 1 of every form of the decree.
double draw_head(Paper& paper, const Agency& agency)
{
    const double width = paper.width() - left - right, half = width * 0.42;
    const double a = paper.write(text::upper(agency.name), bold(12), {left, first_top}, half);
    const double b = paper.write("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold(12), {left + half, first_top}, width - half);
    const double c = paper.write("Độc lập - Tự do - Hạnh phúc", bold(13), {left + half, first_top + b}, width - half);
    const double rule = first_top + a + 1.5;
    paper.line({left + half * 0.33, rule}, {left + half * 0.67, rule}, 0.2);
    const double lower = first_top + b + c + 1;
    const double middle = left + half + (width - half) / 2;
    paper.line({middle - 29, lower}, {middle + 29, lower}, 0.2);
    return std::max(rule, lower) + 6;
}

void draw_foot(Paper& paper, const PrintedBy& by, int page)
{
    const double foot = paper.height() - (297 - foot_at);
    const auto minutes = by.at.minute_of_day(by.zone_minutes);
    const auto two = [](int number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    paper.write("In từ hệ thống congso: " + by.person_name + ", " + two(minutes / 60) + ":" + two(minutes % 60) + " "
                    + text::table_date(by.at.date(by.zone_minutes)),
                {.size = 8, .italic = true}, {left, foot}, 120);
    paper.write(std::to_string(page), {.size = 9, .right = true}, {paper.width() - right - 20, foot}, 20);
}

print::TableLayout layout_of(const Paper& paper, std::vector<Column> columns)
{
    return {.columns = std::move(columns), .left = left, .next_top = next_top, .bottom = paper.height() - 20};
}

std::string described(const DossierContent& content)
{
    return content.type_name.empty() ? content.subject : content.type_name + ": " + content.subject;
}

} // namespace

std::string page_range(int first, int pages)
{
    if (pages <= 0)
        return "";
    return pages == 1 ? std::to_string(first) : std::to_string(first) + "-" + std::to_string(first + pages - 1);
}

std::string print_catalogue(const CatalogueView& catalogue, const Agency& agency, Date today, const std::string& approved_by)
{
    Paper paper{today};
    double y = draw_head(paper, agency);
    y += paper.write("DANH MỤC HỒ SƠ", bold(14), {left, y}, paper.width() - left - right);
    y += paper.write("Năm " + std::to_string(catalogue.year), bold(13), {left, y}, paper.width() - left - right);
    if (catalogue.state != CatalogueState::approved)
        y += paper.write("(Dự thảo, chưa được duyệt)", {.size = 12, .italic = true, .centred = true}, {left, y},
                         paper.width() - left - right);
    // Appendix V: columns of the list
    print::Table table{paper,
                       layout_of(paper,
                                 {{"Số và ký hiệu hồ sơ", 25, {.size = 11}},
                                  {"Tên đề mục và tiêu đề hồ sơ", 75, {.size = 11}},
                                  {"Thời hạn bảo quản", 22, {.size = 11, .centred = true}},
                                  {"Người lập hồ sơ", 30, {.size = 11}},
                                  {"Ghi chú", 18, {.size = 11}}}),
                       y + 4};
    int major = 0, minor = 0;
    for (const auto& row : catalogue.rows) {
        if (row.kind == CatalogueRowKind::major) {
            minor = 0;
            table.add({{}, {roman(++major) + ". " + text::upper(row.title)}, {}, {}, {}});
        } else if (row.kind == CatalogueRowKind::minor) {
            table.add({{}, {std::to_string(++minor) + ". " + row.title}, {}, {}, {}});
        } else {
            table.add({{row.symbol}, {row.title}, {retention_name(row.retention)}, {row.creator_name}, {row.note}});
        }
    }
    if (catalogue.state == CatalogueState::approved) {
        if (table.end() > paper.height() - 60)
            paper.next_page();
        const double at = table.end() > paper.height() - 60 ? next_top : table.end() + 8;
        paper.write("NGƯỜI ĐỨNG ĐẦU CƠ QUAN", bold(13), {paper.width() - right - 80, at}, 80);
        paper.write(approved_by, bold(13), {paper.width() - right - 80, at + 28}, 80);
    }
    return paper.finish();
}

std::string print_index(const std::vector<WorkDossierRow>& rows, int year, const Agency& agency, const PrintedBy& by)
{
    Paper paper{by.at.date(by.zone_minutes)};
    double y = draw_head(paper, agency);
    y += paper.write("MỤC LỤC HỒ SƠ", bold(14), {left, y}, paper.width() - left - right);
    y += paper.write("Năm " + std::to_string(year), bold(13), {left, y}, paper.width() - left - right);
    draw_foot(paper, by, 1);
    auto layout = layout_of(paper,
                            {{"Số TT", 11, {.size = 11, .centred = true}},
                             {"Số, ký hiệu hồ sơ", 24, {.size = 11}},
                             {"Tiêu đề hồ sơ", 60, {.size = 11}},
                             {"Thời gian tài liệu", 25, {.size = 11, .centred = true}},
                             {"Thời hạn bảo quản", 20, {.size = 11, .centred = true}},
                             {"Số tờ/ Số trang", 15, {.size = 11, .centred = true}},
                             {"Ghi chú", 15, {.size = 11}}});
    layout.on_next_page = [&] {
        draw_foot(paper, by, paper.pages());
    };
    print::Table table{paper, std::move(layout), y + 4};
    int number = 0;
    for (const auto& row : rows) {
        auto time = text::table_date(row.starts_on);
        if (row.ends_on.is_set())
            time += "\n" + text::table_date(row.ends_on);
        table.add({{std::to_string(++number)},
                   {row.symbol},
                   {row.title},
                   {time},
                   {retention_name(row.retention)},
                   {row.page_count > 0 ? std::to_string(row.page_count) : ""},
                   {row.note}});
    }
    return paper.finish();
}

std::string print_contents(const WorkDossierView& dossier, const Agency& agency, const PrintedBy& by)
{
    Paper paper{by.at.date(by.zone_minutes)};
    const double width = paper.width() - left - right;
    double y = draw_head(paper, agency);
    y += paper.write("MỤC LỤC VĂN BẢN TRONG HỒ SƠ", bold(14), {left, y}, width) + 1;
    y += paper.write(dossier.title, bold(13), {left, y}, width);
    y += paper.write("Hồ sơ số: " + dossier.symbol + "   Năm: " + std::to_string(dossier.year)
                         + "   Thời hạn bảo quản: " + retention_name(dossier.retention),
                     {.size = 12, .centred = true}, {left, y}, width);
    draw_foot(paper, by, 1);
    auto layout = layout_of(paper,
                            {{"STT", 10, {.size = 11, .centred = true}},
                             {"Số, ký hiệu", 27, {.size = 11}},
                             {"Ngày tháng năm", 23, {.size = 11, .centred = true}},
                             {"Tên loại và trích yếu nội dung", 55, {.size = 11}},
                             {"Tác giả", 27, {.size = 11}},
                             {"Tờ số/ Trang số", 14, {.size = 11, .centred = true}},
                             {"Ghi chú", 14, {.size = 11}}});
    layout.on_next_page = [&] {
        draw_foot(paper, by, paper.pages());
    };
    print::Table table{paper, std::move(layout), y + 4};
    int next = 1;
    for (const auto& content : dossier.contents) {
        table.add({{std::to_string(content.ordinal)},
                   {content.number},
                   {text::table_date(content.issued_on)},
                   {content.visible ? described(content) : not_yours},
                   {content.author},
                   {page_range(next, content.page_count)},
                   {content.note}});
        next += content.page_count;
    }
    if (table.end() < paper.height() - 30)
        paper.write("Mục lục này có " + std::to_string(dossier.contents.size()) + " văn bản, tài liệu.", plain(12), {left, table.end() + 3},
                    width);
    return paper.finish();
}

std::string print_stand_in(const DossierContent& content, const std::string& file_name, Date today)
{
    Paper paper{today};
    const double width = paper.width() - left - right;
    double y = 60;
    y += paper.write(content.number.empty() ? described(content) : content.number + "\n" + described(content), bold(14), {left, y}, width)
        + 6;
    y += paper.write(file_name.empty()
                         ? "Văn bản này không có tệp trong hệ thống."
                         : "Tệp «" + file_name + "» không trình bày được thành trang. Nguyên văn tệp nằm trong bản xuất ZIP của hồ sơ.",
                     {.size = 13, .centred = true}, {left, y}, width);
    return paper.finish();
}

} // namespace congso::work_dossiers
