#include "office/work_dossiers/catalogue_service.h"
#include "office/work_dossiers/metadata.h"
#include "office/work_dossiers/printed.h"
#include "tests/support/incoming_fixture.h"

namespace congso {

using namespace work_dossiers;

namespace {

CatalogueRow heading(const char* title, const char* abbreviation, CatalogueRowKind kind = CatalogueRowKind::major)
{
    CatalogueRow row;
    row.kind = kind;
    row.title = title;
    row.abbreviation = abbreviation;
    return row;
}

CatalogueRow line(const char* title, int retention, std::optional<Id<org::Person>> creator = {})
{
    CatalogueRow row;
    row.kind = CatalogueRowKind::line;
    row.title = title;
    row.retention = retention;
    row.creator = creator;
    return row;
}

std::vector<std::string> symbols_of(const std::vector<CatalogueRow>& rows)
{
    std::vector<std::string> all;
    for (const auto& row : rows)
        if (row.kind == CatalogueRowKind::line)
            all.push_back(row.symbol);
    return all;
}

const ArchiveRule decree{Date::of(1900, 1, 1), 1, 100, 5, 12, false}, law{Date::of(2025, 7, 1), 2, 70, 5, 12, true};

} // namespace

// Phụ lục V
TEST(Catalogue, numbers_dossiers_over_the_whole_list_or_within_each_heading)
{
    std::vector<CatalogueRow> rows{heading("Tổ chức", "TCCB"), line("Thi đua", 5),       heading("Bầu cử", "BC", CatalogueRowKind::minor),
                                   line("Bầu cử", 0),          heading("Tư pháp", "TP"), line("Hộ tịch", 0)};
    auto within = rows;
    number_rows(rows, CatalogueNumbering::whole);
    EXPECT_EQ(symbols_of(rows), (std::vector<std::string>{"01.TCCB", "02.BC", "03.TP"}));
    number_rows(within, CatalogueNumbering::heading);
    EXPECT_EQ(symbols_of(within), (std::vector<std::string>{"01.TCCB", "01.BC", "01.TP"}));
}

TEST(Catalogue, a_number_that_was_given_stays_and_new_rows_follow_the_last)
{
    auto kept = line("Thi đua", 5);
    kept.number = 7;
    kept.symbol = "07.TCCB";
    std::vector<CatalogueRow> rows{heading("Tổ chức", "TCCB"), line("Mới", 5), kept};
    number_rows(rows, CatalogueNumbering::whole);
    EXPECT_EQ(symbols_of(rows), (std::vector<std::string>{"08.TCCB", "07.TCCB"}));
}

TEST(Catalogue, headings_are_numbered_in_roman_and_years_move_on)
{
    EXPECT_EQ(roman(4), "IV");
    EXPECT_EQ(roman(19), "XIX");
    EXPECT_EQ(title_for("Báo cáo năm 2021, kế hoạch 2022", 2021, 2022), "Báo cáo năm 2022, kế hoạch 2022");
    EXPECT_EQ(retention_name(0), "Vĩnh viễn");
    EXPECT_EQ(retention_name(10), "10 năm");
}

TEST(Catalogue, every_wrong_row_is_named_and_the_terms_are_those_of_the_day)
{
    CatalogueEntry entry{2022, 0, CatalogueNumbering::whole, {line("Không có đề mục", 5), heading("", "X"), line("Lâu quá", 90)}};
    std::map<std::string, std::string> faults;
    for (const auto& fault : faults_of(entry, law))
        faults[fault.path] = fault.code;
    EXPECT_EQ(faults,
              (std::map<std::string, std::string>{
                  {"/rows/0/kind", "no_heading"}, {"/rows/1/title", "required"}, {"/rows/2/retention", "range"}}));
    EXPECT_EQ(faults_of(entry, decree).size(), 2U);
    EXPECT_EQ(rule_of({decree, law}, Date::of(2025, 6, 30)).most_years, 100);
    EXPECT_EQ(rule_of({decree, law}, Date::of(2025, 7, 1)).most_years, 70);
}

TEST(Catalogue, a_symbol_is_parted_into_number_and_notation)
{
    EXPECT_EQ(parts_of_symbol("817/KH-UBND"), (std::pair<std::string, std::string>{"817", "KH-UBND"}));
    EXPECT_EQ(parts_of_symbol("512-CV/TU"), (std::pair<std::string, std::string>{"512", "CV/TU"}));
    EXPECT_EQ(parts_of_symbol("/BC-UBND"), (std::pair<std::string, std::string>{"", "/BC-UBND"}));
    EXPECT_EQ(priority_of("express"), 3);
    EXPECT_EQ(page_range(4, 3), "4-6");
    EXPECT_EQ(page_range(4, 0), "");
}

class CatalogueTest : public test::IncomingTest {
protected:
    CatalogueService catalogues{{database(), clock, audit, org, notifier, work}};

    Actor keeper() const
    {
        auto permissions = office.as(office.clerk).permissions();
        permissions.add(Permission::manage_catalogue);
        return {office.agency.id, office.clerk, permissions};
    }
    CatalogueView saved(int year = 2022)
    {
        return catalogues.save(
            keeper(), {year, 0, CatalogueNumbering::whole, {heading("Tổng hợp", "TH"), line("Kế hoạch năm 2022", 0, office.officer)}});
    }
};
CONGSO_BOTH_ENGINES(CatalogueTest);

// Điều 28
TEST_P(CatalogueTest, is_drawn_up_submitted_and_approved_by_the_head)
{
    EXPECT_EQ(saved().state, CatalogueState::draft);
    EXPECT_EQ(catalogues.submit(keeper(), {2022, {}}).state, CatalogueState::submitted);
    EXPECT_EQ(waiting(office.head), std::vector{work::Action::approve_catalogue});
    EXPECT_EQ(code_of([&] { catalogues.save(keeper(), {2022, 2, CatalogueNumbering::whole, {}}); }), "catalogue.not_now");
    EXPECT_EQ(code_of([&] { catalogues.approve(keeper(), {2022, {}}); }), "forbidden");
    const auto approved = catalogues.approve(head(), {2022, {}});
    EXPECT_EQ(approved.state, CatalogueState::approved);
    EXPECT_EQ(approved.approved_by_name, "Nguyễn Văn Hải");
    EXPECT_TRUE(waiting(office.head).empty());
}

TEST_P(CatalogueTest, an_approved_list_is_added_to_and_approved_again_without_moving_a_number)
{
    saved();
    catalogues.submit(keeper(), {2022, {}});
    auto rows = catalogues.approve(head(), {2022, {}}).rows;
    rows.insert(rows.begin() + 1, line("Đứng trước", 5));
    const auto version = catalogues.get(keeper(), {2022, {}}).version;
    const auto changed = catalogues.save(keeper(), {2022, version, CatalogueNumbering::whole, rows});
    EXPECT_EQ(changed.state, CatalogueState::draft);
    EXPECT_EQ(symbols_of(changed.rows), (std::vector<std::string>{"02.TH", "01.TH"}));
    EXPECT_EQ(code_of([&] { catalogues.save(keeper(), {2022, version, CatalogueNumbering::whole, rows}); }), "stale");
}

TEST_P(CatalogueTest, comes_back_with_a_reason)
{
    saved();
    catalogues.submit(keeper(), {2022, {}});
    EXPECT_EQ(fault_of([&] { catalogues.send_back(head(), {2022, " "}); }), "/reason: required");
    EXPECT_EQ(catalogues.send_back(head(), {2022, "Thiếu mảng đất đai"}).state, CatalogueState::draft);
    EXPECT_TRUE(waiting(office.head).empty());
}

TEST_P(CatalogueTest, last_years_list_begins_this_years_without_people_who_have_left)
{
    saved(2021);
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("UPDATE person SET active = 0 WHERE agency = $1 AND id = $2", tx.agency(), office.officer);
    });
    EXPECT_EQ(code_of([&] { catalogues.copy(keeper(), {2022, 2020}); }), "catalogue.none");
    const auto copied = catalogues.copy(keeper(), {2022, 2021});
    ASSERT_EQ(copied.rows.size(), 2U);
    EXPECT_EQ(copied.rows[1].symbol, "01.TH");
    EXPECT_FALSE(copied.rows[1].creator);
    EXPECT_EQ(copied.years, (std::vector{2022, 2021}));
    EXPECT_EQ(code_of([&] { catalogues.copy(keeper(), {2022, 2021}); }), "catalogue.exists");
}

TEST_P(CatalogueTest, only_who_keeps_it_draws_it_up_and_an_empty_one_is_not_submitted)
{
    EXPECT_EQ(code_of([&] { catalogues.save(officer(), {2022, 0, CatalogueNumbering::whole, {}}); }), "forbidden");
    catalogues.save(keeper(), {2022, 0, CatalogueNumbering::whole, {heading("Tổng hợp", "TH")}});
    EXPECT_EQ(code_of([&] { catalogues.submit(keeper(), {2022, {}}); }), "catalogue.empty");
    EXPECT_EQ(catalogues.get(officer(), {2030, {}}).version, 0);
}

} // namespace congso
