#include "lib/blob/store.h"

#include "lib/base/error.h"
#include "tests/support/temp_database.h"

#include <fstream>
#include <thread>

#include <sys/stat.h>

namespace congso::blob {

namespace {

// FIPS 180-2, appendix B.1
constexpr auto abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

std::string content_of(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

template <class F> std::string code_of(F&& act)
{
    try {
        act();
    } catch (const Error& fault) {
        return fault.code();
    }
    return "nothing thrown";
}

} // namespace

class StoreTest : public testing::Test {
protected:
    std::vector<std::string> all() const
    {
        std::vector<std::string> names;
        store_.list([&](const std::string& name, std::uintmax_t) { names.push_back(name); });
        return names;
    }
    std::size_t temporaries() const
    {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{store_.new_temporary().parent_path()}, {}));
    }

    test::TempDirectory directory_;
    Store store_{directory_.path() / "files"};
};

TEST_F(StoreTest, keeps_bytes_under_the_name_of_their_digest)
{
    EXPECT_EQ(store_.put_bytes("abc"), abc);
    EXPECT_EQ(store_.path_of(abc), directory_.path() / "files/ba/78" / abc);
    EXPECT_EQ(content_of(store_.path_of(abc)), "abc");
    EXPECT_EQ(store_.read(abc), "abc");
    EXPECT_TRUE(store_.exists(abc));
    EXPECT_EQ(store_.put_bytes("abc"), abc); // the same again
    EXPECT_EQ(all(), std::vector<std::string>{abc});
    EXPECT_EQ(temporaries(), 0U);
}

TEST_F(StoreTest, takes_over_an_upload)
{
    const auto temporary = store_.new_temporary();
    EXPECT_NE(temporary, store_.new_temporary());
    std::ofstream{temporary} << "abc";
    store_.put(temporary, abc);
    EXPECT_FALSE(std::filesystem::exists(temporary));
    EXPECT_TRUE(store_.verify(abc));
}

TEST_F(StoreTest, gives_nobody_else_a_right_to_a_file_and_itself_none_to_change_it)
{
    struct stat status { };
    ASSERT_EQ(::stat(store_.path_of(store_.put_bytes("abc")).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0400U);
}

TEST_F(StoreTest, notices_damage_and_mends_it_with_the_same_bytes)
{
    store_.put_bytes("abc");
    std::filesystem::permissions(store_.path_of(abc), std::filesystem::perms::owner_all);
    std::ofstream{store_.path_of(abc)} << "abd";
    EXPECT_FALSE(store_.verify(abc));
    store_.put_bytes("abc");
    EXPECT_TRUE(store_.verify(abc));
}

TEST_F(StoreTest, removes_a_file_once)
{
    store_.put_bytes("abc");
    EXPECT_TRUE(store_.remove(abc));
    EXPECT_FALSE(store_.remove(abc));
    EXPECT_FALSE(store_.exists(abc));
    EXPECT_EQ(code_of([&] { store_.read(abc); }), "blob.missing");
    EXPECT_EQ(code_of([&] { store_.verify(abc); }), "blob.missing");
    EXPECT_TRUE(all().empty());
}

TEST_F(StoreTest, refuses_a_name_that_leads_elsewhere)
{
    for (const std::string name : {"", "../../../../etc/passwd", "ABC", "ba78"})
        EXPECT_EQ(code_of([&] { store_.path_of(name); }), "blob.name") << name;
    EXPECT_EQ(code_of([&] { store_.path_of("../" + std::string{abc}.substr(3)); }), "blob.name");
}

TEST_F(StoreTest, lists_files_and_not_uploads)
{
    std::ofstream{store_.new_temporary()} << "half";
    std::ofstream{store_.new_temporary().parent_path() / abc} << "half";
    const auto first = store_.put_bytes("first"), second = store_.put_bytes("second");
    auto names = all();
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{std::min(first, second), std::max(first, second)}));
}

TEST_F(StoreTest, clears_old_uploads_only)
{
    const auto old = store_.new_temporary(), young = store_.new_temporary();
    std::ofstream{old} << "old";
    std::ofstream{young} << "young";
    std::filesystem::last_write_time(old, std::filesystem::file_time_type::clock::now() - std::chrono::hours{49});
    EXPECT_EQ(store_.remove_temporaries(std::chrono::hours{48}), 1);
    EXPECT_FALSE(std::filesystem::exists(old));
    EXPECT_TRUE(std::filesystem::exists(young));
}

TEST_F(StoreTest, takes_the_same_bytes_from_many_threads)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 10; ++k)
                store_.put_bytes(std::to_string(k));
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(all().size(), 10U);
    EXPECT_EQ(temporaries(), 0U);
}

TEST_F(StoreTest, says_when_the_disk_refuses)
{
    EXPECT_EQ(code_of([&] { store_.put(store_.new_temporary(), abc); }), "blob.storage"); // nothing was uploaded there
    EXPECT_EQ(code_of([] { Store{"/proc/nowhere"}; }), "blob.storage");
}

} // namespace congso::blob
