#include "office/delivery/recipients_service.h"

#include "office/accounts/accounts_service.h"
#include "office/recipient_groups/recipient_groups_service.h"

namespace congso::delivery {

bool is_known(db::Tx& tx, const OrgService& org, const Recipient& recipient, Date day)
{
    const auto target = recipient.target.value_or(Uuid{});
    switch (recipient.kind) {
    case RecipientKind::agency:
        return org.find_agency(tx, AgencyId{target}).has_value();
    case RecipientKind::person: {
        const auto person = org.find_person(tx, Id<org::Person>{target});
        return person && person->active;
    }
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

std::vector<Id<org::Person>> people_of(db::Tx& tx, const OrgService& org, const Recipient& recipient, Date day)
{
    switch (recipient.kind) {
    case RecipientKind::agency:
        return AccountService::list_people_with(tx, Permission::read_documents);
    case RecipientKind::person:
        return {Id<org::Person>{*recipient.target}};
    case RecipientKind::unit:
        return org.list_people_of_unit(tx, Id<org::Unit>{*recipient.target});
    case RecipientKind::post:
        return org.list_people_of_post(tx, Id<org::Post>{*recipient.target});
    case RecipientKind::group:
        return RecipientGroupService::list_people(tx, Id<recipient_groups::Group>{*recipient.target}, day);
    case RecipientKind::outside:
        break;
    }
    return {};
}

} // namespace congso::delivery
