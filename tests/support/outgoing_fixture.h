#pragma once
#include "lib/crypto/digest.h"
#include "office/accounts/accounts.h"
#include "office/outgoing/outgoing_service.h"
#include "office/templates/kinds.h"
#include "tests/support/temp_database.h"

#include <gmock/gmock.h>

#include <fstream>

// Two small agencies that write to one another, for the tests of outgoing documents.
namespace congso::test {

using namespace outgoing;

inline const std::string pdf_bytes = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                                     "trailer<</Root 1 0 R>>\n%%EOF\n";

// Makes the same page of everything, and keeps what it was given.
class PlainConverter final : public proc::Converter {
public:
    void convert(const std::filesystem::path& from, media::MediaType, const std::filesystem::path& to) override
    {
        std::ifstream file{from, std::ios::binary};
        last = {std::istreambuf_iterator<char>{file}, {}};
        std::ofstream{to, std::ios::binary} << pdf_bytes;
    }
    std::string last;
};

// What went wrong: the code, or the first wrong field.
template <class F> std::string fault_of(F&& act)
{
    try {
        act();
    } catch (const Error& error) {
        return error.faults().empty() ? error.code() : error.faults().front().path + ": " + error.faults().front().code;
    }
    return "nothing was thrown";
}

template <class F> std::vector<std::string> faults_thrown_by(F&& act)
{
    std::vector<std::string> all;
    try {
        act();
    } catch (const Error& error) {
        for (const auto& fault : error.faults())
            all.push_back(fault.path + ": " + fault.code);
    }
    return all;
}

// One agency of the installation with its people, and a book for its documents.
struct IssuingOffice {
    AgencyId id = AgencyId::make();
    Id<org::Body> body = Id<org::Body>::make();
    Id<org::Unit> unit = Id<org::Unit>::make();
    Id<numbering::Book> book = Id<numbering::Book>::make();
    Id<org::Person> chairman, officer, colleague, office_head, clerk;
};

class OutgoingFixture : public DatabaseTest {
protected:
    OutgoingFixture()
    {
        outgoing_.subscribe(runner_);
        found(ours_, "Phổ Mẫu");
        found(theirs_, "Phổ Bên");
    }

    void found(IssuingOffice& office, const std::string& place)
    {
        database().write(AgencyId{}, [&](db::Tx& tx) {
            tx.insert("agency",
                      Agency{.id = office.id,
                             .name = "Ủy ban nhân dân xã " + place,
                             .short_name = "UBND xã " + place,
                             .place = place,
                             .hosted = true});
        });
        database().write(office.id, [&](db::Tx& tx) {
            tx.insert("body",
                      org::Body{.agency = office.id,
                                .id = office.body,
                                .name = "Ủy ban nhân dân xã " + place,
                                .heading_lines = "ỦY BAN NHÂN DÂN\nXÃ " + place,
                                .symbol = "UBND"});
            tx.insert("unit", org::Unit{.agency = office.id, .id = office.unit, .name = "Văn phòng", .abbreviation = "VP"});
            for (const auto& kind : templates::kinds())
                tx.execute("INSERT INTO kind (agency, code, name, abbreviation, outgoing) VALUES ($1, $2, $3, $4, $5)", office.id,
                           kind.code, kind.name, kind.abbreviation, kind.outgoing);
            tx.insert("book",
                      numbering::Book{.agency = office.id,
                                      .id = office.book,
                                      .body = office.body,
                                      .direction = numbering::Direction::outgoing,
                                      .name = "Văn bản đi"});
            tx.insert("book",
                      numbering::Book{.agency = office.id,
                                      .id = Id<numbering::Book>::make(),
                                      .direction = numbering::Direction::incoming,
                                      .name = "Văn bản đến"});
            AccountService::seed_roles(tx);
            office.chairman = hire(tx, "Nguyễn Văn Chủ", "chairman");
            office.officer = hire(tx, "Trần Thị Soạn", "officer");
            office.colleague = hire(tx, "Lê Văn Bạn", "officer");
            office.office_head = hire(tx, "Phạm Thị Phòng", "office_head");
            office.clerk = hire(tx, "Võ Thị Thư", "clerk");
            post(tx, office, office.officer, org::Authority::none, "");
        });
    }

    Id<org::Person> hire(db::Tx& tx, const std::string& name, std::string_view role, bool account = true)
    {
        const auto id = Id<org::Person>::make();
        tx.insert("person", org::Person{.agency = tx.agency(), .id = id, .full_name = name, .sort_key = name});
        tx.execute("INSERT INTO person_role (agency, person, role) SELECT $1, $2, id FROM role WHERE agency = $1 AND code = $3",
                   tx.agency(), id, role);
        if (account)
            AccountService::create_account(tx, id.to_string(), id, "-", clock_.now());
        return id;
    }

    static void post(db::Tx& tx, const IssuingOffice& office, Id<org::Person> person, org::Authority authority, const std::string& lines)
    {
        const auto id = Id<org::Post>::make();
        tx.insert("post",
                  org::Post{.agency = office.id,
                            .id = id,
                            .unit = office.unit,
                            .body = office.body,
                            .name = "Chức vụ",
                            .authority = authority,
                            .signing_lines = lines});
        tx.insert("holding", org::Holding{.agency = office.id, .id = Id<org::Holding>::make(), .person = person, .post = id, .main = true});
    }
    void appoint(const IssuingOffice& office, Id<org::Person> person, org::Authority authority = org::Authority::tm,
                 const std::string& lines = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
    {
        database().write(office.id, [&](db::Tx& tx) { post(tx, office, person, authority, lines); });
    }

    static Permissions rights_of(std::string_view role)
    {
        for (const auto& seed : accounts::default_roles())
            if (seed.code == role)
                return seed.permissions;
        throw std::runtime_error{"no such role"};
    }
    Actor officer() { return {ours_.id, ours_.officer, rights_of("officer")}; }
    Actor colleague() { return {ours_.id, ours_.colleague, rights_of("officer")}; }
    Actor office_head() { return {ours_.id, ours_.office_head, rights_of("office_head")}; }
    Actor chairman() { return {ours_.id, ours_.chairman, rights_of("chairman")}; }
    Actor clerk() { return {ours_.id, ours_.clerk, rights_of("clerk")}; }
    Actor their_clerk() { return {theirs_.id, theirs_.clerk, rights_of("clerk")}; }

    std::string upload(const Actor& actor, const std::string& bytes, const std::string& name)
    {
        const auto file = blobs_.new_temporary();
        std::ofstream{file, std::ios::binary} << bytes;
        return files_.store_upload(actor, {file, crypto::sha256_hex(bytes), static_cast<std::int64_t>(bytes.size())}, name).id;
    }

    Draft draft(std::string subject = "Báo cáo kết quả tháng 5")
    {
        Draft made;
        made.body = ours_.body;
        made.kind = "BC";
        made.subject = std::move(subject);
        made.signer = ours_.chairman;
        made.recipients = {{.kind = RecipientKind::outside, .target = {}, .name = "UBND thị xã", .mark = "bc", .addressee = true}};
        made.text = {{ParagraphStyle::heading, "I. KẾT QUẢ"}, {ParagraphStyle::paragraph, "Đã làm xong"}};
        return made;
    }
    OutgoingView approved(const Draft& what)
    {
        const auto id = outgoing_.create(officer(), what).id;
        outgoing_.submit(officer(), {.id = id});
        return outgoing_.approve(chairman(), {.id = id});
    }
    OutgoingView numbered(const Draft& what) { return outgoing_.take_number(clerk(), {.id = approved(what).id}); }
    OutgoingView issued(const Draft& what)
    {
        return outgoing_.issue(clerk(), {.id = numbered(what).id, .scan = upload(clerk(), pdf_bytes, "Bản ký.pdf")});
    }

    std::vector<std::string> waiting_for(const Actor& actor) // "check Báo cáo …"
    {
        std::vector<std::string> all;
        for (const auto& item : work_.list(actor).items)
            all.push_back(describe::to_name(item.action) + ' ' + item.title);
        return all;
    }
    std::vector<std::string> subjects(const Actor& actor, const OutgoingQuery& query = {})
    {
        std::vector<std::string> all;
        for (const auto& row : outgoing_.list(actor, query).items)
            all.push_back(row.subject);
        return all;
    }
    std::vector<incoming::IncomingRow> arrived() { return incoming_.list(their_clerk(), {}).items; }

    IssuingOffice ours_, theirs_;
    TempDirectory directory_;
    ManualClock clock_{Time::at(Date::of(2022, 5, 4), 8 * 60, 7 * 60)};
    crypto::Ed25519Key key_ = crypto::Ed25519Key::make();
    blob::Store blobs_{directory_.path() / "files"};
    PlainConverter converter_;
    jobs::Queue queue_{clock_};
    AuditTrail audit_{clock_, key_};
    OrgService org_{database(), clock_, audit_};
    WorktimeService worktime_{database(), clock_, audit_};
    FileService files_{database(), clock_, audit_, blobs_, queue_, converter_, {}};
    NumberingService numbering_{database(), clock_, audit_};
    SearchIndex search_;
    Notifier notifier_;
    WorkService work_{database(), clock_, notifier_, worktime_};
    TaskService tasks_{clock_, org_};
    IncomingService incoming_{{database(), clock_, audit_, org_, worktime_, files_, numbering_, search_, notifier_, work_, tasks_}};
    DeliveryService delivery_{{database(), clock_, audit_, org_, notifier_, work_, incoming_, queue_}};
    OutgoingService outgoing_{
        {database(), clock_, audit_, org_, files_, numbering_, search_, notifier_, work_, tasks_, incoming_, delivery_, queue_}};
    jobs::Runner runner_{database(), queue_};
};
} // namespace congso::test
