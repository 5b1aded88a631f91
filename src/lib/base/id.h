#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congso {

// A UUID (RFC 9562). Written as 36 lower-case characters everywhere outside memory.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    static Uuid make(); // version 7: time first, so new rows lie together
    static std::optional<Uuid> parse(std::string_view text); // nothing unless 36 well-formed characters
    std::string to_string() const;
    bool is_nil() const;
    auto operator<=>(const Uuid&) const = default;
};

// The identity of a T. Made by the server; two kinds of id do not mix. A nil id means "none yet".
template <class T> struct Id {
    Uuid uuid;

    static Id make() { return {Uuid::make()}; }
    static std::optional<Id> parse(std::string_view text)
    {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional<Id>{Id{*uuid}} : std::nullopt;
    }
    std::string to_string() const { return uuid.to_string(); }
    explicit operator bool() const { return !uuid.is_nil(); }
    auto operator<=>(const Id&) const = default;
};

struct Agency; // the tenant that every row belongs to; `lib` knows its identity and nothing else
using AgencyId = Id<Agency>;

} // namespace congso
