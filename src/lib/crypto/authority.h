#pragma once
#include "lib/base/time.h"

#include <filesystem>
#include <string>
#include <vector>

// The server's own certificate authority, for https inside an office's network: people install its certificate once on each
// machine, and the server's certificate changes under it as names and addresses do. ECDSA on P-256 throughout (RFC 5280).
// Everything throws Error::internal "crypto.authority" when OpenSSL refuses, "crypto.key_file" when a file cannot be written.
namespace congso::crypto {

struct CertificateFiles {
    std::filesystem::path certificate, private_key; // PEM; the key has mode 0600
};

// What the server is called by those who connect: at least one of both together.
struct ServerNames {
    std::vector<std::string> names; // DNS names: "congso.local"
    std::vector<std::string> addresses; // IPv4 and IPv6 addresses: "192.168.1.10"
};

inline constexpr int authority_days = 3650;
inline constexpr int server_certificate_days = 820; // browsers of one maker refuse more than 825
inline constexpr int renewal_days = 60; // renewed when less is left

// Makes the authority unless its files exist already. `name` is what people see in the list of authorities of their machine.
void make_authority(const CertificateFiles& authority, const std::string& name, Time now);

// Makes (or replaces) the server's key and certificate, signed by the authority. The certificate's file holds the authority's
// certificate behind it.
void issue_server_certificate(const CertificateFiles& authority, const CertificateFiles& server, const ServerNames& names, Time now);

// Issues a new one when there is none, when it ends within renewal_days, when it is not of this authority, or when it lacks one
// of the names or addresses. True when it did.
bool renew_server_certificate(const CertificateFiles& authority, const CertificateFiles& server, const ServerNames& names, Time now);

// SHA-256 of a certificate as people compare it: "AB:CD:…".
std::string certificate_fingerprint(const std::filesystem::path& certificate);

} // namespace congso::crypto
