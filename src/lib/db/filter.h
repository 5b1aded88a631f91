#pragma once
#include "lib/db/tx.h"

namespace congso::db {

inline constexpr int most_of_a_page = 200;
inline constexpr int most_looked_at = 5'000; // rows of the walked table that one request reads, whatever it finds
inline constexpr int most_counted = 1'000;

enum class Direction { newest_first, oldest_first };

// What a list walks along: an index (agency, …, sort_at, id) of one table, from which other tables are joined. The columns are
// written as in SQL, with their table where two are joined, and are never NULL; `sort_at` is a number or a text, `id` a text.
//
//   const db::ListSource documents_in_reach{
//       .columns = "i.id, i.subject, i.issued_on",
//       .walked = "reach r", .agency = "r.agency", .sort_at = "r.sort_at", .id = "r.record",
//       .joined = "JOIN incoming i ON i.agency = r.agency AND i.id = r.record"};
struct ListSource {
    std::string columns; // named as the fields of what the list is made of
    std::string walked;
    std::string agency, sort_at, id;
    std::string joined{}; // brings one row to each that is walked
    Direction direction = Direction::newest_first;
};

// `number` is exact unless `more`: then the office reads "1 000+" or "and more".
struct Count {
    int number{};
    bool more{};
};
BOOST_DESCRIBE_STRUCT(Count, (), (number, more))

inline constexpr int limit_unless_asked = 50; // rows of a page

// A filtered list in pages. A feature turns each of its filters into one condition:
//
//   db::Query query{documents_in_reach};
//   query.along("r.person = $1", actor.person());        // served by the walked index
//   if (filter.urgency) query.where("i.urgency = $1", *filter.urgency);
//   return query.page<IncomingLine>(tx, filter.limit, filter.after);
//
// $1, $2 … count from 1 in each condition. The agency's own condition is always there.
class Query {
public:
    explicit Query(ListSource source) : source_(std::move(source)) { }

    // On the walked table alone, and an equality its index begins with: costs nothing.
    template <class... A> Query& along(std::string_view condition, const A&... arguments)
    {
        along_.push_back({std::string{condition}, {to_value(arguments)...}});
        return *this;
    }
    // `along` where the walked index begins with it, otherwise `where`.
    template <class... A> Query& filter(bool is_along, std::string_view condition, const A&... arguments)
    {
        return is_along ? along(condition, arguments...) : where(condition, arguments...);
    }
    // On any table of the source. With such conditions a request stops after `most_looked_at` rows.
    template <class... A> Query& where(std::string_view condition, const A&... arguments)
    {
        where_.push_back({std::string{condition}, {to_value(arguments)...}});
        return *this;
    }

    // The next `limit` (1 … 200) after the cursor `after`, which is empty for the first page and otherwise comes from the page before.
    // A page may be short, even empty, and still have an `after`: so far nothing more was found.
    // Throws Error::invalid: "/limit" range, "/after" cursor.
    template <class T> Page<T> page(Tx& tx, int limit, std::string_view after = {}) const
    {
        Page<T> page;
        page.after = fill(tx, limit, after, describe::type_of<T>(), [&]() -> void* { return &page.items.emplace_back(); });
        return page;
    }

    // How many there are, up to `most_counted`.
    Count count(Tx& tx) const;

    // The page that was asked for; the first one also tells how many there are. P has `items`, `after`, `total` and `more_than_total`.
    template <class P> P counted_page(Tx& tx, const std::optional<int>& asked_limit, const std::optional<std::string>& after) const
    {
        const auto limit = asked_limit.value_or(limit_unless_asked);
        auto page = this->page<typename decltype(P::items)::value_type>(tx, limit, after.value_or(""));
        P answer{};
        if (!after) { // a page that is not full has seen all that may be looked at
            const auto found = static_cast<int>(page.items.size());
            const auto all = found < limit ? Count{.number = found, .more = !page.after.empty()} : count(tx);
            answer.total = all.number;
            answer.more_than_total = all.more;
        }
        answer.items = std::move(page.items);
        answer.after = std::move(page.after);
        return answer;
    }

    // How many rows the walk has, whatever `where` leaves of them, counted in the index and no further than `most`.
    int walked(Tx& tx, int most) const;

private:
    struct Condition {
        std::string text;
        std::vector<Value> values;
    };
    struct Place { // a row of the walk: where a page ends
        Value sort_at;
        std::string id;
    };
    struct Statement;

    static Place place_of(std::string_view cursor);
    static std::string cursor_of(const Place& place);
    std::string fill(Tx& tx, int limit, std::string_view after, const describe::Type& type, const std::function<void*()>& add) const;
    std::optional<Place> last_looked_at(Tx& tx, const std::optional<Place>& after) const;
    void add_conditions(Statement& statement, const Tx& tx, const std::optional<Place>& after) const;
    void add_last(Statement& statement, const Tx& tx, const std::optional<Place>& last) const;
    std::string order() const;

    ListSource source_;
    std::vector<Condition> along_, where_;
};

// Of queries that find the same along different indexes, the one that walks the fewest rows; the first one where all walk many. They share
// their cursors when all are ordered by the same `sort_at` and `id`. Takes at least one.
const Query& narrowest(Tx& tx, const std::vector<Query>& ways);

} // namespace congso::db
