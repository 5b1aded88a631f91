#pragma once

namespace congso::crypto {

// Prepares libsodium, once for the process; every function that uses it calls this first. Throws Error::internal "crypto.sodium".
void require_sodium();

} // namespace congso::crypto
