#include "office/administration/import_store.h"

namespace congso::administration::store {

std::vector<Known> list_known(db::Tx& tx)
{
    return tx.list<Known>("SELECT full_name, born_on FROM person WHERE agency = $1 ORDER BY sort_key, id", tx.agency());
}

} // namespace congso::administration::store
