#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/authority.h"

#include <gtest/gtest.h>

#include <fstream>

namespace congso::crypto {
namespace {

namespace fs = std::filesystem;

class Authority : public testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    static bool holds(const fs::path& file, const std::string& word)
    {
        std::ifstream in(file);
        return std::string(std::istreambuf_iterator<char>(in), {}).find(word) != std::string::npos;
    }

    const fs::path folder_ = fs::temp_directory_path() / ("congso-authority-" + to_hex(as_bytes(random_bytes(8))));
    const CertificateFiles authority_{folder_ / "ca.pem", folder_ / "ca.key"};
    const CertificateFiles server_{folder_ / "server.pem", folder_ / "server.key"};
    const ServerNames names_{{"congso.local", "van-phong"}, {"192.168.1.10", "::1"}};
    const Time now_ = Time::at(Date::of(2026, 5, 4), 7 * 60, 420);
};

TEST_F(Authority, is_made_once_and_its_keys_are_private)
{
    make_authority(authority_, "UBND xã Phổ Mẫu – congso", now_);
    const auto first = certificate_fingerprint(authority_.certificate);
    EXPECT_EQ(first.size(), 95U);
    make_authority(authority_, "another", now_);
    EXPECT_EQ(certificate_fingerprint(authority_.certificate), first);
    issue_server_certificate(authority_, server_, names_, now_);
    for (const auto& key : {authority_.private_key, server_.private_key}) {
        EXPECT_EQ(fs::status(key).permissions(), fs::perms::owner_read | fs::perms::owner_write);
        EXPECT_TRUE(holds(key, "BEGIN PRIVATE KEY"));
    }
}

TEST_F(Authority, renews_only_what_ends_soon_or_lacks_a_name)
{
    make_authority(authority_, "congso", now_);
    EXPECT_TRUE(renew_server_certificate(authority_, server_, names_, now_));
    EXPECT_FALSE(renew_server_certificate(authority_, server_, names_, now_));
    const auto days = [&](int count) {
        return now_.plus_ms(count * 86'400'000LL);
    };
    EXPECT_FALSE(renew_server_certificate(authority_, server_, names_, days(server_certificate_days - renewal_days - 2)));
    EXPECT_TRUE(renew_server_certificate(authority_, server_, names_, days(server_certificate_days - renewal_days)));

    auto more = names_;
    more.addresses.emplace_back("10.0.0.7");
    EXPECT_TRUE(renew_server_certificate(authority_, server_, more, days(server_certificate_days - renewal_days)));
}

TEST_F(Authority, renews_a_certificate_of_another_authority_and_one_without_its_key)
{
    make_authority(authority_, "congso", now_);
    renew_server_certificate(authority_, server_, names_, now_);
    fs::remove(authority_.certificate);
    make_authority(authority_, "congso", now_);
    EXPECT_TRUE(renew_server_certificate(authority_, server_, names_, now_));
    EXPECT_FALSE(renew_server_certificate(authority_, server_, names_, now_));

    const CertificateFiles other{folder_ / "other.pem", folder_ / "other.key"};
    issue_server_certificate(authority_, other, names_, now_);
    fs::rename(other.private_key, server_.private_key);
    EXPECT_TRUE(renew_server_certificate(authority_, server_, names_, now_));
}

TEST_F(Authority, refuses_names_that_are_none)
{
    make_authority(authority_, "congso", now_);
    EXPECT_THROW(issue_server_certificate(authority_, server_, {{"a,IP:1.2.3.4"}, {}}, now_), Error);
    EXPECT_THROW(issue_server_certificate(authority_, server_, {}, now_), Error);
    EXPECT_THROW(issue_server_certificate(authority_, server_, {{}, {"300.1.1.1"}}, now_), Error);
    EXPECT_FALSE(fs::exists(server_.certificate));
}

} // namespace
} // namespace congso::crypto
