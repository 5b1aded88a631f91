#pragma once
#include "lib/base/error.h"
#include "office/org/org.h"
#include "office/search/search.h"
#include "office/work/work.h"

namespace congso::finding {

enum class FoundKind { incoming, outgoing, copy, work_dossier, person, book, agency };
BOOST_DESCRIBE_ENUM(FoundKind, incoming, outgoing, copy, work_dossier, person, book, agency)

// One line of «Tìm mọi thứ».
struct FoundItem {
    Uuid record;
    std::string name, detail; // «817/KH-UBND»; what it is about, or who issued it
    Date day;
    work::Urgency urgency{};
    std::string state; // of a document or a dossier
};
BOOST_DESCRIBE_STRUCT(FoundItem, (), (record, name, detail, day, urgency, state))

struct FoundGroup {
    FoundKind kind{};
    std::vector<FoundItem> items; // exact ones first
    bool more{}; // there are more of this kind: its own list shows them
};
BOOST_DESCRIBE_STRUCT(FoundGroup, (), (kind, items, more))

struct Findings {
    std::vector<FoundGroup> groups; // without the empty ones, in the order of the kinds
};
BOOST_DESCRIBE_STRUCT(Findings, (), (groups))

// GET /api/search
struct FindQuery {
    std::string query; // as typed: words with or without marks, symbols, abbreviations, “phrases”
    std::optional<std::string> kinds; // names separated by commas; all when absent
    std::optional<int> limit; // of each kind; 1 … 50, 6 when absent
};
BOOST_DESCRIBE_STRUCT(FindQuery, (), (query, kinds, limit))

enum class FilteredList { incoming, outgoing, work_dossiers };
BOOST_DESCRIBE_ENUM(FilteredList, incoming, outgoing, work_dossiers)

// A filter under a name (bộ lọc đã lưu).
struct SavedFilter {
    Id<SavedFilter> id;
    FilteredList list{};
    std::string name;
    std::string query; // as in the page's address: «state=done&kind=KH»
    bool shared{}; // with the agency
    bool mine{};
    std::string owner_name;
};
BOOST_DESCRIBE_STRUCT(SavedFilter, (), (id, list, name, query, shared, mine, owner_name))

// POST /api/saved-filters: under a name that he has in this list already, it is written over.
struct SaveFilter {
    FilteredList list{};
    std::string name, query;
    bool shared{};
};
BOOST_DESCRIBE_STRUCT(SaveFilter, (), (list, name, query, shared))
struct FiltersOf {
    FilteredList list{};
};
BOOST_DESCRIBE_STRUCT(FiltersOf, (), (list))

std::vector<FieldFault> faults_of(const SaveFilter& entry);
std::vector<FoundKind> kinds_of(std::string_view names); // throws invalid on /kinds "enum"

// What a short list (people, books, agencies) is asked by: the words of the index, and the beginning of the word that is being typed.
class Matcher {
public:
    explicit Matcher(std::string_view query);
    bool asks() const { return !question_.folded.empty(); }
    int rank(std::string_view text) const; // 0: not it; 1: without regard to marks; 2: as typed

private:
    search::Question question_;
};

} // namespace congso::finding
