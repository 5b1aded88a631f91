#include "office/preferences/preferences_store.h"

namespace congso::preferences::store {

Preferences find(db::Tx& tx, Id<org::Person> person)
{
    Preferences found{tx.find<Choices>("SELECT language, theme, density, single_letters, folded, notices_seen_at FROM preference"
                                       " WHERE agency = $1 AND person = $2",
                                       tx.agency(), person)
                          .value_or(Choices{}),
                      {}};
    found.hidden = tx.list<HiddenColumns>("SELECT list, columns FROM hidden_column WHERE agency = $1 AND person = $2 ORDER BY list",
                                          tx.agency(), person);
    return found;
}

void put(db::Tx& tx, Id<org::Person> person, const Preferences& preferences)
{
    tx.execute("INSERT INTO preference (agency, person, language, theme, density, single_letters, folded, notices_seen_at)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
               " ON CONFLICT (agency, person) DO UPDATE SET language = excluded.language, theme = excluded.theme,"
               "   density = excluded.density, single_letters = excluded.single_letters, folded = excluded.folded,"
               "   notices_seen_at = excluded.notices_seen_at",
               tx.agency(), person, preferences.language, preferences.theme, preferences.density, preferences.single_letters,
               preferences.folded, preferences.notices_seen_at);
    tx.execute("DELETE FROM hidden_column WHERE agency = $1 AND person = $2", tx.agency(), person);
    for (const auto& [list, columns] : preferences.hidden)
        tx.execute("INSERT INTO hidden_column (agency, person, list, columns) VALUES ($1, $2, $3, $4)", tx.agency(), person, list, columns);
}

} // namespace congso::preferences::store
