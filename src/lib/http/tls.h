#pragma once
#include "lib/http/server.h"

struct ssl_ctx_st;

// Private to lib/http.
namespace congso::http {

// TLS 1.2 or later with the files' certificate. Throws Error::unavailable "http.tls_files" when they cannot be used.
std::shared_ptr<ssl_ctx_st> load_tls(const TlsFiles& files);

} // namespace congso::http
