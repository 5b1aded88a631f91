#include "app/settings.h"

namespace congso::app::settings {

std::optional<std::string> find(db::Database& database, std::string_view name)
{
    return database.read({}, [&](db::Tx& tx) { return tx.find<std::string>("SELECT value FROM setting WHERE name = $1", name); });
}

void put(db::Database& database, std::string_view name, std::string_view value)
{
    database.write({}, [&](db::Tx& tx) {
        tx.execute("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name,
                   value);
    });
}

void remove(db::Database& database, std::string_view name)
{
    database.write({}, [&](db::Tx& tx) { tx.execute("DELETE FROM setting WHERE name = $1", name); });
}

void demand_finished(db::Database& database)
{
    if (find(database, demo_unfinished))
        throw Error::conflict("demo.unfinished");
}

} // namespace congso::app::settings
