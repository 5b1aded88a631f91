#include "office/actor/faults.h"

#include <algorithm>

namespace congso {

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool is_blank(std::string_view text)
{
    while (!text.empty()) {
        if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n')
            text.remove_prefix(1);
        else if (text.starts_with("\u00a0"))
            text.remove_prefix(2);
        else if (text.starts_with("\u3000") || (text.size() >= 3 && text.starts_with("\xe2\x80") && text[2] <= '\x8f'))
            text.remove_prefix(3);
        else
            return false;
    }
    return true;
}

void Faults::required(std::string path, std::string_view text, std::size_t most)
{
    if (is_blank(text))
        add(std::move(path), "required");
    else
        at_most(std::move(path), text, most);
}

void Faults::at_most(std::string path, std::string_view text, std::size_t most)
{
    if (characters(text) > most)
        add(std::move(path), "too_long");
}

void Faults::at_most_items(std::string path, std::size_t count, std::size_t most)
{
    if (count > most)
        add(std::move(path), "too_many");
}

void Faults::in_range(std::string path, std::int64_t number, std::int64_t least, std::int64_t most)
{
    if (number < least || number > most)
        add(std::move(path), "range");
}

void Faults::demand()
{
    if (!faults_.empty())
        throw Error::invalid_fields(take());
}

void demand_text(std::string_view path, std::string_view text, std::size_t most)
{
    Faults faults;
    faults.required(std::string{path}, text, most);
    faults.demand();
}

void demand_length(std::string_view path, std::string_view text, std::size_t most)
{
    Faults faults;
    faults.at_most(std::string{path}, text, most);
    faults.demand();
}

} // namespace congso
