#include "lib/ooxml/docx.h"
#include "lib/ooxml/template.h"
#include "tests/support/outgoing_fixture.h"

// Asking for opinions, and the ways back: from the signer, from the book, from where a document went.
namespace congso {

namespace {

using namespace outgoing;
using test::fault_of;
using test::faults_thrown_by;
using test::pdf_bytes;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class OutgoingWaysTest : public test::OutgoingFixture {
protected:
    Draft to_them(const std::string& subject = "Báo cáo kết quả tháng 5")
    {
        auto report = draft(subject);
        report.recipients = {{.kind = RecipientKind::agency, .target = theirs_.id.uuid, .name = "UBND xã Phổ Bên"}};
        return report;
    }
    std::vector<std::string> broken_rules()
    {
        std::vector<std::string> faults;
        for (const auto& office : {ours_.id, theirs_.id})
            for (const auto& rules : {OutgoingService::rules(), IncomingService::rules()})
                for (const auto& rule : rules)
                    database().read(office, [&](db::Tx& tx) {
                        if (!tx.list<std::string>(rule.sql, tx.agency()).empty())
                            faults.emplace_back(rule.fault);
                    });
        return faults;
    }
};
CONGSO_BOTH_ENGINES(OutgoingWaysTest);

} // namespace

TEST_P(OutgoingWaysTest, keeps_a_question_open_until_it_is_answered_and_tells_the_drafter)
{
    const auto id = outgoing_.create(officer(), draft("Kế hoạch")).id;
    EXPECT_THAT(waiting_for(officer()), ElementsAre("draft Kế hoạch")) << "his own draft waits for him";
    outgoing_.submit(officer(), {.id = id, .commenters = {ours_.colleague, ours_.clerk}, .content_checker = ours_.office_head});
    outgoing_.get(colleague(), id);
    EXPECT_THAT(waiting_for(colleague()), ElementsAre("comment Kế hoạch")) << "opening it answers nothing";
    const auto view = outgoing_.comment(colleague(), {.id = id, .text = "Bổ sung số liệu"});
    EXPECT_THAT(waiting_for(colleague()), IsEmpty());
    EXPECT_THAT(waiting_for(officer()), ElementsAre("notice Kế hoạch"));
    ASSERT_EQ(view.commenters.size(), 2u);
    outgoing_.get(officer(), id);
    EXPECT_THAT(waiting_for(officer()), IsEmpty()) << "he has looked";

    EXPECT_EQ(fault_of([&] { outgoing_.comment(colleague(), {.id = id, .text = "", .no_opinion = true}); }), "outgoing.not_yours")
        << "he is asked no more";
    const auto silent = outgoing_.comment(clerk(), {.id = id, .text = "", .no_opinion = true});
    for (const auto& one : silent.commenters)
        EXPECT_EQ(one.no_opinion, one.person == ours_.clerk);
    EXPECT_THAT(waiting_for(clerk()), IsEmpty());
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingWaysTest, asks_only_those_who_may_comment)
{
    const auto id = outgoing_.create(officer(), draft()).id;
    database().write(
        ours_.id, [&](db::Tx& tx) { tx.execute("DELETE FROM person_role WHERE agency = $1 AND person = $2", ours_.id, ours_.colleague); });
    EXPECT_EQ(fault_of([&] { outgoing_.submit(officer(), {.id = id, .commenters = {ours_.colleague}}); }), "/commenters/0: no_permission");
}

TEST_P(OutgoingWaysTest, clears_what_a_change_leaves_out_and_keeps_what_was)
{
    auto whole = draft("Một");
    whole.due_on = Date::of(2022, 5, 20);
    whole.note = "nhắc lại";
    whole.urgency = work::Urgency::urgent;
    whole.unit = ours_.unit;
    const auto first = outgoing_.create(officer(), whole);
    auto bare = draft("Hai");
    bare.id = first.id;
    bare.version = first.version;
    bare.signer.reset();
    bare.recipients.clear();
    const auto cleared = outgoing_.change(officer(), bare);
    EXPECT_FALSE(cleared.due_on.is_set());
    EXPECT_EQ(cleared.note, "");
    EXPECT_EQ(cleared.urgency, work::Urgency::normal);
    EXPECT_FALSE(cleared.unit);
    EXPECT_FALSE(cleared.signer);
    EXPECT_EQ(cleared.signer_name, "");
    const auto& story = cleared.story.front();
    EXPECT_EQ(story.action, "outgoing.changed");
    for (const auto* part : {R"("was.subject":"Một")", R"("is.subject":"Hai")", R"("was.due_on":"2022-05-20")", R"("was.note":"nhắc lại")",
                             R"-("was.recipients":"UBND thị xã (bc)")-"})
        EXPECT_THAT(story.detail, testing::HasSubstr(part));
    EXPECT_THAT(waiting_for(officer()), ElementsAre("draft Hai"));
}

TEST_P(OutgoingWaysTest, comes_back_from_the_signer_and_is_given_up_by_its_drafter_alone)
{
    const auto id = outgoing_.create(officer(), draft("Kế hoạch")).id;
    outgoing_.submit(officer(), {.id = id, .commenters = {ours_.colleague}});
    EXPECT_EQ(fault_of([&] { outgoing_.withdraw(colleague(), {.id = id}); }), "outgoing.not_yours");
    EXPECT_EQ(fault_of([&] { outgoing_.discard(officer(), {.id = id}); }), "outgoing.not_now") << "it lies before its signer";
    const auto back = outgoing_.withdraw(officer(), {.id = id, .reason = "sửa số liệu"});
    EXPECT_EQ(back.state, State::draft);
    EXPECT_THAT(waiting_for(chairman()), IsEmpty());
    EXPECT_THAT(waiting_for(colleague()), IsEmpty());
    EXPECT_THAT(waiting_for(officer()), ElementsAre("draft Kế hoạch"));
    EXPECT_THAT(broken_rules(), IsEmpty());

    EXPECT_EQ(fault_of([&] { outgoing_.discard(their_clerk(), {.id = id}); }), "not_found");
    const auto gone = outgoing_.discard(officer(), {.id = id, .reason = "không cần nữa"});
    EXPECT_EQ(gone.state, State::discarded);
    EXPECT_THAT(gone.acts, IsEmpty());
    EXPECT_THAT(waiting_for(officer()), IsEmpty());
    EXPECT_THAT(subjects(officer()), IsEmpty());
    EXPECT_THAT(subjects(officer(), {.state = State::discarded}), ElementsAre("Kế hoạch"));
    EXPECT_GE(gone.story.size(), 4u);
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingWaysTest, gives_its_number_back_as_a_void_line_and_takes_another_one)
{
    appoint(ours_, ours_.chairman);
    const auto first = numbered(draft("Một"));
    runner_.run_due();
    EXPECT_EQ(fault_of([&] { outgoing_.void_number(clerk(), {.id = first.id, .reason = " "}); }), "/reason: required");
    EXPECT_EQ(fault_of([&] { outgoing_.void_number(officer(), {.id = first.id, .reason = "nhầm"}); }), "forbidden");
    const auto back = outgoing_.void_number(clerk(), {.id = first.id, .reason = "sai loại văn bản"});
    EXPECT_EQ(back.state, State::approved);
    EXPECT_EQ(back.symbol, "/BC-UBND");
    EXPECT_EQ(back.number, 0);
    EXPECT_FALSE(back.issued_on.is_set());
    EXPECT_THAT(waiting_for(clerk()), ElementsAre("number Một"));
    runner_.run_due();
    EXPECT_EQ(outgoing_.get(clerk(), first.id).versions.front().reason, "Hủy số");
    const auto lines = numbering_.list_lines(clerk(), {ours_.book, 2022, {}, {}});
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines.front().state, numbering::NumberState::voided);
    EXPECT_EQ(lines.front().reason, "sai loại văn bản");
    EXPECT_EQ(outgoing_.take_number(clerk(), {.id = first.id}).symbol, "02/BC-UBND");
    database().read(ours_.id, [&](db::Tx& tx) { EXPECT_THAT(numbering_.check(tx), IsEmpty()); });
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingWaysTest, takes_a_reserved_number_with_its_day)
{
    appoint(ours_, ours_.chairman);
    Actor keeper = clerk();
    const auto kept = numbering_.reserve(keeper, {ours_.book, "chờ chữ ký", {}});
    clock_.advance_ms(24LL * 3600 * 1000);
    const auto other = numbered(draft("Một"));
    EXPECT_EQ(other.symbol, "02/BC-UBND");
    const auto id = approved(draft("Hai")).id;
    const auto waiting = outgoing_.list_reserved(clerk(), id);
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting.front().reason, "chờ chữ ký");
    const auto view = outgoing_.take_number(clerk(), {.id = id, .period = kept.period, .reserved = kept.number});
    EXPECT_EQ(view.symbol, "01/BC-UBND");
    EXPECT_EQ(view.issued_on, Date::of(2022, 5, 4)) << "the number keeps its day";
    const auto late = approved(draft("Ba")).id;
    EXPECT_EQ(fault_of([&] { outgoing_.take_number(clerk(), {.id = late, .period = kept.period, .reserved = kept.number}); }),
              "number.not_reserved");
    database().read(ours_.id, [&](db::Tx& tx) { EXPECT_THAT(numbering_.check(tx), IsEmpty()); });
}

TEST_P(OutgoingWaysTest, goes_out_signed_or_not_at_all) // Điều 5
{
    appoint(ours_, ours_.chairman);
    const auto id = numbered(to_them()).id;
    EXPECT_EQ(fault_of([&] { outgoing_.issue(clerk(), {.id = id}); }), "/scan: required");
    EXPECT_EQ(fault_of([&] { outgoing_.issue(clerk(), {.id = id, .paper_kept = true}); }), "/scan: other_agency");
    runner_.run_due();
    EXPECT_THAT(arrived(), IsEmpty());
    EXPECT_EQ(outgoing_.issue(clerk(), {.id = id, .scan = upload(clerk(), pdf_bytes, "Bản ký.pdf")}).state, State::issued);
}

TEST_P(OutgoingWaysTest, shows_people_inside_a_page_that_says_it_is_not_signed)
{
    appoint(ours_, ours_.chairman);
    auto notice = draft("Thông báo nội bộ");
    notice.recipients = {{.kind = RecipientKind::person, .target = ours_.colleague.uuid, .name = "Ông Bạn"}};
    const auto id = numbered(notice).id;
    outgoing_.issue(clerk(), {.id = id, .paper_kept = true});
    runner_.run_due();
    const auto seen = outgoing_.get(colleague(), id);
    EXPECT_TRUE(seen.paper_kept);
    ASSERT_TRUE(seen.issued_file);
    EXPECT_EQ(seen.issued_file->name, "01_BC-UBND.pdf");
    EXPECT_EQ(seen.issued_file->media_type, "application/pdf");
    EXPECT_THAT(ooxml::text_of(converter_.last), testing::StartsWith("BẢN KHÔNG CÓ CHỮ KÝ\n"));
    EXPECT_THAT(ooxml::text_of(converter_.last), testing::HasSubstr("Số: 01/BC-UBND"));
    const auto& story = outgoing_.get(clerk(), id).story;
    EXPECT_TRUE(std::any_of(story.begin(), story.end(), [](const auto& event) {
        return event.action == "outgoing.issued" && event.detail.find(R"("paper_kept":"1")") != std::string::npos;
    }));
    auto own = draft("Tệp riêng");
    own.recipients.clear();
    own.files = {upload(officer(), pdf_bytes, "Bản riêng.pdf")};
    const auto other = numbered(own).id;
    EXPECT_EQ(fault_of([&] { outgoing_.issue(clerk(), {.id = other, .paper_kept = true}); }), "/scan: required")
        << "nothing can be written onto it";
}

TEST_P(OutgoingWaysTest, is_cancelled_where_it_went_when_it_is_recalled) // Điều 18; Phụ lục VI III.8
{
    appoint(ours_, ours_.chairman);
    const auto id = issued(to_them()).id;
    runner_.run_due();
    const auto received = arrived().front().id;
    incoming_.register_document(
        their_clerk(), {.arrival = received, .issuer = "UBND xã Phổ Mẫu", .origin_number = "1/BC", .kind = "BC", .subject = "Báo cáo"});
    outgoing_.recall(clerk(), {.id = id, .reason = "ban hành nhầm"});
    runner_.run_due();
    const auto there = incoming_.get(Actor{theirs_.id, theirs_.chairman, rights_of("chairman")}, received);
    EXPECT_EQ(there.state, incoming::State::cancelled);
    EXPECT_THAT(there.acts, IsEmpty());
    EXPECT_EQ(there.arrival_number, 1) << "its number stays with it in the book";
    EXPECT_THAT(there.story.front().detail, testing::HasSubstr("ban hành nhầm"));
    EXPECT_THAT(waiting_for(their_clerk()), ElementsAre("notice Báo cáo"));
    EXPECT_EQ(outgoing_.get(clerk(), id).recipients.front().cancelled_at, clock_.now());
    EXPECT_THAT(broken_rules(), IsEmpty());
    incoming_.get(their_clerk(), received);
    EXPECT_THAT(waiting_for(their_clerk()), IsEmpty()) << "they have been told";
    // what was on its way when it was recalled does not arrive
    const auto late = issued(to_them("Hai")).id;
    outgoing_.recall(clerk(), {.id = late, .reason = "nhầm"});
    runner_.run_due();
    EXPECT_EQ(arrived().size(), 1u);
}

TEST_P(OutgoingWaysTest, sees_what_the_receiver_did_with_it)
{
    appoint(ours_, ours_.chairman);
    const auto taken = issued(to_them("Nhận")).id, refused = issued(to_them("Trả")).id;
    runner_.run_due();
    for (const auto& row : arrived())
        if (row.subject == "Nhận")
            incoming_.register_document(
                their_clerk(), {.arrival = row.id, .issuer = "UBND xã Phổ Mẫu", .origin_number = "1/BC", .kind = "BC", .subject = "Nhận"});
        else
            incoming_.send_back(their_clerk(), {row.id, "gửi nhầm nơi"});
    const auto at = clock_.now();
    clock_.advance_ms(60'000);
    runner_.run_due();
    runner_.run_due();
    EXPECT_EQ(outgoing_.get(officer(), taken).recipients.front().received_at, at);
    const auto back = outgoing_.get(officer(), refused).recipients.front();
    EXPECT_EQ(back.returned_at, at);
    EXPECT_EQ(back.return_reason, "gửi nhầm nơi");
    EXPECT_THAT(waiting_for(clerk()), ElementsAre("notice Trả"));
    EXPECT_THAT(broken_rules(), IsEmpty());
}

TEST_P(OutgoingWaysTest, is_replaced_by_a_document_of_equal_form_and_corrected_by_a_letter) // Điều 18
{
    appoint(ours_, ours_.chairman);
    const auto wrong = issued(draft("Sai")).id;
    auto plan = draft("Kế hoạch");
    plan.kind = "KH";
    const auto other = issued(plan).id;
    EXPECT_EQ(fault_of([&] { outgoing_.replace(clerk(), {.id = wrong, .by = other, .reason = ""}); }), "/by: other_form");
    EXPECT_EQ(fault_of([&] { outgoing_.correct(clerk(), {.id = wrong, .by = other, .reason = ""}); }), "/by: no_letter");
    auto letter = draft("Đính chính");
    letter.kind = "CV";
    EXPECT_EQ(outgoing_.correct(clerk(), {.id = wrong, .by = issued(letter).id, .reason = "sai căn cứ"}).state, State::corrected);
}

TEST_P(OutgoingWaysTest, drafts_for_those_whom_nobody_here_knows)
{
    auto hamlets = draft("Gửi các thôn");
    hamlets.recipients = {{.kind = RecipientKind::outside, .name = "Các thôn"}};
    const auto view = outgoing_.create(officer(), hamlets);
    ASSERT_EQ(view.recipients.size(), 1u);
    EXPECT_FALSE(view.recipients.front().target);
    hamlets.recipients = {{.kind = RecipientKind::agency, .name = "UBND thị xã"}};
    EXPECT_THAT(faults_thrown_by([&] { outgoing_.create(officer(), hamlets); }), ElementsAre("/recipients/0/target: required"));
}

TEST_P(OutgoingWaysTest, numbers_documents_of_the_party_by_kind_and_term)
{
    appoint(ours_, ours_.chairman);
    const auto book = Id<numbering::Book>::make();
    database().write(ours_.id, [&](db::Tx& tx) {
        tx.execute("UPDATE body SET party = 1, symbol = 'ĐU' WHERE agency = $1 AND id = $2", ours_.id, ours_.body);
        tx.insert("book",
                  numbering::Book{.agency = ours_.id,
                                  .id = book,
                                  .body = ours_.body,
                                  .direction = numbering::Direction::outgoing,
                                  .name = "Báo cáo",
                                  .kinds = "BC",
                                  .period_kind = numbering::PeriodKind::term});
        tx.execute("INSERT INTO book_period (agency, book, period, starts_on, ends_on) VALUES ($1, $2, 2020, '2020-06-12', '2025-06-11')",
                   ours_.id, book);
    });
    const auto report = numbered(draft());
    EXPECT_EQ(report.symbol, "01-BC/ĐU");
    EXPECT_EQ(report.year, 2020) << "the term's first year";
    auto letter = draft("Công văn");
    letter.kind = "CV";
    EXPECT_EQ(numbered(letter).symbol, "01-CV/ĐU");
    runner_.run_due();
    const auto file = outgoing_.get(clerk(), report.id).versions.front().file;
    std::ifstream stream{blobs_.path_of(file.id), std::ios::binary};
    const auto text = ooxml::text_of(std::string{std::istreambuf_iterator<char>{stream}, {}});
    EXPECT_THAT(text, testing::HasSubstr("ĐẢNG CỘNG SẢN VIỆT NAM"));
    EXPECT_THAT(text, testing::HasSubstr("\n*\t"));
    EXPECT_THAT(text, testing::HasSubstr("Số 01-BC/ĐU"));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("CỘNG HÒA")));
}

} // namespace congso
