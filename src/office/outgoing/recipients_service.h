#pragma once
#include "lib/base/error.h"
#include "lib/db/tx.h"
#include "office/org/org_service.h"
#include "office/outgoing/outgoing.h"

namespace congso::outgoing {

// Whether a recipient is there on that day: an agency that is known, a person, a unit, a post or a group of the agency. One outside is.
bool is_known(db::Tx& tx, const OrgService& org, const Recipient& recipient, Date day);

// Adds /recipients/N/target "unknown" for each that is not. A missing target is told elsewhere.
void add_unknown_targets(db::Tx& tx, const OrgService& org, const std::vector<Recipient>& recipients, Date day,
                         std::vector<FieldFault>& faults);

} // namespace congso::outgoing
