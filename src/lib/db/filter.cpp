#include "lib/db/filter.h"

#include "lib/base/bytes.h"
#include "lib/db/dialect.h"

#include <charconv>

namespace congso::db {

namespace {

constexpr int most_compared = 2'000; // of two walks that are longer than this, neither is taken for the shorter

std::optional<std::string> from_base64url(std::string_view text)
{
    std::string bytes;
    std::uint32_t group = 0;
    int bits = 0;
    for (const char c : text) {
        const int digit = c >= 'A' && c <= 'Z' ? c - 'A'
            : c >= 'a' && c <= 'z'             ? c - 'a' + 26
            : c >= '0' && c <= '9'             ? c - '0' + 52
            : c == '-'                         ? 62
            : c == '_'                         ? 63
                                               : -1;
        if (digit < 0)
            return std::nullopt;
        group = (group << 6 | static_cast<std::uint32_t>(digit)) & 0xffff;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(group >> bits & 0xff);
        }
    }
    return bytes;
}

// Shows all of a row but its last two columns, which are the page's own.
class WithoutPlace final : public Cursor {
public:
    explicit WithoutPlace(Cursor& cursor) : cursor_(cursor) { }
    bool next() override { return cursor_.next(); }
    int columns() const override { return cursor_.columns() - 2; }
    std::string_view name(int column) const override { return cursor_.name(column); }
    Value value(int column) const override { return cursor_.value(column); }

private:
    Cursor& cursor_;
};

} // namespace

// A text and its values, numbered through.
struct Query::Statement {
    std::string text;
    std::vector<Value> values;

    // Appends `condition`, whose $1 is the first of `more`.
    void add(std::string_view condition, const std::vector<Value>& more)
    {
        const auto offset = static_cast<int>(values.size());
        for (std::size_t at = 0; at < condition.size();) {
            text += condition[at];
            if (condition[at++] != '$')
                continue;
            int number = 0;
            const auto end = std::from_chars(condition.data() + at, condition.data() + condition.size(), number).ptr;
            text += std::to_string(number + offset);
            at = static_cast<std::size_t>(end - condition.data());
        }
        values.insert(values.end(), more.begin(), more.end());
    }
};

Query::Place Query::place_of(std::string_view cursor)
{
    // "n" and a number or "t" and a text, a line end, the id.
    const auto plain = from_base64url(cursor);
    const auto end = plain ? plain->rfind('\n') : std::string::npos;
    if (end == std::string::npos || end == 0 || plain->find('\0') != std::string::npos)
        throw Error::invalid_field("/after", "cursor");
    Place place{.sort_at = plain->substr(1, end - 1), .id = plain->substr(end + 1)};
    if (plain->front() == 'n') {
        std::int64_t number = 0;
        const auto [stop, fault] = std::from_chars(plain->data() + 1, plain->data() + end, number);
        if (fault != std::errc{} || stop != plain->data() + end)
            throw Error::invalid_field("/after", "cursor");
        place.sort_at = number;
    } else if (plain->front() != 't') {
        throw Error::invalid_field("/after", "cursor");
    }
    return place;
}

std::string Query::cursor_of(const Place& place)
{
    const auto* number = std::get_if<std::int64_t>(&place.sort_at);
    const auto plain = (number ? "n" + std::to_string(*number) : "t" + std::get<std::string>(place.sort_at)) + "\n" + place.id;
    return to_base64url(as_bytes(plain));
}

std::string Query::order() const
{
    const auto* way = source_.direction == Direction::newest_first ? " DESC" : "";
    return " ORDER BY " + source_.sort_at + way + ", " + source_.id + way;
}

void Query::add_conditions(Statement& statement, const Tx& tx, const std::optional<Place>& after) const
{
    statement.add(" WHERE " + source_.agency + " = $1", {to_value(tx.agency())});
    for (const auto& condition : along_)
        statement.add(" AND (" + condition.text + ")", condition.values);
    const auto* beyond = source_.direction == Direction::newest_first ? " < " : " > ";
    if (after)
        statement.add(" AND (" + source_.sort_at + ", " + source_.id + ")" + beyond + "($1, $2)", {after->sort_at, after->id});
}

void Query::add_last(Statement& statement, const Tx& tx, const std::optional<Place>& last) const
{
    // The plus keeps SQLite from walking an index of such a condition instead of the one that was chosen.
    const auto* fence = tx.engine() == Engine::sqlite ? " AND +(" : " AND (";
    for (const auto& condition : where_)
        statement.add(fence + condition.text + ")", condition.values);
    const auto* within = source_.direction == Direction::newest_first ? " >= " : " <= ";
    if (last)
        statement.add(" AND (" + source_.sort_at + ", " + source_.id + ")" + within + "($1, $2)", {last->sort_at, last->id});
}

// The last row this request may look at, when there are more: found in the index alone, so that a filter nothing passes costs
// ten thousand rows and not a million.
std::optional<Query::Place> Query::last_looked_at(Tx& tx, const std::optional<Place>& after) const
{
    if (where_.empty())
        return std::nullopt;
    Statement statement;
    statement.text = "SELECT " + source_.sort_at + ", " + source_.id + " FROM " + source_.walked;
    add_conditions(statement, tx, after);
    statement.text += order() + " LIMIT 1 OFFSET " + std::to_string(most_looked_at - 1);
    std::optional<Place> last;
    tx.rows(statement.text, statement.values, [&](Cursor& row) {
        last = {row.value(0), std::get<std::string>(row.value(1))};
        return false;
    });
    return last;
}

std::string Query::fill(Tx& tx, int limit, std::string_view cursor, const describe::Type& type, const std::function<void*()>& add) const
{
    if (limit < 1 || limit > most_of_a_page)
        throw Error::invalid_field("/limit", "range");
    std::optional<Place> after;
    if (!cursor.empty())
        after = place_of(cursor);
    if (!where_.empty())
        plan_for_values(tx);
    const auto last = last_looked_at(tx, after);

    Statement statement;
    statement.text = "SELECT " + source_.columns + ", " + source_.sort_at + ", " + source_.id;
    statement.text += " FROM " + source_.walked + " " + source_.joined;
    add_conditions(statement, tx, after);
    add_last(statement, tx, last);
    statement.text += order() + " LIMIT " + std::to_string(limit + 1); // one more tells whether a page follows
    int count = 0;
    bool follows = false;
    Place place;
    std::optional<WithoutPlace> shown;
    tx.rows(statement.text, statement.values, [&](Cursor& row) {
        follows = count++ == limit;
        if (follows)
            return false;
        if (!shown)
            shown.emplace(row);
        read_row(*shown, type, add());
        place = {row.value(row.columns() - 2), std::get<std::string>(row.value(row.columns() - 1))};
        return true;
    });
    if (follows)
        return cursor_of(place);
    return last ? cursor_of(*last) : std::string{};
}

Count Query::count(Tx& tx) const
{
    const auto last = last_looked_at(tx, std::nullopt);
    Statement statement;
    statement.text = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + source_.walked;
    if (!where_.empty())
        statement.text += " " + source_.joined;
    add_conditions(statement, tx, std::nullopt);
    add_last(statement, tx, last);
    statement.text += " LIMIT " + std::to_string(most_counted + 1) + ") AS found";
    const auto found = tx.list_with<int>(statement.text, statement.values).at(0);
    return {.number = std::min(found, most_counted), .more = found > most_counted || last.has_value()};
}

int Query::walked(Tx& tx, int most) const
{
    Statement statement;
    statement.text = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + source_.walked;
    add_conditions(statement, tx, std::nullopt);
    statement.text += " LIMIT " + std::to_string(most) + ") AS found";
    return tx.list_with<int>(statement.text, statement.values).at(0);
}

const Query& narrowest(Tx& tx, const std::vector<Query>& ways)
{
    const auto* best = &ways.at(0);
    if (ways.size() == 1)
        return *best;
    int fewest = best->walked(tx, most_compared);
    for (std::size_t i = 1; i < ways.size() && fewest > 0; ++i)
        if (const int walked = ways[i].walked(tx, fewest); walked < fewest) {
            best = &ways[i];
            fewest = walked;
        }
    return *best;
}

} // namespace congso::db
