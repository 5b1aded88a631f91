#include "office/actor/reach.h"

#include "lib/db/dialect.h"

namespace congso::reach {

void give(db::Tx& tx, Uuid holder, std::string_view kind, Uuid record, std::int64_t sort_at)
{
    tx.execute("INSERT INTO reach (agency, holder, kind, record, sort_at) VALUES ($1, $2, $3, $4, $5)"
               " ON CONFLICT (agency, holder, kind, record) DO UPDATE SET sort_at = excluded.sort_at",
               tx.agency(), holder, kind, record, sort_at);
}

void take(db::Tx& tx, Uuid holder, Uuid record)
{
    tx.execute("DELETE FROM reach WHERE agency = $1 AND record = $2 AND holder = $3", tx.agency(), record, holder);
}

void move(db::Tx& tx, Uuid record, std::int64_t sort_at)
{
    tx.execute("UPDATE reach SET sort_at = $3 WHERE agency = $1 AND record = $2", tx.agency(), record, sort_at);
}

bool may_see(db::Tx& tx, const Actor& actor, Uuid record)
{
    if (actor.may(Permission::see_all_documents))
        return true;
    std::vector<db::Value> values{db::to_value(tx.agency()), db::to_value(record)};
    for (const auto& holder : holders_of(actor))
        values.push_back(db::to_value(holder));
    bool found = false;
    tx.rows("SELECT 1 FROM reach WHERE agency = $1 AND record = $2 AND holder IN (" + db::placeholders(3, values.size() - 2) + ") LIMIT 1", values,
            [&](db::Cursor&) {
                found = true;
                return false;
            });
    return found;
}

void demand(db::Tx& tx, const Actor& actor, Uuid record)
{
    if (!may_see(tx, actor, record))
        throw Error::not_found();
}

std::vector<Uuid> holders_of(const Actor& actor)
{
    std::vector<Uuid> holders{actor.person().uuid};
    for (const auto& unit : actor.units)
        holders.push_back(unit.uuid);
    return holders;
}

} // namespace congso::reach
