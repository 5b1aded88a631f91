#pragma once
#include "lib/base/describe.h"
#include "lib/base/error.h"
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

enum class ColumnList { incoming, outgoing, copies, work_dossiers };
BOOST_DESCRIBE_ENUM(ColumnList, incoming, outgoing, copies, work_dossiers)

// The columns of a list that a person does not want to see, by the page's names for them: "issuer,lead"; "" for none.
struct HiddenColumns {
    ColumnList list{};
    std::string columns;
};
BOOST_DESCRIBE_STRUCT(HiddenColumns, (), (list, columns))

struct Choices {
    Language language{};
    Theme theme{};
    Density density = Density::normal;
    bool single_letters = true; // one letter acts
    bool folded{}; // the left column shows icons only
    Time notices_seen_at; // what came later is unread; not set before the first look
};
BOOST_DESCRIBE_STRUCT(Choices, (), (language, theme, density, single_letters, folded, notices_seen_at))

// How a person likes the page, on whatever machine he signs in.
struct Preferences : Choices {
    std::vector<HiddenColumns> hidden; // of the lists that have any
};
BOOST_DESCRIBE_STRUCT(Preferences, (Choices), (hidden))

// POST /api/me/preferences: what is absent stays as it is.
struct PreferencesChange {
    std::optional<Language> language;
    std::optional<Theme> theme;
    std::optional<Density> density;
    std::optional<bool> single_letters, folded;
    std::optional<bool> notices_seen; // true: until now
    std::optional<HiddenColumns> hidden; // of this list
};
BOOST_DESCRIBE_STRUCT(PreferencesChange, (), (language, theme, density, single_letters, folded, notices_seen, hidden))

std::vector<FieldFault> faults_of(const PreferencesChange& change);

Preferences changed(Preferences old, const PreferencesChange& change, Time now);

// Name and new value of each choice that differs; looking at notices is no choice.
std::vector<std::pair<std::string_view, std::string>> differences(const Preferences& old, const Preferences& now);

} // namespace congso::preferences
