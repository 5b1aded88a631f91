#include "office/delivery/delivery_store.h"

// What must hold between what was given out and the tables that other features keep for it.
namespace congso::delivery::store {

namespace {

constexpr Rule all[] = {
    {"someone who is to read it does not reach it",
     "SELECT t.record FROM reader t WHERE t.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = t.agency AND r.holder = t.person AND r.record = t.record) ORDER BY t.record LIMIT 100"},
    {"a line of «Nơi nhận» is of nothing that is there",
     "SELECT p.record FROM recipient p WHERE p.agency = $1"
     " AND NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.agency = p.agency AND o.id = p.record)"
     " AND NOT EXISTS (SELECT 1 FROM document_copy c WHERE c.agency = p.agency AND c.id = p.record) ORDER BY p.record LIMIT 100"},
};

} // namespace

Rules rules()
{
    return all;
}

} // namespace congso::delivery::store
