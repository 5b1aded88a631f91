#pragma once
#include "app/config.h"
#include "app/data_directory.h"
#include "lib/crypto/authority.h"
#include "lib/http/server.h"

namespace congso::app {

// The installation's own authority, made unless it is there.
crypto::CertificateFiles make_own_authority(const DataDirectory& data);

// Decision 19: beyond loopback only https, with a certificate of our own unless another is given. Asked again, it is made anew when it
// ends soon or names have changed.
std::optional<http::TlsFiles> tls_files(const Config& config, const DataDirectory& data);

} // namespace congso::app
