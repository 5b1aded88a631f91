#pragma once
#include "app/config.h"

namespace congso::app {

// Serves until SIGTERM or SIGINT; prints «listening on http://HOST:PORT» when it does. Returns the exit code.
int serve(const Config& config);

} // namespace congso::app
