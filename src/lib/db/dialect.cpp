#include "lib/db/dialect.h"

namespace congso::db {

namespace {

constexpr std::size_t most_rows = 64; // a power of two; 64 rows of 100 columns stay far below both engines' limit of parameters

std::string insert_text(std::string_view table, std::string_view columns, std::size_t width, std::size_t rows)
{
    std::string sql{"INSERT INTO "};
    sql.append(table).append(" (").append(columns).append(") VALUES ");
    for (std::size_t row = 0; row < rows; ++row)
        sql.append(row == 0 ? "(" : ", (").append(placeholders(static_cast<int>(row * width) + 1, width)).append(")");
    return sql;
}

} // namespace

std::string_view claim_suffix(Engine engine)
{
    return engine == Engine::postgres ? " FOR UPDATE SKIP LOCKED" : "";
}

void insert_many(Tx& tx, std::string_view table, std::string_view columns, const std::vector<std::vector<Value>>& rows)
{
    // Powers of two only, so that a table has seven texts to prepare and not one for every length.
    std::size_t step = most_rows;
    for (std::size_t done = 0; done < rows.size(); done += step) {
        while (step > rows.size() - done)
            step /= 2;
        const auto width = rows[done].size();
        std::vector<Value> parameters;
        parameters.reserve(step * width);
        for (std::size_t i = done; i < done + step; ++i) {
            if (rows[i].size() != width)
                throw Error::internal("db.parameters");
            parameters.insert(parameters.end(), rows[i].begin(), rows[i].end());
        }
        tx.execute_with(insert_text(table, columns, width, step), parameters);
    }
}

std::string placeholders(int first, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text.append(i == 0 ? "$" : ", $").append(std::to_string(first + static_cast<int>(i)));
    return text;
}

std::string day_of(Engine engine, std::string_view milliseconds, int zone_minutes)
{
    const auto seconds = "(" + std::string{milliseconds} + " + " + std::to_string(std::int64_t{zone_minutes} * 60'000) + ") / 1000";
    return engine == Engine::sqlite ? "date(" + seconds + ", 'unixepoch')"
                                    : "to_char(to_timestamp(" + seconds + ") AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
}

void plan_for_values(Tx& tx)
{
    if (tx.engine() == Engine::postgres)
        tx.execute("SET LOCAL plan_cache_mode = force_custom_plan");
}

bool has_table(Tx& tx, std::string_view table)
{
    const auto* sql = tx.engine() == Engine::sqlite
        ? "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1"
        : "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1";
    return tx.get<std::int64_t>(sql, table) != 0;
}

std::vector<std::string> foreign_key_faults(Tx& tx)
{
    std::vector<std::string> faults;
    if (tx.engine() == Engine::sqlite)
        tx.rows("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check", {}, [&](Cursor& cursor) {
            const auto name = cursor.value(0), parent = cursor.value(2);
            faults.push_back("a row of " + std::get<std::string>(name) + " refers to a missing " + std::get<std::string>(parent));
            return faults.size() < 100;
        });
    return faults;
}

} // namespace congso::db
