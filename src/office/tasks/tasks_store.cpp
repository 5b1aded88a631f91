#include "office/tasks/tasks_store.h"

namespace congso::tasks::store {

namespace {

constexpr auto assignment_columns =
    "a.agency, a.id, a.record, a.person, p.full_name AS person_name, a.part, a.state, a.due_on, a.assigned_by,"
    " a.assigned_at, a.read_at, a.done_at";

} // namespace

void insert(db::Tx& tx, const Assignment& row)
{
    tx.execute("INSERT INTO assignment (agency, id, record, person, part, state, due_on, assigned_by, assigned_at, read_at, done_at)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
               row.agency, row.id, row.record, row.person, row.part, row.state, row.due_on, row.assigned_by, row.assigned_at, row.read_at,
               row.done_at);
}

void insert(db::Tx& tx, const Note& row)
{
    tx.execute("INSERT INTO note (agency, id, record, kind, person, entered_by, at, text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
               row.agency, row.id, row.record, row.kind, row.person, row.entered_by, row.at, row.text);
}

std::vector<Assignment> list_assignments(db::Tx& tx, Uuid record)
{
    return tx.list<Assignment>(
        std::string{"SELECT "} + assignment_columns
            + "  FROM assignment a JOIN person p ON p.agency = a.agency AND p.id = a.person"
              " WHERE a.agency = $1 AND a.record = $2"
              " ORDER BY CASE a.part WHEN 'lead' THEN 0 WHEN 'cooperate' THEN 1 ELSE 2 END, a.assigned_at, p.sort_key, a.id",
        tx.agency(), record);
}

std::optional<Assignment> find_open(db::Tx& tx, Uuid record, Id<org::Person> person)
{
    return tx.find<Assignment>(std::string{"SELECT "} + assignment_columns
                                   + "  FROM assignment a JOIN person p ON p.agency = a.agency AND p.id = a.person"
                                     " WHERE a.agency = $1 AND a.record = $2 AND a.person = $3 AND a.state IN ('waiting', 'accepted')"
                                     " ORDER BY CASE a.part WHEN 'lead' THEN 0 WHEN 'cooperate' THEN 1 ELSE 2 END, a.id LIMIT 1",
                               tx.agency(), record, person);
}

void set_state(db::Tx& tx, Id<Assignment> id, State state, Time done_at)
{
    tx.execute("UPDATE assignment SET state = $3, done_at = $4 WHERE agency = $1 AND id = $2", tx.agency(), id, state, done_at);
}

void mark_read(db::Tx& tx, Uuid record, Id<org::Person> person, Time now)
{
    tx.execute("UPDATE assignment SET read_at = $4 WHERE agency = $1 AND record = $2 AND person = $3 AND read_at = 0", tx.agency(), record,
               person, now);
}

void finish_all(db::Tx& tx, Uuid record, Time now)
{
    tx.execute("UPDATE assignment SET state = 'done', done_at = $3 WHERE agency = $1 AND record = $2 AND state IN ('waiting', 'accepted')",
               tx.agency(), record, now);
}

void set_due(db::Tx& tx, Id<Assignment> id, Date due_on)
{
    tx.execute("UPDATE assignment SET due_on = $3 WHERE agency = $1 AND id = $2", tx.agency(), id, due_on);
}

void move_due(db::Tx& tx, Uuid record, Date from, Date to)
{
    tx.execute("UPDATE assignment SET due_on = $4 WHERE agency = $1 AND record = $2 AND due_on = $3 AND state IN ('waiting', 'accepted')",
               tx.agency(), record, from, to);
}

std::vector<Note> list_notes(db::Tx& tx, Uuid record)
{
    return tx.list<Note>("SELECT n.agency, n.id, n.record, n.kind, n.person, p.full_name AS person_name, n.entered_by,"
                         "       COALESCE(e.full_name, '') AS entered_by_name, n.at, n.text"
                         "  FROM note n JOIN person p ON p.agency = n.agency AND p.id = n.person"
                         "  LEFT JOIN person e ON e.agency = n.agency AND e.id = n.entered_by"
                         " WHERE n.agency = $1 AND n.record = $2 ORDER BY n.at DESC, n.id DESC",
                         tx.agency(), record);
}

} // namespace congso::tasks::store
