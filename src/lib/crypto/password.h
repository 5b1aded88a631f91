#pragma once
#include <cstddef>
#include <string>
#include <string_view>

// Passwords are stored as Argon2id (RFC 9106) in its usual text form, "$argon2id$v=19$m=…,t=…,p=1$salt$hash".
// At most two hashings run at a time in the process, since each takes the memory of the limits; other callers wait their turn.
namespace congso::crypto::password {

std::string hash(std::string_view password);

// True when the password belongs to the hash. An empty hash costs as much time as a real one and is never right: a sign-in
// for an unknown name passes one, so that nobody learns by the clock which names exist.
bool verify(std::string_view hash, std::string_view password);

bool needs_rehash(std::string_view hash); // made with other limits than today's, or malformed

// Passes over the memory, and the memory in KiB (at least 1 and 8). The start values are libsodium's interactive ones
// (2 passes, 64 MiB); tests lower them.
void set_limits(unsigned operations, std::size_t memory_kib);

} // namespace congso::crypto::password
