#pragma once
#include "lib/http/message.h"

#include <span>

namespace congso::http {

bool contains(std::span<const std::string> addresses, std::string_view address);

// A request that a proxy of ours has passed on: who asked, and whether over https, as the proxy tells. Of a chain of addresses the last
// one that is no trusted proxy counts: what stands before it, anybody may have written.
void believe_proxy(Request& request, std::span<const std::string> trusted);

// Somebody has passed it on, or pretends so: it has a Forwarded (RFC 7239) or an X-Forwarded-… field.
bool is_forwarded(const Request& request);

} // namespace congso::http
