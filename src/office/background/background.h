#pragma once
#include "lib/base/describe.h"

namespace congso::jobs {
struct Job;
} // namespace congso::jobs

namespace congso::background {

// Work outside a transaction (việc nền) that was given up: a conversion, a delivery, a month's figures.
struct FailedJob {
    Id<jobs::Job> id;
    std::string kind; // «files.preview»
    Time created_at;
    int attempts{};
    std::string error; // what the last attempt ended with: a code first, and never anybody's words
};
BOOST_DESCRIBE_STRUCT(FailedJob, (), (id, kind, created_at, attempts, error))

} // namespace congso::background
