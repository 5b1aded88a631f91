#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/delivery/recipients_service.h"
#include "office/outgoing/draft_templates_store.h"
#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"

#include <algorithm>

// Drafting: from the first draft until it lies before its signer (Decree 30/2020 art. 10–12).
namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

namespace {

constexpr std::string_view record_kind = "outgoing";
constexpr std::size_t most_commenters = 200;

std::string names_of(const std::vector<Recipient>& recipients)
{
    std::string names;
    for (const auto& recipient : recipients)
        names += (names.empty() ? "" : "; ") + recipient.name + (recipient.mark.empty() ? "" : " (" + recipient.mark + ")");
    return names;
}

std::string words_of(const std::vector<Paragraph>& text)
{
    std::string words;
    for (const auto& paragraph : text)
        words += (words.empty() ? "" : "\n") + paragraph.text;
    return words;
}

std::string words_of(const std::vector<Detail>& details)
{
    std::string words;
    for (const auto& detail : details)
        words += (words.empty() ? "" : "; ") + detail.text;
    return words;
}

// The old and the new values, as the story of the draft keeps them.
std::vector<std::pair<std::string, std::string>> changes_of(db::Tx& tx, const Outgoing& before, const Outgoing& now, const Draft& draft)
{
    auto changes = outgoing::changes_of(before, now);
    const auto compare = [&](const std::string& name, const std::string& was, const std::string& is) {
        if (was == is)
            return;
        changes.emplace_back("was." + name, was);
        changes.emplace_back("is." + name, is);
    };
    compare("recipients", names_of(DeliveryService::list_recipients(tx, before.id.uuid)), names_of(draft.recipients));
    compare("text", words_of(store::list_text(tx, before.id)), words_of(draft.text));
    compare("details", words_of(store::list_details(tx, before.id)), words_of(draft.details));
    return changes;
}

} // namespace

// The document as the draft wants it; what is wrong is added to `faults`, and the document is then of no use.
Outgoing OutgoingService::compose(db::Tx& tx, const Actor& actor, const Draft& draft, Document document,
                                  std::vector<FieldFault>& faults) const
{
    const auto answered = document.reply_to;
    const auto kind_before = document.kind; // a draft that is there may keep one that the agency gave up
    apply(draft, document);
    if (const auto kind = store::find_kind(tx, draft.kind); !draft.kind.empty() && (!kind || !kind->outgoing))
        faults.push_back({"/kind", "unknown"});
    else if (kind && !kind->used && kind_before != draft.kind)
        faults.push_back({"/kind", "not_used"});
    if (draft.body && !store::find_body(tx, draft.body))
        faults.push_back({"/body", "unknown"});
    if (!document.unit && !draft.id) { // a new one is of its drafter's unit until he says otherwise
        const auto units = p_.org.list_units_of(tx, document.drafter);
        document.unit = units.empty() ? Id<org::Unit>{} : units.front();
    } else if (document.unit && !p_.org.find_unit(tx, document.unit)) {
        faults.push_back({"/unit", "unknown"});
    }
    const auto signer = document.signer ? store::find_active_person_name(tx, document.signer) : std::nullopt;
    if (document.signer && !signer)
        faults.push_back({"/signer", "unknown"});
    else if (!document.signer && document.state == State::submitted)
        faults.push_back({"/signer", "required"});
    document.signer_name = signer.value_or("");
    if (document.reply_to && document.reply_to != answered
        && (!store::find_origin(tx, document.reply_to) || !reach::may_see(tx, actor, document.reply_to.uuid)))
        faults.push_back({"/reply_to", "unknown"});
    delivery::add_unknown_targets(tx, p_.org, draft.recipients, p_.clock.today(), faults);
    if (faults.empty())
        document.symbol = symbol_of(0, notation_of(symbol_parts(tx, document)));
    return document;
}

std::optional<OutgoingService::Made> OutgoingService::make_first(const Actor& actor, const Draft& draft, const Document& blank)
{
    auto faults = faults_of(draft);
    if (!draft.files.empty() || !faults.empty())
        return std::nullopt;
    return make(actor.agency(), p_.database.read(actor.agency(), [&](db::Tx& tx) -> std::optional<Sheet> {
        const auto document = compose(tx, actor, draft, blank, faults);
        if (!faults.empty())
            return std::nullopt;
        return sheet_of(tx, document, draft.recipients, draft.text, draft.details);
    }));
}

std::optional<OutgoingService::Made> OutgoingService::make_changed(const Actor& actor, const Draft& draft)
{
    if (!draft.id || !draft.files.empty() || !faults_of(draft).empty())
        return std::nullopt;
    return make(actor.agency(), p_.database.read(actor.agency(), [&](db::Tx& tx) -> std::optional<Sheet> {
        const auto stored = store::find(tx, *draft.id);
        const auto last = store::find_last_version(tx, *draft.id);
        if (!stored || !reach::may_see(tx, actor, draft.id->uuid) || !last || !last->generated)
            return std::nullopt;
        std::vector<FieldFault> faults;
        const auto document = compose(tx, actor, draft, *stored, faults);
        if (!faults.empty())
            return std::nullopt;
        return sheet_of(tx, document, draft.recipients, draft.text, draft.details);
    }));
}

// The draft as its drafter wants it: with the words and the recipients of the agency's template around his own, where he asks for it. A
// recipient that is not there any more is left out.
Draft OutgoingService::filled(const Actor& actor, const Draft& draft)
{
    if (!draft.from_template.value_or(false) || !draft.files.empty())
        return draft;
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        auto known = store::find_template(tx, draft.kind);
        if (!known)
            return draft;
        std::erase_if(known->recipients, [&](const Recipient& one) {
            return !delivery::is_known(tx, p_.org, one, p_.clock.today())
                || (draft.internal && one.kind == RecipientKind::agency); // what stays inside goes to no agency
        });
        return with_template(draft, *known);
    });
}

OutgoingView OutgoingService::create(const Actor& actor, const Draft& entry)
{
    actor.demand(Permission::draft_outgoing);
    const auto draft = filled(actor, entry);
    Document blank;
    blank.agency = actor.agency();
    blank.id = Id<Outgoing>::make();
    blank.drafter = actor.person();
    blank.created_at = p_.clock.now();
    const auto made = make_first(actor, draft, blank);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto faults = faults_of(draft);
        const auto document = compose(tx, actor, draft, blank, faults);
        if (!faults.empty())
            throw Error::invalid_fields(std::move(faults));
        store::insert(tx, document, p_.clock.zone_minutes());
        p_.delivery.put_recipients(tx, document.id.uuid, draft.recipients);
        store::put_text(tx, document.id, draft.text);
        store::put_details(tx, document.id, draft.details);
        if (draft.files.empty())
            put_version(tx, actor, document, {.reason = {}, .made_from = 0, .made = made});
        else
            put_version(tx, actor, document, {.reason = {}, .made_from = 0, .uploaded = draft.files.front(), .field = "/files/0"});
        for (std::size_t i = 1; i < draft.files.size(); ++i)
            attach_one(tx, actor, document, "appendix", draft.files[i], "/files/" + std::to_string(i));
        wait(tx, document, actor.person(), work::Action::draft);
        index(tx, document);
        p_.audit.record(tx, actor, "outgoing.drafted", record_kind, document.id.uuid,
                        {{"kind", document.kind}, {"subject", document.subject}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

OutgoingView OutgoingService::change(const Actor& actor, const Draft& draft)
{
    actor.demand(Permission::draft_outgoing);
    if (!draft.id)
        throw Error::invalid_field("/id", "required");
    if (!draft.version) // without it another tab's words would go unseen
        throw Error::invalid_field("/version", "required");
    const auto made = make_changed(actor, draft);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto faults = faults_of(draft);
        const auto stored = get_for(tx, actor, *draft.id, Act::edit, draft.version);
        auto document = compose(tx, actor, draft, stored, faults);
        if (!faults.empty())
            throw Error::invalid_fields(std::move(faults));
        const auto changes = changes_of(tx, stored, document, draft);
        p_.delivery.put_recipients(tx, document.id.uuid, draft.recipients);
        store::put_text(tx, document.id, draft.text);
        store::put_details(tx, document.id, draft.details);
        const auto last = store::find_last_version(tx, document.id);
        const int made_from = last ? last->number : 0;
        if (!draft.files.empty())
            put_version(tx, actor, document, {.reason = {}, .made_from = made_from, .uploaded = draft.files.front(), .field = "/files/0"});
        else if (last && last->generated)
            put_version(tx, actor, document, {.reason = {}, .made_from = made_from, .made = made});
        for (std::size_t i = 1; i < draft.files.size(); ++i)
            attach_one(tx, actor, document, "appendix", draft.files[i], "/files/" + std::to_string(i));
        if (document.state == State::submitted)
            hand_to_signer(tx, document); // who may be another one now
        save(tx, document);
        if (document.state == State::draft)
            wait(tx, document, document.drafter, work::Action::draft); // under its new title
        AuditTrail::Detail told;
        for (const auto& [name, value] : changes)
            told.emplace_back(name, value);
        p_.audit.record(tx, actor, "outgoing.changed", record_kind, document.id.uuid, told);
        tell(tx, document);
        return view(tx, actor, document);
    });
}

OutgoingView OutgoingService::add_version(const Actor& actor, const NewVersion& entry)
{
    actor.demand(Permission::draft_outgoing);
    demand_length("/reason", entry.reason, longest_reason);
    std::optional<Made> made;
    if (entry.file.empty())
        made = make(actor.agency(), p_.database.read(actor.agency(), [&](db::Tx& tx) -> std::optional<Sheet> {
            const auto document = store::find(tx, entry.id);
            if (!document || !reach::may_see(tx, actor, entry.id.uuid))
                return std::nullopt;
            return sheet_of(tx, *document);
        }));
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::version, {});
        const auto last = store::find_last_version(tx, entry.id);
        const int latest = last ? last->number : 0;
        if (entry.made_from < 0 || entry.made_from > latest)
            throw Error::invalid_field("/made_from", "unknown");
        if (entry.made_from != latest && !entry.insist)
            throw Error::conflict("stale", {{"latest", std::to_string(latest)}});
        const bool was_approved = document.state == State::approved;
        if (was_approved) { // art. 12: what is edited after the approval goes to the signer again
            p_.work.done_by_all(tx, entry.id.uuid, work::Action::number);
            hand_to_signer(tx, document);
        }
        put_version(tx, actor, document,
                    {.reason = entry.reason, .made_from = entry.made_from, .made = made, .uploaded = entry.file, .field = "/file"});
        save(tx, document);
        p_.audit.record(
            tx, actor, "outgoing.version_added", record_kind, entry.id.uuid,
            {{"made_from", std::to_string(entry.made_from)}, {"reason", entry.reason}, {"after_approval", was_approved ? "1" : "0"}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

std::vector<Check> OutgoingService::checks_of(db::Tx& tx, const Document& document, const SubmitDraft& entry,
                                              std::vector<FieldFault>& faults) const
{
    std::vector<Check> checks;
    const auto of_kind = store::find_kind(tx, document.kind).value_or(Kind{});
    const bool goes_on = entry.signer.value_or(document.signer) || entry.commenters.empty(); // not only its commenters are asked
    const auto checkers = AccountService::list_people_with(tx, Permission::review_outgoing);
    const auto add = [&](CheckKind kind, CheckNeed need, const std::optional<Id<org::Person>>& person, std::string path) {
        if (!person || !*person) {
            if (need == CheckNeed::required && goes_on)
                faults.push_back({std::move(path), "required"});
            return;
        }
        if (need == CheckNeed::none)
            return faults.push_back({std::move(path), "not_checked"});
        if (std::find(checkers.begin(), checkers.end(), *person) == checkers.end()) // nobody could end the check
            faults.push_back({std::move(path), "no_permission"});
        checks.push_back({.kind = kind, .person = *person, .person_name = {}, .done_at = {}});
    };
    add(CheckKind::content, of_kind.content_check, entry.content_checker, "/content_checker");
    add(CheckKind::format, of_kind.format_check, entry.format_checker, "/format_checker");
    return checks;
}

void OutgoingService::hand_to_signer(db::Tx& tx, Document& document)
{
    document.state = State::submitted;
    document.approved_at = {};
    document.signing_lines.clear();
    p_.work.done_by_all(tx, document.id.uuid, work::Action::approve);
    wait(tx, document, document.signer, work::Action::approve);
}

OutgoingView OutgoingService::submit(const Actor& actor, const SubmitDraft& entry)
{
    actor.demand(Permission::draft_outgoing);
    if (entry.commenters.size() > most_commenters)
        throw Error::invalid_field("/commenters", "too_many");
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::submit, entry.version);
        std::vector<FieldFault> faults;
        const auto checks = checks_of(tx, document, entry, faults);
        document.signer = entry.signer.value_or(document.signer);
        const auto signer = document.signer ? store::find_active_person_name(tx, document.signer) : std::nullopt;
        const bool only_comments = !document.signer && checks.empty() && !entry.commenters.empty();
        if (!signer && !only_comments)
            faults.push_back({"/signer", document.signer ? "unknown" : "required"});
        const auto may_comment = AccountService::list_people_with(tx, Permission::draft_outgoing);
        for (std::size_t i = 0; i < entry.commenters.size(); ++i)
            if (!store::find_active_person_name(tx, entry.commenters[i]))
                faults.push_back({"/commenters/" + std::to_string(i), "unknown"});
            else if (std::find(may_comment.begin(), may_comment.end(), entry.commenters[i]) == may_comment.end())
                faults.push_back({"/commenters/" + std::to_string(i), "no_permission"});
        if (!faults.empty())
            throw Error::invalid_fields(std::move(faults));
        document.signer_name = signer.value_or("");
        drop_questions(tx, document);
        store::put_checks(tx, entry.id, checks);
        for (const auto& person : entry.commenters)
            if (person != actor.person()) {
                store::ask_to_comment(tx, entry.id, person, p_.clock.now());
                wait(tx, document, person, work::Action::comment);
            }
        for (const auto& check : checks)
            wait(tx, document, check.person, work::Action::check);
        if (checks.empty() && !only_comments)
            hand_to_signer(tx, document);
        else
            document.state = State::reviewing;
        save(tx, document);
        p_.audit.record(tx, actor, "outgoing.submitted", record_kind, entry.id.uuid,
                        {{"signer", document.signer.to_string()}, {"checks", std::to_string(checks.size())}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

} // namespace congso
