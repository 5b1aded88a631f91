#include "office/outgoing/recipients_service.h"

#include "office/outgoing/outgoing_store.h"
#include "office/recipient_groups/recipient_groups_service.h"

namespace congso::outgoing {

bool is_known(db::Tx& tx, const OrgService& org, const Recipient& recipient, Date day)
{
    const auto target = recipient.target.value_or(Uuid{});
    switch (recipient.kind) {
    case RecipientKind::agency:
        return org.find_agency(tx, AgencyId{target}).has_value();
    case RecipientKind::person:
        return store::find_active_person_name(tx, Id<org::Person>{target}).has_value();
    case RecipientKind::unit:
        return org.find_unit(tx, Id<org::Unit>{target}).has_value();
    case RecipientKind::post:
        return org.has_post(tx, Id<org::Post>{target});
    case RecipientKind::group:
        return RecipientGroupService::is_in_force(tx, Id<recipient_groups::Group>{target}, day);
    case RecipientKind::outside:
        break;
    }
    return true;
}

void add_unknown_targets(db::Tx& tx, const OrgService& org, const std::vector<Recipient>& recipients, Date day,
                         std::vector<FieldFault>& faults)
{
    for (std::size_t i = 0; i < recipients.size(); ++i)
        if (recipients[i].target && !is_known(tx, org, recipients[i], day))
            faults.push_back({"/recipients/" + std::to_string(i) + "/target", "unknown"});
}

} // namespace congso::outgoing
