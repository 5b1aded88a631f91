#pragma once
#include "lib/base/id.h"
#include "office/actor/permission.h"

#include <string>

namespace congso {

namespace org {
struct Person;
} // namespace org

// Who acts: made by the router from the session, by a job from its payload, by a test by hand. Services ask it, nothing else.
class Actor {
public:
    Actor(AgencyId agency, Id<org::Person> person, Permissions permissions)
        : agency_(agency), person_(person), permissions_(permissions) { }

    AgencyId agency() const { return agency_; }
    Id<org::Person> person() const { return person_; }
    bool may(Permission permission) const { return permissions_.has(permission); }
    void demand(Permission permission) const; // throws forbidden
    const Permissions& permissions() const { return permissions_; }

    // Of the request: a form sent twice carries the same key and acts once. Empty for jobs.
    std::string idempotency_key, request_digest;

private:
    AgencyId agency_;
    Id<org::Person> person_;
    Permissions permissions_;
};

} // namespace congso
