#include "office/incoming/incoming_people_service.h"

#include "office/actor/faults.h"

#include <algorithm>

namespace congso::incoming {

using tasks::Part;

work::Action action_of(Part part)
{
    return part == Part::lead ? work::Action::lead : part == Part::cooperate ? work::Action::cooperate : work::Action::read;
}

void demand_people(db::Tx& tx, const OrgService& org, const std::vector<tasks::Share>& shares, const std::string& path)
{
    Faults faults;
    const auto handlers = AccountService::list_people_with(tx, Permission::handle_documents);
    const auto readers = AccountService::list_people_with(tx, Permission::read_documents);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto at = path + "/" + std::to_string(i) + "/person";
        const auto person = org.find_person(tx, shares[i].person);
        const auto& able = shares[i].part == Part::inform ? readers : handlers;
        if (!person)
            faults.add(at, "unknown");
        else if (!person->active)
            faults.add(at, "inactive");
        else if (std::find(able.begin(), able.end(), person->id) == able.end())
            faults.add(at, "no_permission");
    }
    faults.demand();
}

} // namespace congso::incoming
