#include "lib/ooxml/docx.h"
#include "lib/ooxml/template.h"
#include "office/figures/figures_service.h"
#include "office/outgoing/outgoing_api.h"
#include "office/outgoing/outgoing_figures.h"
#include "tests/support/outgoing_fixture.h"

namespace congso {

namespace {

using namespace outgoing;
using test::fault_of;
using test::faults_thrown_by;
using test::pdf_bytes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class OutgoingTest : public test::OutgoingFixture { };
CONGSO_BOTH_ENGINES(OutgoingTest);

} // namespace

TEST(OutgoingRules, makes_symbols_as_the_decree_says)
{
    EXPECT_EQ(symbol_of(5, notation_of({"KH", "UBND", "VP"})), "05/KH-UBND");
    EXPECT_EQ(symbol_of(112, notation_of({"QĐ", "UBND", ""})), "112/QĐ-UBND");
    EXPECT_EQ(symbol_of(12, notation_of({"", "UBND", "VP"})), "12/UBND-VP");
    EXPECT_EQ(symbol_of(0, notation_of({"KH", "UBND", ""})), "/KH-UBND");
}

// Phụ lục VI
TEST(OutgoingRules, puts_each_field_into_its_box)
{
    Outgoing document;
    document.kind = "QĐ";
    document.subject = "Về việc thành lập Tổ công tác";
    document.number = 7;
    document.symbol = "07/QĐ-UBND";
    document.issued_on = Date::of(2022, 5, 4);
    PrintedParts parts;
    parts.agency.place = "Phổ Mẫu";
    parts.body.heading_lines = "ỦY BAN NHÂN DÂN\nXÃ PHỔ MẪU";
    parts.notation = "QĐ-UBND";
    parts.unit_abbreviation = "VP";
    parts.signing_lines = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH";
    parts.recipients = {{.kind = RecipientKind::outside, .target = {}, .name = "UBND thị xã", .mark = "bc"},
                        {.kind = RecipientKind::outside, .target = {}, .name = "Phòng Nội vụ", .mark = "", .addressee = true}};
    parts.text = {
        {ParagraphStyle::basis, "Căn cứ Luật"}, {ParagraphStyle::article, "Điều 1. Thành lập Tổ."}, {ParagraphStyle::paragraph, ""}};
    const auto page = printed(document, parts);
    EXPECT_EQ(page.number, "7");
    EXPECT_THAT(page.agency, ElementsAre("ỦY BAN NHÂN DÂN", "XÃ PHỔ MẪU"));
    EXPECT_EQ(page.decider, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHỔ MẪU");
    EXPECT_THAT(page.grounds, ElementsAre("Căn cứ Luật"));
    ASSERT_EQ(page.body.size(), 1u);
    EXPECT_EQ(page.body.front().style, templates::PartStyle::article);
    EXPECT_THAT(page.recipients, ElementsAre("UBND thị xã (bc)", "Phòng Nội vụ")) << "a decision has no «Kính gửi»";
    EXPECT_THAT(page.addressees, IsEmpty());
    EXPECT_EQ(page.filed_at, "VT, VP");
    EXPECT_EQ(file_name_of(document, "QĐ-UBND"), "07_QĐ-UBND.docx");
    parts.signing_lines = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH";
    EXPECT_EQ(printed(document, parts).decider, "ỦY BAN NHÂN DÂN XÃ PHỔ MẪU");
}

TEST_P(OutgoingTest, generates_the_first_version_of_a_draft_that_brings_no_file)
{
    const auto view = outgoing_.create(officer(), draft());
    EXPECT_EQ(view.state, State::draft);
    EXPECT_EQ(view.symbol, "/BC-UBND");
    EXPECT_EQ(view.unit_name, "Văn phòng");
    ASSERT_EQ(view.versions.size(), 1u);
    EXPECT_TRUE(view.versions.front().generated);
    EXPECT_EQ(view.versions.front().file.name, "Dự thảo BC-UBND.docx");
    EXPECT_EQ(view.versions.front().file.media_type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_TRUE(blobs_.exists(view.versions.front().file.id));
    EXPECT_THAT(view.acts, ElementsAre("edit", "version", "comment", "submit", "discard"));
}

TEST_P(OutgoingTest, tells_all_faults_of_a_draft_at_once)
{
    auto wrong = draft("");
    wrong.kind = "NĐ"; // arrives, but is not issued by a commune
    wrong.body = Id<org::Body>::make();
    wrong.secrecy = Secrecy::secret;
    wrong.signer = Id<org::Person>::make();
    wrong.reply_to = Id<incoming::Incoming>::make();
    wrong.recipients = {{.kind = RecipientKind::agency, .target = Uuid::make(), .name = ""}};
    EXPECT_THAT(faults_thrown_by([&] { outgoing_.create(officer(), wrong); }),
                UnorderedElementsAre("/subject: required", "/kind: unknown", "/body: unknown", "/secrecy: secrecy_refused",
                                     "/signer: unknown", "/reply_to: unknown", "/recipients/0/name: required",
                                     "/recipients/0/target: unknown"));
    EXPECT_THAT(subjects(clerk()), IsEmpty());
}

TEST_P(OutgoingTest, changes_a_generated_draft_into_a_new_version_and_refuses_a_stale_change)
{
    const auto first = outgoing_.create(officer(), draft());
    auto changed = draft("Báo cáo kết quả 5 tháng đầu năm");
    changed.id = first.id;
    changed.version = first.version;
    const auto second = outgoing_.change(officer(), changed);
    ASSERT_EQ(second.versions.size(), 2u);
    EXPECT_EQ(second.versions.front().made_from, 1);
    EXPECT_NE(second.versions[0].file.id, second.versions[1].file.id);
    EXPECT_EQ(fault_of([&] { outgoing_.change(officer(), changed); }), "stale");
    changed.version = second.version;
    changed.note = "chỉ ghi chú";
    EXPECT_EQ(outgoing_.change(officer(), changed).versions.size(), 2u) << "nothing printed has changed";
    EXPECT_THAT(subjects(officer(), {.query = "5 thang"}), ElementsAre("Báo cáo kết quả 5 tháng đầu năm"));
}

TEST_P(OutgoingTest, keeps_an_own_file_when_the_metadata_change)
{
    auto own = draft();
    own.files = {upload(officer(), pdf_bytes, "Báo cáo.pdf"), upload(officer(), pdf_bytes + " ", "Phụ lục.pdf")};
    const auto first = outgoing_.create(officer(), own);
    ASSERT_EQ(first.versions.size(), 1u);
    EXPECT_FALSE(first.versions.front().generated);
    ASSERT_EQ(first.appendices.size(), 1u);
    EXPECT_EQ(first.appendices.front().name, "Phụ lục.pdf");
    auto changed = draft("Tên khác");
    changed.id = first.id;
    changed.version = first.version;
    EXPECT_EQ(outgoing_.change(officer(), changed).versions.size(), 1u);
    own.files = {std::string(64, 'a')};
    EXPECT_EQ(fault_of([&] { outgoing_.create(officer(), own); }), "/files/0: file.unknown");
}

TEST_P(OutgoingTest, refuses_a_version_made_from_an_older_one_unless_insisted)
{
    const auto id = outgoing_.create(officer(), draft()).id;
    const auto file = upload(officer(), pdf_bytes, "v2.pdf");
    EXPECT_EQ(outgoing_.add_version(officer(), {.id = id, .file = file, .made_from = 1, .reason = "theo góp ý"}).versions.size(), 2u);
    NewVersion late{.id = id, .file = upload(officer(), pdf_bytes + "\n", "v3.pdf"), .made_from = 1, .reason = "muộn"};
    EXPECT_EQ(fault_of([&] { outgoing_.add_version(officer(), late); }), "stale");
    late.insist = true;
    const auto view = outgoing_.add_version(officer(), late);
    ASSERT_EQ(view.versions.size(), 3u);
    EXPECT_EQ(view.versions.front().made_from, 1);
    EXPECT_EQ(view.versions.front().reason, "muộn");
    const auto again = outgoing_.add_version(officer(), {.id = id, .file = "", .made_from = 3, .reason = "lấy lại bản tạo tự động"});
    EXPECT_TRUE(again.versions.front().generated);
}

TEST_P(OutgoingTest, goes_by_its_checkers_to_the_signer_and_back_to_the_drafter)
{
    const auto id = outgoing_.create(officer(), draft("Kế hoạch")).id;
    EXPECT_EQ(fault_of([&] { outgoing_.get(colleague(), id); }), "not_found") << "a draft is its drafter's";
    EXPECT_EQ(fault_of([&] { outgoing_.submit(officer(), {.id = id, .content_checker = ours_.clerk}); }),
              "/content_checker: no_permission");
    const auto sent = outgoing_.submit(officer(), {.id = id, .commenters = {ours_.colleague}, .content_checker = ours_.office_head});
    EXPECT_EQ(sent.state, State::reviewing);
    EXPECT_THAT(waiting_for(office_head()), ElementsAre("check Kế hoạch"));
    EXPECT_THAT(waiting_for(colleague()), ElementsAre("comment Kế hoạch"));
    EXPECT_THAT(outgoing_.get(colleague(), id).acts, ElementsAre("comment", "no_opinion"));
    outgoing_.comment(colleague(), {.id = id, .text = "Bổ sung số liệu"});

    const auto back = outgoing_.comment(office_head(), {.id = id, .text = "Sửa mục II", .request_revision = true});
    EXPECT_EQ(back.state, State::returned);
    EXPECT_THAT(waiting_for(officer()), ElementsAre("revise Kế hoạch"));
    EXPECT_THAT(waiting_for(office_head()), IsEmpty());
    EXPECT_EQ(back.comments.size(), 2u);

    outgoing_.submit(officer(), {.id = id, .content_checker = ours_.office_head, .format_checker = ours_.office_head});
    EXPECT_EQ(fault_of([&] { outgoing_.approve(chairman(), {.id = id}); }), "outgoing.not_yours") << "the check comes first";
    const auto checked = outgoing_.approve(office_head(), {.id = id});
    EXPECT_EQ(checked.state, State::submitted);
    EXPECT_THAT(waiting_for(chairman()), ElementsAre("approve Kế hoạch"));
    EXPECT_EQ(fault_of([&] { outgoing_.approve(office_head(), {.id = id}); }), "outgoing.not_yours");
    EXPECT_EQ(outgoing_.comment(chairman(), {.id = id, .text = "Chưa đạt", .request_revision = true}).state, State::returned);
}

TEST_P(OutgoingTest, approves_only_with_a_power_to_sign_for_the_body)
{
    const auto id = outgoing_.create(officer(), draft()).id;
    outgoing_.submit(officer(), {.id = id});
    EXPECT_EQ(fault_of([&] { outgoing_.approve(chairman(), {.id = id}); }), "outgoing.no_authority");
    // a mandate outside its dates is none (art. 13.4)
    database().write(ours_.id, [&](db::Tx& tx) {
        tx.insert("mandate",
                  org::Mandate{.agency = ours_.id,
                               .id = Id<org::Mandate>::make(),
                               .kind = org::MandateKind::tuq,
                               .from_person = ours_.office_head,
                               .to_person = ours_.chairman,
                               .body = ours_.body,
                               .signing_lines = "TUQ. CHỦ TỊCH",
                               .scope = {},
                               .document = {},
                               .valid_from = Date::of(2022, 1, 1),
                               .valid_to = Date::of(2022, 5, 3)});
    });
    EXPECT_EQ(fault_of([&] { outgoing_.approve(chairman(), {.id = id, .authority = org::Authority::tuq}); }), "outgoing.no_authority");
    appoint(ours_, ours_.chairman);
    appoint(ours_, ours_.chairman, org::Authority::own, "CHỦ TỊCH");
    EXPECT_EQ(fault_of([&] { outgoing_.approve(chairman(), {.id = id}); }), "/authority: required");
    EXPECT_EQ(fault_of([&] { outgoing_.approve(chairman(), {.id = id, .version = 1}); }), "stale");
    const auto view = outgoing_.approve(chairman(), {.id = id, .authority = org::Authority::own});
    EXPECT_EQ(view.state, State::approved);
    EXPECT_EQ(view.signing_lines, "CHỦ TỊCH");
    EXPECT_EQ(view.signer_name, "Nguyễn Văn Chủ");
    EXPECT_EQ(view.approved_at, clock_.now());
    EXPECT_THAT(waiting_for(clerk()), ElementsAre("number Báo cáo kết quả tháng 5"));
    EXPECT_THAT(waiting_for(chairman()), IsEmpty());
}

// Phụ lục VI
TEST_P(OutgoingTest, goes_to_the_signer_again_when_it_is_edited_after_the_approval)
{
    appoint(ours_, ours_.chairman);
    const auto id = approved(draft()).id;
    const auto view =
        outgoing_.add_version(officer(), {.id = id, .file = upload(officer(), pdf_bytes, "sửa.pdf"), .made_from = 1, .reason = "sửa lỗi"});
    EXPECT_EQ(view.state, State::submitted);
    EXPECT_EQ(view.approved_at.ms, 0);
    EXPECT_THAT(waiting_for(clerk()), IsEmpty());
    EXPECT_THAT(waiting_for(chairman()), ElementsAre("approve Báo cáo kết quả tháng 5"));
    EXPECT_EQ(fault_of([&] { outgoing_.take_number(clerk(), {.id = id}); }), "outgoing.not_now");
}

TEST_P(OutgoingTest, numbers_in_order_without_gap_and_refuses_another_day_before)
{
    appoint(ours_, ours_.chairman);
    const auto first = numbered(draft());
    EXPECT_EQ(first.symbol, "01/BC-UBND");
    EXPECT_EQ(first.issued_on, Date::of(2022, 5, 4));
    const auto id = approved(draft("Văn bản hai")).id;
    EXPECT_EQ(fault_of([&] { outgoing_.take_number(clerk(), {.id = id, .issued_on = Date::of(2022, 5, 3)}); }), "number.back_dated");
    EXPECT_EQ(fault_of([&] { outgoing_.take_number(clerk(), {.id = id, .issued_on = Date::of(2022, 5, 5)}); }), "/issued_on: future");
    EXPECT_EQ(fault_of([&] { outgoing_.take_number(clerk(), {.id = id, .book = Id<numbering::Book>::make()}); }), "/book: unknown");
    EXPECT_EQ(outgoing_.take_number(clerk(), {.id = id}).symbol, "02/BC-UBND");
    EXPECT_EQ(fault_of([&] { outgoing_.take_number(clerk(), {.id = id}); }), "outgoing.not_now");
    auto letter = draft("Công văn");
    letter.kind = "CV";
    EXPECT_EQ(numbered(letter).symbol, "03/UBND-VP");
    database().read(ours_.id, [&](db::Tx& tx) { EXPECT_THAT(numbering_.check(tx), IsEmpty()); });
    EXPECT_THAT(subjects(clerk()), ElementsAre("Công văn", "Văn bản hai", "Báo cáo kết quả tháng 5"));
}

TEST_P(OutgoingTest, shows_the_number_in_a_further_version_of_a_generated_file)
{
    appoint(ours_, ours_.chairman);
    const auto id = numbered(draft()).id;
    runner_.run_due();
    const auto view = outgoing_.get(clerk(), id);
    ASSERT_EQ(view.versions.size(), 2u);
    EXPECT_EQ(view.versions.front().reason, "Cấp số");
    EXPECT_EQ(view.versions.front().file.name, "01_BC-UBND.docx");
    outgoing_.stamp(ours_.id, {id, ours_.clerk});
    EXPECT_EQ(outgoing_.get(clerk(), id).versions.size(), 2u) << "a job may run twice";
}

TEST_P(OutgoingTest, finishes_the_incoming_document_that_it_answers_when_it_is_issued)
{
    appoint(ours_, ours_.chairman);
    const auto asked =
        incoming_.register_document(clerk(), {.issuer = "UBND thị xã", .origin_number = "817/UBND", .kind = "CV", .subject = "Báo cáo"});
    auto reply = draft();
    reply.reply_to = asked.id;
    EXPECT_EQ(fault_of([&] { outgoing_.create(colleague(), reply); }), "/reply_to: unknown") << "he may not see it";
    const auto clerks = outgoing_.create(clerk(), reply);
    EXPECT_EQ(clerks.reply_to_symbol, "817/UBND");
    const auto id = clerks.id;
    outgoing_.submit(clerk(), {.id = id});
    outgoing_.approve(chairman(), {.id = id});
    outgoing_.take_number(clerk(), {.id = id});
    EXPECT_NE(incoming_.get(clerk(), asked.id).state, incoming::State::done);
    outgoing_.issue(clerk(), {.id = id, .scan = upload(clerk(), pdf_bytes, "Bản ký.pdf"), .copy_count = 3});
    const auto answered = incoming_.get(clerk(), asked.id);
    EXPECT_EQ(answered.state, incoming::State::done);
    EXPECT_EQ(answered.result, incoming::Result::replied);
    EXPECT_EQ(answered.reply_symbol, "01/BC-UBND");
}

TEST_P(OutgoingTest, takes_only_a_pdf_as_the_signed_paper)
{
    appoint(ours_, ours_.chairman);
    const auto id = numbered(draft()).id;
    const auto image =
        upload(clerk(), std::string{"\x89PNG\r\n\x1a\n"} + std::string("\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x06\0\0\0\x1f\x15\xc4\x89", 25),
               "ảnh.png");
    EXPECT_EQ(fault_of([&] { outgoing_.issue(clerk(), {.id = id, .scan = image}); }), "/scan: pdf");
    const auto scan = upload(clerk(), pdf_bytes, "Bản ký.pdf");
    const auto view = outgoing_.issue(clerk(), {.id = id, .scan = scan});
    EXPECT_EQ(view.state, State::issued);
    ASSERT_TRUE(view.issued_file);
    EXPECT_EQ(view.issued_file->id, scan);
    EXPECT_EQ(view.dispatched_at, clock_.now());
    EXPECT_THAT(waiting_for(clerk()), IsEmpty());
}

TEST_P(OutgoingTest, arrives_once_at_another_agency_however_often_the_job_runs)
{
    appoint(ours_, ours_.chairman);
    auto report = draft();
    report.recipients.push_back({.kind = RecipientKind::agency, .target = theirs_.id.uuid, .name = "UBND xã Phổ Bên", .mark = ""});
    const auto sent = issued(report);
    EXPECT_EQ(sent.recipients[1].delivered_at.ms, 0);
    runner_.run_due();
    const auto rows = arrived();
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows.front().issuer, "Ủy ban nhân dân xã Phổ Mẫu");
    EXPECT_EQ(rows.front().origin_number, "01/BC-UBND");
    EXPECT_EQ(rows.front().state, incoming::State::arrived);
    const auto view = incoming_.get(their_clerk(), rows.front().id);
    EXPECT_EQ(view.way, incoming::Way::inside);
    ASSERT_EQ(view.files.size(), 1u);
    EXPECT_EQ(view.files.front().id, sent.issued_file->id);
    EXPECT_THAT(waiting_for(their_clerk()), ElementsAre("receive Báo cáo kết quả tháng 5"));
    EXPECT_EQ(outgoing_.get(clerk(), sent.id).recipients[1].delivered_at, clock_.now());

    // a crash between the arrival and the mark: the job runs again although the clerk has registered the document meanwhile
    incoming_.register_document(
        their_clerk(),
        {.arrival = rows.front().id, .issuer = "UBND xã Phổ Mẫu", .origin_number = "1/BC", .kind = "BC", .subject = "Báo cáo"});
    database().write(ours_.id, [&](db::Tx& tx) { tx.execute("UPDATE recipient SET delivered_at = 0 WHERE agency = $1", ours_.id); });
    outgoing_.deliver(ours_.id, {sent.id.uuid, theirs_.id, ours_.clerk});
    outgoing_.deliver(ours_.id, {sent.id.uuid, theirs_.id, ours_.clerk});
    EXPECT_EQ(arrived().size(), 1u);
    EXPECT_EQ(outgoing_.get(clerk(), sent.id).recipients[1].delivered_at, clock_.now());
}

TEST_P(OutgoingTest, is_read_by_the_people_that_it_names)
{
    appoint(ours_, ours_.chairman);
    auto notice = draft("Thông báo nội bộ");
    notice.recipients = {{.kind = RecipientKind::person, .target = ours_.colleague.uuid, .name = "Ông Bạn", .mark = ""},
                         {.kind = RecipientKind::unit, .target = ours_.unit.uuid, .name = "Văn phòng", .mark = ""}};
    EXPECT_THAT(subjects(colleague()), IsEmpty());
    const auto id = issued(notice).id;
    EXPECT_THAT(waiting_for(colleague()), ElementsAre("read Thông báo nội bộ"));
    EXPECT_THAT(waiting_for(officer()), IsEmpty()) << "his unit has it, and he wrote it";
    EXPECT_THAT(subjects(colleague()), ElementsAre("Thông báo nội bộ"));
    const auto seen = outgoing_.get(colleague(), id);
    EXPECT_EQ(seen.recipients[0].read_at, clock_.now());
    EXPECT_EQ(seen.recipients[1].read_at.ms, 0);
    EXPECT_THAT(waiting_for(colleague()), IsEmpty());
}

TEST_P(OutgoingTest, does_not_exist_for_another_agency)
{
    const auto id = outgoing_.create(officer(), draft()).id;
    EXPECT_EQ(fault_of([&] { outgoing_.get(their_clerk(), id); }), "not_found");
    EXPECT_THAT(subjects(their_clerk()), IsEmpty());
    EXPECT_THAT(subjects(their_clerk(), {.query = "báo cáo"}), IsEmpty());
}

TEST_P(OutgoingTest, asks_for_the_permission_of_each_act)
{
    const Actor archivist{ours_.id, ours_.colleague, rights_of("archivist")};
    EXPECT_EQ(fault_of([&] { outgoing_.create(archivist, draft()); }), "forbidden");
    appoint(ours_, ours_.chairman);
    const auto id = outgoing_.create(officer(), draft()).id;
    EXPECT_EQ(fault_of([&] { outgoing_.submit(clerk(), {.id = id}); }), "outgoing.not_yours");
    outgoing_.submit(officer(), {.id = id});
    EXPECT_EQ(fault_of([&] { outgoing_.approve(officer(), {.id = id}); }), "outgoing.not_yours");
    outgoing_.approve(chairman(), {.id = id});
    EXPECT_EQ(fault_of([&] { outgoing_.take_number(officer(), {.id = id}); }), "forbidden");
    outgoing_.take_number(clerk(), {.id = id});
    EXPECT_EQ(fault_of([&] { outgoing_.issue(chairman(), {.id = id}); }), "forbidden");
    EXPECT_EQ(fault_of([&] { outgoing_.recall(officer(), {.id = id, .reason = "nhầm"}); }), "forbidden");
}

TEST_P(OutgoingTest, freezes_what_was_recalled_replaced_or_corrected)
{
    appoint(ours_, ours_.chairman);
    const auto wrong = issued(draft("Sai nội dung")).id, better = issued(draft("Đúng nội dung")).id;
    EXPECT_THAT(outgoing_.get(clerk(), wrong).acts, ElementsAre("recall", "replace", "correct"));
    EXPECT_EQ(fault_of([&] { outgoing_.replace(clerk(), {.id = wrong, .by = wrong, .reason = ""}); }), "/by: not_issued");
    EXPECT_EQ(fault_of([&] { outgoing_.replace(clerk(), {.id = wrong, .by = approved(draft()).id, .reason = ""}); }), "/by: not_issued");
    const auto replaced = outgoing_.replace(clerk(), {.id = wrong, .by = better, .reason = "sai số liệu"});
    EXPECT_EQ(replaced.state, State::replaced);
    EXPECT_EQ(replaced.superseded_by_symbol, "02/BC-UBND");
    EXPECT_THAT(replaced.acts, IsEmpty());
    EXPECT_EQ(fault_of([&] { outgoing_.recall(clerk(), {.id = better, .reason = ""}); }), "/reason: required");
    EXPECT_EQ(outgoing_.recall(clerk(), {.id = better, .reason = "ban hành nhầm"}).state, State::recalled);
    EXPECT_EQ(fault_of([&] { outgoing_.comment(officer(), {.id = better, .text = "muộn"}); }), "outgoing.not_now");
    EXPECT_EQ(fault_of([&] { outgoing_.add_version(clerk(), {.id = better, .file = "", .made_from = 1, .reason = ""}); }),
              "outgoing.not_now");
}

TEST_P(OutgoingTest, lists_by_state_kind_day_and_person)
{
    appoint(ours_, ours_.chairman);
    issued(draft("Một"));
    clock_.advance_ms(24LL * 3600 * 1000);
    auto plan = draft("Hai");
    plan.kind = "KH";
    outgoing_.create(officer(), plan);
    outgoing_.create(clerk(), draft("Ba"));
    EXPECT_THAT(subjects(clerk(), {.state = State::issued}), ElementsAre("Một"));
    EXPECT_THAT(subjects(clerk(), {.kind = "KH"}), ElementsAre("Hai"));
    EXPECT_THAT(subjects(clerk(), {.to = Date::of(2022, 5, 4)}), ElementsAre("Một"));
    EXPECT_THAT(subjects(clerk(), {.from = Date::of(2022, 5, 5), .body = ours_.body}), UnorderedElementsAre("Hai", "Ba"));
    EXPECT_THAT(subjects(clerk(), {.person = ours_.officer}), ElementsAre("Hai", "Một"));
    EXPECT_THAT(subjects(officer()), ElementsAre("Hai", "Một"));
    EXPECT_THAT(subjects(clerk(), {.query = "01/BC-UBND"}), ElementsAre("Một"));
    EXPECT_THAT(subjects(clerk(), {.query = "bao cao", .state = State::draft}), ElementsAre("Ba"));
    EXPECT_EQ(outgoing_.list(clerk(), {}).total, 3);
}

TEST_P(OutgoingTest, counts_what_went_out_whatever_became_of_it)
{
    appoint(ours_, ours_.chairman);
    FigureService figures{database(), clock_, queue_, outgoing::figures()};
    const auto day = Date::of(2022, 5, 4);
    const auto value = [&] {
        return figures.list(clerk(), {day, day}).items.at(0).value;
    };
    outgoing_.create(officer(), draft("Dự thảo"));
    numbered(draft("Chưa gửi"));
    EXPECT_EQ(value(), std::nullopt);
    issued(draft("Một"));
    outgoing_.recall(clerk(), {.id = issued(draft("Hai")).id, .reason = "ban hành nhầm"});
    EXPECT_EQ(value(), 2);
    EXPECT_THAT(subjects(clerk(), {.from = day, .to = day, .counted = Counted::issued}), ElementsAre("Hai", "Một"));
    EXPECT_THAT(subjects(clerk(), {.query = "một", .counted = Counted::issued}), ElementsAre("Một"));
    EXPECT_THAT(subjects(clerk(), {.query = "dự thảo", .counted = Counted::issued}), IsEmpty());
    EXPECT_EQ(figures.list(clerk(), {day, day}).items.at(0).list, "/outgoing?counted=issued&from=2022-05-04&to=2022-05-04");
}

TEST_P(OutgoingTest, acts_once_for_a_request_that_is_sent_twice)
{
    auto actor = officer();
    actor.idempotency_key = "k1";
    actor.request_digest = "d1";
    const auto first = outgoing_.create(actor, draft());
    const auto again = outgoing_.create(actor, draft());
    EXPECT_EQ(again.id, first.id);
    auto changed = draft("Khác");
    changed.id = first.id;
    changed.version = first.version;
    actor.idempotency_key = "k2";
    EXPECT_EQ(outgoing_.change(actor, changed).version, 2);
    EXPECT_EQ(outgoing_.change(actor, changed).version, 2);
    EXPECT_EQ(outgoing_.list(clerk(), {}).total, 1);
}

TEST_P(OutgoingTest, tells_every_act_in_the_story)
{
    appoint(ours_, ours_.chairman);
    const auto id = issued(draft()).id;
    std::vector<std::string> actions;
    for (const auto& event : outgoing_.get(clerk(), id).story)
        actions.push_back(event.action);
    EXPECT_THAT(actions,
                ElementsAre("outgoing.issued", "outgoing.numbered", "outgoing.approved", "outgoing.submitted", "outgoing.drafted"));
    EXPECT_THAT(audit_.verify(database(), ours_.id), IsEmpty());
}

TEST_P(OutgoingTest, offers_its_routes_with_their_permissions)
{
    std::vector<std::string> numbering;
    for (const auto& route : routes(outgoing_))
        if (route.permission == Permission::number_outgoing)
            numbering.push_back(route.path);
    EXPECT_THAT(numbering,
                UnorderedElementsAre("/api/outgoing/{id}/number", "/api/outgoing/{id}/reserved", "/api/outgoing/{id}/void",
                                     "/api/outgoing/{id}/issue", "/api/outgoing/{id}/hand-out", "/api/outgoing/{id}/recall",
                                     "/api/outgoing/{id}/replace", "/api/outgoing/{id}/correct"));
    EXPECT_EQ(outgoing_.list_kinds(officer()).size(), templates::kinds().size());
}

TEST_P(OutgoingTest, has_limits_for_every_text_and_list)
{
    const std::string endless(10'000, 'x');
    const auto made = outgoing_.create(officer(), draft());
    EXPECT_EQ(fault_of([&] { outgoing_.comment(officer(), {.id = made.id, .text = endless}); }), "/text: too_long");
    EXPECT_EQ(fault_of([&] { outgoing_.comment(officer(), {.id = made.id, .text = " \n"}); }), "/text: required");
    EXPECT_EQ(fault_of([&] { outgoing_.add_version(officer(), {.id = made.id, .made_from = 1, .reason = endless}); }), "/reason: too_long");
    EXPECT_EQ(
        fault_of([&] { outgoing_.submit(officer(), {.id = made.id, .commenters = std::vector<Id<org::Person>>(300, ours_.colleague)}); }),
        "/commenters: too_many");
    auto crowded = draft();
    crowded.recipients.resize(301, {.kind = RecipientKind::outside, .target = {}, .name = "UBND xã", .mark = ""});
    EXPECT_EQ(fault_of([&] { outgoing_.create(officer(), crowded); }), "/recipients: too_many");
    EXPECT_EQ(fault_of([&] { outgoing_.create(officer(), draft("   ")); }), "/subject: required");
    appoint(ours_, ours_.chairman);
    const auto approved_one = approved(draft());
    EXPECT_EQ(fault_of([&] { outgoing_.take_number(clerk(), {.id = approved_one.id, .issued_on = Date::of(1492, 1, 1)}); }),
              "/issued_on: range");
    EXPECT_EQ(fault_of([&] { outgoing_.recall(clerk(), {.id = issued(draft()).id, .reason = "  "}); }), "/reason: required");
}

TEST_P(OutgoingTest, keeps_reach_and_work_as_the_check_wants_them)
{
    const auto broken = [&] {
        std::vector<std::string> faults;
        for (const auto& rule : OutgoingService::rules())
            database().read(ours_.id, [&](db::Tx& tx) {
                if (!tx.list<std::string>(rule.sql, tx.agency()).empty())
                    faults.emplace_back(rule.fault);
            });
        return faults;
    };
    appoint(ours_, ours_.chairman);
    outgoing_.create(officer(), draft("đang soạn"));
    const auto checked = outgoing_.create(officer(), draft("đang kiểm tra")).id;
    outgoing_.submit(officer(), {.id = checked, .commenters = {ours_.colleague}, .content_checker = ours_.office_head});
    const auto returned = outgoing_.create(officer(), draft("trả lại")).id;
    outgoing_.submit(officer(), {.id = returned});
    outgoing_.comment(chairman(), {.id = returned, .text = "sửa lại", .request_revision = true});
    const auto submitted = outgoing_.create(officer(), draft("trình ký")).id;
    outgoing_.submit(officer(), {.id = submitted});
    approved(draft("đã duyệt"));
    numbered(draft("đã cấp số"));
    auto sent = draft("đã phát hành");
    sent.recipients.push_back({.kind = RecipientKind::person, .target = ours_.colleague.uuid, .name = "Lê Văn Bạn", .mark = ""});
    outgoing_.recall(clerk(), {.id = issued(sent).id, .reason = "sai nội dung"});
    const auto number = issued(sent);
    runner_.run_due();
    EXPECT_THAT(broken(), IsEmpty());

    const auto change = [&](std::string_view sql, Uuid record) {
        database().write(ours_.id, [&](db::Tx& tx) { tx.execute(sql, tx.agency(), record); });
    };
    change("DELETE FROM reach WHERE agency = $1 AND record = $2", checked.uuid);
    EXPECT_THAT(broken(),
                ElementsAre("its drafter does not reach it", "someone who checks it does not reach it",
                            "someone whose opinion is asked for does not reach it", "it waits for someone who does not reach it"));
    change("DELETE FROM work_item WHERE agency = $1 AND record = $2", submitted.uuid);
    change("UPDATE book_number SET number = number + 100 WHERE agency = $1 AND record = $2", number.id.uuid);
    EXPECT_THAT(broken(),
                testing::IsSupersetOf({"its number stands in no book", "a number of the book names it, but it does not bear that number",
                                       "it lies before its signer, or its drafter, and does not wait for him"}));
}

} // namespace congso
