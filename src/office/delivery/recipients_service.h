#pragma once
#include "lib/base/error.h"
#include "lib/db/tx.h"
#include "office/delivery/delivery.h"
#include "office/org/org_service.h"

namespace congso::delivery {

// Whether a recipient is there on that day: an agency that is known, a person, a unit, a post or a group of the agency. One outside is.
bool is_known(db::Tx& tx, const OrgService& org, const Recipient& recipient, Date day);

// Adds /recipients/N/target "unknown" for each that is not. A missing target is told elsewhere.
void add_unknown_targets(db::Tx& tx, const OrgService& org, const std::vector<Recipient>& recipients, Date day,
                         std::vector<FieldFault>& faults);

// Who of the agency is meant by it on that day: who holds the post, or belongs to the unit or the group. Nobody outside.
std::vector<Id<org::Person>> people_of(db::Tx& tx, const OrgService& org, const Recipient& recipient, Date day);

} // namespace congso::delivery
