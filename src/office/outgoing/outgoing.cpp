#include "office/outgoing/outgoing.h"

#include "office/actor/faults.h"
#include "office/templates/kinds.h"
#include "office/templates/official_document.h"

#include <algorithm>

namespace congso::outgoing {

namespace {

// Only lines that the kind has: the others would be kept and never print.
void check_details(Faults& faults, const Draft& draft)
{
    const auto* kind = templates::find_kind(draft.kind);
    for (std::size_t i = 0; i < draft.details.size(); ++i) {
        const auto at = "/details/" + std::to_string(i);
        const auto& detail = draft.details[i];
        const auto fields = kind ? templates::fields_of(*kind) : std::span<const templates::Field>{};
        if (std::none_of(fields.begin(), fields.end(), [&](const auto& field) { return field.name == detail.name; }))
            faults.add(at + "/name", "unknown");
        if (std::any_of(draft.details.begin(), draft.details.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const auto& other) { return other.name == detail.name; }))
            faults.add(at + "/name", "twice");
        faults.at_most(at + "/text", detail.text, 500);
    }
}

const std::vector<std::pair<Act, std::string>>& act_names()
{
    static const std::vector<std::pair<Act, std::string>> names{{Act::edit, "edit"},
                                                                {Act::version, "version"},
                                                                {Act::comment, "comment"},
                                                                {Act::no_opinion, "no_opinion"},
                                                                {Act::submit, "submit"},
                                                                {Act::withdraw, "withdraw"},
                                                                {Act::discard, "discard"},
                                                                {Act::approve, "approve"},
                                                                {Act::request_revision, "request_revision"},
                                                                {Act::number, "number"},
                                                                {Act::void_number, "void"},
                                                                {Act::issue, "issue"},
                                                                {Act::remind, "remind"},
                                                                {Act::hand_out, "hand_out"},
                                                                {Act::recall, "recall"},
                                                                {Act::replace, "replace"},
                                                                {Act::correct, "correct"}};
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
    case Act::no_opinion:
        return in_hand || state == State::approved;
    case Act::submit:
        return with_drafter || state == State::reviewing;
    case Act::withdraw:
        return state == State::reviewing || state == State::submitted;
    case Act::discard:
        return with_drafter;
    case Act::approve:
        return state == State::reviewing || state == State::submitted;
    case Act::request_revision:
        return state == State::reviewing || state == State::submitted || state == State::approved;
    case Act::number:
        return state == State::approved;
    case Act::void_number:
    case Act::issue:
        return state == State::numbered;
    case Act::hand_out: // whoever was to have it has it, even when another one took its place meanwhile
        return is_frozen(state) && state != State::recalled;
    case Act::remind:
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
    case Act::no_opinion:
        return standing.is_asked && permissions.has(Permission::draft_outgoing);
    case Act::submit:
    case Act::withdraw:
    case Act::discard:
        return drafts;
    case Act::approve:
    case Act::request_revision:
        return checks || signs;
    case Act::remind: // who wrote it, who signed it, who sent it
        return standing.unread
            && (document.drafter == standing.person || document.signer == standing.person || permissions.has(Permission::number_outgoing));
    case Act::hand_out:
        return standing.on_paper && permissions.has(Permission::number_outgoing);
    case Act::number:
    case Act::void_number:
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
    delivery::add_recipient_faults(faults, draft.recipients);
    faults.at_most("/enclosed_to", draft.enclosed_to.value_or(""), 300);
    faults.at_most("/initials", draft.initials.value_or(""), 10);
    faults.in_range("/copy_count", draft.copy_count.value_or(0), 0, 999); // Appendix VI: IssuedAmount, three digits
    faults.at_most_items("/details", draft.details.size(), 20);
    check_details(faults, draft);
    if (draft.internal) // văn bản nội bộ: people of the agency only
        for (std::size_t i = 0; i < draft.recipients.size(); ++i)
            if (draft.recipients[i].kind == RecipientKind::agency)
                faults.add("/recipients/" + std::to_string(i) + "/target", "inside_only");
    for (std::size_t i = 0; i < draft.text.size(); ++i)
        faults.at_most("/text/" + std::to_string(i) + "/text", draft.text[i].text, 20'000);
    return faults.take();
}

void apply(const Draft& draft, Outgoing& document)
{
    document.body = draft.body;
    document.kind = draft.kind;
    document.subject = draft.subject;
    document.urgency = draft.urgency.value_or(Urgency::normal);
    document.unit = draft.unit.value_or(Id<org::Unit>{});
    document.signer = draft.signer.value_or(Id<org::Person>{});
    document.reply_to = draft.reply_to.value_or(Id<incoming::Incoming>{});
    document.due_on = draft.due_on.value_or(Date{});
    document.note = draft.note.value_or("");
    document.valid_until = draft.valid_until.value_or(Date{});
    document.enclosed_to = draft.enclosed_to.value_or("");
    document.initials = draft.initials.value_or("");
    document.circulation = draft.circulation.value_or(Circulation::none);
    document.copy_count = draft.copy_count.value_or(0);
    document.with_address = draft.with_address;
    document.internal = draft.internal;
}

std::vector<std::pair<std::string, std::string>> changes_of(const Outgoing& before, const Outgoing& now)
{
    std::vector<std::pair<std::string, std::string>> changes;
    const auto compare = [&](const std::string& name, const std::string& was, const std::string& is) {
        if (was == is)
            return;
        changes.emplace_back("was." + name, was);
        changes.emplace_back("is." + name, is);
    };
    compare("kind", before.kind, now.kind);
    compare("subject", before.subject, now.subject);
    compare("urgency", describe::to_name(before.urgency), describe::to_name(now.urgency));
    compare("signer_name", before.signer_name, now.signer_name);
    compare("due_on", before.due_on.to_string(), now.due_on.to_string());
    compare("note", before.note, now.note);
    compare("valid_until", before.valid_until.to_string(), now.valid_until.to_string());
    compare("enclosed_to", before.enclosed_to, now.enclosed_to);
    compare("copy_count", std::to_string(before.copy_count), std::to_string(now.copy_count));
    return changes;
}

std::string notation_of(const SymbolParts& parts)
{
    if (parts.party)
        return (parts.kind_abbreviation.empty() ? "CV" : parts.kind_abbreviation) + '/' + parts.body_symbol;
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
