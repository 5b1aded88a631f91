#pragma once
#include "lib/base/describe.h"
#include "lib/base/time.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace congso::preferences {

enum class Language { vi, en };
BOOST_DESCRIBE_ENUM(Language, vi, en)

enum class Theme { automatic, light, dark }; // automatic: as the machine
BOOST_DESCRIBE_ENUM(Theme, automatic, light, dark)

enum class Density { dense, normal, roomy }; // of lists
BOOST_DESCRIBE_ENUM(Density, dense, normal, roomy)

// How a person likes the page, on whatever machine he signs in.
struct Preferences {
    Language language{};
    Theme theme{};
    Density density = Density::normal;
    bool single_letters = true; // one letter acts
    bool folded{}; // the left column shows icons only
    Time notices_seen_at; // what came later is unread; not set before the first look
};
BOOST_DESCRIBE_STRUCT(Preferences, (), (language, theme, density, single_letters, folded, notices_seen_at))

// POST /api/me/preferences: what is absent stays as it is.
struct PreferencesChange {
    std::optional<Language> language;
    std::optional<Theme> theme;
    std::optional<Density> density;
    std::optional<bool> single_letters, folded;
    std::optional<bool> notices_seen; // true: until now
};
BOOST_DESCRIBE_STRUCT(PreferencesChange, (), (language, theme, density, single_letters, folded, notices_seen))

Preferences changed(Preferences old, const PreferencesChange& change, Time now);

// Name and new value of each choice that differs; looking at notices is no choice.
std::vector<std::pair<std::string_view, std::string>> differences(const Preferences& old, const Preferences& now);

} // namespace congso::preferences
