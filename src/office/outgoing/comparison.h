#pragma once
#include "lib/pdf/text.h"
#include "office/outgoing/outgoing.h"

#include <span>

// What changed between two versions of a draft, word by word, and where on the pages.
namespace congso::outgoing {

struct CompareVersions { // GET /api/outgoing/{id}/comparison
    Id<Outgoing> id;
    int from{}, to{}; // numbers of versions
};
BOOST_DESCRIBE_STRUCT(CompareVersions, (), (id, from, to))

// Words of one side that stand together: all the same on both sides, or none of them.
struct ComparedWords {
    std::string text;
    bool changed{};
};
BOOST_DESCRIBE_STRUCT(ComparedWords, (), (text, changed))

// A paragraph, or several that changed as one, on both sides; one side is empty when it was added or taken out.
struct ComparedRow {
    std::vector<ComparedWords> was, now;
    bool changed{};
};
BOOST_DESCRIBE_STRUCT(ComparedRow, (), (was, now, changed))

struct ChangedPlace { // tenths of a millimetre from the top left of its page; pages start at 1
    int page{};
    int left{}, top{}, right{}, bottom{};
};
BOOST_DESCRIBE_STRUCT(ChangedPlace, (), (page, left, top, right, bottom))

struct ComparedSide {
    int version{};
    files::Attached file;
    bool has_text{}; // a scan without a text layer can be looked at only
    int changed_words{}; // taken out on the older side, added on the newer one
    std::vector<ChangedPlace> places;
};
BOOST_DESCRIBE_STRUCT(ComparedSide, (), (version, file, has_text, changed_words, places))

struct Comparison {
    ComparedSide was, now;
    std::vector<ComparedRow> rows;
};
BOOST_DESCRIBE_STRUCT(Comparison, (), (was, now, rows))

// For each word of `was` where it stands in `now`, in growing order; -1: it was taken out. Runs of words that occur once on each side
// are matched first (patience), what lies between them by the shortest edit (Myers) as far as that takes a bearable number of steps;
// two texts that have nothing in common are told so at once.
std::vector<int> match_words(std::span<const std::string_view> was, std::span<const std::string_view> now);

// `was` and `now` of the answer lack their version and file. Page numbers in the upper margin are no words of the text.
Comparison compare(std::vector<pdf::Word> was, std::vector<pdf::Word> now);

} // namespace congso::outgoing
