#include "lib/pdf/text.h"
#include "office/registers/register_rows.h"
#include "office/registers/registers_service.h"
#include "office/registers/spreadsheets.h"
#include "tests/support/incoming_fixture.h"

#include <fstream>

namespace congso {

using namespace registers;

class RegistersTest : public test::IncomingTest {
protected:
    DeliveryService delivery{{database(), clock, audit, org, notifier, work, service, queue}};
    OutgoingService outgoing{{database(), clock, audit, org, files, numbering, search, notifier, work, tasks, service, delivery, queue}};
    CopyService copies{
        {database(), clock, audit, org, files, numbering, search, notifier, work, service, delivery, outgoing, queue, directory.path()}};
    RegisterService registers{{database(), clock, audit, org, files, numbering, service, outgoing, copies, directory.path()}};

    std::vector<pdf::Word> words_of(const Printed& printed)
    {
        if (!printed.file.empty())
            return pdf::words_of(printed.file);
        const auto file = directory.path() / "print.pdf";
        std::ofstream{file, std::ios::binary} << printed.bytes;
        return pdf::words_of(file);
    }
    static std::string text_of(const std::vector<pdf::Word>& words)
    {
        std::string text;
        for (const auto& word : words)
            text += (text.empty() ? "" : " ") + word.text;
        return text;
    }
    std::string text_of(const Printed& printed) { return text_of(words_of(printed)); }
    static void expect_in_order(const std::string& text, std::initializer_list<const char*> parts)
    {
        std::size_t at = 0;
        for (const auto* const part : parts) {
            const auto found = text.find(part, at);
            ASSERT_NE(found, std::string::npos) << part << " after: " << text.substr(at, 600);
            at = found;
        }
    }
    // The words of the head of the table on a page, column by column from the left, in the order of reading in each.
    static std::vector<std::string> titles(const std::vector<pdf::Word>& words, int page, const std::vector<print::Column>& columns)
    {
        std::vector<std::string> found(columns.size());
        double row_of_numbers = 0;
        for (const auto& word : words)
            if (word.page == page && word.text == "(1)")
                row_of_numbers = word.y0;
        for (const auto& word : words) {
            if (word.page != page || word.y0 > row_of_numbers + 0.5 || word.y0 < top_margin - 1)
                continue;
            double x = left_margin;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                if (word.x0 >= x && word.x1 <= x + columns[i].width + 0.3)
                    found[i] += (found[i].empty() ? "" : " ") + word.text;
                x += columns[i].width;
            }
        }
        return found;
    }
    Id<outgoing::Outgoing> issue(const std::string& subject)
    {
        ::congso::outgoing::Draft draft;
        draft.body = office.body.id;
        draft.kind = "BC";
        draft.subject = subject;
        draft.signer = office.head;
        draft.recipients = {{.kind = ::congso::outgoing::RecipientKind::outside, .target = {}, .name = "Sở Nội vụ", .mark = "bc"},
                            {.kind = ::congso::outgoing::RecipientKind::outside, .target = {}, .name = "Bưu điện tỉnh", .mark = ""}};
        auto view = outgoing.create(clerk(), draft);
        view = outgoing.submit(clerk(), {.id = view.id});
        view = outgoing.approve(head(), {.id = view.id});
        outgoing.take_number(clerk(), {.id = view.id});
        return view.id;
    }
};
CONGSO_BOTH_ENGINES(RegistersTest);

TEST_P(RegistersTest, the_register_of_incoming_documents_has_the_ten_columns_of_the_decree_Phụ_lục_IV)
{
    assigned("817/KH-UBND");
    numbering.reserve(clerk(), {office.incoming_book, "chờ bản gốc", {}});
    numbering.reserve(clerk(), {office.incoming_book, "giữ cho văn bản mật", {}});
    numbering.void_number(clerk(), {office.incoming_book, 2022, 3, "đóng dấu nhầm"});
    const auto words = words_of(registers.print_book(clerk(), {.book = office.incoming_book, .period = 2022}));
    const auto text = text_of(words);
    expect_in_order(text,
                    {"UBND XÃ PHỔ MẪU", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "Năm: 2022", "Từ ngày 01/01/2022 đến ngày 31/12/2022",
                     "Từ số 01 đến số 03", "Cộng 3 số, từ số 01 đến số 03; trong đó: hủy 1, giữ 1."});
    const auto columns = columns_of(numbering::Direction::incoming, Form::entries);
    const std::vector<std::string> decree{"Ngày đến (1)",
                                          "Số đến (2)",
                                          "Tác giả (3)",
                                          "Số, ký hiệu văn bản (4)",
                                          "Ngày tháng văn bản (5)",
                                          "Tên loại và trích yếu nội dung văn bản (6)",
                                          "Đơn vị hoặc người nhận (7)",
                                          "Ngày chuyển (8)",
                                          "Ký nhận (9)",
                                          "Ghi chú (10)"};
    EXPECT_EQ(titles(words, 2, columns), decree);
    for (const auto* const part :
         {"817/KH-UBND", "28/04/2022", "Kế hoạch:", "Phạm Văn An", "Võ Thị Bình", "In từ congso bởi Lê Thị Lan lúc", "Trang 1"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
    double total = 0;
    for (const auto& column : columns)
        total += column.width;
    EXPECT_NEAR(total, 297 - left_margin - right_margin, 0.01);
    for (const auto& word : words) {
        EXPECT_GE(word.x0, left_margin - 0.5) << word.text;
        EXPECT_LE(word.x1, 297 - right_margin + 0.5) << word.text;
    }
}

TEST_P(RegistersTest, every_register_fills_the_page_between_its_margins_Phụ_lục_IV)
{
    const auto width_of = [](const std::vector<print::Column>& columns) {
        double width = 0;
        for (const auto& column : columns)
            width += column.width;
        return width;
    };
    using enum numbering::Direction;
    const std::vector<std::pair<std::vector<print::Column>, std::size_t>> all{{columns_of(incoming, Form::entries), 10},
                                                                              {columns_of(outgoing, Form::entries), 10},
                                                                              {columns_of(outgoing, Form::post), 6},
                                                                              {kept_copy_columns(), 9},
                                                                              {columns_of(incoming, Form::handling), 7}};
    for (const auto& [columns, count] : all) {
        EXPECT_EQ(columns.size(), count);
        EXPECT_NEAR(width_of(columns), 252, 0.01) << columns.front().title;
    }
}

TEST(Spreadsheets, say_what_the_page_says)
{
    EXPECT_EQ(page_word("copies.form", "recopied"), "Sao lục");
    EXPECT_EQ(page_word("access.actions", "book.exported"), "xuất sổ");
    EXPECT_EQ(page_word("access.actions", "not.known"), "not.known");
    const std::vector<std::string> names{"một", "hai", "ba"};
    const test::TempDirectory folder;
    const auto sheet =
        sheet_of(folder.path(), "Tên", {{"Tên", 20}}, names, [](const auto& name) -> std::vector<ooxml::XlsxCell> { return {name}; });
    EXPECT_EQ(sheet.name, "Tên.xlsx");
    EXPECT_GT(std::filesystem::file_size(sheet.file), 3000U);
}

struct Walk {
    std::optional<std::string> after;
    std::optional<int> limit;
};

TEST(Spreadsheets, walk_a_list_to_its_end_and_say_when_they_are_cut)
{
    const test::TempDirectory folder;
    int asked = 0, written = 0;
    const auto row = [&](int number) -> std::vector<ooxml::XlsxCell> {
        ++written;
        return {std::int64_t{number}};
    };
    const auto pages = [&](int of) {
        return [&asked, of](const Walk& walk) {
            Page<int> page;
            page.items.assign(static_cast<std::size_t>(*walk.limit), 1);
            page.after = ++asked < of ? "more" : "";
            EXPECT_EQ(walk.after.value_or(""), asked == 1 ? "" : "more");
            return page;
        };
    };
    sheet_of_pages(folder.path(), "Tên", {{"Số", 8}}, Walk{.after = "elsewhere", .limit = 3}, pages(3), row);
    EXPECT_EQ(asked, 3);
    EXPECT_EQ(written, 3 * page_size);
    asked = written = 0;
    sheet_of_pages(folder.path(), "Tên", {{"Số", 8}}, Walk{}, pages(1'000'000), row);
    EXPECT_EQ(written, most_rows);
}

TEST_P(RegistersTest, a_void_number_is_struck_through_with_its_reason_and_an_imported_one_told)
{
    const auto row = entry_row(IncomingLine{Line{3, numbering::NumberState::voided, Date::of(2022, 5, 4), "đóng dấu nhầm"}}, 420);
    EXPECT_TRUE(row[1].struck);
    EXPECT_EQ(row[1].text, "03");
    EXPECT_TRUE(row[0].struck);
    EXPECT_EQ(row[9].text, "Hủy số: đóng dấu nhầm");
    EXPECT_FALSE(row[9].struck);
    const auto imported = entry_row(OutgoingLine{Line{4, numbering::NumberState::imported, Date::of(2022, 1, 4), "sổ giấy"}}, 420);
    EXPECT_EQ(imported[9].text, "Nhập từ sổ cũ: sổ giấy");
    const auto reserved = entry_row(OutgoingLine{Line{5, numbering::NumberState::reserved, Date::of(2022, 1, 4), "chờ ký"}}, 420);
    EXPECT_EQ(reserved[0].text, "05");
    EXPECT_FALSE(reserved[0].struck);
    EXPECT_EQ(reserved[9].text, "Giữ số: chờ ký");
}

TEST_P(RegistersTest, the_register_of_handling_tells_deadline_progress_and_reply_Phụ_lục_IV)
{
    const auto id = assigned("817/KH-UBND");
    clock.set(Time::at(Date::of(2022, 5, 17), 435, 420));
    const BookPrintQuery query{.book = office.incoming_book, .period = 2022, .form = Form::handling};
    expect_in_order(text_of(registers.print_book(clerk(), query)),
                    {"SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN", "Thời hạn giải quyết", "15/05/2022", "quá hạn"});
    service.progress(officer(), {id, "", false});
    service.finish(officer(), {id, {}, incoming::Result::filed, {}, {}});
    expect_in_order(text_of(registers.print_book(clerk(), query)), {"Hoàn thành", "17/05/2022"});
}

TEST_P(RegistersTest, the_register_of_outgoing_documents_and_the_one_of_post_Phụ_lục_IV)
{
    const auto id = issue("Báo cáo công tác tháng 4");
    BookPrintQuery query{.book = office.outgoing_book, .period = 2022};
    const auto words = words_of(registers.print_book(clerk(), query));
    EXPECT_EQ(titles(words, 2, columns_of(numbering::Direction::outgoing, Form::entries)),
              (std::vector<std::string>{"Số, ký hiệu văn bản (1)", "Ngày tháng văn bản (2)", "Tên loại và trích yếu nội dung văn bản (3)",
                                        "Người ký (4)", "Nơi nhận văn bản (5)", "Đơn vị, người nhận bản lưu (6)", "Số lượng bản (7)",
                                        "Ngày chuyển (8)", "Ký nhận (9)", "Ghi chú (10)"}));
    const auto text = text_of(words);
    for (const auto* const part : {"01/BC-UBND", "04/05/2022", "Báo cáo công tác tháng 4", "Nguyễn Văn Hải", "Sở Nội vụ (bc)", "Văn thư"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
    query.form = Form::post;
    EXPECT_EQ(text_of(registers.print_book(clerk(), query)).find("01/BC-UBND"), std::string::npos) << "not sent yet";
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("UPDATE outgoing SET state = 'issued', dispatched_at = $3 WHERE agency = $1 AND id = $2", tx.agency(), id, clock.now());
    });
    const auto posted = words_of(registers.print_book(clerk(), query));
    expect_in_order(text_of(posted), {"SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN", "01/BC-UBND"});
    EXPECT_EQ(titles(posted, 2, columns_of(numbering::Direction::outgoing, Form::post)),
              (std::vector<std::string>{"Ngày chuyển (1)", "Số, ký hiệu văn bản (2)", "Nơi nhận văn bản (3)", "Số lượng bì (4)",
                                        "Ký nhận và dấu bưu điện (5)", "Ghi chú (6)"}));
}

TEST_P(RegistersTest, a_range_of_days_prints_only_its_numbers_and_a_wrong_one_is_told)
{
    service.register_document(clerk(), entry("1/KH"));
    clock.set(Time::at(Date::of(2022, 6, 1), 435, 420));
    service.register_document(clerk(), entry("2/KH"));
    BookPrintQuery query{.book = office.incoming_book, .period = 2022, .from = Date::of(2022, 6, 1), .to = Date::of(2022, 6, 30)};
    const auto text = text_of(registers.print_book(clerk(), query));
    EXPECT_NE(text.find("2/KH"), std::string::npos);
    EXPECT_EQ(text.find("1/KH"), std::string::npos);
    expect_in_order(text, {"Từ ngày 01/06/2022 đến ngày 30/06/2022", "Từ số 02 đến số 02"});
    query.to = Date::of(2022, 5, 1);
    EXPECT_EQ(fault_of([&] { registers.print_book(clerk(), query); }), "/to: before_from");
    query.to = {};
    query.period = 1999;
    EXPECT_EQ(fault_of([&] { registers.print_book(clerk(), query); }), "/period: unknown");
    query.period = 2022;
    query.form = Form::post;
    EXPECT_EQ(fault_of([&] { registers.print_book(clerk(), query); }), "/form: other_book");
}

TEST_P(RegistersTest, the_closed_book_tells_its_closing)
{
    service.register_document(clerk(), entry("1/KH"));
    clock.set(Time::at(Date::of(2022, 12, 31), 900, 420));
    numbering.close_period(clerk(), {office.incoming_book, 2022});
    expect_in_order(text_of(registers.print_book(clerk(), {.book = office.incoming_book, .period = 2022})),
                    {"Đã khóa sổ ngày 31/12/2022 với 1 số; người khóa: Lê Thị Lan."});
}

TEST_P(RegistersTest, the_day_sheet_carries_the_code_of_a_checkpoint_over_the_day)
{
    service.register_document(clerk(), entry("817/KH-UBND"));
    const auto printed = registers.day_sheet(clerk(), {office.incoming_book, {}});
    const auto checkpoint = audit.checkpoint(database(), office.agency.id);
    ASSERT_TRUE(checkpoint);
    const auto text = text_of(printed);
    expect_in_order(text, {"PHIẾU NGÀY 04/05/2022", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "817/KH-UBND", "Cộng 1 số, từ số 01 đến số 01."});
    EXPECT_NE(text.find("Mã điểm kiểm nhật ký: " + checkpoint->code), std::string::npos) << text;
    EXPECT_NE(text.find("In từ congso bởi Lê Thị Lan lúc 07:15 ngày 04/05/2022"), std::string::npos) << text;
    clock.set(Time::at(Date::of(2022, 5, 5), 435, 420));
    expect_in_order(text_of(registers.day_sheet(clerk(), {office.incoming_book, {}})), {"05/05/2022", "Không có số nào."});
    expect_in_order(text_of(registers.day_sheet(clerk(), {office.incoming_book, Date::of(2022, 5, 4)})), {"04/05/2022", "817/KH-UBND"});
    EXPECT_EQ(fault_of([&] { registers.day_sheet(clerk(), {office.incoming_book, Date::of(2022, 5, 6)}); }), "/day: future");
    EXPECT_EQ(fault_of([&] { registers.day_sheet(clerk(), {Id<numbering::Book>::make(), {}}); }), "not_found");
    EXPECT_EQ(fault_of([&] { registers.day_sheet(officer(), {office.incoming_book, {}}); }), "forbidden");
}

TEST_P(RegistersTest, another_agency_s_books_and_documents_are_not_found)
{
    test::Office other{database(), "UBND thị xã Đức Mẫu"};
    const auto id = assigned("817/KH-UBND");
    EXPECT_EQ(fault_of([&] { registers.day_sheet(other.as(other.clerk), {office.incoming_book, {}}); }), "not_found");
    EXPECT_EQ(fault_of([&] { registers.print_book(other.as(other.clerk), {.book = office.incoming_book, .period = 2022}); }), "not_found");
    EXPECT_EQ(fault_of([&] { registers.slip(other.as(other.clerk), id); }), "not_found");
    EXPECT_EQ(fault_of([&] { registers.print_copy(other.as(other.clerk), IncomingPrint{id, {}}); }), "not_found");
}

TEST_P(RegistersTest, the_slip_says_what_the_head_wrote)
{
    const auto id = assigned("817/KH-UBND");
    const auto text = text_of(registers.slip(officer(), id));
    expect_in_order(text,
                    {"PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", "Kế hoạch số 817/KH-UBND ngày 28/04/2022 của UBND thị xã Đức Mẫu", "Số đến: 01",
                     "Kính trình đồng chí Chủ tịch", "Chủ trì: Phạm Văn An, hạn 15/05/2022", "Nguyễn Văn Hải, ngày 04/05/2022"});
    EXPECT_EQ(fault_of([&] { registers.slip(clerk(), arrive("9/KH")); }), "incoming.not_registered");
}

TEST_P(RegistersTest, the_print_copy_is_stamped_and_the_file_stays_as_it_came)
{
    print::Paper paper{Date::of(2022, 4, 28)};
    paper.write("ỦY BAN NHÂN DÂN", {.bold = true}, {30, 20}, 75);
    paper.write("Số: 817/KH-UBND", {}, {30, 32}, 75);
    paper.write("Nội dung của kế hoạch", {}, {30, 110}, 165);
    paper.next_page();
    paper.write("trang sau", {}, {30, 40}, 165);
    const auto bytes = paper.finish();
    const auto stored = files.put_bytes(office.agency.id, bytes);
    const auto document = database().write(office.agency.id, [&](db::Tx& tx) {
        incoming::Arrival arrival;
        arrival.way = incoming::Way::inside;
        arrival.issuer = "UBND thị xã Đức Mẫu";
        arrival.origin_number = "817/KH-UBND";
        arrival.kind = "KH";
        arrival.subject = "Kế hoạch sơ kết";
        files.add_row(tx, stored);
        const auto id = service.arrive(tx, Actor{office.agency.id, {}, {}}, arrival);
        files.attach_named(tx, id.uuid, "", 0, {stored.id, "Kế hoạch.pdf", stored.size, stored.media_type});
        return id;
    });
    EXPECT_EQ(fault_of([&] { registers.print_copy(clerk(), IncomingPrint{document, {}}); }), "incoming.not_registered");
    auto received = entry("817/KH-UBND");
    received.arrival = document;
    service.register_document(clerk(), received);
    const auto copy = registers.print_copy(clerk(), IncomingPrint{document, {}});
    const auto words = words_of(copy);
    const auto text = text_of(words);
    for (const auto* const part : {"Số: 01", "Ngày: 04/05/2022", "ĐẾN", "UBND XÃ PHỔ MẪU", "trang sau"})
        EXPECT_NE(text.find(part), std::string::npos) << part << ": " << text;
    int marked = 0;
    for (const auto& word : words)
        marked += word.text == "congso";
    EXPECT_EQ(marked, 2) << "every page says who printed it";
    std::ifstream kept{files.open(clerk(), stored.id).path, std::ios::binary};
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>{kept}, {}}), bytes);
    EXPECT_EQ(fault_of([&] { registers.print_copy(clerk(), IncomingPrint{document, std::string(64, '0')}); }), "file.unknown");
}

} // namespace congso
