#include "lib/crypto/sealing.h"
#include "lib/crypto/totp.h"

#include <gtest/gtest.h>

namespace congso::crypto {

constexpr auto rfc_secret = "12345678901234567890";

TEST(Totp, the_codes_of_rfc_6238_appendix_b_come_out)
{
    // the appendix prints eight digits; six are their end
    for (const auto& [seconds, code] : std::initializer_list<std::pair<std::int64_t, const char*>>{{59, "287082"},
                                                                                                   {1111111109, "081804"},
                                                                                                   {1111111111, "050471"},
                                                                                                   {1234567890, "005924"},
                                                                                                   {2000000000, "279037"},
                                                                                                   {20000000000, "353130"}})
        EXPECT_EQ(totp::code_of(rfc_secret, totp::step_of(seconds * 1000)), code);
}

TEST(Totp, a_code_is_good_one_step_early_or_late_and_only_once)
{
    constexpr std::int64_t now = 1'650'000'000'000;
    const auto step = totp::step_of(now);
    EXPECT_EQ(totp::accept(rfc_secret, totp::code_of(rfc_secret, step - 1), now, 0), step - 1);
    EXPECT_EQ(totp::accept(rfc_secret, totp::code_of(rfc_secret, step + 1), now, 0), step + 1);
    EXPECT_FALSE(totp::accept(rfc_secret, totp::code_of(rfc_secret, step - 2), now, 0));
    EXPECT_FALSE(totp::accept(rfc_secret, totp::code_of(rfc_secret, step), now, step));
    EXPECT_FALSE(totp::accept(rfc_secret, "", now, 0));
    EXPECT_FALSE(totp::accept(rfc_secret, "12345", now, 0));
}

TEST(Totp, a_secret_is_written_as_rfc_4648_says)
{
    EXPECT_EQ(totp::to_base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(totp::to_base32("fo"), "MZXQ");
    EXPECT_EQ(totp::to_base32(rfc_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(totp::address_of("foobar", "UBND xã", "van thu"),
              "otpauth://totp/UBND%20x%C3%A3:van%20thu?secret=MZXW6YTBOI&issuer=UBND%20x%C3%A3&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(totp::make_secret().size(), 20U);
}

TEST(Sealing, what_was_sealed_opens_under_the_same_key_and_unaltered_only)
{
    const auto key = SealingKey::make();
    auto sealed = key.seal("bí mật");
    EXPECT_EQ(key.open(sealed), "bí mật");
    EXPECT_NE(key.seal("bí mật"), sealed);
    EXPECT_FALSE(SealingKey::make().open(sealed));
    sealed.back() = sealed.back() == '0' ? '1' : '0';
    EXPECT_FALSE(key.open(sealed));
    EXPECT_FALSE(key.open("00"));
    EXPECT_FALSE(key.open("not hex"));
}

} // namespace congso::crypto
