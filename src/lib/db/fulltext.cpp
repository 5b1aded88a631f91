#include "lib/db/fulltext.h"

namespace congso::db::fulltext {

namespace {

// PostgreSQL refuses a position above 16 383 and drops it silently; FTS5 has no such end.
constexpr std::size_t most_positions = 16'383;

// Written so in a tsvector, a tsquery and a query of FTS5; the tokens hold no quotes and no backslashes.
std::string quoted(const std::string& token, char quote)
{
    return quote + token + quote;
}

template <class T, class F> std::string joined(const std::vector<T>& parts, std::string_view between, F&& write)
{
    std::string text;
    for (const auto& part : parts)
        text.append(text.empty() ? "" : between).append(write(part));
    return text;
}

std::string phrase_text(Engine engine, const Phrase& phrase)
{
    if (engine == Engine::sqlite)
        return quoted(joined(phrase, " ", [](const std::string& token) { return token; }), '"');
    return "(" + joined(phrase, " <-> ", [](const std::string& token) { return quoted(token, '\''); }) + ")";
}

std::string and_of(Engine engine)
{
    return engine == Engine::sqlite ? " AND " : " & ";
}
std::string or_of(Engine engine)
{
    return engine == Engine::sqlite ? " OR " : " | ";
}

} // namespace

std::string stored(Engine engine, const Positions& positions)
{
    std::string text;
    for (std::size_t i = 0; i < positions.size() && i < most_positions; ++i) {
        if (engine == Engine::sqlite) {
            text.append(i == 0 ? "" : " ").append(joined(positions[i], "|", [](const std::string& token) { return token; }));
            continue;
        }
        for (const auto& token : positions[i])
            text.append(text.empty() ? "" : " ").append(quoted(token, '\'')).append(":").append(std::to_string(i + 1));
    }
    return text;
}

std::string_view type_of_tokens(Engine engine)
{
    return engine == Engine::sqlite ? "TEXT" : "TSVECTOR";
}

std::int64_t free_place(Tx& tx, const std::string& table, std::int64_t wanted)
{
    // On SQLite all agencies share the places, and the one writer makes this safe; on PostgreSQL each agency has its own and its lock.
    const bool shared = tx.engine() == Engine::sqlite;
    const auto sql = "SELECT place FROM " + table + (shared ? " WHERE place = $1" : " WHERE agency = $2 AND place = $1");
    for (;; ++wanted)
        if (!(shared ? tx.find<std::int64_t>(sql, wanted) : tx.find<std::int64_t>(sql, wanted, tx.agency())))
            return wanted;
}

void add(Tx& tx, const std::string& table, std::int64_t place, const std::string& tokens)
{
    if (tx.engine() == Engine::sqlite)
        tx.execute("INSERT INTO " + table + "_words (rowid, tokens) VALUES ($1, $2)", place, tokens);
}

void remove(Tx& tx, const std::string& table, std::int64_t place)
{
    // FTS5 must be told exactly what it was given.
    if (tx.engine() == Engine::sqlite)
        tx.execute("INSERT INTO " + table + "_words (" + table + "_words, rowid, tokens) SELECT 'delete', place, tokens FROM " + table
                       + " WHERE place = $1",
                   place);
}

std::string query(Engine engine, const Groups& wanted)
{
    return joined(wanted, and_of(engine), [&](const Group& group) {
        return "("
            + joined(group, or_of(engine),
                     [&](const Choice& choice) {
                         return "(" + joined(choice, and_of(engine), [&](const Phrase& phrase) { return phrase_text(engine, phrase); })
                             + ")";
                     })
            + ")";
    });
}

std::string query_without(Engine engine, const Groups& wanted, const Groups& unwanted)
{
    return "(" + query(engine, wanted) + (engine == Engine::sqlite ? ") NOT (" : ") & !(") + query(engine, unwanted) + ")";
}

Search search(Engine engine, const std::string& table, int parameter)
{
    const auto given = "$" + std::to_string(parameter);
    if (engine == Engine::postgres)
        return {table + " e", "e.tokens @@ CAST(" + given + " AS TSQUERY)", "e.place"};
    // CROSS JOIN keeps the order of the two: FTS5 walks its matches from the highest place down, and the walk ends with the page.
    return {table + "_words w CROSS JOIN " + table + " e ON e.place = w.rowid", "w." + table + "_words MATCH " + given, "w.rowid"};
}

} // namespace congso::db::fulltext
