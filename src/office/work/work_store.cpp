#include "office/work/work_store.h"

#include "lib/db/dialect.h"

namespace congso::work::store {

void put(db::Tx& tx, const Row& row)
{
    tx.execute("INSERT INTO work_item (agency, holder, record, action, kind, urgency, title, from_whom, symbol, since, due_on)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
               " ON CONFLICT (agency, holder, record, action) DO UPDATE SET urgency = excluded.urgency, title = excluded.title,"
               "   from_whom = excluded.from_whom, symbol = excluded.symbol, due_on = excluded.due_on",
               row.agency, row.holder, row.record, row.action, row.kind, row.urgency, row.title, row.from_whom, row.symbol, row.since,
               row.due_on);
}

void remove(db::Tx& tx, Id<org::Person> holder, Uuid record, Action action)
{
    tx.execute("DELETE FROM work_item WHERE agency = $1 AND holder = $2 AND record = $3 AND action = $4", tx.agency(), holder, record,
               action);
}

bool has(db::Tx& tx, Id<org::Person> holder, Uuid record, Action action)
{
    return tx
        .find<int>("SELECT 1 FROM work_item WHERE agency = $1 AND holder = $2 AND record = $3 AND action = $4", tx.agency(), holder, record,
                   action)
        .has_value();
}

void move_due(db::Tx& tx, Uuid record, Date from, Date to)
{
    tx.execute("UPDATE work_item SET due_on = $4 WHERE agency = $1 AND record = $2 AND due_on = $3", tx.agency(), record, from, to);
}

std::vector<std::string> remove_action(db::Tx& tx, Uuid record, Action action)
{
    return tx.list<std::string>("DELETE FROM work_item WHERE agency = $1 AND record = $2 AND action = $3 RETURNING holder", tx.agency(),
                                record, action);
}

std::vector<std::string> remove_record(db::Tx& tx, Uuid record)
{
    return tx.list<std::string>("DELETE FROM work_item WHERE agency = $1 AND record = $2 RETURNING holder", tx.agency(), record);
}

Counts count(db::Tx& tx, const std::vector<std::string>& holders, const Days& days)
{
    std::vector<db::Value> values{db::to_value(tx.agency()), db::to_value(days.overdue_before), db::to_value(days.today)};
    for (const auto& holder : holders)
        values.push_back(db::to_value(holder));
    return tx
        .list_with<Counts>("SELECT COUNT(*) AS total, COALESCE(SUM(CASE WHEN due_on < $2 THEN 1 ELSE 0 END), 0) AS overdue,"
                           "       COALESCE(SUM(CASE WHEN due_on >= $2 AND due_on <= CAST($3 AS TEXT) THEN 1 ELSE 0 END), 0) AS today,"
                           "       COALESCE(SUM(CASE WHEN kind = 'incoming' THEN 1 ELSE 0 END), 0) AS incoming,"
                           "       COALESCE(SUM(CASE WHEN kind = 'outgoing' THEN 1 ELSE 0 END), 0) AS outgoing,"
                           "       COALESCE(SUM(CASE WHEN kind IN ('work_dossier', 'catalogue') THEN 1 ELSE 0 END), 0) AS work_dossiers"
                           "  FROM work_item WHERE agency = $1 AND holder IN ("
                               + db::placeholders(4, holders.size()) + ") ORDER BY 1",
                           values)
        .front();
}

std::vector<Row> list(db::Tx& tx, const std::vector<std::string>& holders, int limit)
{
    std::vector<db::Value> values{db::to_value(tx.agency()), db::to_value(limit)};
    for (const auto& holder : holders)
        values.push_back(db::to_value(holder));
    return tx.list_with<Row>("SELECT agency, holder, record, action, kind, urgency, title, from_whom, symbol, since, due_on FROM work_item"
                             " WHERE agency = $1 AND holder IN ("
                                 + db::placeholders(3, holders.size()) + ") ORDER BY due_on NULLS LAST, since, record, action LIMIT $2",
                             values);
}

bool move(db::Tx& tx, Uuid record, Action action, Id<org::Person> from, Id<org::Person> to)
{
    tx.execute("INSERT INTO work_item (agency, holder, record, action, kind, urgency, title, from_whom, symbol, since, due_on)"
               " SELECT agency, $5, record, action, kind, urgency, title, from_whom, symbol, since, due_on FROM work_item"
               "  WHERE agency = $1 AND holder = $2 AND record = $3 AND action = $4"
               " ON CONFLICT (agency, holder, record, action) DO NOTHING",
               tx.agency(), from, record, action, to);
    return tx.execute("DELETE FROM work_item WHERE agency = $1 AND holder = $2 AND record = $3 AND action = $4", tx.agency(), from, record,
                      action)
        == 1;
}

std::optional<std::string> find_person_name(db::Tx& tx, Id<org::Person> person)
{
    return tx.find<std::string>("SELECT full_name FROM person WHERE agency = $1 AND id = $2", tx.agency(), person);
}

} // namespace congso::work::store
