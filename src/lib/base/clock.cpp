#include "lib/base/clock.h"

namespace congso {

Time SystemClock::now() const
{
    return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

Time OffsetClock::now() const
{
    return SystemClock{}.now().plus_ms(offset_ms_);
}

} // namespace congso
