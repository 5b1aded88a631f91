#pragma once
#include "lib/db/database.h"

#include <gtest/gtest.h>

// Databases for tests: fresh, migrated, gone afterwards; the same tests on both engines.
//
//   class NumberingTest : public congso::test::DatabaseTest {};
//   CONGSO_BOTH_ENGINES(NumberingTest);
//   TEST_P(NumberingTest, gives_the_next_number) { database().write(agency, …); }
//
// PostgreSQL is the server at CONGSO_TEST_POSTGRES (a url of somebody who may create databases), else a private one that is started
// by the first test that needs it and ends with the test program.
namespace congso::test {

enum class Storage {
    disk,
    memory // /dev/shm where it has room: a database is made there in a tenth of the time, and no fsync waits
};

// A directory of its own under the system's temporary one, removed with everything in it.
class TempDirectory {
public:
    explicit TempDirectory(Storage storage = Storage::disk);
    ~TempDirectory();
    TempDirectory(const TempDirectory&) = delete;
    TempDirectory& operator=(const TempDirectory&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

enum class Content { migrated, empty };

class TempDatabase {
public:
    explicit TempDatabase(db::Engine engine, Content content = Content::migrated);
    ~TempDatabase();
    TempDatabase(const TempDatabase&) = delete;
    TempDatabase& operator=(const TempDatabase&) = delete;

    db::Database& database() { return *database_; }
    const db::Target& target() const { return target_; } // to open it a second time
    void reopen(); // as after a restart

private:
    std::unique_ptr<TempDirectory> directory_; // SQLite
    std::string name_; // PostgreSQL
    bool pooled_ = false;
    db::Target target_;
    std::unique_ptr<db::Database> database_;
};

class DatabaseTest : public testing::TestWithParam<db::Engine> {
protected:
    db::Database& database() { return temp_.database(); }
    TempDatabase& temp() { return temp_; }

private:
    TempDatabase temp_{GetParam()};
};

std::string engine_name(const testing::TestParamInfo<db::Engine>& info); // "sqlite", "postgres"

} // namespace congso::test

#define CONGSO_BOTH_ENGINES(Suite)                                                                                                         \
    INSTANTIATE_TEST_SUITE_P(both, Suite, testing::Values(congso::db::Engine::sqlite, congso::db::Engine::postgres),                       \
                             congso::test::engine_name)
