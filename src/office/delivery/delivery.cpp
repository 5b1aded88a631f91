#include "office/delivery/delivery.h"

#include <algorithm>

namespace congso::delivery {

void add_recipient_faults(Faults& faults, const std::vector<Recipient>& recipients)
{
    if (recipients.size() > most_recipients)
        return faults.add("/recipients", "too_many");
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        const auto& recipient = recipients[i];
        const auto at = "/recipients/" + std::to_string(i);
        faults.required(at + "/name", recipient.name, 200);
        faults.at_most(at + "/mark", recipient.mark, 50);
        if (recipient.kind == RecipientKind::outside)
            continue;
        if (!recipient.target)
            faults.add(at + "/target", "required");
        const auto same = [&](const Recipient& other) {
            return recipient.target && other.is(recipient.kind, *recipient.target);
        };
        if (std::find_if(recipients.begin(), recipients.end(), same) - recipients.begin() < static_cast<std::ptrdiff_t>(i))
            faults.add(at + "/target", "twice");
    }
}

std::string with_mark(const Recipient& recipient)
{
    return recipient.mark.empty() ? recipient.name : recipient.name + " (" + recipient.mark + ")";
}

} // namespace congso::delivery
