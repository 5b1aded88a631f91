#include "office/incoming/incoming.h"

#include "lib/text/fold.h"
#include "lib/text/tokens.h"
#include "office/actor/faults.h"
#include "office/numbering/numbering.h"
#include "office/worktime/worktime.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

namespace congso::incoming {

namespace {

constexpr std::size_t most_shares = 200; // everyone of an agency, and more

const std::vector<std::pair<Act, std::string>>& act_names()
{
    static const std::vector<std::pair<Act, std::string>> names{
        {Act::submit, "submit"},     {Act::enter, "enter"},       {Act::assign, "assign"},
        {Act::accept, "accept"},     {Act::progress, "progress"}, {Act::forward, "forward"},
        {Act::finish, "finish"},     {Act::extend, "extend"},     {Act::answer_extension, "answer_extension"},
        {Act::reassign, "reassign"}, {Act::urge, "urge"},         {Act::take_back, "take_back"},
        {Act::reopen, "reopen"},     {Act::send_back, "return"}};
    return names;
}

} // namespace

bool is_open(State state)
{
    return state != State::returned && state != State::done && state != State::cancelled;
}

bool is_overdue(State state, Date due_by, Date today)
{
    return due_by.is_set() && due_by < today && is_open(state) && state != State::arrived;
}

bool may(Act act, const Incoming& document, const Standing& standing)
{
    const auto state = document.state;
    const bool handling = state == State::assigned || state == State::in_progress;
    const bool shares =
        handling && standing.share && standing.share->part != tasks::Part::inform && standing.permissions.has(Permission::handle_documents);
    const bool clerk = standing.permissions.has(Permission::register_incoming);
    const bool leader = standing.permissions.has(Permission::direct_documents);
    switch (act) {
    case Act::submit:
        return state == State::registered && clerk;
    case Act::enter:
        return (state == State::submitted || state == State::registered) && clerk;
    case Act::assign:
        return (state == State::submitted || state == State::registered) && leader;
    case Act::accept:
        return shares && standing.share->state == tasks::State::waiting;
    case Act::progress:
    case Act::forward:
        return shares;
    case Act::send_back: // art. 21: a document that is wrong or not for us goes back to its sender
        return (state == State::arrived || state == State::registered || state == State::submitted) && clerk;
    case Act::finish: // only the lead finishes
        return shares && standing.share->part == tasks::Part::lead;
    case Act::extend:
        return shares && standing.share->part == tasks::Part::lead && document.due_on.is_set() && !standing.extension_waits;
    case Act::answer_extension:
        return handling && leader && standing.extension_waits;
    case Act::reassign:
        return handling && leader;
    case Act::urge: // art. 24: the head has the handling followed and urged
        return handling && (leader || clerk);
    case Act::take_back: // his own last step, while nobody has begun
        return (state == State::submitted && clerk) || (state == State::assigned && leader && !standing.begun);
    case Act::reopen:
        return state == State::done && leader;
    }
    return false;
}

std::vector<std::string> acts_of(const Incoming& document, const Standing& standing)
{
    std::vector<std::string> acts;
    for (const auto& [act, name] : act_names())
        if (may(act, document, standing))
            acts.push_back(name);
    return acts;
}

std::vector<FieldFault> faults_of(const IncomingEntry& entry, Date today)
{
    Faults faults;
    // domain rule: nothing secret enters; the paper book of secret documents is another one
    if (entry.secrecy.value_or(Secrecy::none) != Secrecy::none)
        faults.add("/secrecy", "secrecy_refused");
    faults.required("/issuer", entry.issuer, 200);
    faults.required("/subject", entry.subject, 500);
    faults.required("/kind", entry.kind, 30);
    faults.at_most("/origin_number", entry.origin_number, 41); // CodeNumber 11 + CodeNotation 30
    faults.at_most("/signer_name", entry.signer_name.value_or(""), 50);
    faults.at_most("/signer_position", entry.signer_position.value_or(""), 100);
    faults.at_most("/document_code", entry.document_code.value_or(""), 100);
    faults.at_most("/note", entry.note.value_or(""), 500);
    faults.at_most_items("/files", entry.files.size(), files::most_attached);
    const auto arrived_on = entry.arrived_on.value_or(today);
    if (!arrived_on.is_set())
        faults.add("/arrived_on", "date");
    else if (arrived_on > today)
        faults.add("/arrived_on", "future");
    else if (arrived_on.year() < numbering::first_year)
        faults.add("/arrived_on", "range");
    if (entry.issued_on && entry.issued_on->is_set() && *entry.issued_on > arrived_on)
        faults.add("/issued_on", "after_arrival");
    if (entry.due_on && entry.due_on->is_set() && *entry.due_on < arrived_on)
        faults.add("/due_on", "before_arrival");
    faults.in_range("/due_days", entry.due_days.value_or(0), 0, worktime::working_days_limit);
    faults.in_range("/page_count", entry.page_count.value_or(0), 0, 999'999);
    faults.in_range("/copy_count", entry.copy_count.value_or(0), 0, 999'999);
    auto all = faults.take();
    if (entry.submit)
        for (auto& fault : faults_of(*entry.submit, Purpose::proposal, "/submit"))
            all.push_back(std::move(fault));
    return all;
}

std::vector<FieldFault> faults_of(const Instruction& instruction, Purpose purpose, std::string_view path)
{
    Faults faults;
    const std::string at{path};
    faults.at_most(at + "/text", instruction.text, longest_note);
    faults.at_most_items(at + "/shares", instruction.shares.size(), most_shares);
    if (instruction.shares.size() > most_shares)
        return faults.take();
    faults.in_range(at + "/due_days", instruction.due_days.value_or(0), 0, worktime::working_days_limit);
    int leads = 0, helpers = 0;
    for (std::size_t i = 0; i < instruction.shares.size(); ++i) {
        const auto& share = instruction.shares[i];
        leads += share.part == tasks::Part::lead;
        helpers += share.part == tasks::Part::cooperate;
        const auto same = [&](const tasks::Share& other) {
            return other.person == share.person;
        };
        if (std::count_if(instruction.shares.begin(), instruction.shares.end(), same) > 1)
            faults.add(at + "/shares/" + std::to_string(i) + "/person", "twice");
    }
    // who works with a lead needs one; only what everyone is merely to read has none
    if (leads > 1 || (purpose == Purpose::decision && leads == 0 && helpers > 0))
        faults.add(at + "/shares", "one_lead");
    if (purpose != Purpose::proposal && instruction.shares.empty())
        faults.add(at + "/shares", "required");
    return faults.take();
}

std::string number_key(std::string_view number)
{
    std::string plain;
    for (std::size_t at = 0; at < number.size();) {
        // blanks fall away, long dashes are dashes
        if (number[at] == ' ' || number[at] == '\t' || number.substr(at, 2) == "\u00a0")
            at += number[at] == '\xc2' ? 2 : 1;
        else if (number.substr(at, 3) == "–" || number.substr(at, 3) == "—" || number.substr(at, 3) == "−") {
            plain += '-';
            at += 3;
        } else {
            plain += number[at++];
        }
    }
    std::string folded = text::fold(plain);
    if (folded.starts_with("so ")) // «Số: 817/KH-UBND»
        folded.erase(0, 3);
    else if (folded.size() > 2 && folded.starts_with("so") && folded[2] >= '0' && folded[2] <= '9')
        folded.erase(0, 2);
    while (folded.size() > 1 && folded[0] == '0' && folded[1] >= '0' && folded[1] <= '9')
        folded.erase(0, 1);
    return folded;
}

std::string issuer_key(std::string_view issuer)
{
    std::istringstream words{text::fold(issuer)};
    std::string key;
    for (std::string word; words >> word;) {
        const auto whole = text::synonyms({word});
        if (whole.size() == 1) // an abbreviation that stands for one thing
            word = fmt::format("{}", fmt::join(whole.front(), " "));
        key += (key.empty() ? "" : " ") + word;
    }
    return key;
}

Incoming document_of(const IncomingEntry& entry, AgencyId agency, Id<Incoming> id, Date today, Time now)
{
    return {.agency = agency,
            .id = id,
            .book = {},
            .year = 0,
            .arrival_number = 0,
            .arrived_on = entry.arrived_on.value_or(today),
            .issuer = entry.issuer,
            .issuer_agency = entry.issuer_agency.value_or(AgencyId{}),
            .origin_number = entry.origin_number,
            .issued_on = entry.issued_on.value_or(Date{}),
            .kind = entry.kind,
            .subject = entry.subject,
            .urgency = entry.urgency.value_or(Urgency::normal),
            .secrecy = Secrecy::none,
            .due_on = {},
            .due_by = {},
            .due_days = 0,
            .due_from = {},
            .state = State::registered,
            .way = entry.files.empty() ? Way::paper : Way::file,
            .signer_name = entry.signer_name.value_or(""),
            .signer_position = entry.signer_position.value_or(""),
            .document_code = entry.document_code.value_or(""),
            .page_count = entry.page_count.value_or(0),
            .copy_count = entry.copy_count.value_or(0),
            .note = entry.note.value_or(""),
            .lead = {},
            .result = Result::none,
            .reply = {},
            .registered_at = now,
            .done_at = {},
            .received_as = entry.received_as.value_or(ReceivedAs::original),
            .version = 1};
}

std::int64_t sort_at(Date arrived_on, int arrival_number, int zone_minutes)
{
    return Time::at(arrived_on, 0, zone_minutes).ms + arrival_number;
}

work::Subject subject_of(const Incoming& document)
{
    return {.kind = work::RecordKind::incoming,
            .record = document.id.uuid,
            .urgency = document.urgency,
            .title = document.subject,
            .from_whom = document.issuer,
            .symbol = document.origin_number,
            .due_on = document.due_on};
}

std::string search_text(const Incoming& document, std::string_view kind_name)
{
    std::string text = document.origin_number + ' ' + std::string{kind_name} + ' ' + document.issuer + ' ' + document.subject;
    if (document.arrival_number > 0)
        text += ' ' + std::to_string(document.arrival_number);
    return text + ' ' + document.signer_name + ' ' + document.note;
}

} // namespace congso::incoming
