#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/administration/administration_service.h"

#include <algorithm>

namespace congso {

using namespace administration;

namespace {

bool is_of(const ChoiceOf& choice, const OpenThing& thing)
{
    return choice.record == thing.record && choice.action == thing.action;
}

} // namespace

std::vector<OpenThing> AdministrationService::list_open(db::Tx& tx, const Actor& actor, Id<org::Person> person)
{
    std::vector<OpenThing> things;
    for (const auto& item : p_.work.list_of(tx, person))
        things.push_back({.kind = item.kind,
                          .record = item.record,
                          .action = item.action,
                          .urgency = item.urgency,
                          .symbol = item.symbol,
                          .title = item.title,
                          .since = item.since,
                          .due_on = item.due_on});
    for (const auto& draft : p_.outgoing.list_open_drafts(tx, person)) {
        const auto waits = [&](const OpenThing& thing) {
            return thing.record == draft.id.uuid && (thing.action == work::Action::draft || thing.action == work::Action::revise);
        };
        if (std::none_of(things.begin(), things.end(), waits))
            things.push_back({.kind = work::RecordKind::outgoing,
                              .record = draft.id.uuid,
                              .action = work::Action::revise,
                              .urgency = draft.urgency,
                              .symbol = {},
                              .title = draft.subject,
                              .since = draft.created_at,
                              .due_on = draft.due_on});
    }
    for (const auto& dossier : p_.work_dossiers.list_kept(tx, person)) {
        const auto waits = [&](const OpenThing& thing) {
            return thing.record == dossier.id.uuid && thing.action == work::Action::close_dossier;
        };
        if (std::none_of(things.begin(), things.end(), waits))
            things.push_back({.kind = work::RecordKind::work_dossier,
                              .record = dossier.id.uuid,
                              .action = work::Action::close_dossier,
                              .urgency = {},
                              .symbol = dossier.symbol,
                              .title = dossier.title,
                              .since = dossier.opened_at,
                              .due_on = {}});
    }
    for (auto& thing : things) // an administrator sees no content by default
        if (!reach::may_see(tx, actor, thing.record))
            thing.title.clear();
    return things;
}

OpenThings AdministrationService::open_things(const Actor& actor, Id<org::Person> person)
{
    actor.demand(Permission::manage_people);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto found = p_.org.find_person(tx, person);
        if (!found)
            throw Error::not_found();
        return OpenThings{person, found->full_name, list_open(tx, actor, person)};
    });
}

Nothing AdministrationService::hand_over(const Actor& actor, const Handover& entry)
{
    actor.demand(Permission::manage_people);
    demand_length("/reason", entry.reason.value_or(""), longest_reason);
    if (entry.leave && entry.person == actor.person())
        throw Error::invalid_field("/person", "yourself");
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        if (!p_.org.find_person(tx, entry.person))
            throw Error::not_found();
        const auto open = list_open(tx, actor, entry.person);
        const auto answered = [&](const OpenThing& thing) {
            return std::count_if(entry.choices.begin(), entry.choices.end(), [&](const auto& choice) { return is_of(choice, thing); }) == 1;
        };
        if (entry.choices.size() != open.size() || !std::all_of(open.begin(), open.end(), answered))
            throw Error::conflict("handover.changed");
        if (entry.leave
            && std::any_of(entry.choices.begin(), entry.choices.end(), [](const auto& choice) { return choice.choice == Choice::keep; }))
            throw Error::conflict("handover.not_all");
        int moved = 0;
        for (std::size_t i = 0; i < entry.choices.size(); ++i) {
            const auto& choice = entry.choices[i];
            if (choice.choice == Choice::keep)
                continue;
            const auto path = "/choices/" + std::to_string(i) + "/to";
            if (choice.choice == Choice::give) {
                if (!choice.to || !*choice.to)
                    throw Error::invalid_field(path, "required");
                const auto to = p_.org.find_person(tx, *choice.to);
                if (!to)
                    throw Error::invalid_field(path, "unknown");
                if (!to->active)
                    throw Error::invalid_field(path, "inactive");
                if (to->id == entry.person)
                    throw Error::invalid_field(path, "self");
            }
            const auto thing = std::find_if(open.begin(), open.end(), [&](const auto& one) { return is_of(choice, one); });
            const auto to = choice.choice == Choice::give ? choice.to : std::nullopt;
            try {
                if (thing->kind == work::RecordKind::incoming)
                    p_.incoming.hand_over(tx, actor, {choice.record}, choice.action, entry.person, to, entry.reason.value_or(""));
                else if (thing->kind == work::RecordKind::outgoing)
                    p_.outgoing.hand_over(tx, actor, {choice.record}, choice.action, entry.person, to ? *to : p_.org.get_head(tx),
                                          entry.reason.value_or(""));
                else if (thing->kind == work::RecordKind::work_dossier)
                    p_.work_dossiers.hand_over(tx, actor, {choice.record}, choice.action, entry.person, to ? *to : p_.org.get_head(tx));
                else if (thing->kind == work::RecordKind::copy)
                    p_.copies.hand_over(tx, actor, {choice.record}, choice.action, entry.person, to);
                else
                    p_.work.move(tx, choice.record, choice.action, entry.person, to ? *to : p_.org.get_head(tx));
            } catch (const Error& error) {
                if (!error.faults().empty() && error.faults().front().path == "/to") // where the form has it
                    throw Error::invalid_field(path, error.faults().front().code);
                throw;
            }
            ++moved;
        }
        p_.audit.record(tx, actor, "person.handed_over", "person", entry.person.uuid,
                        {{"count", std::to_string(moved)}, {"reason", entry.reason.value_or("")}});
        if (entry.leave) {
            p_.org.leave(tx, actor, entry.person);
            p_.accounts.close_account_of(tx, actor, entry.person);
        }
        return Nothing{};
    });
}

} // namespace congso
