#pragma once
#include "bench/support/served_program.h"
#include "lib/db/database.h"
#include "tests/support/office_fixture.h"

namespace congso::bench {

inline constexpr auto password = "phong-trao-thi-dua";

// An agency with its people, accounts and open sessions, in a data directory of its own that is removed afterwards.
class Installation {
public:
    // `postgres`: the url of an empty database; empty for the embedded one. `durable` false only while it is filled.
    Installation(const std::filesystem::path& scratch, std::string postgres, bool durable = true);
    ~Installation();
    Installation(const Installation&) = delete;
    Installation& operator=(const Installation&) = delete;

    const std::filesystem::path& data() const { return data_; }
    db::Database& database() { return *database_; }
    void close() { database_.reset(); } // before a program serves it, or to be opened by others
    void sync() { database_->driver().sync(); }

    const test::Office& office() const { return *office_; }
    std::string clerk_cookie() const { return cookie_of("clerk"); } // sees every document
    std::string officer_cookie() const { return cookie_of("officer"); } // sees what reaches him
    db::Target target() const;

private:
    std::string cookie_of(const std::string& username) const;
    void add_account(const std::string& username, Id<org::Person> person);

    std::filesystem::path data_;
    std::string postgres_;
    std::unique_ptr<db::Database> database_;
    std::optional<test::Office> office_;
    std::map<std::string, std::string> tokens_;
};

} // namespace congso::bench
