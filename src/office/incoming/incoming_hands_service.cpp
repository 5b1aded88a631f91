#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/incoming/incoming_hands_store.h"
#include "office/incoming/incoming_people_service.h"
#include "office/incoming/incoming_service.h"
#include "office/incoming/incoming_store.h"

#include <algorithm>

// What the hand does beside the straight way: take back, change, open again, type for a leader, more time, urge. And deadlines, which
// all of these set.
namespace congso {

namespace store = incoming::store;
using namespace incoming;
using tasks::NoteKind, tasks::Part;

namespace {

constexpr std::string_view record_kind = "incoming";

bool is_open_share(const tasks::Assignment& share)
{
    return share.state == tasks::State::waiting || share.state == tasks::State::accepted;
}

} // namespace

IncomingView IncomingService::reassign(const Actor& actor, const Reassign& entry)
{
    actor.demand(Permission::direct_documents);
    demand_text("/reason", entry.reason, longest_reason);
    if (auto faults = faults_of(entry.instruction, Purpose::decision, "/instruction"); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::reassign, entry.version);
        demand_people(tx, p_.org, entry.instruction.shares, "/instruction/shares");
        const auto lead_before = document.lead;
        const auto due_before = document.due_on;
        set_due(tx, document, entry.instruction.due_on, entry.instruction.due_days, p_.clock.today(), "/instruction");
        move_due(tx, document, due_before);
        drop_extension(tx, actor, document.id);
        document.lead = {};
        std::vector<tasks::Share> fresh;
        const auto held = p_.tasks.list(tx, document.id.uuid);
        for (const auto& share : entry.instruction.shares) {
            if (share.part == Part::lead)
                document.lead = share.person;
            const auto kept = std::find_if(held.begin(), held.end(), [&](const auto& one) {
                return is_open_share(one) && one.person == share.person && one.part == share.part;
            });
            if (kept == held.end())
                fresh.push_back(share);
            else if (share.due_on && *share.due_on != kept->due_on) {
                p_.tasks.set_due(tx, *kept, *share.due_on);
                auto subject = subject_of(document);
                subject.due_on = *share.due_on;
                p_.work.wait(tx, share.person, action_of(share.part), subject);
            }
        }
        for (const auto& one : held) { // the lead's place is free before another takes it
            const auto stays = [&](const auto& share) {
                return share.person == one.person && share.part == one.part;
            };
            if (is_open_share(one) && std::none_of(entry.instruction.shares.begin(), entry.instruction.shares.end(), stays))
                take_share(tx, one);
        }
        for (const auto& share : fresh)
            give_share(tx, actor, document, share);
        if (document.lead != lead_before)
            document.state = State::assigned;
        p_.tasks.note(tx, actor, document.id.uuid, NoteKind::instruction, entry.instruction.text);
        p_.audit.record(tx, actor, "incoming.reassigned", record_kind, document.id.uuid,
                        {{"lead", document.lead.to_string()}, {"due_on", document.due_on.to_string()}, {"reason", entry.reason}});
        settle(tx, actor, document);
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::take_back(const Actor& actor, const TakeBack& entry)
{
    actor.demand(Permission::read_documents);
    demand_length("/reason", entry.reason.value_or(""), longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::take_back, entry.version);
        p_.work.close(tx, document.id.uuid);
        if (document.state == State::submitted) { // the clerk's submission
            document.state = State::registered;
            store::delete_proposal(tx, document.id);
            p_.work.wait(tx, actor.person(), work::Action::submit, subject_of(document));
        } else { // the head's assignment: it waits for him again, as he had decided it
            std::vector<tasks::Share> shares;
            for (const auto& share : p_.tasks.list(tx, document.id.uuid))
                if (is_open_share(share)) {
                    shares.push_back({share.person, share.part, {}});
                    p_.tasks.pass_on(tx, share);
                }
            std::string text;
            for (const auto& note : p_.tasks.list_notes(tx, document.id.uuid)) // newest first
                if (text.empty() && note.kind == NoteKind::instruction)
                    text = note.text;
            drop_extension(tx, actor, document.id);
            document.state = State::submitted;
            document.lead = {};
            store::put_proposal(tx, {tx.agency(), document.id.uuid, actor.person(), text, document.due_on}, shares);
            p_.work.wait(tx, actor.person(), work::Action::instruct, subject_of(document));
        }
        reach::give(tx, actor.person(), record_kind, document.id.uuid, sort_at(document));
        store::update(tx, document, p_.clock.zone_minutes());
        p_.audit.record(tx, actor, "incoming.taken_back", record_kind, document.id.uuid, {{"reason", entry.reason.value_or("")}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::reopen(const Actor& actor, const Reopen& entry)
{
    actor.demand(Permission::direct_documents);
    demand_text("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::reopen, entry.version);
        const auto handlers = AccountService::list_people_with(tx, Permission::handle_documents);
        std::optional<tasks::Assignment> led;
        for (const auto& share : p_.tasks.list(tx, document.id.uuid))
            if (share.part == Part::lead && share.state == tasks::State::done)
                led = share;
        document.result = Result::none;
        document.reply = {};
        document.done_at = {};
        if (led && std::find(handlers.begin(), handlers.end(), led->person) != handlers.end()) {
            document.state = State::in_progress;
            document.lead = led->person;
            p_.tasks.reopen(tx, *led);
            auto subject = subject_of(document);
            subject.due_on = led->due_on;
            p_.work.wait(tx, led->person, work::Action::lead, subject);
        } else { // nobody led it, or he is not there any more: the head decides anew
            if (led)
                p_.tasks.pass_on(tx, *led);
            document.state = State::submitted;
            document.lead = {};
            store::put_proposal(tx, {tx.agency(), document.id.uuid, actor.person(), "", document.due_on}, {});
            p_.work.wait(tx, actor.person(), work::Action::instruct, subject_of(document));
        }
        reach::give(tx, actor.person(), record_kind, document.id.uuid, sort_at(document));
        store::update(tx, document, p_.clock.zone_minutes());
        p_.audit.record(tx, actor, "incoming.reopened", record_kind, document.id.uuid, {{"reason", entry.reason}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::enter_instruction(const Actor& actor, const EnterInstruction& entry)
{
    actor.demand(Permission::register_incoming);
    demand_text("/instruction/text", entry.instruction.text, longest_note);
    auto faults = faults_of(entry.instruction, Purpose::decision, "/instruction");
    if (entry.files.empty())
        faults.push_back({"/files", "required"});
    if (!faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::enter, entry.version);
        const auto leaders = AccountService::list_people_with(tx, Permission::direct_documents);
        if (std::find(leaders.begin(), leaders.end(), entry.leader) == leaders.end())
            throw Error::invalid_field("/leader", "unknown");
        demand_people(tx, p_.org, entry.instruction.shares, "/instruction/shares");
        const Actor leader{tx.agency(), entry.leader, {}}; // whose word it is
        instruct(tx, leader, document, entry.instruction);
        p_.tasks.note(tx, leader, document.id.uuid, NoteKind::instruction, entry.instruction.text, actor.person());
        p_.files.attach(tx, actor, document.id.uuid, written_slot, entry.files);
        p_.audit.record(
            tx, actor, "incoming.instruction_entered", record_kind, document.id.uuid,
            {{"leader", entry.leader.to_string()}, {"lead", document.lead.to_string()}, {"due_on", document.due_on.to_string()}});
        settle(tx, actor, document);
        p_.work.wait(tx, entry.leader, work::Action::confirm, subject_of(document)); // he is told, and looks whether it is what he wrote
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::ask_extension(const Actor& actor, const AskExtension& entry)
{
    actor.demand(Permission::handle_documents);
    demand_text("/reason", entry.reason, longest_reason);
    if (entry.due_days.value_or(0) < 0 || entry.due_days.value_or(0) > worktime::working_days_limit)
        throw Error::invalid_field("/due_days", "range");
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto document = get_for(tx, actor, entry.id, Act::extend, {});
        const auto wanted = entry.due_days.value_or(0) > 0 ? p_.worktime.calendar(tx)->add_working_days(p_.clock.today(), *entry.due_days)
                                                           : entry.due_on.value_or(Date{});
        if (!wanted.is_set())
            throw Error::invalid_field("/due_on", "required");
        if (wanted <= document.due_on || wanted < p_.clock.today())
            throw Error::invalid_field("/due_on", "not_later");
        store::insert_extension(tx,
                                {.agency = tx.agency(),
                                 .id = Id<Extension>::make(),
                                 .record = document.id,
                                 .asked_by = actor.person(),
                                 .asked_by_name = {},
                                 .asked_at = p_.clock.now(),
                                 .due_on = document.due_on,
                                 .wanted_on = wanted,
                                 .reason = entry.reason,
                                 .state = ExtensionState::waiting});
        // who assigned answers; a colleague who only handed it on cannot, then the head does
        const auto leaders = AccountService::list_people_with(tx, Permission::direct_documents);
        auto decider = p_.tasks.find_open(tx, document.id.uuid, actor.person())->assigned_by;
        if (std::find(leaders.begin(), leaders.end(), decider) == leaders.end())
            decider = p_.org.get_head(tx);
        auto subject = subject_of(document);
        p_.work.wait(tx, decider, work::Action::extend, subject);
        reach::give(tx, decider, record_kind, document.id.uuid, sort_at(document));
        p_.audit.record(tx, actor, "incoming.extension_asked", record_kind, document.id.uuid,
                        {{"wanted_on", wanted.to_string()}, {"reason", entry.reason}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::answer_extension(const Actor& actor, const AnswerExtension& entry)
{
    actor.demand(Permission::direct_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::answer_extension, {});
        demand_length("/reason", entry.reason.value_or(""), longest_reason);
        if (!entry.give)
            demand_text("/reason", entry.reason.value_or(""), longest_reason);
        const auto asked = store::find_waiting_extension(tx, document.id);
        store::decide_extension(tx, asked->id, entry.give ? ExtensionState::given : ExtensionState::refused, actor.person(),
                                p_.clock.now());
        p_.work.done_by_all(tx, document.id.uuid, work::Action::extend);
        if (entry.give) {
            const auto before = document.due_on;
            const auto due_on = entry.due_on && entry.due_on->is_set() ? *entry.due_on : asked->wanted_on;
            if (due_on <= before)
                throw Error::invalid_field("/due_on", "not_later");
            set_due(tx, document, due_on, {}, p_.clock.today(), "");
            move_due(tx, document, before);
            p_.work.done_by_all(tx, document.id.uuid, work::Action::overdue);
            store::update(tx, document, p_.clock.zone_minutes());
        }
        p_.audit.record(tx, actor, entry.give ? "incoming.extension_given" : "incoming.extension_refused", record_kind, document.id.uuid,
                        {{"due_on", document.due_on.to_string()}, {"reason", entry.reason.value_or("")}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

IncomingView IncomingService::urge(const Actor& actor, const Urge& entry)
{
    actor.demand(Permission::read_documents);
    demand_length("/text", entry.text.value_or(""), longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto document = get_for(tx, actor, entry.id, Act::urge, {});
        for (const auto& share : p_.tasks.list(tx, document.id.uuid)) {
            if (!is_open_share(share) || share.part == Part::inform)
                continue;
            auto subject = subject_of(document);
            subject.due_on = share.due_on;
            p_.work.wait(tx, share.person, work::Action::overdue, subject);
        }
        p_.audit.record(tx, actor, "incoming.urged", record_kind, document.id.uuid, {{"text", entry.text.value_or("")}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

void IncomingService::drop_extension(db::Tx& tx, const Actor& actor, Id<Incoming> id)
{
    if (const auto asked = store::find_waiting_extension(tx, id)) {
        store::decide_extension(tx, asked->id, ExtensionState::dropped, actor.person(), p_.clock.now());
        p_.work.done_by_all(tx, id.uuid, work::Action::extend);
    }
}

void IncomingService::set_due(db::Tx& tx, Document& document, std::optional<Date> due_on, std::optional<int> due_days, Date from,
                              const char* path)
{
    const auto calendar = p_.worktime.calendar(tx);
    if (due_days.value_or(0) > 0) {
        document.due_on = calendar->add_working_days(from, *due_days);
        document.due_days = *due_days;
        document.due_from = from;
    } else if (due_on) {
        document.due_on = *due_on;
        document.due_days = 0;
        document.due_from = {};
    } else {
        return;
    }
    if (path && document.due_on.is_set() && document.due_on < document.arrived_on)
        throw Error::invalid_field(std::string{path} + "/due_on", "before_arrival");
    // Civil Code 2015 art. 148: a term that ends on a day of rest ends with the next working day
    document.due_by = document.due_on.is_set() ? calendar->next_working_day(document.due_on) : Date{};
}

void IncomingService::move_due(db::Tx& tx, const Document& document, Date before)
{
    if (document.due_on == before || !document.due_on.is_set())
        return;
    if (before.is_set()) {
        p_.tasks.move_due(tx, document.id.uuid, before, document.due_on);
        p_.work.move_due(tx, document.id.uuid, before, document.due_on);
        return;
    }
    for (const auto& share : p_.tasks.list(tx, document.id.uuid)) // there was none
        if (is_open_share(share) && share.part != Part::inform && !share.due_on.is_set()) {
            p_.tasks.set_due(tx, share, document.due_on);
            p_.work.wait(tx, share.person, action_of(share.part), subject_of(document));
        }
}

void IncomingService::move_deadlines(db::Tx& tx, const Actor& actor, const worktime::Calendar& calendar)
{
    for (const auto& deadline : store::list_deadlines_from(tx, p_.clock.today())) {
        auto moved = deadline;
        if (deadline.due_days > 0)
            moved.due_on = calendar.add_working_days(deadline.due_from, deadline.due_days);
        moved.due_by = calendar.next_working_day(moved.due_on);
        if (moved.due_on == deadline.due_on && moved.due_by == deadline.due_by)
            continue;
        store::set_deadline(tx, moved);
        if (moved.due_on == deadline.due_on)
            continue;
        p_.tasks.move_due(tx, deadline.id.uuid, deadline.due_on, moved.due_on);
        p_.work.move_due(tx, deadline.id.uuid, deadline.due_on, moved.due_on);
        p_.audit.record(tx, actor, "incoming.deadline_moved", record_kind, deadline.id.uuid,
                        {{"from", deadline.due_on.to_string()}, {"to", moved.due_on.to_string()}});
        p_.notifier.tell_agency(tx, record_kind, deadline.id.uuid);
    }
}

} // namespace congso
