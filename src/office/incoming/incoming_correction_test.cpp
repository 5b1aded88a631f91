#include "lib/crypto/digest.h"
#include "office/incoming/incoming_correction.h"
#include "tests/support/incoming_fixture.h"

#include <fstream>

namespace congso {

using incoming::Correction;

class CorrectionTest : public test::IncomingTest { };
CONGSO_BOTH_ENGINES(CorrectionTest);

TEST_P(CorrectionTest, a_wrong_registration_is_put_right_and_both_values_are_kept)
{
    const auto document = service.register_document(clerk(), entry("817/KH"));
    Correction correction{.id = document.id, .version = document.version, .reason = "gõ nhầm số"};
    correction.origin_number = "817/KH-UBND";
    correction.issuer = document.issuer; // the same: no change
    correction.issued_on = Date::of(2022, 4, 27);
    const auto view = service.correct(clerk(), correction);
    EXPECT_EQ(view.origin_number, "817/KH-UBND");
    EXPECT_EQ(view.arrival_number, document.arrival_number);
    EXPECT_EQ(view.arrived_on, document.arrived_on);
    const auto kept = service.list_corrections(clerk(), document.id);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].field, "issued_on");
    EXPECT_EQ(kept[0].before, "2022-04-28");
    EXPECT_EQ(kept[0].after, "2022-04-27");
    EXPECT_EQ(kept[1].before, "817/KH");
    EXPECT_EQ(kept[1].after, "817/KH-UBND");
    EXPECT_EQ(kept[1].reason, "gõ nhầm số");
    EXPECT_EQ(kept[1].person_name, "Lê Thị Lan");
    EXPECT_EQ(view.story.front().action, "incoming.corrected");
    EXPECT_EQ(work.list(clerk()).items.at(0).symbol, "817/KH-UBND") << "what waits says what it now says";
    incoming::IncomingQuery query;
    query.query = "817/KH-UBND";
    EXPECT_EQ(service.list(clerk(), query).items.size(), 1U) << "and it is found by it";
    EXPECT_TRUE(numbering_faults().empty());
}

TEST_P(CorrectionTest, it_wants_a_reason_the_version_and_a_change)
{
    const auto document = service.register_document(clerk(), entry("817/KH"));
    Correction correction{.id = document.id, .version = document.version, .reason = ""};
    correction.subject = "Kế hoạch khác";
    EXPECT_EQ(fault_of([&] { service.correct(clerk(), correction); }), "/reason: required");
    correction.reason = "nhầm";
    correction.kind = "XYZ";
    EXPECT_EQ(fault_of([&] { service.correct(clerk(), correction); }), "/kind: unknown");
    correction.kind = {};
    correction.issued_on = Date::of(2022, 5, 9);
    EXPECT_EQ(fault_of([&] { service.correct(clerk(), correction); }), "/issued_on: after_arrival");
    correction.issued_on = {};
    correction.secrecy = incoming::Secrecy::secret;
    EXPECT_EQ(fault_of([&] { service.correct(clerk(), correction); }), "/secrecy: secrecy_refused");
    correction.secrecy = {};
    service.correct(clerk(), correction);
    EXPECT_EQ(fault_of([&] { service.correct(clerk(), correction); }), "stale");
    correction.version += 1;
    EXPECT_EQ(fault_of([&] { service.correct(clerk(), correction); }), "incoming.nothing_changed");
    EXPECT_EQ(fault_of([&] { service.correct(officer(), correction); }), "forbidden");
    test::Office neighbour{database(), "UBND thị xã Đức Mẫu"};
    EXPECT_EQ(fault_of([&] { service.correct(neighbour.as(neighbour.clerk), correction); }), "not_found");
    EXPECT_EQ(fault_of([&] { service.correct(clerk(), {.id = arrive("9/KH"), .version = 1, .reason = "x", .subject = "y"}); }),
              "incoming.not_registered");
}

TEST_P(CorrectionTest, a_forgotten_scan_is_added)
{
    const auto document = service.register_document(clerk(), entry("817/KH"));
    const std::string bytes = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                              "trailer<</Root 1 0 R>>\n%%EOF\n";
    const auto received = directory.path() / "received.pdf";
    std::ofstream{received, std::ios::binary} << bytes;
    const auto stored =
        files.store_upload(clerk(), {received, crypto::sha256_hex(bytes), static_cast<std::int64_t>(bytes.size())}, "quét.pdf");
    Correction correction{.id = document.id, .version = document.version, .reason = "quên tệp quét", .files = {stored.id}};
    const auto view = service.correct(clerk(), correction);
    ASSERT_EQ(view.files.size(), 1U);
    EXPECT_TRUE(view.files[0].main);
    EXPECT_EQ(view.way, incoming::Way::file);
    EXPECT_EQ(service.list_corrections(clerk(), document.id).at(0).after, "quét.pdf");
}

TEST_P(CorrectionTest, a_past_entry_comes_with_its_number_and_waits_for_nobody)
{
    const auto take_past = [&](int number) {
        return database().write(office.agency.id, [&](db::Tx& tx) {
            return service.import_past(
                tx, clerk(), office.incoming_book,
                {number, Date::of(2022, 1, 10), Date::of(2022, 1, 5), "UBND thị xã", "5/KH", "KH", "Kế hoạch cũ", ""}, "sổ giấy");
        });
    };
    take_past(1);
    const auto id = take_past(2);
    EXPECT_EQ(fault_of([&] { take_past(4); }), "number.not_next");
    EXPECT_EQ(service.get(clerk(), id).state, incoming::State::done);
    EXPECT_TRUE(waiting(office.clerk).empty());
    EXPECT_EQ(service.register_document(clerk(), entry("1/KH")).arrival_number, 3);
    EXPECT_TRUE(numbering_faults().empty());
}

} // namespace congso
