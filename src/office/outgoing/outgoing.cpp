#include "office/outgoing/outgoing.h"

#include "office/actor/faults.h"
#include "office/templates/official_document.h"

#include <algorithm>

namespace congso::outgoing {

namespace {

constexpr std::size_t most_recipients = 300; // a list longer than that is an appendix

void check_recipients(Faults& faults, const std::vector<Recipient>& recipients)
{
    if (recipients.size() > most_recipients)
        return faults.add("/recipients", "too_many");
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        const auto& recipient = recipients[i];
        const auto at = "/recipients/" + std::to_string(i);
        faults.required(at + "/name", recipient.name, 200);
        faults.at_most(at + "/mark", recipient.mark, 50);
        if (recipient.kind == RecipientKind::outside)
            continue;
        if (recipient.target.is_nil())
            faults.add(at + "/target", "required");
        const auto same = [&](const Recipient& other) {
            return other.kind == recipient.kind && other.target == recipient.target;
        };
        if (std::find_if(recipients.begin(), recipients.end(), same) - recipients.begin() < static_cast<std::ptrdiff_t>(i))
            faults.add(at + "/target", "twice");
    }
}

const std::vector<std::pair<Act, std::string>>& act_names()
{
    static const std::vector<std::pair<Act, std::string>> names{
        {Act::edit, "edit"},       {Act::version, "version"}, {Act::comment, "comment"},
        {Act::submit, "submit"},   {Act::approve, "approve"}, {Act::request_revision, "request_revision"},
        {Act::number, "number"},   {Act::issue, "issue"},     {Act::recall, "recall"},
        {Act::replace, "replace"}, {Act::correct, "correct"}};
    return names;
}

} // namespace

bool is_frozen(State state)
{
    return state == State::issued || state == State::recalled || state == State::replaced || state == State::corrected;
}

bool has_number(State state)
{
    return state == State::numbered || is_frozen(state);
}

bool fits(Act act, State state)
{
    const bool with_drafter = state == State::draft || state == State::returned;
    const bool in_hand = with_drafter || state == State::reviewing || state == State::submitted;
    switch (act) {
    case Act::edit:
        return in_hand;
    case Act::version: // art. 12: what was approved may still be edited, and then goes back to the signer
    case Act::comment:
        return in_hand || state == State::approved;
    case Act::submit:
        return with_drafter || state == State::reviewing;
    case Act::approve:
        return state == State::reviewing || state == State::submitted;
    case Act::request_revision:
        return state == State::reviewing || state == State::submitted || state == State::approved;
    case Act::number:
        return state == State::approved;
    case Act::issue:
        return state == State::numbered;
    case Act::recall: // art. 18
    case Act::replace:
    case Act::correct:
        return state == State::issued;
    }
    return false;
}

bool may(Act act, const Outgoing& document, const Standing& standing)
{
    if (!fits(act, document.state))
        return false;
    const auto& permissions = standing.permissions;
    const bool drafts = document.drafter == standing.person && permissions.has(Permission::draft_outgoing);
    const bool checks = document.state == State::reviewing && standing.checks && permissions.has(Permission::review_outgoing);
    const bool on_desk = document.state == State::submitted || document.state == State::approved;
    const bool signs = on_desk && document.signer == standing.person && permissions.has(Permission::approve_outgoing);
    switch (act) {
    case Act::edit:
    case Act::version:
        return drafts || checks || signs;
    case Act::comment:
        return permissions.has(Permission::draft_outgoing);
    case Act::submit:
        return drafts;
    case Act::approve:
    case Act::request_revision:
        return checks || signs;
    case Act::number:
    case Act::issue:
    case Act::recall:
    case Act::replace:
    case Act::correct:
        return permissions.has(Permission::number_outgoing);
    }
    return false;
}

std::vector<std::string> acts_of(const Outgoing& document, const Standing& standing)
{
    std::vector<std::string> acts;
    for (const auto& [act, name] : act_names())
        if (may(act, document, standing))
            acts.push_back(name);
    return acts;
}

std::vector<FieldFault> faults_of(const Draft& draft)
{
    Faults faults;
    // domain rule: nothing secret enters; such a document is drafted elsewhere
    if (draft.secrecy.value_or(Secrecy::none) != Secrecy::none)
        faults.add("/secrecy", "secrecy_refused");
    if (!draft.body)
        faults.add("/body", "required");
    faults.required("/kind", draft.kind, 30);
    faults.required("/subject", draft.subject, 500);
    faults.at_most("/note", draft.note.value_or(""), 500);
    faults.at_most_items("/files", draft.files.size(), files::most_attached);
    if (draft.id && !draft.version)
        faults.add("/version", "required");
    check_recipients(faults, draft.recipients);
    for (std::size_t i = 0; i < draft.text.size(); ++i)
        faults.at_most("/text/" + std::to_string(i) + "/text", draft.text[i].text, 20'000);
    return faults.take();
}

void apply(const Draft& draft, Outgoing& document)
{
    document.body = draft.body;
    document.kind = draft.kind;
    document.subject = draft.subject;
    document.urgency = draft.urgency.value_or(document.urgency);
    document.unit = draft.unit.value_or(document.unit);
    document.signer = draft.signer.value_or(document.signer);
    document.reply_to = draft.reply_to.value_or(document.reply_to);
    document.due_on = draft.due_on.value_or(document.due_on);
    document.note = draft.note.value_or(document.note);
}

std::string notation_of(const SymbolParts& parts)
{
    if (!parts.kind_abbreviation.empty())
        return parts.kind_abbreviation + '-' + parts.body_symbol;
    return parts.unit_abbreviation.empty() ? parts.body_symbol : parts.body_symbol + '-' + parts.unit_abbreviation;
}

std::string symbol_of(int number, std::string_view notation)
{
    return templates::number_and_symbol(number > 0 ? std::to_string(number) : "", notation);
}

std::int64_t sort_at(const Outgoing& document, int zone_minutes)
{
    return document.number > 0 ? Time::at(document.issued_on, 0, zone_minutes).ms + document.number : document.created_at.ms;
}

work::Subject subject_of(const Outgoing& document, std::string_view drafter_name)
{
    return {.kind = work::RecordKind::outgoing,
            .record = document.id.uuid,
            .urgency = document.urgency,
            .title = document.subject,
            .from_whom = std::string{drafter_name},
            .symbol = document.number > 0 ? document.symbol : "",
            .due_on = document.due_on};
}

std::string search_text(const Outgoing& document, std::string_view kind_name, const std::vector<Recipient>& recipients)
{
    std::string text = document.symbol + ' ' + std::string{kind_name} + ' ' + document.subject + ' ' + document.signer_name;
    for (const auto& recipient : recipients)
        text += ' ' + recipient.name;
    return text + ' ' + document.note;
}

} // namespace congso::outgoing
