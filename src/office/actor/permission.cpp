#include "office/actor/permission.h"

namespace congso {

std::vector<Permission> Permissions::list() const
{
    std::vector<Permission> all;
    for (const auto& enumerator : describe::type_of<Permission>().enumerators)
        if (const auto permission = static_cast<Permission>(enumerator.value); has(permission))
            all.push_back(permission);
    return all;
}

} // namespace congso
