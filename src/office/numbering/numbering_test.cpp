#include "office/numbering/numbering_service.h"
#include "tests/support/office_fixture.h"

#include <set>

namespace congso {

class NumberingTest : public test::DatabaseTest {
protected:
    test::Office office{database(), "UBND xã Phổ Mẫu"};
    ManualClock clock{Time::at(Date::of(2022, 5, 4), 435, 420)};
    crypto::Ed25519Key key = crypto::Ed25519Key::make();
    AuditTrail audit{clock, key};
    NumberingService numbering{database(), clock, audit};

    Actor clerk() const { return office.as(office.clerk); }
    numbering::Taken take(Date date, Id<numbering::Book> book)
    {
        return database().write(office.agency.id, [&](db::Tx& tx) { return numbering.next(tx, clerk(), book, date, Uuid::make()); });
    }
    numbering::Taken take(Date date) { return take(date, office.incoming_book); }
    std::vector<std::string> faults()
    {
        return database().read(office.agency.id, [&](db::Tx& tx) { return numbering.check(tx); });
    }
    template <class F> std::string code_of(F&& act)
    {
        try {
            act();
        } catch (const Error& error) {
            return error.code();
        }
        return "";
    }
};
CONGSO_BOTH_ENGINES(NumberingTest);

TEST_P(NumberingTest, a_series_begins_at_one_each_year)
{
    EXPECT_EQ(take(Date::of(2021, 12, 31)).number, 1);
    const auto first = take(Date::of(2022, 1, 4));
    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(first.period, 2022);
    EXPECT_EQ(take(Date::of(2022, 1, 4)).number, 2);
    EXPECT_EQ(take(Date::of(2022, 1, 5), office.outgoing_book).number, 1) << "another book, another series";
    EXPECT_TRUE(faults().empty());
}

TEST_P(NumberingTest, a_use_case_that_fails_gives_its_number_back)
{
    take(Date::of(2022, 5, 4));
    EXPECT_THROW(database().write(office.agency.id,
                                  [&](db::Tx& tx) {
                                      numbering.next(tx, clerk(), office.incoming_book, Date::of(2022, 5, 4), Uuid::make());
                                      throw Error::conflict("later");
                                  }),
                 Error);
    EXPECT_EQ(take(Date::of(2022, 5, 4)).number, 2);
    EXPECT_TRUE(faults().empty());
}

TEST_P(NumberingTest, back_dating_is_refused_and_told)
{
    take(Date::of(2022, 5, 4));
    EXPECT_EQ(code_of([&] { take(Date::of(2022, 5, 3)); }), "number.back_dated");
    EXPECT_EQ(take(Date::of(2022, 5, 4)).number, 2);
}

TEST_P(NumberingTest, a_reserved_number_keeps_its_day_and_is_used_later)
{
    const auto line = numbering.reserve(clerk(), {office.outgoing_book, "chờ chữ ký", Date::of(2022, 5, 3)});
    EXPECT_EQ(line.number, 1);
    EXPECT_EQ(take(Date::of(2022, 5, 4), office.outgoing_book).number, 2);
    const auto record = Uuid::make();
    const auto used = database().write(
        office.agency.id, [&](db::Tx& tx) { return numbering.use_reserved(tx, clerk(), office.outgoing_book, 2022, 1, record); });
    EXPECT_EQ(used.number, 1);
    EXPECT_EQ(code_of([&] { numbering.void_number(clerk(), {office.outgoing_book, 2022, 1, "nhầm"}); }), "number.in_use");
    EXPECT_TRUE(faults().empty());
}

TEST_P(NumberingTest, a_void_number_stays_in_the_book_with_its_reason)
{
    numbering.reserve(clerk(), {office.outgoing_book, "giữ số", {}});
    EXPECT_EQ(code_of([&] { numbering.void_number(clerk(), {office.outgoing_book, 2022, 1, ""}); }), "invalid");
    const auto line = numbering.void_number(clerk(), {office.outgoing_book, 2022, 1, "không dùng nữa"});
    EXPECT_EQ(line.state, numbering::NumberState::voided);
    EXPECT_EQ(take(Date::of(2022, 5, 4), office.outgoing_book).number, 2);
    const auto lines = numbering.list_lines(clerk(), {office.outgoing_book, 2022, {}, {}});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].reason, "không dùng nữa");
}

TEST_P(NumberingTest, imported_numbers_follow_on_and_may_be_dated_before_today)
{
    database().write(office.agency.id, [&](db::Tx& tx) {
        for (int number = 1; number <= 3; ++number)
            numbering.import_number(tx, clerk(), office.incoming_book, Date::of(2022, 1, 10), number, Uuid::make(), "nhập từ sổ giấy");
    });
    EXPECT_EQ(code_of([&] {
                  database().write(office.agency.id, [&](db::Tx& tx) {
                      numbering.import_number(tx, clerk(), office.incoming_book, Date::of(2022, 1, 10), 5, Uuid::make(), "nhập");
                  });
              }),
              "number.not_next");
    EXPECT_EQ(take(Date::of(2022, 5, 4)).number, 4);
    EXPECT_TRUE(faults().empty());
}

// Điều 15, Phụ lục VI
TEST_P(NumberingTest, many_at_once_leave_neither_gap_nor_twin)
{
    constexpr int threads = 6, each = 15;
    std::vector<std::thread> clerks;
    std::mutex mutex;
    std::set<int> numbers;
    for (int t = 0; t < threads; ++t)
        clerks.emplace_back([&, t] {
            for (int i = 0; i < each; ++i)
                try {
                    const auto taken = database().write(office.agency.id, [&](db::Tx& tx) {
                        auto got = numbering.next(tx, clerk(), office.incoming_book, Date::of(2022, 5, 4), Uuid::make());
                        if ((t + i) % 4 == 0)
                            throw Error::conflict("on purpose");
                        return got;
                    });
                    const std::lock_guard lock{mutex};
                    EXPECT_TRUE(numbers.insert(taken.number).second) << taken.number;
                } catch (const Error& error) {
                    EXPECT_EQ(error.code(), "on purpose");
                }
        });
    for (auto& thread : clerks)
        thread.join();
    ASSERT_FALSE(numbers.empty());
    EXPECT_EQ(*numbers.rbegin(), static_cast<int>(numbers.size()));
    EXPECT_TRUE(faults().empty());
}

TEST_P(NumberingTest, a_hole_or_a_turned_date_is_found)
{
    for (int i = 0; i < 3; ++i)
        take(Date::of(2022, 5, 4));
    database().write(office.agency.id,
                     [&](db::Tx& tx) { tx.execute("DELETE FROM book_number WHERE agency = $1 AND number = 2", tx.agency()); });
    EXPECT_EQ(faults().size(), 1U);
    database().write(office.agency.id, [&](db::Tx& tx) {
        tx.execute("UPDATE book_number SET dated_on = '2022-05-01' WHERE agency = $1 AND number = 3", tx.agency());
    });
    EXPECT_EQ(faults().size(), 2U);
}

TEST_P(NumberingTest, only_who_keeps_the_books_may_reserve)
{
    EXPECT_EQ(code_of([&] { numbering.reserve(office.as(office.officer), {office.outgoing_book, "x", {}}); }), "forbidden");
    test::Office other{database(), "UBND thị xã Đức Mẫu"};
    EXPECT_EQ(code_of([&] {
                  numbering.reserve(other.as(other.clerk), {office.outgoing_book, "x", {}});
              }),
              "not_found")
        << "another agency's book";
}

} // namespace congso
