#include "office/administration/seals_store.h"

namespace congso::administration::store {

void put_seal(db::Tx& tx, const Seal& seal, Time now)
{
    tx.execute("INSERT INTO seal (agency, body, file, at) VALUES ($1, $2, $3, $4)"
               " ON CONFLICT (agency, body) DO UPDATE SET file = excluded.file, at = excluded.at",
               tx.agency(), seal.body, seal.file, now);
}

std::vector<Seal> list_seals(db::Tx& tx)
{
    return tx.list<Seal>("SELECT body, file FROM seal WHERE agency = $1 ORDER BY body", tx.agency());
}

bool has_body(db::Tx& tx, Id<org::Body> body)
{
    return tx.find<int>("SELECT 1 FROM body WHERE agency = $1 AND id = $2", tx.agency(), body).has_value();
}

} // namespace congso::administration::store
