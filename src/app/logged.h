#pragma once
#include "lib/http/message.h"

#include <string_view>

namespace congso::app {

// Under which name a successful request is written in the access log; "" for what is not. The one list of what is logged.
std::string_view logged_action(http::Method method, std::string_view path, const http::Request& request);

} // namespace congso::app
