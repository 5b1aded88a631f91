#include "app/certificates.h"

#include "lib/base/clock.h"

#include <ifaddrs.h>
#include <netdb.h>
#include <unistd.h>

namespace congso::app {

namespace {

std::string local_name()
{
    char name[256] = {};
    ::gethostname(name, sizeof name - 1);
    return name;
}

std::vector<std::string> server_names(const Config& config)
{
    auto names = config.names;
    names.push_back("localhost");
    if (!local_name().empty())
        names.push_back(local_name());
    return names;
}

// Every address of this machine that browsers may use.
std::vector<std::string> local_addresses(const Config& config)
{
    std::vector<std::string> addresses;
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0)
        return {config.host()};
    for (const auto* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || (one->ifa_addr->sa_family != AF_INET && one->ifa_addr->sa_family != AF_INET6))
            continue;
        char text[NI_MAXHOST] = {};
        const auto length = one->ifa_addr->sa_family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        if (::getnameinfo(one->ifa_addr, static_cast<socklen_t>(length), text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0
            && std::string_view{text}.find('%') == std::string_view::npos) // link-local addresses carry a zone
            addresses.emplace_back(text);
    }
    ::freeifaddrs(all);
    return addresses;
}

crypto::CertificateFiles authority_of(const DataDirectory& data)
{
    return {data.certificates() / "ca.pem", data.certificates() / "ca.key"};
}

} // namespace

crypto::CertificateFiles make_own_authority(const DataDirectory& data)
{
    std::filesystem::create_directories(data.certificates());
    const auto authority = authority_of(data);
    crypto::make_authority(authority, "congso " + local_name(), SystemClock{}.now());
    return authority;
}

std::optional<http::TlsFiles> tls_files(const Config& config, const DataDirectory& data)
{
    if (!config.certificate.empty())
        return http::TlsFiles{config.certificate, config.private_key};
    if (config.on_loopback() || config.insecure_lan)
        return std::nullopt;
    const auto authority = make_own_authority(data);
    const crypto::CertificateFiles server{data.certificates() / "server.pem", data.certificates() / "server.key"};
    crypto::renew_server_certificate(authority, server, {.names = server_names(config), .addresses = local_addresses(config)},
                                     SystemClock{}.now());
    return http::TlsFiles{server.certificate, server.private_key};
}

} // namespace congso::app
