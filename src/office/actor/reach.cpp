#include "office/actor/reach.h"

#include <algorithm>

namespace congso::reach {

namespace {

bool is_given(db::Tx& tx, Id<org::Person> holder, Uuid record)
{
    return tx.find<int>("SELECT 1 FROM reach WHERE agency = $1 AND record = $2 AND holder = $3 LIMIT 1", tx.agency(), record, holder)
        .has_value();
}

} // namespace

void give(db::Tx& tx, Id<org::Person> holder, std::string_view kind, Uuid record, std::int64_t sort_at)
{
    tx.execute("INSERT INTO reach (agency, holder, kind, record, sort_at) VALUES ($1, $2, $3, $4, $5)"
               " ON CONFLICT (agency, holder, kind, record) DO UPDATE SET sort_at = excluded.sort_at",
               tx.agency(), holder, kind, record, sort_at);
}

void take(db::Tx& tx, Id<org::Person> holder, Uuid record)
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
    if (is_given(tx, actor.person(), record))
        return true;
    return std::any_of(actor.absent.begin(), actor.absent.end(), [&](const auto& person) { return is_given(tx, person, record); });
}

void demand(db::Tx& tx, const Actor& actor, Uuid record)
{
    if (!may_see(tx, actor, record))
        throw Error::not_found();
}

} // namespace congso::reach
