#include "app/config.h"

#include "lib/base/error.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <fstream>

namespace congso::app {

namespace {

template <class T> void option(CLI::App& command, const std::string& name, T& value, const std::string& help)
{
    std::string variable = "CONGSO_";
    for (const char c : name)
        variable += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    command.add_option("--" + name, value, help)->envname(variable)->capture_default_str();
}

} // namespace

std::string Config::host() const
{
    const auto colon = listen.rfind(':');
    auto host = listen.substr(0, colon);
    if (host.size() > 1 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    return host;
}

int Config::port() const
{
    const auto colon = listen.rfind(':');
    const auto digits = colon == std::string::npos ? std::string{} : listen.substr(colon + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos || std::stoi(digits) > 65535)
        throw Error::invalid("config.listen", {{"listen", listen}});
    return std::stoi(digits);
}

bool Config::on_loopback() const
{
    const auto name = host();
    return name == "localhost" || name == "::1" || name.starts_with("127.");
}

void Config::check() const
{
    port();
    if (data.empty())
        throw Error::invalid("config.data");
    if (certificate.empty() != private_key.empty())
        throw Error::invalid("config.certificate");
    if (password_strength != "interactive" && password_strength != "test")
        throw Error::invalid("config.password_strength");
    if (workers < 1 || workers > 256 || checkpoint_minutes < 1 || file_limit_mb < 1 || agency_limit_gb < 1 || database_connections < 2)
        throw Error::invalid("config.range");
}

void add_data_options(CLI::App& command, Config& config)
{
    option(command, "data", config.data, "The data directory");
    option(command, "database", config.database, "postgresql://… instead of the embedded database");
    option(command, "config", config.file, "A TOML file with these settings and the server's");
}

void add_server_options(CLI::App& command, Config& config)
{
    option(command, "database-connections", config.database_connections, "Connections to PostgreSQL, at most");
    option(command, "listen", config.listen, "HOST:PORT; port 0 takes a free one");
    option(command, "workers", config.workers, "Threads that answer requests");
    option(command, "certificate", config.certificate, "Certificate chain (PEM) for https");
    option(command, "private-key", config.private_key, "Its private key (PEM)");
    command.add_flag("--insecure-lan", config.insecure_lan, "Plain http beyond this machine")->envname("CONGSO_INSECURE_LAN");
    option(command, "trusted-proxy", config.trusted_proxies,
           "Addresses of proxies in front, whose X-Forwarded-For and -Proto are believed");
    option(command, "names", config.names, "Host names of this machine");
    option(command, "file-limit-mb", config.file_limit_mb, "The largest file");
    option(command, "agency-limit-gb", config.agency_limit_gb, "All files of one agency");
    option(command, "password-strength", config.password_strength, "interactive, or test for tests");
    option(command, "checkpoint-minutes", config.checkpoint_minutes, "How often the audit chain is signed");
}

void read_config_file(std::span<const char* const> words, Config& config)
{
    constexpr std::string_view flag = "--config";
    const char* variable = std::getenv("CONGSO_CONFIG");
    std::string path = variable ? variable : "";
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word{words[i]};
        if (word == flag && i + 1 < words.size())
            path = words[i + 1];
        else if (word.starts_with(flag) && word.substr(flag.size()).starts_with("="))
            path = word.substr(flag.size() + 1);
    }
    if (path.empty())
        return;
    std::ifstream stream{path};
    if (!stream)
        throw Error::invalid("config.file", {{"path", path}, {"reason", "not readable"}});
    CLI::App file;
    add_data_options(file, config);
    add_server_options(file, config);
    file.allow_config_extras(CLI::config_extras_mode::error);
    try {
        file.parse_from_stream(stream);
    } catch (const CLI::Error& error) {
        throw Error::invalid("config.file", {{"path", path}, {"reason", error.what()}});
    }
}

} // namespace congso::app
