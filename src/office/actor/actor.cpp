#include "office/actor/actor.h"

#include "lib/base/describe.h"
#include "lib/base/error.h"

namespace congso {

void Actor::demand(Permission permission) const
{
    if (!may(permission))
        throw Error::forbidden("forbidden", {{"permission", describe::to_name(permission)}});
}

Actor Actor::in_place_of(Id<org::Person> absent_person, const Permissions& rights_of_absent) const
{
    using enum Permission;
    Permissions rights;
    for (const auto permission : {signed_in, read_documents, see_all_documents, register_incoming, direct_documents, handle_documents,
                                  draft_outgoing, review_outgoing, number_outgoing})
        if (may(permission) && rights_of_absent.has(permission))
            rights.add(permission);
    Actor actor{agency_, absent_person, rights};
    actor.hand_ = person_;
    return actor;
}

} // namespace congso
