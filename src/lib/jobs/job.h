#pragma once
#include "lib/base/describe.h"

// Work outside a transaction (a conversion, a message, a mail), kept in a table so that it survives a restart.
namespace congso::jobs {

enum class State { waiting, running, failed };
BOOST_DESCRIBE_ENUM(State, waiting, running, failed)

// One row of `job`; a job that is done has none.
struct Job {
    Id<Job> id;
    AgencyId agency; // nil: of the installation
    std::string kind, payload; // which handler; its JSON
    State state{};
    Time run_at; // due from then on; of a running one, when its lease ends and another runner may take it
    int attempts{}; // begun so far
    std::string last_error;
    Time created_at;
};
BOOST_DESCRIBE_STRUCT(Job, (), (id, agency, kind, payload, state, run_at, attempts, last_error, created_at))

inline constexpr int most_attempts = 12;

// How long a job waits after its n-th attempt failed: 10 s, 20 s, 40 s … at most an hour; twelve attempts take some three and a half hours.
std::int64_t delay_after_ms(int attempts);

} // namespace congso::jobs
