#include "lib/crypto/digest.h"
#include "lib/ooxml/xlsx_write.h"
#include "office/imports/imports_service.h"
#include "tests/support/incoming_fixture.h"

#include <gmock/gmock.h>

#include <fstream>

namespace congso {

using namespace imports;
using testing::ElementsAre;

class ImportsTest : public test::IncomingTest {
protected:
    DeliveryService delivery{{database(), clock, audit, org, notifier, work, service, queue}};
    OutgoingService outgoing{{database(), clock, audit, org, files, numbering, search, notifier, work, tasks, service, delivery, queue}};
    ImportService imports{{database(), clock, audit, files, numbering, service, outgoing}};

    std::string uploaded(const std::string& name, const std::string& bytes)
    {
        const auto received = directory.path() / "received";
        std::ofstream{received, std::ios::binary} << bytes;
        return files.store_upload(clerk(), {received, crypto::sha256_hex(bytes), static_cast<std::int64_t>(bytes.size())}, name).id;
    }
    std::string workbook(const std::vector<ooxml::XlsxColumn>& columns, const std::vector<std::vector<ooxml::XlsxCell>>& rows)
    {
        const auto file = directory.path() / "book.xlsx";
        ooxml::XlsxWriter writer{file, "Sổ", columns};
        for (const auto& row : rows)
            writer.add(row);
        writer.finish();
        std::ifstream stream{file, std::ios::binary};
        return uploaded("sổ.xlsx", std::string{std::istreambuf_iterator<char>{stream}, {}});
    }
    static std::vector<std::vector<ooxml::XlsxCell>> past(int count)
    {
        std::vector<std::vector<ooxml::XlsxCell>> rows;
        for (int i = 1; i <= count; ++i)
            rows.push_back({std::int64_t{i}, Date::of(2022, 1, 4).plus_days(i / 3), "UBND thị xã Đức Mẫu", std::to_string(i) + "/KH-UBND",
                            Date::of(2022, 1, 3), "Kế hoạch", "Kế hoạch số " + std::to_string(i), ""});
        return rows;
    }
    const std::vector<ooxml::XlsxColumn> titles{{"Số đến"},   {"Ngày đến"},  {"Tác giả"}, {"Số, ký hiệu"}, {"Ngày tháng văn bản"},
                                                {"Tên loại"}, {"Trích yếu"}, {"Hộp"}};
    static std::vector<std::string> faults_of(const Preview& preview)
    {
        std::vector<std::string> all;
        for (const auto& fault : preview.faults)
            all.push_back(std::to_string(fault.row) + " " + fault.column + ": " + fault.code);
        return all;
    }
};
CONGSO_BOTH_ENGINES(ImportsTest);

TEST_P(ImportsTest, past_entries_come_in_and_the_next_document_continues_behind_them)
{
    const ImportEntry entry{office.incoming_book, workbook(titles, past(14)), "sổ giấy năm 2022"};
    const auto preview = imports.preview(clerk(), entry);
    EXPECT_EQ(preview.fault_count, 0);
    EXPECT_EQ(preview.count, 14);
    EXPECT_EQ(preview.period, 2022);
    EXPECT_THAT(preview.ignored, ElementsAre("Hộp"));
    EXPECT_EQ(preview.rows.size(), 10U) << "the first and the last few";
    const auto imported = imports.take_in(clerk(), entry);
    EXPECT_EQ(imported.next_number, 15);
    EXPECT_EQ(service.register_document(clerk(), test::IncomingTest::entry("9/CV")).arrival_number, 15);
    incoming::IncomingQuery query;
    query.query = "7/KH-UBND";
    EXPECT_EQ(service.list(clerk(), query).items.at(0).arrival_number, 7);
    EXPECT_TRUE(numbering_faults().empty());
    for (const auto& rule : IncomingService::rules())
        database().read(office.agency.id,
                        [&](db::Tx& tx) { EXPECT_TRUE(tx.list<std::string>(rule.sql, tx.agency()).empty()) << rule.fault; });
}

TEST_P(ImportsTest, every_fault_is_told_by_row_and_column_and_nothing_is_written)
{
    auto rows = past(6);
    rows[1][1] = std::string{"30/2/2022"};
    rows[2][0] = std::int64_t{5}; // after 2
    rows[3][0] = std::int64_t{5}; // again
    rows[4][0] = std::int64_t{6};
    rows[5][0] = std::int64_t{7};
    rows[3][2] = std::string{};
    rows[4][5] = std::string{"Loại lạ"};
    rows[5][1] = Date::of(2021, 12, 30);
    const ImportEntry entry{office.incoming_book, workbook(titles, rows), "sổ giấy"};
    const auto preview = imports.preview(clerk(), entry);
    EXPECT_THAT(faults_of(preview),
                ElementsAre("3 Ngày đến: date", "4 Số đến: number_gap", "5 Số đến: number_taken", "5 Tác giả: required",
                            "6 Tên loại: unknown", "7 Ngày đến: other_year", "7 Ngày tháng văn bản: after_arrival"));
    EXPECT_EQ(fault_of([&] { imports.take_in(clerk(), entry); }), "import.faults");
    EXPECT_EQ(service.register_document(clerk(), test::IncomingTest::entry("9/CV")).arrival_number, 1) << "nothing was written";
}

TEST_P(ImportsTest, a_csv_of_outgoing_documents_with_recipients_comes_in_too)
{
    const auto file = uploaded("so.csv",
                               "Sổ văn bản đi;;;;;\n"
                               "Số;Ngày tháng văn bản;Tên loại;Trích yếu;Người ký;Nơi nhận\n"
                               "1;4/1/2022;Báo cáo;Báo cáo tháng 1;Nguyễn Văn Hải;\"Sở Nội vụ\nBưu điện\"\n"
                               "2;5/1/2022;;V/v kiểm tra;Nguyễn Văn Hải;\n");
    const auto imported = imports.take_in(clerk(), {office.outgoing_book, file, "sổ giấy"});
    EXPECT_EQ(imported.count, 2);
    const auto page = outgoing.list(clerk(), {});
    ASSERT_EQ(page.items.size(), 2U);
    EXPECT_EQ(page.items[1].symbol, "01/BC-UBND");
    EXPECT_EQ(page.items[0].kind, "CV");
    EXPECT_EQ(page.items[1].state, ::congso::outgoing::State::issued);
    EXPECT_EQ(outgoing.get(clerk(), page.items[1].id).recipients.size(), 2U);
    for (const auto& rule : OutgoingService::rules())
        database().read(office.agency.id,
                        [&](db::Tx& tx) { EXPECT_TRUE(tx.list<std::string>(rule.sql, tx.agency()).empty()) << rule.fault; });
}

TEST_P(ImportsTest, a_table_goes_on_behind_the_numbers_that_are_there)
{
    imports.take_in(clerk(), {office.incoming_book, workbook(titles, past(3)), "sổ giấy"});
    auto rows = past(5);
    EXPECT_EQ(faults_of(imports.preview(clerk(), {office.incoming_book, workbook(titles, rows), "x"})).at(0), "2 Số đến: number_taken");
    rows.erase(rows.begin(), rows.begin() + 3);
    EXPECT_EQ(imports.take_in(clerk(), {office.incoming_book, workbook(titles, rows), "phần sau"}).next_number, 6);
}

TEST_P(ImportsTest, what_is_no_table_and_who_keeps_no_books_is_refused)
{
    const auto no_titles = uploaded("a.csv", "một,hai\nba,bốn\n");
    EXPECT_THAT(faults_of(imports.preview(clerk(), {office.incoming_book, no_titles, ""})), ElementsAre("1 : no_titles"));
    EXPECT_EQ(fault_of([&] { imports.preview(clerk(), {office.incoming_book, "x", ""}); }), "/file: file.unknown");
    const auto file = workbook(titles, past(1));
    EXPECT_EQ(fault_of([&] { imports.take_in(clerk(), {office.incoming_book, file, ""}); }), "/reason: required");
    EXPECT_EQ(fault_of([&] { imports.preview(officer(), {office.incoming_book, file, ""}); }), "forbidden");
    test::Office neighbour{database(), "UBND thị xã Đức Mẫu"};
    EXPECT_EQ(fault_of([&] { imports.preview(neighbour.as(neighbour.clerk), {office.incoming_book, file, ""}); }), "not_found");
    EXPECT_EQ(fault_of([&] {
                  imports.preview(neighbour.as(neighbour.clerk), {neighbour.incoming_book, file, ""});
              }),
              "not_found")
        << "another agency's file";
}

TEST(ReadDay, days_are_read_as_hands_write_them)
{
    EXPECT_EQ(read_day("28/4/2022"), Date::of(2022, 4, 28));
    EXPECT_EQ(read_day(" 28-04-2022 "), Date::of(2022, 4, 28));
    EXPECT_EQ(read_day("2022-04-28"), Date::of(2022, 4, 28));
    for (const auto* const wrong : {"", "30/2/2022", "4/2022", "28/4/22/1", "hôm qua", "28//2022"})
        EXPECT_FALSE(read_day(wrong)) << wrong;
}

} // namespace congso
