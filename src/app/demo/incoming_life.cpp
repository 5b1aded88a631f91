#include "app/demo/office_life.h"

#include "lib/crypto/digest.h"

#include <sstream>

// The commune's incoming documents, from the door to the result (Decree 30/2020 art. 20–24).
namespace congso::app::demo {

namespace {

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

unsigned hand_of(const std::string& name)
{
    unsigned hand = 5;
    for (const char c : name)
        hand = hand * 31 + static_cast<unsigned char>(c);
    return hand;
}

} // namespace

OfficeLife::OfficeLife(App& app, ManualClock& clock, const World& world, Chance& chance)
    : app_(app), clock_(clock), world_(world), chance_(chance), calendar_(app.worktime.calendar(world.commune.agency.id)),
      carrier_(app.database, app.queue)
{
    app.outgoing.subscribe(carrier_);
    app.copies.subscribe(carrier_);
}

Time OfficeLife::later(Time from, int least_minutes, int most_minutes)
{
    return calendar_->add_working_minutes(from, chance_.between(least_minutes, most_minutes)).plus_ms(chance_.between(0, 59) * 1000);
}

SignedPage OfficeLife::draw_received(const IncomingCase& entry) const
{
    const auto& issuer = world_.issuers.find(entry.issuer)->second;
    const auto slash = entry.origin_number.find('/');
    const bool letter = entry.kind == "CV";
    templates::OfficialDocument document;
    document.kind = entry.kind;
    if (!issuer.parent_line.empty())
        document.parent = {issuer.parent_line};
    document.agency = lines_of(issuer.heading);
    document.agency_name = issuer.agency.name;
    document.number = entry.origin_number.substr(0, slash);
    document.symbol = entry.origin_number.substr(slash + 1);
    document.place = issuer.place;
    document.issued_on = entry.issued_on;
    document.subject = letter && entry.subject.starts_with("V/v ") ? entry.subject.substr(4) : entry.subject;
    if (letter || entry.kind == "GM" || entry.kind == "CĐ")
        document.addressees = {"Ủy ban nhân dân các xã, phường"};
    document.decider = issuer.heading.starts_with("ỦY BAN NHÂN DÂN") ? "CHỦ TỊCH " + issuer.heading : issuer.heading;
    std::replace(document.decider.begin(), document.decider.end(), '\n', ' ');
    Chance words{hand_of(entry.origin_number + entry.subject)};
    const auto text = text_of(entry.kind, document.subject, issuer.agency.name, entry.due_on, words);
    document.grounds = grounds_of(text);
    document.body = parts_of(text);
    document.signer = {lines_of(issuer.signing_lines), issuer.signer};
    if (!letter)
        document.recipients = {"UBND các xã, phường"};
    document.filed_at = "VT";
    document.urgency = describe::to_name(entry.urgency);
    return draw(document, hand_of(issuer.signer));
}

// A document made outside comes with its bytes: no upload of anybody.
Id<incoming::Incoming> OfficeLife::arrive(const IncomingCase& entry, const SignedPage& page)
{
    const auto& issuer = world_.issuers.find(entry.issuer)->second;
    incoming::Arrival arrival{.way = incoming::Way::exchange,
                              .issuer_agency = issuer.agency.id,
                              .issuer = issuer.agency.name,
                              .origin_number = entry.origin_number,
                              .kind = entry.kind,
                              .subject = entry.subject,
                              .signer_name = issuer.signer,
                              .signer_position = lines_of(issuer.signing_lines).back(),
                              .document_code = issuer.agency.code_2016 + ',' + entry.issued_on.to_string() + ',' + entry.origin_number,
                              .issued_on = entry.issued_on,
                              .due_on = entry.due_on,
                              .urgency = entry.urgency,
                              .files = {}};
    ++counts_.pdf_files;
    auto name = entry.origin_number + ".pdf";
    std::replace(name.begin(), name.end(), '/', '_');
    const auto stored = app_.files.put_bytes(world_.commune.agency.id, page.bytes);
    arrival.files.push_back({.id = stored.id,
                             .name = name,
                             .size = stored.size,
                             .media_type = stored.media_type,
                             .main = true,
                             .position = 0,
                             .preview = files::PreviewState::none,
                             .preview_id = stored.id,
                             .pages = page.pages});
    return app_.database.write(world_.commune.agency.id, [&](db::Tx& tx) {
        return app_.incoming.arrive(tx, Actor{world_.commune.agency.id, {}, {}}, arrival);
    });
}

void OfficeLife::receive(Time time, IncomingCase entry)
{
    if (!entry.electronic) {
        agenda.at(time, [this, entry] { register_one(entry, {}); });
        return;
    }
    agenda.at(time.plus_ms(-60'000LL * chance_.between(4, 55)),
              [this, time, entry, page = press_.print(time, [this, entry] { return draw_received(entry); })] {
                  const auto id = arrive(entry, press_.fetch(page));
                  if (entry.stop != Stop::arrived)
                      agenda.at(time, [this, entry, id] { register_one(entry, id); });
              });
}

std::vector<tasks::Share> OfficeLife::shares_of(const IncomingCase& entry) const
{
    std::vector<tasks::Share> shares;
    if (!entry.lead.empty())
        shares.push_back({world_.commune.person(entry.lead), tasks::Part::lead, {}});
    for (const auto& name : entry.with)
        if (name != entry.leader)
            shares.push_back({world_.commune.person(name), entry.lead.empty() ? tasks::Part::inform : tasks::Part::cooperate, {}});
    if (shares.empty())
        shares.push_back({world_.commune.person("vanphong"), tasks::Part::inform, {}});
    return shares;
}

void OfficeLife::register_one(const IncomingCase& entry, std::optional<Id<incoming::Incoming>> arrival)
{
    const auto& issuer = world_.issuers.find(entry.issuer)->second;
    incoming::IncomingEntry form;
    form.arrival = arrival;
    form.issuer = issuer.agency.name;
    form.issuer_agency = issuer.agency.id;
    form.origin_number = entry.origin_number;
    form.issued_on = entry.issued_on;
    form.kind = entry.kind;
    form.subject = entry.subject;
    form.urgency = entry.urgency;
    form.signer_name = issuer.signer;
    form.signer_position = lines_of(issuer.signing_lines).back();
    form.page_count = chance_.between(1, 4);
    form.copy_count = 1;
    if (entry.due_on.is_set())
        form.due_on = entry.due_on;
    if (entry.stop != Stop::registered) {
        form.submit = incoming::Instruction{proposal_text(chance_), shares_of(entry), {}};
        if (entry.due_on.is_set())
            form.submit->due_on = entry.due_on;
        form.submit_to = world_.commune.person(entry.leader);
    }
    const auto document = app_.incoming.register_document(world_.commune.as(entry.clerk), form);
    ++counts_.incoming;
    if (entry.stop == Stop::registered || entry.stop == Stop::submitted)
        return;
    const bool at_once = entry.urgency != work::Urgency::normal;
    agenda.at(later(clock_.now(), at_once ? 5 : 20, at_once ? 40 : 330),
              [this, received = Received{document.id, entry}] { assign(received); });
}

void OfficeLife::assign(const Received& received)
{
    const auto& [id, entry] = received;
    incoming::Assign form{.id = id, .version = {}, .accept_proposal = chance_.in_hundred(82), .instruction = {}};
    if (!form.accept_proposal) {
        form.instruction = incoming::Instruction{instruction_text(chance_), shares_of(entry), {}};
        if (entry.due_on.is_set())
            form.instruction->due_on = entry.due_on;
    }
    app_.incoming.assign(world_.commune.as(entry.leader), form);
    if (entry.stop == Stop::assigned)
        return;
    if (!entry.lead.empty()) {
        handle(received);
        return;
    }
    for (const auto& name : entry.with)
        if (name != entry.leader)
            agenda.at(later(clock_.now(), 15, 900), [this, id = id, name] { app_.incoming.get(world_.commune.as(name), id); });
    if (entry.with.empty() || (entry.with.size() == 1 && entry.with.front() == entry.leader))
        agenda.at(later(clock_.now(), 15, 900), [this, id = id] { app_.incoming.get(world_.commune.as("vanphong"), id); });
}

void OfficeLife::handle(const Received& received)
{
    const auto& [id, entry] = received;
    constexpr int day = 480; // minutes of work
    const auto accept = later(clock_.now(), 10, 240);
    agenda.at(accept, [this, id = id, entry = entry] { report(id, entry.lead, progress_text(chance_), false); });
    // nineteen of twenty in time
    const int term = std::max(1, entry.working_days);
    const bool late = chance_.in_hundred(5);
    const int wanted = late ? term + chance_.between(1, 4) : chance_.between(std::max(1, term * 2 / 5), term - (term > 2 ? 1 : 0));
    const auto finish =
        std::max(later(accept, (wanted - 1) * day + 60, (wanted - 1) * day + (term > 1 ? 300 : 120)), accept.plus_ms(3'600'000));
    for (const auto& name : entry.with) {
        if (name == entry.leader)
            continue;
        const auto done = later(accept, 30, std::max(31, (wanted - 1) * day * 3 / 4));
        if (done < finish)
            agenda.at(done, [this, id = id, name] { report(id, name, "Đã gửi phần việc của bộ phận.", true); });
    }
    if (!entry.reply.empty()) {
        answer(received, finish);
        return;
    }
    agenda.at(finish, [this, id = id, entry = entry] {
        const auto result = chance_.in_hundred(75) ? incoming::Result::filed : incoming::Result::noted;
        app_.incoming.finish(world_.commune.as(entry.lead),
                             {.id = id, .version = {}, .result = result, .reply = {}, .text = result_text(chance_)});
    });
}

// Looks at it and writes how far it is, unless an answer has closed it meanwhile.
void OfficeLife::report(Id<incoming::Incoming> id, const std::string& name, const std::string& text, bool done)
{
    const auto actor = world_.commune.as(name);
    const auto view = app_.incoming.get(actor, id);
    if (std::find(view.acts.begin(), view.acts.end(), "progress") != view.acts.end())
        app_.incoming.progress(actor, {.id = id, .text = text, .done = done});
}

void OfficeLife::answer(const Received& received, Time time)
{
    OutgoingCase reply;
    reply.kind = received.entry.reply;
    reply.subject = (reply.kind == "CV" ? "V/v " : "") + received.entry.reply_subject;
    reply.drafter = received.entry.lead;
    reply.signer = chance_.in_hundred(60) ? "phochutich" : "chutich";
    reply.recipients = received.entry.issuer;
    reply.reply_to = received.id;
    reply.due_on = received.entry.due_on;
    if (time.date(clock_.zone_minutes()).year() < 2022)
        issue_on_paper(time, reply);
    else // the draft is begun two days before it goes out
        draft(std::max(clock_.now(), later(time.plus_ms(-2LL * 86'400'000), 0, 60)), reply);
}

void OfficeLife::take_in(const Office& office, const std::string& clerk, const std::string& leader, const std::string& reader)
{
    incoming::IncomingQuery waiting;
    waiting.state = incoming::State::arrived;
    for (const auto& row : app_.incoming.list(office.as(clerk), waiting).items) {
        const auto document = app_.incoming.get(office.as(clerk), row.id);
        incoming::IncomingEntry form;
        form.arrival = document.id;
        form.issuer = document.issuer;
        form.issuer_agency = document.issuer_agency;
        form.origin_number = document.origin_number;
        form.issued_on = document.issued_on;
        form.kind = document.kind;
        form.subject = document.subject;
        form.urgency = document.urgency;
        form.signer_name = document.signer_name;
        form.signer_position = document.signer_position;
        form.document_code = document.document_code;
        form.submit = incoming::Instruction{"Kính trình lãnh đạo.", {{office.person(reader), tasks::Part::inform, {}}}, {}};
        form.submit_to = office.person(leader);
        const auto id = app_.incoming.register_document(office.as(clerk), form).id;
        agenda.at(later(clock_.now(), 30, 400), [this, &office, id, leader, reader] {
            app_.incoming.assign(office.as(leader), {.id = id, .version = {}, .accept_proposal = true, .instruction = {}});
            app_.incoming.get(office.as(reader), id);
        });
    }
}

} // namespace congso::app::demo
