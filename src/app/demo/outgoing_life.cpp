#include "app/demo/office_life.h"

#include "lib/crypto/digest.h"
#include "office/outgoing/printed.h"

#include <fstream>

// The commune's outgoing documents (Decree 30/2020 art. 10–19), and what other agencies of the installation issue.
namespace congso::app::demo {

namespace {

const Date program_begins = Date::of(2022, 1, 4); // from here on drafts are written in the program

outgoing::Recipient to_agency(const Agency& agency, std::string mark, bool addressee)
{
    return {.kind = outgoing::RecipientKind::agency,
            .target = agency.id.uuid,
            .name = agency.short_name,
            .mark = std::move(mark),
            .addressee = addressee};
}

outgoing::Recipient by_name(std::string name, std::string mark = {}, bool addressee = false)
{
    return {
        .kind = outgoing::RecipientKind::outside, .target = {}, .name = std::move(name), .mark = std::move(mark), .addressee = addressee};
}

} // namespace

std::vector<outgoing::Recipient> OfficeLife::recipients_of(const OutgoingCase& entry)
{
    const bool inside_program = clock_.today() >= program_begins;
    const bool upward = entry.kind == "BC" || entry.kind == "TTr";
    const bool addressed = upward || entry.kind == "CV";
    std::vector<outgoing::Recipient> list;
    const auto hosted = [&](const Agency& agency, std::string mark, bool addressee) {
        list.push_back(inside_program || !agency.hosted ? to_agency(agency, std::move(mark), addressee)
                                                        : by_name(agency.short_name, std::move(mark), addressee));
    };
    const auto people = [&](std::initializer_list<const char*> names) {
        if (!inside_program)
            return;
        for (const auto* name : names)
            if (entry.drafter != name && entry.signer != name)
                list.push_back({.kind = outgoing::RecipientKind::person,
                                .target = world_.commune.person(name).uuid,
                                .name = world_.commune.members.find(name)->second.full_name});
    };
    const auto group = [&](const char* name, bool addressee) {
        if (!inside_program)
            return list.push_back(by_name(name, "", addressee));
        list.push_back({.kind = outgoing::RecipientKind::group,
                        .target = world_.commune.groups.at(name).uuid,
                        .name = name,
                        .mark = {},
                        .addressee = addressee});
    };
    if (const auto answered = world_.issuers.find(entry.recipients); answered != world_.issuers.end()) {
        hosted(answered->second.agency, addressed ? "" : "bc", addressed);
        people({"chutich"});
    } else if (entry.recipients == "up") {
        hosted(world_.town.agency, addressed ? "" : "bc", addressed);
        hosted(world_.party.agency, "", false);
        group("TT HĐND xã", false);
        people({"phochutich"});
    } else if (entry.recipients == "inside") {
        group("CT, PCT UBND xã", addressed);
        group("Các bộ phận chuyên môn", false);
        people({"congdoan", "luutru", "quantri"});
    } else if (entry.recipients == "hamlets") {
        group("Trưởng các thôn", addressed);
        list.push_back(by_name("Đài truyền thanh xã"));
        people({"motcua", "kiemtra"});
    } else if (entry.recipients == "office") {
        const auto& offices = {"tnmt", "tp", "tckh", "qldt"};
        list.push_back(to_agency(world_.issuers.find(*(offices.begin() + chance_.between(0, 3)))->second.agency, "", true));
    }
    return list;
}

outgoing::Draft OfficeLife::draft_of(const OutgoingCase& entry)
{
    outgoing::Draft draft;
    draft.body = world_.commune.foundation.bodies.find(entry.body)->second;
    draft.kind = entry.kind;
    draft.subject = entry.subject;
    draft.signer = world_.commune.person(entry.signer);
    draft.recipients = recipients_of(entry);
    if (entry.reply_to)
        draft.reply_to = entry.reply_to;
    if (entry.due_on.is_set())
        draft.due_on = entry.due_on;
    const auto subject = entry.subject.starts_with("V/v ") ? entry.subject.substr(4) : entry.subject;
    const auto* by = entry.body == "HĐND" ? "Thường trực Hội đồng nhân dân xã Phổ Mẫu"
        : entry.body == "HĐTĐKT"          ? "Hội đồng Thi đua - Khen thưởng xã Phổ Mẫu"
                                          : "Ủy ban nhân dân xã Phổ Mẫu";
    draft.text = entry.text.empty() ? text_of(entry.kind, subject, by, entry.due_on, chance_) : entry.text;
    return draft;
}

std::string OfficeLife::signing_lines(const OutgoingCase& entry) const
{
    if (entry.body == "HĐND")
        return "TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH";
    if (entry.body == "HĐTĐKT")
        return "TM. HỘI ĐỒNG\nCHỦ TỊCH";
    if (entry.own)
        return "CHỦ TỊCH";
    return entry.signer == "chutich" ? "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" : "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH";
}

// The signed paper: what the program prints, drawn with stroke and seal.
Press::Page OfficeLife::print_issued(const OutgoingCase& entry, const outgoing::Draft& draft, Time issued_at, int number,
                                     const std::string& lines)
{
    const auto day = issued_at.date(clock_.zone_minutes());
    const auto& office = world_.commune;
    auto parts = app_.database.read(office.agency.id, [&](db::Tx& tx) {
        const auto units = app_.org.list_units_of(tx, office.person(entry.drafter));
        const auto unit = units.empty() ? std::nullopt : app_.org.find_unit(tx, units.front());
        const auto abbreviation = unit ? unit->abbreviation : std::string{};
        const auto body = app_.org.get_body(tx, draft.body);
        return outgoing::PrintedParts{.agency = office.agency,
                                      .body = body,
                                      .notation = outgoing::notation_of({entry.kind == "CV" ? "" : entry.kind, body.symbol, abbreviation}),
                                      .unit_abbreviation = abbreviation,
                                      .signing_lines = lines,
                                      .signer_name = office.members.find(entry.signer)->second.full_name,
                                      .recipients = draft.recipients,
                                      .text = draft.text,
                                      .year = day.year()};
    });
    outgoing::Outgoing document;
    document.kind = entry.kind;
    document.subject = entry.subject.starts_with("V/v ") ? entry.subject.substr(4) : entry.subject;
    document.number = number;
    document.issued_on = day;
    return press_.print(issued_at, [document = std::move(document), parts = std::move(parts)] {
        return demo::draw(outgoing::printed(document, parts), stroke_of(parts.signer_name));
    });
}

std::string OfficeLife::upload(const Actor& actor, const SignedPage& page, const std::string& name)
{
    ++counts_.pdf_files;
    const auto file = app_.blobs.new_temporary();
    std::ofstream{file, std::ios::binary} << page.bytes;
    return app_.files.store_upload(actor, {file, crypto::sha256_hex(page.bytes), static_cast<std::int64_t>(page.bytes.size())}, name).id;
}

outgoing::Approve OfficeLife::approval_of(Id<outgoing::Outgoing> id, const OutgoingCase& entry) const
{
    outgoing::Approve approval;
    approval.id = id;
    if (entry.body == "UBND" && entry.signer == "chutich")
        approval.authority = entry.own ? org::Authority::own : org::Authority::tm;
    return approval;
}

void OfficeLife::issue_on_paper(Time time, OutgoingCase entry)
{
    // Written some hours before it is entered, so that it is drawn meanwhile, with the number that will then be the next.
    constexpr std::int64_t ahead_ms = 4 * 3'600'000;
    const auto year = time.date(clock_.zone_minutes()).year();
    agenda.at(std::max(clock_.now(), time.plus_ms(-ahead_ms)), [this, time, year, entry = std::move(entry)] {
        const Series series{entry.body, year};
        auto draft = draft_of(entry);
        auto& awaited = awaited_numbers_[series];
        const auto number = awaited = std::max(awaited, last_numbers_[series]) + 1;
        const auto page = print_issued(entry, draft, time, number, signing_lines(entry));
        agenda.at(time, [this, time, series, entry, number, page, draft = std::move(draft)] {
            enter_paper(time, series, entry, draft, number, page);
        });
    });
}

void OfficeLife::enter_paper(Time time, const Series& series, const OutgoingCase& entry, outgoing::Draft draft, int number,
                             const Press::Page& page)
{
    const auto& office = world_.commune;
    const auto drafter = office.as(entry.drafter);
    const auto next = last_numbers_[series] + 1;
    const auto right = next == number ? page : print_issued(entry, draft, time, next, signing_lines(entry)); // another one came before it
    draft.files = {upload(drafter, press_.fetch(right), "Văn bản đã ký.pdf")};
    const auto id = app_.outgoing.create(drafter, draft).id;
    app_.outgoing.submit(drafter, {.id = id, .version = {}, .signer = {}, .commenters = {}, .content_checker = {}, .format_checker = {}});
    app_.outgoing.approve(office.as(entry.signer), approval_of(id, entry));
    const auto clerk = office.as("vanthu");
    const auto taken = app_.outgoing.take_number(clerk, {.id = id, .version = {}, .issued_on = {}, .book = {}});
    last_numbers_[{entry.body, taken.year}] = taken.number;
    app_.outgoing.issue(clerk,
                        {.id = id, .version = {}, .scan = draft.files.front(), .copy_count = chance_.between(2, 12), .paper_kept = false});
    ++counts_.outgoing;
}

void OfficeLife::draft(Time time, OutgoingCase entry)
{
    agenda.at(time, [this, entry = std::move(entry)] {
        const auto id = app_.outgoing.create(world_.commune.as(entry.drafter), draft_of(entry)).id;
        ++counts_.outgoing;
        if (entry.stop != Stop::draft)
            agenda.at(later(clock_.now(), 25, 200), [this, id, entry] { submit(id, entry); });
    });
}

void OfficeLife::submit(Id<outgoing::Outgoing> id, const OutgoingCase& entry)
{
    const auto& office = world_.commune;
    outgoing::SubmitDraft form{.id = id, .version = {}, .signer = {}, .commenters = {}, .content_checker = {}, .format_checker = {}};
    auto checker = entry.checker;
    if (checker.empty() && entry.drafter != "vanphong" && chance_.in_hundred(55))
        checker = "vanphong";
    if (!checker.empty())
        form.format_checker = office.person(checker);
    app_.outgoing.submit(office.as(entry.drafter), form);
    if (checker.empty()) {
        if (entry.stop != Stop::approving)
            agenda.at(later(clock_.now(), 20, 300), [this, id, entry] { approve(id, entry); });
        return;
    }
    if (entry.stop == Stop::checking)
        return;
    agenda.at(later(clock_.now(), 15, 180), [this, id, entry, checker] {
        if (entry.stop == Stop::returned) {
            app_.outgoing.comment(
                world_.commune.as(checker),
                {.id = id, .text = "Bổ sung số liệu của từng thôn; sửa lại phần nơi nhận.", .request_revision = true, .no_opinion = false});
            return;
        }
        app_.outgoing.approve(world_.commune.as(checker), {.id = id, .version = {}, .authority = {}, .text = {}});
        if (entry.stop != Stop::approving)
            agenda.at(later(clock_.now(), 20, 240), [this, id, entry] { approve(id, entry); });
    });
}

void OfficeLife::approve(Id<outgoing::Outgoing> id, const OutgoingCase& entry)
{
    app_.outgoing.approve(world_.commune.as(entry.signer), approval_of(id, entry));
    if (entry.stop != Stop::approved)
        agenda.at(later(clock_.now(), 10, 90), [this, id, entry] { number(id, entry); });
}

void OfficeLife::number(Id<outgoing::Outgoing> id, const OutgoingCase& entry)
{
    const auto taken = app_.outgoing.take_number(world_.commune.as("vanthu"), {.id = id, .version = {}, .issued_on = {}, .book = {}});
    last_numbers_[{entry.body, taken.year}] = taken.number;
    deliver(); // the file shows its number
    if (entry.stop != Stop::numbered) // on the same day: the paper is being signed and sealed
        agenda.at(clock_.now().plus_ms(60'000LL * chance_.between(6, 40)), [this, id, entry] { issue(id, entry); });
}

void OfficeLife::issue(Id<outgoing::Outgoing> id, const OutgoingCase& entry)
{
    const auto clerk = world_.commune.as("vanthu");
    const auto view = app_.outgoing.get(clerk, id);
    outgoing::Draft draft;
    draft.body = view.body;
    draft.recipients = view.recipients;
    draft.text = view.text;
    outgoing::Issue form{.id = id, .version = {}, .scan = {}, .copy_count = chance_.between(2, 12), .paper_kept = false};
    const auto& to = view.recipients;
    const bool leaves = std::any_of(to.begin(), to.end(), [](const auto& one) { return one.kind == outgoing::RecipientKind::agency; });
    form.paper_kept = !leaves && clock_.today() >= Date::of(2022, 4, 20) && chance_.in_hundred(40);
    if (!form.paper_kept)
        form.scan = upload(clerk, press_.fetch(print_issued(entry, draft, clock_.now(), view.number, view.signing_lines)),
                           "Bản đã ký, đóng dấu.pdf");
    app_.outgoing.issue(clerk, form);
    deliver();
    read_later(id);
    if (clock_.today() < Date::of(2022, 4, 26))
        agenda.at(later(clock_.now(), 20, 300), [this] {
            take_in(world_.town, "thixa.vanthu", "thixa.chutich", "phochutich");
            take_in(world_.party, "danguy", "danguy", "phobithu");
        });
}

void OfficeLife::read_later(Id<outgoing::Outgoing> id)
{
    if (clock_.today() >= Date::of(2022, 4, 27))
        return;
    std::vector<Id<org::Person>> on_paper;
    for (const auto& delivery : app_.outgoing.get(world_.commune.as("vanthu"), id).deliveries) {
        if (delivery.on_paper) {
            on_paper.push_back(delivery.person);
            continue;
        }
        for (const auto& [name, member] : world_.commune.members)
            if (member.person == delivery.person)
                agenda.at(later(clock_.now(), 10, 900), [this, id, who = name] { app_.outgoing.get(world_.commune.as(who), id); });
    }
    if (!on_paper.empty())
        agenda.at(later(clock_.now(), 60, 1200), [this, id, people = std::move(on_paper)] {
            const auto clerk = world_.commune.as("vanthu");
            const auto acts = app_.outgoing.get(clerk, id).acts;
            if (std::find(acts.begin(), acts.end(), "hand_out") != acts.end()) // unless it was recalled meanwhile
                app_.outgoing.hand_out(clerk, {.id = id, .people = people});
        });
}

void OfficeLife::deliver()
{
    carrier_.run_due();
}

void OfficeLife::import_numbers(const Office& office, const std::string& clerk, const std::string& body, Date first, Date last, int numbers,
                                const std::string& reason, const std::string& kind)
{
    app_.database.write(office.agency.id, [&](db::Tx& tx) {
        const auto book = app_.numbering.outgoing_book(tx, office.foundation.bodies.find(body)->second, kind);
        for (int number = 1; number <= numbers; ++number) {
            const auto day = calendar_->next_working_day(first.plus_days(days_between(first, last) * number / numbers));
            app_.numbering.import_number(tx, office.as(clerk), book, std::min(day, last), number, Uuid::make(), reason);
        }
        app_.audit.record(tx, office.as(clerk), "number.imported", "book", book.uuid,
                          {{"numbers", std::to_string(numbers)}, {"reason", reason}});
    });
    if (&office == &world_.commune)
        last_numbers_[{body, last.year()}] = numbers;
}

} // namespace congso::app::demo
