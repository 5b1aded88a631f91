#include "office/tasks/tasks_service.h"

#include "office/tasks/tasks_store.h"

namespace congso {

namespace store = tasks::store;

tasks::Assignment TaskService::assign(db::Tx& tx, const Actor& actor, Uuid record, const tasks::Share& share, Date default_due)
{
    const auto person = org_.get_active_person(tx, share.person);
    tasks::Assignment assignment{.agency = tx.agency(),
                                 .id = Id<tasks::Assignment>::make(),
                                 .record = record,
                                 .person = person.id,
                                 .person_name = person.full_name,
                                 .part = share.part,
                                 .state = tasks::State::waiting,
                                 .due_on = share.due_on.value_or(share.part == tasks::Part::inform ? Date{} : default_due),
                                 .assigned_by = actor.person(),
                                 .assigned_at = clock_.now(),
                                 .read_at = {},
                                 .done_at = {}};
    store::insert(tx, assignment);
    return assignment;
}

std::vector<tasks::Assignment> TaskService::list(db::Tx& tx, Uuid record) const
{
    return store::list_assignments(tx, record);
}

std::optional<tasks::Assignment> TaskService::find_open(db::Tx& tx, Uuid record, Id<org::Person> person) const
{
    return store::find_open(tx, record, person);
}

void TaskService::accept(db::Tx& tx, const tasks::Assignment& assignment)
{
    store::set_state(tx, assignment.id, tasks::State::accepted, {});
}

void TaskService::pass_on(db::Tx& tx, const tasks::Assignment& assignment)
{
    store::set_state(tx, assignment.id, tasks::State::passed_on, clock_.now());
}

void TaskService::finish(db::Tx& tx, const tasks::Assignment& assignment)
{
    store::set_state(tx, assignment.id, tasks::State::done, clock_.now());
}

void TaskService::finish_all(db::Tx& tx, Uuid record)
{
    store::finish_all(tx, record, clock_.now());
}

void TaskService::reopen(db::Tx& tx, const tasks::Assignment& assignment)
{
    store::set_state(tx, assignment.id, tasks::State::accepted, {});
}

void TaskService::set_due(db::Tx& tx, const tasks::Assignment& assignment, Date due_on)
{
    store::set_due(tx, assignment.id, due_on);
}

void TaskService::move_due(db::Tx& tx, Uuid record, Date from, Date to)
{
    store::move_due(tx, record, from, to);
}

void TaskService::mark_read(db::Tx& tx, Uuid record, Id<org::Person> person)
{
    store::mark_read(tx, record, person, clock_.now());
}

void TaskService::note(db::Tx& tx, const Actor& actor, Uuid record, tasks::NoteKind kind, std::string_view text, Id<org::Person> entered_by)
{
    if (text.empty())
        return;
    store::insert(tx,
                  tasks::Note{.agency = tx.agency(),
                              .id = Id<tasks::Note>::make(),
                              .record = record,
                              .kind = kind,
                              .person = actor.hand(),
                              .person_name = {},
                              .entered_by = entered_by,
                              .entered_by_name = {},
                              .at = clock_.now(),
                              .text = std::string{text}});
}

std::vector<tasks::Note> TaskService::list_notes(db::Tx& tx, Uuid record) const
{
    return store::list_notes(tx, record);
}

} // namespace congso
