#include "office/phrases/phrases_store.h"

#include "lib/db/dialect.h"

namespace congso::phrases::store {

namespace {

struct Row {
    Place place{};
    int version{};
};
BOOST_DESCRIBE_STRUCT(Row, (), (place, version))

PhraseList whole(db::Tx& tx, const Row& row)
{
    return {row.place, row.version,
            tx.list<std::string>("SELECT text FROM phrase WHERE agency = $1 AND place = $2 ORDER BY position", tx.agency(), row.place)};
}

} // namespace

std::vector<PhraseList> list(db::Tx& tx)
{
    std::vector<PhraseList> all;
    for (const auto& row : tx.list<Row>("SELECT place, version FROM phrase_list WHERE agency = $1 ORDER BY place", tx.agency()))
        all.push_back(whole(tx, row));
    return all;
}

PhraseList find(db::Tx& tx, Place place)
{
    const auto row = tx.find<Row>("SELECT place, version FROM phrase_list WHERE agency = $1 AND place = $2", tx.agency(), place);
    return row ? whole(tx, *row) : PhraseList{.place = place, .version = 0, .phrases = {}};
}

void put(db::Tx& tx, const PhraseList& list)
{
    if (find(tx, list.place).version + 1 != list.version)
        throw Error::conflict("stale", {{"version", std::to_string(find(tx, list.place).version)}});
    tx.execute("INSERT INTO phrase_list (agency, place, version) VALUES ($1, $2, $3)"
               " ON CONFLICT (agency, place) DO UPDATE SET version = excluded.version",
               tx.agency(), list.place, list.version);
    tx.execute("DELETE FROM phrase WHERE agency = $1 AND place = $2", tx.agency(), list.place);
    std::vector<std::vector<db::Value>> rows;
    for (const auto& text : list.phrases)
        rows.push_back({db::to_value(tx.agency()), db::to_value(list.place), db::to_value(rows.size() + 1), db::to_value(text)});
    if (!rows.empty())
        db::insert_many(tx, "phrase", "agency, place, position, text", rows);
}

} // namespace congso::phrases::store
