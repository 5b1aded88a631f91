#pragma once
#include "lib/base/describe.h"

#include <string>
#include <vector>

namespace congso::json {

// One line of an API, as far as its types go.
struct Operation {
    std::string method, path, summary, permission, door;
    const describe::Type* input; // path and query members are taken by name, the rest is the body
    const describe::Type* output; // null, for openapi alone: nothing is said of what the answer holds
    bool streamed_body = false; // the body is a file, not JSON
    std::string media_type = "application/json"; // of the answer
};

// OpenAPI 3.1. The door "session" is a cookie of this name.
std::string openapi(std::span<const Operation> operations, std::string_view title, std::string_view version,
                    std::string_view session_cookie = "session");
std::string typescript(std::span<const Operation> operations); // web/src/api/types.ts: every type, and interface Routes

} // namespace congso::json
