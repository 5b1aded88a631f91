#include "office/numbering/numbering_service.h"
#include "tests/support/office_fixture.h"

namespace congso {

using numbering::BookEntry, numbering::Direction, numbering::PeriodKind;

class BooksTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    NumberingService numbering{database(), clock, audit};

    Actor clerk() const { return office.as(office.clerk); }
    numbering::Taken take(Id<numbering::Book> book, Date date)
    {
        return database().write(office.agency.id, [&](db::Tx& tx) { return numbering.next(tx, clerk(), book, date, Uuid::make()); });
    }
    BookEntry decisions() const
    {
        return {.body = office.body.id, .direction = Direction::outgoing, .name = "Quyết định", .kinds = {"QĐ"}};
    }
    Id<org::Body> party_body()
    {
        return database().write(office.agency.id, [&](db::Tx& tx) {
            const org::Body body{.agency = office.agency.id,
                                 .id = Id<org::Body>::make(),
                                 .name = "Đảng ủy xã Phổ Mẫu",
                                 .heading_lines = "ĐẢNG ỦY XÃ PHỔ MẪU",
                                 .symbol = "ĐU",
                                 .party = true};
            tx.insert("body", body);
            return body.id;
        });
    }
    std::vector<std::string> faults()
    {
        return database().read(office.agency.id, [&](db::Tx& tx) { return numbering.check(tx); });
    }
    template <class F> static std::string fault_of(F&& act) // the code, or the first wrong field
    {
        try {
            act();
        } catch (const Error& error) {
            return error.faults().empty() ? error.code() : error.faults().front().path + ": " + error.faults().front().code;
        }
        return "nothing was thrown";
    }
};
CONGSO_BOTH_ENGINES(BooksTest);

TEST_P(BooksTest, a_book_of_its_own_numbers_its_kinds_from_one_and_the_common_book_the_rest)
{
    const auto book = numbering.save_book(clerk(), decisions());
    const auto chosen = [&](const char* kind) {
        return database().read(office.agency.id, [&](db::Tx& tx) { return numbering.outgoing_book(tx, office.body.id, kind); });
    };
    EXPECT_EQ(chosen("QĐ"), book.id);
    EXPECT_EQ(chosen("BC"), office.outgoing_book);
    EXPECT_EQ(take(office.outgoing_book, Date::of(2022, 5, 4)).number, 1);
    EXPECT_EQ(take(book.id, Date::of(2022, 5, 4)).number, 1);
}

TEST_P(BooksTest, one_kind_of_one_body_stands_in_one_open_book)
{
    const auto book = numbering.save_book(clerk(), decisions());
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), decisions()); }), "/kinds/0: other_book");
    auto wrong = decisions();
    wrong.kinds = {"BC", "BC"};
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), wrong); }), "/kinds/1: kind_twice");
    wrong.kinds = {"XYZ"};
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), wrong); }), "/kinds/0: unknown");
    wrong.kinds = {};
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), wrong); }), "/kinds: other_book") << "a second common book";
    wrong.body = {};
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), wrong); }), "/body: required");
    auto closed = decisions();
    closed.book = book.id;
    closed.version = book.version;
    closed.closed = true;
    EXPECT_TRUE(numbering.save_book(clerk(), closed).closed);
    EXPECT_EQ(fault_of([&] { take(book.id, Date::of(2022, 5, 4)); }), "book.closed");
    EXPECT_FALSE(numbering.save_book(clerk(), decisions()).closed) << "its kind is free again";
}

TEST_P(BooksTest, a_book_that_has_numbers_keeps_its_body_and_its_periods)
{
    take(office.outgoing_book, Date::of(2022, 5, 4));
    BookEntry entry{.book = office.outgoing_book,
                    .version = 1,
                    .body = office.body.id,
                    .direction = Direction::outgoing,
                    .name = "Văn bản đi chung",
                    .period_kind = PeriodKind::term};
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), entry); }), "/period_kind: begun");
    entry.period_kind = PeriodKind::year;
    const auto renamed = numbering.save_book(clerk(), entry);
    EXPECT_EQ(renamed.name, "Văn bản đi chung");
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), entry); }), "stale");
    entry.direction = Direction::incoming;
    entry.version = renamed.version;
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), entry); }), "/direction: begun");
}

TEST_P(BooksTest, a_book_of_copies_is_one_series_of_the_year_for_all_forms)
{
    const auto of_body = [&](Id<org::Body> body) {
        return database().write(office.agency.id, [&](db::Tx& tx) { return numbering.copies_book(tx, clerk(), body); });
    };
    const auto book = of_body(office.body.id); // opened with the first copy
    EXPECT_EQ(of_body(office.body.id), book);
    EXPECT_EQ(take(book, Date::of(2022, 5, 4)).number, 1);
    EXPECT_EQ(take(office.outgoing_book, Date::of(2022, 5, 4)).number, 1) << "documents have a series of their own";
    EXPECT_EQ(take(book, Date::of(2023, 1, 3)).number, 1) << "each year begins at 01";
    EXPECT_EQ(fault_of([&] { numbering.reserve(clerk(), {book, "để dành", {}}); }), "book.copies");
    BookEntry entry{.body = office.body.id, .direction = Direction::copies, .name = "Bản sao khác"};
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), entry); }), "/kinds: other_book") << "two series for one body's copies";
    entry.kinds = {"QĐ"};
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), entry); }), "/kinds: copies");
    entry.kinds = {};
    entry.period_kind = PeriodKind::term;
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), entry); }), "/period_kind: copies");
    entry.period_kind = PeriodKind::year;
    entry.body = party_body();
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), entry); }), "/body: party_copies");
    EXPECT_TRUE(faults().empty());
}

TEST_P(BooksTest, a_party_body_numbers_by_kind_and_term)
{
    BookEntry entry{.body = party_body(), .direction = Direction::outgoing, .name = "Báo cáo của Đảng ủy", .kinds = {"BC"}};
    EXPECT_EQ(fault_of([&] { numbering.save_book(clerk(), entry); }), "/period_kind: party_term");
    entry.period_kind = PeriodKind::term;
    const auto book = numbering.save_book(clerk(), entry);
    EXPECT_EQ(fault_of([&] { take(book.id, Date::of(2022, 5, 4)); }), "book.no_period");
    EXPECT_EQ(fault_of([&] {
                  numbering.save_period(clerk(), {book.id, 2020, Date::of(2021, 6, 1), Date::of(2025, 5, 31), {}});
              }),
              "/starts_on: period_year");
    numbering.save_period(clerk(), {book.id, 2020, Date::of(2020, 6, 1), Date::of(2025, 5, 31), {}});
    EXPECT_EQ(take(book.id, Date::of(2021, 12, 30)).number, 1);
    EXPECT_EQ(take(book.id, Date::of(2022, 1, 4)).number, 2) << "a new year begins no new series";
    EXPECT_EQ(fault_of([&] {
                  numbering.save_period(clerk(), {book.id, 2025, Date::of(2025, 5, 1), Date::of(2030, 5, 31), {}});
              }),
              "/starts_on: overlaps");
    numbering.save_period(clerk(), {book.id, 2020, {}, Date::of(2025, 4, 30), {}});
    EXPECT_EQ(numbering.save_period(clerk(), {book.id, 2025, Date::of(2025, 5, 1), Date::of(2030, 5, 31), {}}).period, 2025);
    EXPECT_EQ(fault_of([&] { numbering.save_period(clerk(), {book.id, 2020, {}, Date::of(2021, 1, 1), {}}); }), "/ends_on: before_from");
    EXPECT_TRUE(faults().empty());
}

TEST_P(BooksTest, a_series_may_begin_where_the_paper_book_ends)
{
    const auto period = numbering.save_period(clerk(), {office.incoming_book, 2022, {}, {}, 215});
    EXPECT_EQ(period.last_number, 214);
    EXPECT_EQ(take(office.incoming_book, Date::of(2022, 5, 4)).number, 215);
    EXPECT_TRUE(faults().empty());
    EXPECT_EQ(fault_of([&] { numbering.save_period(clerk(), {office.incoming_book, 2022, {}, {}, 300}); }), "/first_number: begun");
    EXPECT_EQ(fault_of([&] { numbering.save_period(clerk(), {office.incoming_book, 2023, {}, {}, 0}); }), "/first_number: range");
}

TEST_P(BooksTest, a_year_is_closed_when_it_is_over_and_takes_no_number_then)
{
    take(office.incoming_book, Date::of(2022, 5, 4));
    numbering.reserve(clerk(), {office.incoming_book, "chờ bản gốc", {}});
    EXPECT_EQ(fault_of([&] { numbering.close_period(clerk(), {office.incoming_book, 2022}); }), "period.not_over");
    clock.set(Time::at(Date::of(2022, 12, 31), 900, 420));
    EXPECT_EQ(fault_of([&] { numbering.close_period(clerk(), {office.incoming_book, 2022}); }), "period.reserved");
    numbering.void_number(clerk(), {office.incoming_book, 2022, 2, "không có bản gốc"});
    const auto closed = numbering.close_period(clerk(), {office.incoming_book, 2022});
    EXPECT_TRUE(closed.closed);
    EXPECT_EQ(closed.closed_by_name, "Lê Thị Lan");
    EXPECT_EQ(fault_of([&] { take(office.incoming_book, Date::of(2022, 12, 31)); }), "book.closed");
    EXPECT_EQ(fault_of([&] { numbering.close_period(clerk(), {office.incoming_book, 2022}); }), "book.closed");
    EXPECT_EQ(fault_of([&] { numbering.save_period(clerk(), {office.incoming_book, 2022, {}, {}, {}}); }), "book.closed");
    clock.set(Time::at(Date::of(2023, 1, 3), 435, 420));
    EXPECT_EQ(take(office.incoming_book, Date::of(2023, 1, 3)).number, 1) << "the next year begins by itself";
    EXPECT_TRUE(faults().empty());
}

TEST_P(BooksTest, only_who_keeps_the_books_changes_them_and_only_his_agency_s)
{
    EXPECT_EQ(fault_of([&] { numbering.save_book(office.as(office.officer), decisions()); }), "forbidden");
    EXPECT_EQ(fault_of([&] { numbering.close_period(office.as(office.head), {office.incoming_book, 2022}); }), "forbidden");
    test::Office other{database(), "UBND thị xã Đức Mẫu"};
    EXPECT_EQ(fault_of([&] { numbering.save_period(other.as(other.clerk), {office.incoming_book, 2022, {}, {}, 5}); }), "not_found");
    EXPECT_EQ(fault_of([&] { numbering.list_periods(other.as(other.clerk), office.incoming_book); }), "not_found");
    auto entry = decisions();
    EXPECT_EQ(fault_of([&] { numbering.save_book(other.as(other.clerk), entry); }), "/body: unknown") << "another agency's body";
}

} // namespace congso
