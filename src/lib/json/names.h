#pragma once
#include "lib/json/schema.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace congso::json {

// The records and enumerations that an API's types reach, each under one name: the C++ name, or with its scope in front where two
// scopes use the same one (work::Urgency and incoming::Urgency as WorkUrgency and IncomingUrgency).
// Throws Error::internal "schema.same_name" when that is not enough.
class Names {
public:
    explicit Names(std::span<const Operation> operations);

    const std::string& of(const describe::Type& type) const { return names_.at(&type); }
    const std::map<std::string, const describe::Type*>& by_name() const { return by_name_; }

private:
    void reach(const describe::Type& type);

    std::vector<const describe::Type*> reached_;
    std::map<const describe::Type*, std::string> names_;
    std::map<std::string, const describe::Type*> by_name_;
};

// The names in {} of a path: "/api/files/{id}/{rest...}" has "id" and "rest".
std::set<std::string, std::less<>> path_parameters(std::string_view path);

} // namespace congso::json
