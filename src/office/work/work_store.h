#pragma once
#include "lib/db/tx.h"
#include "office/work/work.h"

namespace congso::work::store {

struct Row {
    AgencyId agency;
    std::string holder; // a person's id, or the permission that a desk goes by
    Uuid record;
    Action action{};
    RecordKind kind{};
    Urgency urgency{};
    std::string title, from_whom, symbol;
    Time since;
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(Row, (), (agency, holder, record, action, kind, urgency, title, from_whom, symbol, since, due_on))

void put(db::Tx& tx, const Row& row); // again: replaces what was told
void remove(db::Tx& tx, Id<org::Person> holder, Uuid record, Action action);
bool has(db::Tx& tx, Id<org::Person> holder, Uuid record, Action action);
void move_due(db::Tx& tx, Uuid record, Date from, Date to);
std::vector<std::string> remove_action(db::Tx& tx, Uuid record, Action action); // of everyone; returns whose
std::vector<std::string> remove_record(db::Tx& tx, Uuid record);

struct Days {
    Date overdue_before; // what is due before it is late
    Date today; // unset on a day of rest: nothing is due on one
};
Counts count(db::Tx& tx, const std::vector<std::string>& holders, const Days& days);
std::vector<Row> list(db::Tx& tx, const std::vector<std::string>& holders, int limit); // by deadline, then age

bool move(db::Tx& tx, Uuid record, Action action, Id<org::Person> from, Id<org::Person> to); // false: nothing waited for him
std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> person);

} // namespace congso::work::store
