#pragma once
#include "lib/base/clock.h"
#include "office/actor/actor.h"
#include "office/org/org_service.h"
#include "office/tasks/tasks.h"

namespace congso {

// Who does what about a record, and what they wrote. Always inside the transaction of the feature whose record it is.
class TaskService {
public:
    TaskService(const Clock& clock, OrgService& org) : clock_(clock), org_(org) { }

    // One share for one person; each person once. Throws invalid "person.unknown", "person.inactive".
    tasks::Assignment assign(db::Tx& tx, const Actor& actor, Uuid record, const tasks::Share& share, Date default_due);
    std::vector<tasks::Assignment> list(db::Tx& tx, Uuid record) const;
    std::optional<tasks::Assignment> find_open(db::Tx& tx, Uuid record, Id<org::Person> person) const;
    void accept(db::Tx& tx, const tasks::Assignment& assignment);
    void pass_on(db::Tx& tx, const tasks::Assignment& assignment);
    void finish(db::Tx& tx, const tasks::Assignment& assignment);
    void finish_all(db::Tx& tx, Uuid record);
    void reopen(db::Tx& tx, const tasks::Assignment& assignment); // done by mistake: it is being worked at again
    void set_due(db::Tx& tx, const tasks::Assignment& assignment, Date due_on);
    void move_due(db::Tx& tx, Uuid record, Date from, Date to); // of the open shares that had the record's deadline
    void mark_read(db::Tx& tx, Uuid record, Id<org::Person> person); // «đã xem»: the first time counts

    // An empty text is no note. `entered_by`: who typed it for the actor («nhập thay»).
    void note(db::Tx& tx, const Actor& actor, Uuid record, tasks::NoteKind kind, std::string_view text, Id<org::Person> entered_by = {});
    std::vector<tasks::Note> list_notes(db::Tx& tx, Uuid record) const;

private:
    const Clock& clock_;
    OrgService& org_;
};

} // namespace congso
