#include "office/envelopes/envelopes.h"

#include "office/actor/faults.h"
#include "office/numbering/numbering.h"

namespace congso::envelopes {

std::vector<FieldFault> faults_of(const EnvelopeEntry& entry, Date today)
{
    Faults faults;
    faults.required("/sender", entry.sender, 200);
    faults.at_most("/mark", entry.mark.value_or(""), 41);
    faults.at_most("/note", entry.note.value_or(""), 500);
    if (entry.person && *entry.person)
        faults.at_most("/addressee", entry.addressee.value_or(""), 200);
    else
        faults.required("/addressee", entry.addressee.value_or(""), 200);
    const auto arrived_on = entry.arrived_on.value_or(today);
    if (!arrived_on.is_set())
        faults.add("/arrived_on", "date");
    else if (arrived_on > today)
        faults.add("/arrived_on", "future");
    else if (arrived_on.year() < numbering::first_year)
        faults.add("/arrived_on", "range");
    return faults.take();
}

} // namespace congso::envelopes
