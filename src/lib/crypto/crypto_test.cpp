#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/digest.h"
#include "lib/crypto/ed25519.h"
#include "lib/crypto/mac.h"
#include "lib/crypto/password.h"
#include "lib/crypto/secret_file.h"
#include "lib/crypto/token.h"

#include <gtest/gtest.h>

#include <fstream>

namespace congso::crypto {
namespace {

namespace fs = std::filesystem;

class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("congso-crypto-" + to_hex(as_bytes(random_bytes(8))))) { fs::create_directories(path_); }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

void write_text(const fs::path& file, std::string_view text)
{
    std::ofstream(file) << text;
}

class Password : public testing::Test {
protected:
    void SetUp() override { password::set_limits(1, 8); }
    void TearDown() override { password::set_limits(2, 64 * 1024); }
};

// The examples of FIPS 180-4's companion document.
TEST(Digest, equals_the_published_examples)
{
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(to_hex(sha256("abc")), sha256_hex("abc"));
}

TEST(Digest, is_the_same_in_pieces_and_from_a_file)
{
    const std::string text(300'000, 'x');
    Sha256 hash;
    for (std::size_t i = 0; i < text.size(); i += 7)
        hash.update(std::string_view(text).substr(i, 7));
    EXPECT_EQ(hash.finish_hex(), sha256_hex(text));
    hash.update("abc");
    EXPECT_EQ(hash.finish_hex(), sha256_hex("abc"));

    const Folder folder;
    write_text(folder / "file", text);
    EXPECT_EQ(sha256_hex_of_file(folder / "file"), sha256_hex(text));
    EXPECT_THROW(sha256_hex_of_file(folder / "missing"), Error);
}

TEST(Digest, comparison_sees_every_difference)
{
    EXPECT_TRUE(equal_in_constant_time("token", "token"));
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_FALSE(equal_in_constant_time("token", "tokem"));
    EXPECT_FALSE(equal_in_constant_time("token", "token2"));
}

TEST_F(Password, verifies_only_the_one_it_was_made_from)
{
    const auto stored = password::hash("Mật khẩu tốt");
    EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$")) << stored;
    EXPECT_TRUE(password::verify(stored, "Mật khẩu tốt"));
    EXPECT_FALSE(password::verify(stored, "Mat khau tot"));
    EXPECT_NE(stored, password::hash("Mật khẩu tốt"));
}

TEST_F(Password, an_empty_or_broken_hash_is_never_right)
{
    EXPECT_FALSE(password::verify("", ""));
    EXPECT_FALSE(password::verify("$argon2id$", "x"));
    EXPECT_FALSE(password::verify(std::string(5'000, '$'), "x"));
}

TEST_F(Password, needs_a_new_hash_when_the_limits_changed)
{
    const auto stored = password::hash("x");
    EXPECT_FALSE(password::needs_rehash(stored));
    password::set_limits(2, 16);
    EXPECT_TRUE(password::needs_rehash(stored));
    EXPECT_TRUE(password::verify(stored, "x"));
    EXPECT_TRUE(password::needs_rehash("plain"));
}

TEST_F(Password, many_threads_wait_their_turn_and_all_finish)
{
    std::atomic<int> right{0};
    const auto stored = password::hash("x");
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { right += password::verify(stored, "x") ? 1 : 0; });
    }
    EXPECT_EQ(right, 8);
}

TEST(Token, is_long_random_and_known_by_its_digest)
{
    const auto a = make_token();
    const auto b = make_token();
    EXPECT_EQ(a.text.size(), 43U);
    EXPECT_EQ(a.text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), std::string::npos);
    EXPECT_NE(a.text, b.text);
    EXPECT_EQ(a.digest, token_digest(a.text));
    EXPECT_EQ(a.digest.size(), 64U);
}

TEST(Ed25519, verifies_what_it_signed_and_nothing_else)
{
    const auto key = Ed25519Key::make();
    const auto signature = key.sign("công văn");
    EXPECT_TRUE(verify_ed25519(key.public_key(), "công văn", signature));
    EXPECT_FALSE(verify_ed25519(key.public_key(), "công van", signature));
    EXPECT_FALSE(verify_ed25519(Ed25519Key::make().public_key(), "công văn", signature));
    EXPECT_FALSE(verify_ed25519(key.public_key(), "công văn", std::span(signature).first(63)));
}

// RFC 8032 §7.1, test 1.
TEST(Ed25519, equals_the_published_example)
{
    const Folder folder;
    write_text(folder / "key", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n");
    fs::permissions(folder / "key", fs::perms::owner_read | fs::perms::owner_write);
    const auto key = Ed25519Key::load_or_create(folder / "key");
    EXPECT_EQ(to_hex(key.public_key()), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    EXPECT_EQ(
        to_hex(key.sign("")),
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
}

TEST(Ed25519, a_saved_key_is_private_and_found_again)
{
    const Folder folder;
    const auto made = Ed25519Key::load_or_create(folder / "key");
    EXPECT_EQ(fs::status(folder / "key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(Ed25519Key::load_or_create(folder / "key").public_key(), made.public_key());
}

TEST(Ed25519, a_readable_or_broken_key_file_is_refused)
{
    const Folder folder;
    Ed25519Key::load_or_create(folder / "key");
    fs::permissions(folder / "key", fs::perms::others_read, fs::perm_options::add);
    EXPECT_THROW(Ed25519Key::load_or_create(folder / "key"), Error);

    write_text(folder / "broken", "no key\n");
    fs::permissions(folder / "broken", fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_THROW(Ed25519Key::load_or_create(folder / "broken"), Error);
}

} // namespace
TEST(Mac, is_that_of_openssl_and_differs_with_the_key)
{
    const Folder directory;
    const auto file = directory / "installation.key";
    // printf 'Hi There' | openssl mac -digest SHA256 -macopt hexkey:bbbb… HMAC
    write_new_secret_file(file, std::string(64, 'b') + "\n");
    EXPECT_EQ(MacKey::load_or_create(file).digest("Hi There"), "49be1e42c500ca03cb6ea6f770e85c9faeebffd30ea178e05cecab7a4468d39b");
    EXPECT_EQ(MacKey::load_or_create(file).digest("x"), MacKey::load_or_create(file).digest("x"));
    EXPECT_NE(MacKey::make().digest("x"), MacKey::make().digest("x"));
    const auto other = directory / "new.key";
    EXPECT_EQ(MacKey::load_or_create(other).digest("x"), MacKey::load_or_create(other).digest("x"));
}

} // namespace congso::crypto
