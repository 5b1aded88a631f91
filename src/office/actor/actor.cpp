#include "office/actor/actor.h"

#include "lib/base/describe.h"
#include "lib/base/error.h"

namespace congso {

void Actor::demand(Permission permission) const
{
    if (!may(permission))
        throw Error::forbidden("forbidden", {{"permission", describe::to_name(permission)}});
}

} // namespace congso
