#include "lib/base/id.h"

#include <chrono>
#include <mutex>

#include <sys/random.h>

namespace congso {

namespace {

constexpr char digits[] = "0123456789abcdef";

int value_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// RFC 9562 §6.2 method 1: 12 bits count upwards inside one millisecond, so ids of one process are ordered as made.
std::pair<std::uint64_t, unsigned> next_tick()
{
    static std::mutex mutex;
    static std::uint64_t last = 0;
    static unsigned counter = 0;
    const std::lock_guard lock{mutex};
    const auto now = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
    if (now > last) {
        last = now;
        counter = 0;
    } else if (++counter == 4096) {
        ++last;
        counter = 0;
    }
    return {last, counter};
}

} // namespace

Uuid Uuid::make()
{
    Uuid uuid;
    if (getrandom(uuid.bytes.data(), uuid.bytes.size(), 0) != static_cast<ssize_t>(uuid.bytes.size()))
        std::terminate(); // no entropy: nothing safe can be made
    const auto [tick, counter] = next_tick();
    for (int i = 0; i < 6; ++i)
        uuid.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(tick >> (40 - 8 * i));
    uuid.bytes[6] = static_cast<std::uint8_t>(0x70 | (counter >> 8));
    uuid.bytes[7] = static_cast<std::uint8_t>(counter);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80);
    return uuid;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid uuid;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 36;) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i++] != '-')
                return std::nullopt;
            continue;
        }
        const int high = value_of(text[i]), low = value_of(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        uuid.bytes[at++] = static_cast<std::uint8_t>(high * 16 + low);
        i += 2;
    }
    return uuid;
}

std::string Uuid::to_string() const
{
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

bool Uuid::is_nil() const
{
    return *this == Uuid{};
}

} // namespace congso
