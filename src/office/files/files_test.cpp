#include "office/files/files_api.h"

#include "lib/crypto/digest.h"
#include "office/actor/reach.h"
#include "tests/support/temp_database.h"

#include <gmock/gmock.h>

#include <atomic>
#include <fstream>
#include <thread>

namespace congso {

namespace {

using testing::IsEmpty;
namespace fs = std::filesystem;

const AgencyId agency{*Uuid::parse("0190f6c7-aaaa-7bbb-8ccc-0123456789ab")};
const AgencyId neighbour{*Uuid::parse("0190f6c7-aaaa-7bbb-8ccc-9876543210fe")};

// A PDF of so many empty pages; `note` makes its bytes differ.
std::string pdf_of(int pages, std::string_view note = "")
{
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", ""};
    std::string kids;
    for (int i = 0; i < pages; ++i) {
        kids += std::to_string(objects.size() + 1) + " 0 R ";
        objects.emplace_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 280]>>");
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages) + ">>";
    std::string text = "%PDF-1.4\n%" + std::string{note} + "\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", text.size());
        text += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
    }
    const auto start = text.size();
    return text + "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n" + table + "trailer<</Root 1 0 R/Size "
        + std::to_string(objects.size() + 1) + ">>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

const std::string rtf = "{\\rtf1 K\\'ea ho\\'e1ch}";

class FakeConverter final : public proc::Converter {
public:
    void convert(const fs::path&, media::MediaType, const fs::path& out_pdf) override
    {
        ++calls;
        if (!faults.empty()) {
            const auto fault = faults.front();
            faults.erase(faults.begin());
            throw Error::unavailable(fault);
        }
        std::ofstream{out_pdf, std::ios::binary} << pdf_of(3, "converted");
    }
    bool is_installed() const override { return installed; }
    int calls = 0;
    bool installed = true;
    std::vector<std::string> faults;
};

std::string code_of(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& error) {
        return error.faults().empty() ? error.code() : error.faults().front().path + ": " + error.faults().front().code;
    }
    return "nothing was thrown";
}

class FilesTest : public test::DatabaseTest {
protected:
    FilesTest()
    {
        database().write(AgencyId{}, [](db::Tx& tx) {
            for (const auto& id : {agency, neighbour})
                tx.execute("INSERT INTO agency (id, name, short_name) VALUES ($1, $2, $2)", id, "UBND xã");
        });
        service_.subscribe(runner_);
    }

    Actor person() { return {agency, Id<org::Person>::make(), {Permission::signed_in}}; }

    files::Received received(std::string_view bytes)
    {
        const auto file = blobs_.new_temporary();
        std::ofstream{file, std::ios::binary} << bytes;
        return {file, crypto::sha256_hex(bytes), static_cast<std::int64_t>(bytes.size())};
    }
    std::string upload(const Actor& actor, std::string_view bytes, std::string_view name = "Kế hoạch.pdf")
    {
        return service_.store_upload(actor, received(bytes), name).id;
    }
    void attach(const Actor& actor, Uuid record, const std::vector<std::string>& ids, std::string_view slot = "")
    {
        database().write(agency, [&](db::Tx& tx) { service_.attach(tx, actor, record, slot, ids); });
    }
    void give(const Actor& actor, Uuid record)
    {
        database().write(agency, [&](db::Tx& tx) { reach::give(tx, actor.person(), "incoming", record, 1); });
    }
    std::vector<files::Attached> list(Uuid record, std::string_view slot = "", AgencyId owner = agency)
    {
        return database().read(owner, [&](db::Tx& tx) { return service_.list(tx, record, slot); });
    }
    std::vector<std::string> check(bool read_bytes = true) { return service_.check(agency, read_bytes); }
    // Answers as the router does.
    http::Response call(http::Method method, const std::string& path, http::Request request, const Actor& actor)
    {
        request.method = method;
        for (const auto& route : files::routes(service_))
            if (route.method == method && route.path == path)
                return route.answer(request, &actor);
        throw std::runtime_error{"no route " + path};
    }
    static std::string field(const http::Response& response, std::string_view name)
    {
        for (const auto& [key, value] : response.fields)
            if (key == name)
                return value;
        return {};
    }

    test::TempDirectory directory_;
    ManualClock clock_{Time{1'651'622'400'000}};
    crypto::Ed25519Key key_ = crypto::Ed25519Key::make();
    AuditTrail audit_{clock_, key_};
    blob::Store blobs_{directory_.path() / "files"};
    jobs::Queue queue_{clock_};
    jobs::Runner runner_{database(), queue_};
    FakeConverter converter_;
    FileService service_{database(), clock_, audit_, blobs_, queue_, converter_, {.file_bytes = 4096, .agency_bytes = 9000}};
};
CONGSO_BOTH_ENGINES(FilesTest);

} // namespace

TEST_P(FilesTest, stores_an_upload_under_its_digest_and_gives_it_back_to_its_uploader_only)
{
    const auto clerk = person(), other = person();
    const auto bytes = pdf_of(1);
    const auto stored = service_.store_upload(clerk, received(bytes), "Kế hoạch 817.pdf");
    EXPECT_EQ(stored.id, crypto::sha256_hex(bytes));
    EXPECT_EQ(stored.media_type, "application/pdf");
    const auto readable = service_.open(clerk, stored.id);
    EXPECT_EQ(readable.name, "Kế hoạch 817.pdf");
    EXPECT_EQ(blobs_.read(stored.id), bytes);
    EXPECT_EQ(readable.path, blobs_.path_of(stored.id));
    EXPECT_EQ(code_of([&] { service_.open(other, stored.id); }), "not_found");
    EXPECT_EQ(code_of([&] { service_.open({neighbour, clerk.person(), {Permission::see_all_documents}}, stored.id); }), "not_found");
    EXPECT_EQ(code_of([&] { service_.open(clerk, "../../etc/passwd"); }), "not_found");
}

TEST_P(FilesTest, refuses_what_is_empty_too_large_of_no_accepted_type_or_badly_named)
{
    const auto clerk = person();
    EXPECT_EQ(code_of([&] { upload(clerk, ""); }), "file.empty");
    EXPECT_EQ(code_of([&] { upload(clerk, std::string(4097, 'a')); }), "file.too_large");
    EXPECT_EQ(code_of([&] { upload(clerk, std::string{"\x7f"} + "ELF\x02\x01\x01", "Kế hoạch.pdf"); }), "file.type");
    EXPECT_EQ(code_of([&] { upload(clerk, "<!DOCTYPE html><script>alert(1)</script>", "a.pdf"); }), "file.type");
    EXPECT_EQ(code_of([&] { upload(clerk, pdf_of(1), "../a.pdf"); }), "/name: file.name");
    EXPECT_EQ(code_of([&] { upload(clerk, pdf_of(1), std::string_view{"a\0.pdf", 6}); }), "/name: file.name");
}

TEST_P(FilesTest, refuses_what_would_fill_the_agency)
{
    const auto clerk = person();
    upload(clerk, std::string(4000, 'a'), "a.txt");
    upload(clerk, std::string(4000, 'b'), "b.txt");
    EXPECT_EQ(code_of([&] { upload(clerk, std::string(4000, 'c'), "c.txt"); }), "file.agency_full");
    EXPECT_NO_THROW(upload(clerk, std::string(900, 'd'), "d.txt"));
}

TEST_P(FilesTest, shows_a_file_to_those_who_see_a_record_it_hangs_on)
{
    const auto clerk = person(), reader = person(), stranger = person();
    const auto id = upload(clerk, pdf_of(1)), appendix = upload(clerk, pdf_of(2), "Phụ lục.pdf");
    const auto record = Uuid::make();
    give(clerk, record);
    attach(clerk, record, {id, appendix});
    EXPECT_EQ(code_of([&] { service_.open(reader, id); }), "not_found");
    give(reader, record);
    EXPECT_EQ(service_.open(reader, id).name, "Kế hoạch.pdf");
    EXPECT_EQ(code_of([&] { service_.open(stranger, id); }), "not_found");
    EXPECT_EQ(service_.open({agency, stranger.person(), {Permission::see_all_documents}}, appendix).name, "Phụ lục.pdf");

    const auto attached = list(record);
    ASSERT_EQ(attached.size(), 2U);
    EXPECT_TRUE(attached[0].main);
    EXPECT_FALSE(attached[1].main);
    EXPECT_EQ(attached[0].preview_id, id) << "a PDF shows itself";
    EXPECT_THAT(list(record, "v1"), IsEmpty());
}

TEST_P(FilesTest, attaches_nothing_that_the_actor_may_not_see)
{
    const auto clerk = person(), other = person();
    const auto mine = upload(clerk, pdf_of(1)), foreign = upload(other, pdf_of(2));
    EXPECT_EQ(code_of([&] { attach(clerk, Uuid::make(), {mine, foreign}); }), "/files/1: file.unknown");
    EXPECT_EQ(code_of([&] { attach(clerk, Uuid::make(), {std::string(64, '0')}); }), "/files/0: file.unknown");
    EXPECT_EQ(code_of([&] { attach(clerk, Uuid::make(), {"x"}); }), "/files/0: file.unknown");
    EXPECT_NO_THROW(attach(clerk, Uuid::make(), {mine})) << "the failed attempts have changed nothing";
}

TEST_P(FilesTest, an_attached_file_is_no_longer_the_uploaders_own)
{
    const auto clerk = person();
    const auto id = upload(clerk, pdf_of(1));
    attach(clerk, Uuid::make(), {id}); // a record he does not see
    EXPECT_EQ(code_of([&] { service_.open(clerk, id); }), "not_found");
}

TEST_P(FilesTest, calls_a_file_by_a_name_it_has_where_the_reader_sees_it)
{
    const auto clerk = person(), reader = person();
    const auto seen = Uuid::make(), unseen = Uuid::make();
    const auto id = upload(clerk, pdf_of(1), "Công khai.pdf");
    attach(clerk, seen, {id});
    upload(clerk, pdf_of(1), "Nội bộ.pdf");
    attach(clerk, unseen, {id});
    give(reader, seen);
    EXPECT_EQ(service_.open(reader, id, "Công khai.pdf").name, "Công khai.pdf");
    EXPECT_EQ(service_.open(reader, id, "Nội bộ.pdf").name, "Công khai.pdf");
    EXPECT_EQ(service_.open(reader, id, "virus.exe").name, "Công khai.pdf");
    give(reader, unseen);
    EXPECT_EQ(service_.open(reader, id, "Nội bộ.pdf").name, "Nội bộ.pdf");
}

TEST_P(FilesTest, counts_the_pages_of_a_pdf_after_it_came)
{
    const auto clerk = person();
    const auto record = Uuid::make();
    attach(clerk, record, {upload(clerk, pdf_of(4))});
    EXPECT_EQ(list(record).front().pages, 0);
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(list(record).front().pages, 4);
    EXPECT_EQ(list(record).front().preview, files::PreviewState::none);
    EXPECT_EQ(converter_.calls, 0);
}

// Phụ lục VI
TEST_P(FilesTest, makes_a_pdf_of_an_office_file_and_shows_it_under_the_files_name)
{
    const auto clerk = person();
    const auto id = upload(clerk, rtf, "Kế hoạch.rtf");
    EXPECT_EQ(code_of([&] { service_.open_preview(clerk, id); }), "file.preview_pending");
    runner_.run_due();
    const auto preview = service_.open_preview(clerk, id);
    EXPECT_EQ(preview.name, "Kế hoạch.pdf");
    EXPECT_EQ(preview.media_type, "application/pdf");
    EXPECT_EQ(blobs_.read(preview.id), pdf_of(3, "converted"));
    service_.run_preview(agency, id); // asked twice
    EXPECT_EQ(converter_.calls, 1);
    const auto record = Uuid::make();
    attach(clerk, record, {id});
    EXPECT_EQ(list(record).front().preview, files::PreviewState::ready);
    EXPECT_EQ(list(record).front().preview_id, preview.id);
    EXPECT_EQ(list(record).front().pages, 3);
}

TEST_P(FilesTest, tries_a_failed_conversion_once_more_and_then_says_so)
{
    const auto clerk = person();
    converter_.faults = {"convert.failed"};
    const auto lucky = upload(clerk, rtf, "a.rtf");
    runner_.run_due();
    EXPECT_NO_THROW(service_.open_preview(clerk, lucky));
    converter_.faults = {"convert.failed", "convert.failed"};
    const auto broken = upload(clerk, rtf + " ", "b.rtf");
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(code_of([&] { service_.open_preview(clerk, broken); }), "file.preview_failed");
    EXPECT_NO_THROW(service_.open(clerk, broken)) << "the file itself is there";
}

TEST_P(FilesTest, a_conversion_waits_for_the_converter_to_be_installed)
{
    const auto clerk = person();
    const auto id = upload(clerk, rtf, "Kế hoạch.rtf");
    converter_.installed = false;
    converter_.faults = {"convert.not_installed"};
    runner_.run_due();
    EXPECT_EQ(code_of([&] { service_.open_preview(clerk, id); }), "convert.not_installed");
    service_.resume_previews();
    EXPECT_EQ(runner_.run_due(), 0) << "it is not there yet";
    converter_.installed = true; // and the program is started again
    service_.resume_previews();
    service_.resume_previews();
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(service_.open_preview(clerk, id).media_type, files::pdf_type);
}

TEST_P(FilesTest, of_many_who_ask_for_thumbnails_two_at_most_are_kept_waiting)
{
    const auto clerk = person();
    const auto id = upload(clerk, pdf_of(6));
    runner_.run_due();
    std::atomic<int> drawn = 0, refused = 0;
    std::vector<std::thread> threads;
    for (int page = 1; page <= 6; ++page)
        threads.emplace_back([&, page] {
            const auto code = code_of([&] { service_.open_thumbnail(clerk, id, page); });
            code == "file.thumbnail_pending" ? ++refused : ++drawn;
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_GE(drawn, 1);
    EXPECT_EQ(drawn + refused, 6);
    for (int page = 1; page <= 6; ++page) // whoever asks again gets it
        EXPECT_EQ(code_of([&] { service_.open_thumbnail(clerk, id, page); }), "nothing was thrown");
}

TEST_P(FilesTest, makes_a_thumbnail_once)
{
    const auto clerk = person();
    const auto id = upload(clerk, pdf_of(2));
    runner_.run_due();
    const auto first = service_.open_thumbnail(clerk, id, 2);
    EXPECT_EQ(first.media_type, "image/png");
    EXPECT_GT(first.size, 100);
    fs::last_write_time(first.path, fs::file_time_type{});
    EXPECT_EQ(fs::last_write_time(service_.open_thumbnail(clerk, id, 2).path), fs::file_time_type{}) << "not written again";
    EXPECT_EQ(code_of([&] { service_.open_thumbnail(clerk, id, 3); }), "pdf.page");
    EXPECT_EQ(code_of([&] { service_.open_thumbnail(clerk, id, 0); }), "/page: range");
    EXPECT_EQ(code_of([&] { service_.open_thumbnail(person(), id, 1); }), "not_found");
}

TEST_P(FilesTest, carries_files_into_another_agency)
{
    const auto clerk = person();
    const auto record = Uuid::make(), arrived = Uuid::make();
    attach(clerk, record, {upload(clerk, pdf_of(2)), upload(clerk, rtf, "Phụ lục.rtf")});
    runner_.run_due();
    const auto carried = list(record);
    database().write(neighbour, [&](db::Tx& tx) { service_.attach_carried(tx, arrived, "", carried); });
    const auto there = list(arrived, "", neighbour);
    ASSERT_EQ(there.size(), 2U);
    EXPECT_EQ(there[0].pages, 2) << "known already";
    EXPECT_EQ(there[1].name, "Phụ lục.rtf");
    EXPECT_EQ(runner_.run_due(), 1);
    EXPECT_EQ(list(arrived, "", neighbour)[1].preview, files::PreviewState::ready);
}

TEST_P(FilesTest, attaches_what_the_program_made)
{
    const auto record = Uuid::make();
    auto made = service_.put_bytes(agency, pdf_of(1));
    made.name = "Dự thảo.pdf";
    database().write(agency, [&](db::Tx& tx) {
        service_.add_row(tx, made);
        service_.attach_named(tx, record, "v1", 0, made);
    });
    EXPECT_EQ(list(record, "v1").front().name, "Dự thảo.pdf");
    database().write(agency, [&](db::Tx& tx) { service_.detach(tx, record, "v1"); });
    EXPECT_THAT(list(record, "v1"), IsEmpty());
}

TEST_P(FilesTest, removes_what_hangs_on_nothing_for_two_days_rows_first)
{
    const auto clerk = person();
    const auto record = Uuid::make();
    const auto kept = upload(clerk, rtf, "a.rtf"), left = upload(clerk, pdf_of(1));
    attach(clerk, record, {kept});
    runner_.run_due();
    const auto preview = list(record).front().preview_id;
    service_.open_thumbnail(clerk, left, 1);
    clock_.advance_ms(47LL * 3600 * 1000);
    EXPECT_EQ(service_.remove_orphans(), 0);
    const auto recent = upload(clerk, pdf_of(5));
    clock_.advance_ms(2LL * 3600 * 1000);
    EXPECT_EQ(service_.remove_orphans(), 1);
    EXPECT_EQ(code_of([&] { service_.open(clerk, left); }), "not_found");
    EXPECT_TRUE(blobs_.exists(left)) << "its bytes may be on their way to a row again";
    const auto three_days_ago = fs::file_time_type::clock::now() - std::chrono::hours{72};
    for (const auto& id : {kept, preview, left, recent})
        fs::last_write_time(blobs_.path_of(id), three_days_ago);
    EXPECT_EQ(service_.remove_orphans(), 0);
    EXPECT_FALSE(blobs_.exists(left));
    EXPECT_FALSE(fs::exists(blobs_.path_of(left).string() + ".1.png"));
    EXPECT_TRUE(blobs_.exists(kept));
    EXPECT_TRUE(blobs_.exists(preview));
    EXPECT_TRUE(blobs_.exists(recent));
    EXPECT_THAT(check(), IsEmpty());
}

TEST_P(FilesTest, keeps_bytes_that_another_agency_still_has)
{
    const auto clerk = person();
    const auto id = upload(clerk, pdf_of(1));
    database().write(neighbour, [&](db::Tx& tx) {
        service_.attach_carried(tx, Uuid::make(), "",
                                {{.id = id,
                                  .name = "a.pdf",
                                  .size = 1,
                                  .media_type = "application/pdf",
                                  .main = true,
                                  .position = 0,
                                  .preview = {},
                                  .preview_id = id,
                                  .pages = 1}});
    });
    clock_.advance_ms(49LL * 3600 * 1000);
    fs::last_write_time(blobs_.path_of(id), fs::file_time_type::clock::now() - std::chrono::hours{72});
    EXPECT_EQ(service_.remove_orphans(), 1);
    EXPECT_TRUE(blobs_.exists(id));
}

// Phụ lục VI
TEST_P(FilesTest, the_check_tells_lost_and_altered_bytes)
{
    const auto clerk = person();
    const auto lost = upload(clerk, pdf_of(1)), altered = upload(clerk, pdf_of(2)), cut = upload(clerk, pdf_of(3));
    EXPECT_THAT(check(), IsEmpty());
    blobs_.remove(lost);
    fs::permissions(blobs_.path_of(altered), fs::perms::owner_all);
    std::fstream{blobs_.path_of(altered), std::ios::binary | std::ios::in | std::ios::out} << "%pDF";
    fs::resize_file(blobs_.path_of(cut), 10);
    EXPECT_EQ(check().size(), 3U);
    EXPECT_EQ(check(false).size(), 2U);
}

TEST_P(FilesTest, a_set_holds_each_file_once_and_no_more_than_fifty)
{
    const auto clerk = person();
    const auto record = Uuid::make();
    const auto id = upload(clerk, pdf_of(1));
    EXPECT_EQ(code_of([&] { attach(clerk, record, {id, id}); }), "/files/1: twice");
    EXPECT_THAT(list(record), IsEmpty());
    give(clerk, record);
    attach(clerk, record, {id});
    EXPECT_EQ(code_of([&] { attach(clerk, record, {id}); }), "/files/0: twice");
    EXPECT_NO_THROW(attach(clerk, record, {id}, "scan"));
    EXPECT_EQ(code_of([&] { attach(clerk, record, std::vector<std::string>(files::most_attached, id)); }), "/files: too_many");
}

TEST_P(FilesTest, nothing_is_removed_while_a_backup_reads)
{
    const auto left = upload(person(), pdf_of(1));
    clock_.advance_ms(49LL * 3600 * 1000);
    auto kept = service_.keep_all();
    int removed = -1;
    std::thread{[&] {
        removed = service_.remove_orphans();
    }}.join();
    EXPECT_EQ(removed, 0);
    kept.unlock();
    EXPECT_EQ(service_.remove_orphans(), 1);
    EXPECT_TRUE(blobs_.exists(left)) << "its bytes are still young";
}

TEST_P(FilesTest, tells_every_upload)
{
    const auto clerk = person();
    const auto id = upload(clerk, pdf_of(1));
    database().read(agency, [&](db::Tx& tx) {
        EXPECT_EQ(tx.get<int>("SELECT COUNT(*) FROM audit_link WHERE agency = $1 AND action = 'file.uploaded'", agency), 1);
    });
    EXPECT_THAT(audit_.verify(database(), agency), IsEmpty());
}

TEST_P(FilesTest, answers_with_fields_that_keep_a_file_from_acting_as_a_page)
{
    const auto clerk = person();
    const auto pdf = upload(clerk, pdf_of(1), "Kế hoạch «817».pdf"), text = upload(clerk, "Kính gửi", "Đơn.txt");
    const std::string path = "/api/files/{id}";
    const auto shown = call(http::Method::get, path, {.parameters = {{"id", pdf}}}, clerk);
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(shown.content_type, "application/pdf");
    EXPECT_EQ(shown.file, blobs_.path_of(pdf));
    EXPECT_EQ(field(shown, "Content-Disposition"),
              "inline; filename=\"ke hoach 817.pdf\"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%C2%AB817%C2%BB.pdf");
    EXPECT_EQ(field(shown, "ETag"), "\"" + pdf + "\"");
    EXPECT_EQ(field(shown, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(field(shown, "Content-Security-Policy"), "");
    EXPECT_THAT(field(shown, "Cache-Control"), testing::StartsWith("private"));

    const auto saved = call(http::Method::get, path, {.parameters = {{"id", pdf}}, .query = {{"download", "1"}}}, clerk);
    EXPECT_THAT(field(saved, "Content-Disposition"), testing::StartsWith("attachment;"));
    const auto other = call(http::Method::get, path, {.parameters = {{"id", text}}}, clerk);
    EXPECT_THAT(field(other, "Content-Disposition"), testing::StartsWith("attachment;"));
    EXPECT_EQ(field(other, "Content-Security-Policy"), "sandbox");

    const auto same = call(http::Method::get, path, {.parameters = {{"id", pdf}}, .fields = {{"if-none-match", "\"" + pdf + "\""}}}, clerk);
    EXPECT_EQ(same.status, 304);
    EXPECT_FALSE(same.file);
    EXPECT_EQ(code_of([&] {
                  call(http::Method::get, path, {.parameters = {{"id", pdf}}, .fields = {{"if-none-match", "*"}}}, person());
              }),
              "not_found")
        << "asked before the tag is compared";
}

TEST_P(FilesTest, takes_a_streamed_upload_and_shows_its_preview_when_it_is_made)
{
    const auto clerk = person();
    const auto arrived = received(rtf);
    const auto stored =
        call(http::Method::post, "/api/files",
             {.query = {{"name", "Kế hoạch.rtf"}}, .upload = http::Upload{arrived.file, arrived.sha256, arrived.size}}, clerk);
    EXPECT_THAT(stored.body, testing::HasSubstr("\"" + arrived.sha256 + "\""));
    const std::string path = "/api/files/{id}/preview";
    const auto pending = call(http::Method::get, path, {.parameters = {{"id", arrived.sha256}}}, clerk);
    EXPECT_EQ(pending.status, 202);
    EXPECT_EQ(pending.body, "{\"state\":\"pending\"}");
    runner_.run_due();
    const auto made = call(http::Method::get, path, {.parameters = {{"id", arrived.sha256}}}, clerk);
    EXPECT_EQ(made.status, 200);
    EXPECT_EQ(made.content_type, "application/pdf");
    EXPECT_EQ(
        call(http::Method::get, "/api/files/{id}/thumbnail", {.parameters = {{"id", arrived.sha256}}, .query = {{"page", "1"}}}, clerk)
            .content_type,
        "image/png");
}

TEST_P(FilesTest, acts_once_for_a_request_that_comes_twice)
{
    auto clerk = person();
    clerk.idempotency_key = "k";
    clerk.request_digest = "d";
    const auto first = service_.store_upload(clerk, received(pdf_of(1)), "a.pdf");
    const auto again = service_.store_upload(clerk, received(pdf_of(1)), "a.pdf");
    EXPECT_EQ(again.id, first.id);
    EXPECT_EQ(
        database().read(agency, [](db::Tx& tx) { return tx.get<int>("SELECT COUNT(*) FROM audit_link WHERE agency = $1", tx.agency()); }),
        1);
}

TEST(FileNames, are_cleaned_of_what_nobody_sees_and_refused_where_they_lead_elsewhere)
{
    EXPECT_EQ(files::clean_name("  Kế hoạch.pdf "), "Kế hoạch.pdf");
    EXPECT_EQ(files::clean_name("Ke\u0302\u0301 hoa\u0323ch.pdf"), "Kế hoạch.pdf");
    EXPECT_EQ(files::clean_name("a\u202efdp.exe"), "afdp.exe");
    EXPECT_EQ(files::clean_name("a\tb\nc\u200f\u0001.pdf"), "abc.pdf");
    for (const auto* bad : {"../a.pdf", "a/b.pdf", "C:\\a.pdf", ".", "..", "...", "\xff.pdf"})
        EXPECT_EQ(code_of([&] { files::clean_name(bad); }), "/name: file.name") << bad;
    EXPECT_EQ(code_of([&] { files::clean_name(" \u202e "); }), "/name: required");
    EXPECT_EQ(files::clean_name(std::string(255, 'a')).size(), 255U);
    EXPECT_EQ(code_of([&] { files::clean_name(std::string(256, 'a')); }), "/name: too_long");
}

TEST(FileNames, become_header_fields_without_a_way_out_of_them)
{
    EXPECT_EQ(files::content_disposition("attachment", "a\"; x=\".pdf"),
              "attachment; filename=\"a x.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%22.pdf");
    EXPECT_EQ(files::content_disposition("inline", "文書"), "inline; filename=\"file\"; filename*=UTF-8''%E6%96%87%E6%9B%B8");
    EXPECT_EQ(files::pdf_name("Kế hoạch.v2.docx"), "Kế hoạch.v2.pdf");
    EXPECT_EQ(files::pdf_name("Kế hoạch"), "Kế hoạch.pdf");
}

TEST(EntityTags, are_compared_weakly_in_a_list)
{
    EXPECT_TRUE(files::matches_etag("\"x\" , W/\"abc\"", "abc"));
    EXPECT_TRUE(files::matches_etag("*", "abc"));
    EXPECT_FALSE(files::matches_etag("abc", "abc"));
    EXPECT_FALSE(files::matches_etag("", "abc"));
}

} // namespace congso
