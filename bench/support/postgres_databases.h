#pragma once
#include <string>
#include <vector>

namespace congso::bench {

// Empty databases on a server of PostgreSQL, gone afterwards.
class PostgresDatabases {
public:
    explicit PostgresDatabases(std::string server) : server_(std::move(server)) { } // "host=… user=…"; empty: there are none
    ~PostgresDatabases();
    std::string make(); // its url; empty without a server

private:
    void run(const std::string& sql) const;
    std::string server_;
    std::vector<std::string> names_;
};

} // namespace congso::bench
