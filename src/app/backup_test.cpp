#include "app/backup.h"

#include "app/check.h"
#include "app/commands.h"
#include "app/setup.h"
#include "lib/crypto/password.h"
#include "lib/db/migrate.h"
#include "tests/support/temp_database.h"

#include <fstream>

namespace congso::app {

namespace {

namespace fs = std::filesystem;

// An installation with its first agency and one file, in a directory of its own.
struct Installation {
    explicit Installation(fs::path directory) : path(std::move(directory)) { }

    fs::path path;
    Config config{.data = path};
    DataDirectory data{path, DataDirectory::Open::exclusive};
    db::Database database{config.target()};
    int applied = db::migrate(database);
    SystemClock clock;
    App app{config, data, database, clock};
};

template <class F> std::string code_of(F&& act)
{
    try {
        act();
    } catch (const Error& error) {
        return error.code();
    }
    return "nothing was thrown";
}

class BackupTest : public testing::Test {
protected:
    BackupTest()
    {
        crypto::password::set_limits(1, 1024);
        office_.emplace(directory_.path() / "office");
        create_first_agency(office_->app,
                            {.agency = "Ủy ban nhân dân xã Phổ Mẫu",
                             .place = "Phổ Mẫu",
                             .administrator = "Lê Thị Lan",
                             .username = "quantri",
                             .password = "mot-mat-khau-dai"});
        agency_ = office_->app.org.list_hosted().at(0).id;
        const auto stored = office_->app.files.put_bytes(agency_, "%PDF-1.4");
        office_->database.write(agency_, [&](db::Tx& tx) { office_->app.files.add_row(tx, stored); });
        file_ = stored.id;
    }

    test::TempDirectory directory_;
    std::optional<Installation> office_;
    AgencyId agency_;
    std::string file_;
    fs::path saved_ = directory_.path() / "saved.tar", target_ = directory_.path() / "restored";
};

} // namespace

// Phụ lục VI
TEST_F(BackupTest, what_was_saved_is_proven_where_it_is_restored)
{
    const auto root = backup(office_->app, saved_);
    EXPECT_EQ(restore(saved_, target_), root);
    Installation restored{target_};
    EXPECT_TRUE(check(restored.app).clean);
    EXPECT_EQ(restored.app.org.list_hosted().at(0).name, "Ủy ban nhân dân xã Phổ Mẫu");
    EXPECT_EQ(restored.app.blobs.read(file_), "%PDF-1.4");
    EXPECT_EQ(code_of([&] { backup(office_->app, saved_); }), "backup.exists");
    EXPECT_EQ(code_of([&] { restore(saved_, target_); }), "restore.not_empty");
}

TEST_F(BackupTest, a_cut_or_altered_file_leaves_nothing_that_could_be_served)
{
    backup(office_->app, saved_);
    const auto size = fs::file_size(saved_);
    const auto altered = directory_.path() / "altered.tar";
    fs::copy_file(saved_, altered);
    std::fstream{altered, std::ios::in | std::ios::out | std::ios::binary}.seekp(static_cast<std::streamoff>(size / 2)).write("congso", 6);
    EXPECT_NE(code_of([&] { restore(altered, target_); }), "nothing was thrown");
    EXPECT_TRUE(fs::is_empty(target_));
    fs::resize_file(saved_, size * 9 / 10);
    EXPECT_NE(code_of([&] { restore(saved_, target_); }), "nothing was thrown");
    EXPECT_TRUE(fs::is_empty(target_));
}

TEST_F(BackupTest, bytes_that_could_not_be_restored_are_told_when_they_are_saved)
{
    const auto path = office_->app.blobs.path_of(file_);
    fs::permissions(path, fs::perms::owner_all);
    std::ofstream{path, std::ios::binary} << "%PDF-1.5";
    EXPECT_EQ(code_of([&] { backup(office_->app, saved_); }), "backup.damaged");
    EXPECT_FALSE(fs::exists(saved_));
    EXPECT_FALSE(fs::exists(saved_.string() + ".part"));
}

TEST_F(BackupTest, a_file_that_is_not_there_leaves_nothing_of_an_office_on_postgresql)
{
    Config config;
    config.data = target_;
    config.database = "postgresql://localhost/congso";
    EXPECT_EQ(code_of([&] { run_restore(config, saved_.string()); }), "archive.unreadable");
    EXPECT_TRUE(!fs::exists(target_) || fs::is_empty(target_));
}

} // namespace congso::app
