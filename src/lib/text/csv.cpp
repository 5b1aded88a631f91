#include "lib/text/csv.h"

#include "lib/text/normalize.h"

#include <algorithm>

namespace congso::text {

namespace {

char separator_of(std::string_view text)
{
    const auto first = text.substr(0, text.find('\n'));
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(first.begin(), first.end(), candidate) > std::count(first.begin(), first.end(), best))
            best = candidate;
    return best;
}

std::string trimmed(std::string_view cell)
{
    const auto first = cell.find_first_not_of(" \t\n");
    return first == std::string_view::npos ? std::string{} : std::string{cell.substr(first, cell.find_last_not_of(" \t\n") - first + 1)};
}

} // namespace

std::optional<Rows> read_csv(std::string_view bytes)
{
    const auto text = normalize(bytes);
    if (!text)
        return std::nullopt;
    const char separator = separator_of(*text);
    Rows rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    const auto end_cell = [&] {
        row.push_back(trimmed(cell));
        cell.clear();
    };
    const auto end_row = [&] {
        end_cell();
        rows.push_back(std::move(row));
        row.clear();
    };
    for (std::size_t i = 0; i < text->size(); ++i) {
        const char c = (*text)[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text->size() && (*text)[i + 1] == '"')
                cell += (*text)[++i];
            else
                quoted = false;
        } else if (c == '"' && trimmed(cell).empty()) {
            quoted = true;
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n') {
            end_row();
        } else {
            cell += c;
        }
    }
    if (quoted)
        return std::nullopt;
    if (!cell.empty() || !row.empty())
        end_row();
    return rows;
}

} // namespace congso::text
