#pragma once
#include "lib/db/database.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace congso::app {

// Every setting with its default. A flag, a key of the configuration file (--config, TOML) and a variable CONGSO_… are one
// declaration in config.cpp; config/congso.example.toml shows them all.
struct Config {
    std::string file; // --config: where the settings below come from, besides flags and variables
    std::filesystem::path data; // the data directory
    std::string database; // postgresql://… instead of the embedded one
    int database_connections = 8;

    std::string listen = "127.0.0.1:8080"; // HOST:PORT; port 0 takes a free one
    int workers = 4; // threads that answer requests
    std::string certificate, private_key; // PEM; beyond loopback congso makes its own when these are empty
    bool insecure_lan = false; // plain http beyond loopback; the page says so
    std::vector<std::string> trusted_proxies; // addresses whose X-Forwarded-For and -Proto are believed
    std::vector<std::string> names; // host names of this machine besides its addresses

    std::int64_t file_limit_mb = 200; // of one file
    std::int64_t agency_limit_gb = 200; // of all files of one agency
    std::string password_strength = "interactive"; // Argon2id limits; "test" is for tests
    int checkpoint_minutes = 5; // how often the head of each audit chain is signed

    db::Target target() const { return with_connections(db::parse_target(data, database)); }
    std::string host() const; // of `listen`
    int port() const; // throws Error::invalid "config.listen"
    bool on_loopback() const;
    void check() const; // once, at the start

private:
    db::Target with_connections(db::Target target) const
    {
        target.connections = database_connections;
        return target;
    }
};

void add_data_options(CLI::App& command, Config& config); // --data, --database, --config
void add_server_options(CLI::App& command, Config& config); // everything else

// The file named by --config or CONGSO_CONFIG among the program's words, if any, into `config`; what is parsed afterwards, flags and
// variables, wins. Throws invalid "config.file" {path, reason}: not readable, not TOML, or a key that is no setting.
void read_config_file(std::span<const char* const> words, Config& config);

} // namespace congso::app
