#include "lib/jobs/job.h"

#include <algorithm>

namespace congso::jobs {

std::int64_t delay_after_ms(int attempts)
{
    constexpr std::int64_t first = 10'000, longest = 3'600'000;
    return std::min(first << std::clamp(attempts - 1, 0, 20), longest);
}

} // namespace congso::jobs
