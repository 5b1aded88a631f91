#pragma once
#include "lib/base/id.h"
#include "office/actor/permission.h"

#include <string>
#include <vector>

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

    // Whose hand acts: his own, or that of who stands in for him while he is away (ủy quyền xử lý). What is done is his and is told
    // with both names.
    Id<org::Person> hand() const { return hand_ ? hand_ : person_; }
    // This actor at the work of `absent`, with the rights that both have, but never to sign, which wants a written mandate (Decree
    // 30/2020 art. 13.4), nor to administer.
    Actor in_place_of(Id<org::Person> absent, const Permissions& rights_of_absent) const;
    std::vector<Id<org::Person>> absent; // for whom he stands in today
    std::string owes; // what he must do before anything else: a code, empty for nothing

    // Of the request: a form sent twice carries the same key and acts once. Empty for jobs.
    std::string idempotency_key, request_digest;

private:
    AgencyId agency_;
    Id<org::Person> person_, hand_;
    Permissions permissions_;
};

} // namespace congso
