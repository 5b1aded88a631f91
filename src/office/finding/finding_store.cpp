#include "office/finding/finding_store.h"

#include "lib/text/sort_key.h"

namespace congso::finding::store {

void put_filter(db::Tx& tx, Id<org::Person> owner, const SaveFilter& filter, Time now)
{
    tx.execute("INSERT INTO saved_filter (agency, id, list, owner, name, sort_key, query, shared, saved_at)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (agency, list, owner, name)"
               " DO UPDATE SET query = excluded.query, shared = excluded.shared, saved_at = excluded.saved_at",
               tx.agency(), Id<SavedFilter>::make(), filter.list, owner, filter.name, text::sort_key(filter.name), filter.query,
               filter.shared, now);
}

std::vector<SavedFilter> list_filters(db::Tx& tx, Id<org::Person> person, FilteredList list)
{
    return tx.list<SavedFilter>("SELECT f.id, f.list, f.name, f.query, f.shared, CASE WHEN f.owner = $3 THEN 1 ELSE 0 END AS mine,"
                                " p.full_name AS owner_name FROM saved_filter f JOIN person p ON p.agency = f.agency AND p.id = f.owner"
                                " WHERE f.agency = $1 AND f.list = $2 AND (f.owner = $3 OR f.shared = 1) ORDER BY f.sort_key, f.id",
                                tx.agency(), list, person);
}

std::optional<Owner> find_owner(db::Tx& tx, Id<SavedFilter> id)
{
    return tx.find<Owner>("SELECT owner, name, shared FROM saved_filter WHERE agency = $1 AND id = $2", tx.agency(), id);
}

void delete_filter(db::Tx& tx, Id<SavedFilter> id)
{
    tx.execute("DELETE FROM saved_filter WHERE agency = $1 AND id = $2", tx.agency(), id);
}

} // namespace congso::finding::store
