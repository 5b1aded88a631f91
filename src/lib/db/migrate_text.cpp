#include "lib/db/migrate.h"

namespace congso::db {

namespace {

bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string upper(std::string_view word) // SQL words are ASCII
{
    std::string text{word};
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

// The lines for one engine; a line "--@…" says for whom the next ones are.
std::string lines_for(std::string_view engine_mark, std::string_view sql)
{
    std::string kept;
    bool ours = true;
    while (!sql.empty()) {
        const auto end = sql.find('\n');
        const auto line = sql.substr(0, end);
        sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + 1);
        if (line == "--@both")
            ours = true;
        else if (line.starts_with("--@"))
            ours = line == engine_mark;
        else if (ours)
            kept.append(line).append("\n");
    }
    return kept;
}

// Where the string, quoted name or comment that begins at `at` ends; `at` itself when none begins there.
std::size_t skip_opaque(std::string_view sql, std::size_t at)
{
    const auto after = [&](std::string_view mark) {
        const auto found = sql.find(mark, at + (mark.size() == 1 ? 1 : 2));
        return found == std::string_view::npos ? sql.size() : found + mark.size();
    };
    if (sql[at] == '\'')
        return after("'"); // a doubled quote is the end of one string and the start of the next: the same here
    if (sql[at] == '"')
        return after("\"");
    if (sql.substr(at, 2) == "--")
        return std::min(sql.find('\n', at), sql.size());
    if (sql.substr(at, 2) == "/*")
        return after("*/");
    return at;
}

class SqliteText {
public:
    std::string of(std::string_view sql)
    {
        for (std::size_t at = 0; at < sql.size();) {
            if (const auto end = skip_opaque(sql, at); end != at) {
                text_ += sql.substr(at, end - at);
                at = end;
            } else if (is_word(sql[at])) {
                const auto start = at;
                while (at < sql.size() && is_word(sql[at]))
                    ++at;
                word(sql.substr(start, at - start));
            } else {
                if (sql[at] == ';')
                    end_statement();
                text_ += sql[at++];
            }
        }
        end_statement();
        return std::move(text_);
    }

private:
    void word(std::string_view word)
    {
        const auto name = upper(word);
        if (words_ == 0)
            creates_ = name == "CREATE";
        else if (words_ == 1)
            creates_ = creates_ && name == "TABLE";
        ++words_;
        text_ += name == "BIGINT" ? "INTEGER" : word;
    }
    void end_statement()
    {
        if (creates_ && words_ > 1)
            text_ += " STRICT";
        creates_ = false;
        words_ = 0;
    }

    std::string text_;
    int words_ = 0; // of this statement so far
    bool creates_ = false;
};

} // namespace

std::string text_for(Engine engine, std::string_view sql)
{
    return engine == Engine::sqlite ? SqliteText{}.of(lines_for("--@sqlite", sql)) : lines_for("--@postgres", sql);
}

} // namespace congso::db
