#include "office/administration/import.h"

#include "lib/text/fold.h"
#include "office/actor/faults.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace congso::administration {

namespace {

struct Column {
    std::string ImportRow::*field;
    std::array<std::string_view, 4> names; // folded
};

constexpr std::array<Column, 7> columns{{{&ImportRow::full_name, {"ho va ten", "ho ten", "ten", "full name"}},
                                         {&ImportRow::post, {"chuc vu", "chuc danh", "post", "position"}},
                                         {&ImportRow::email, {"thu dien tu", "email", "e-mail", "mail"}},
                                         {&ImportRow::phone, {"dien thoai", "so dien thoai", "phone", "di dong"}},
                                         {&ImportRow::born_on, {"ngay sinh", "ngay thang nam sinh", "sinh ngay", "born"}},
                                         {&ImportRow::username, {"ten dang nhap", "tai khoan", "username", "account"}},
                                         {&ImportRow::roles, {"vai tro", "nhom quyen", "roles", "role"}}}};

std::optional<int> number_in(std::string_view text)
{
    int number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

bool is_blank_row(const std::vector<std::string>& row)
{
    return std::all_of(row.begin(), row.end(), [](const auto& cell) { return is_blank(cell); });
}

} // namespace

std::vector<ImportRow> rows_of(const text::Rows& table)
{
    const auto head = std::find_if_not(table.begin(), table.end(), is_blank_row);
    if (head == table.end())
        throw Error::invalid("import.empty");
    std::vector<std::string ImportRow::*> fields;
    for (const auto& title : *head) {
        const auto name = text::fold(title);
        const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& one) {
            return std::find(one.names.begin(), one.names.end(), name) != one.names.end();
        });
        fields.push_back(column == columns.end() ? nullptr : column->field);
    }
    if (std::find(fields.begin(), fields.end(), &ImportRow::full_name) == fields.end())
        throw Error::invalid("import.no_name_column");
    std::vector<ImportRow> rows;
    for (auto row = head + 1; row != table.end(); ++row) {
        if (is_blank_row(*row))
            continue;
        ImportRow read;
        read.line = static_cast<int>(row - table.begin()) + 1;
        for (std::size_t i = 0; i < std::min(row->size(), fields.size()); ++i)
            if (fields[i])
                read.*fields[i] = (*row)[i];
        rows.push_back(std::move(read));
    }
    if (rows.empty())
        throw Error::invalid("import.empty");
    if (rows.size() > most_people)
        throw Error::invalid("import.too_many");
    return rows;
}

std::optional<Date> read_day(std::string_view text)
{
    if (text.empty())
        return Date{};
    std::vector<int> parts;
    while (true) {
        const auto end = text.find_first_of("/-. ");
        const auto part = number_in(text.substr(0, end));
        if (!part)
            return std::nullopt;
        parts.push_back(*part);
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(end + 1);
    }
    if (parts.size() != 3)
        return std::nullopt;
    if (parts[0] > 31) // 1990-09-04
        std::swap(parts[0], parts[2]);
    if (parts[2] < 1900 || parts[2] > 2200 || parts[0] < 1 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12)
        return std::nullopt;
    const auto day = Date::of(parts[2], static_cast<unsigned>(parts[1]), static_cast<unsigned>(parts[0]));
    return day.is_set() ? std::optional{day} : std::nullopt; // 31/2 is none
}

std::vector<std::string> names_in(std::string_view list)
{
    std::vector<std::string> names;
    while (!list.empty()) {
        const auto end = std::min(list.find_first_of(",;\n"), list.size());
        auto name = list.substr(0, end);
        while (!name.empty() && name.front() == ' ')
            name.remove_prefix(1);
        while (!name.empty() && name.back() == ' ')
            name.remove_suffix(1);
        if (!name.empty())
            names.emplace_back(name);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return names;
}

const org::Post* find_post(const std::vector<org::Post>& posts, std::string_view name, Date today)
{
    const auto wanted = text::fold(name);
    const auto found = std::find_if(posts.begin(), posts.end(), [&](const auto& post) {
        return (!post.valid_to.is_set() || post.valid_to >= today) && text::fold(post.name) == wanted;
    });
    return found == posts.end() ? nullptr : &*found;
}

const accounts::Role* find_role(const std::vector<accounts::Role>& roles, std::string_view name)
{
    const auto wanted = text::fold(name);
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const auto& role) { return text::fold(role.name) == wanted; });
    return found == roles.end() ? nullptr : &*found;
}

int check_rows(std::vector<ImportRow>& rows, const ImportGround& ground)
{
    std::set<std::string> usernames;
    std::set<std::pair<std::string, std::string>> people;
    int wrong = 0;
    for (auto& row : rows) {
        row.faults.clear();
        const auto add = [&](const char* column, const char* code) {
            row.faults.push_back({column, code});
        };
        const auto born_on = read_day(row.born_on);
        if (is_blank(row.full_name))
            add("full_name", "required");
        else if (characters(row.full_name) > 100)
            add("full_name", "too_long");
        else if (!people.emplace(text::fold(row.full_name), born_on ? born_on->to_string() : "").second)
            add("full_name", "twice_in_file");
        else if (born_on && ground.person_exists(row.full_name, *born_on))
            add("full_name", "exists");
        if (!row.post.empty() && !find_post(ground.posts, row.post, ground.today))
            add("post", "no_post");
        if (row.email.size() > 200)
            add("email", "too_long");
        if (row.phone.size() > 50)
            add("phone", "too_long");
        if (!born_on)
            add("born_on", "date");
        if (!row.username.empty()) {
            try {
                accounts::demand_good_username("/username", row.username);
                if (!usernames.insert(row.username).second)
                    add("username", "twice_in_file");
                else if (ground.username_taken(row.username))
                    add("username", "taken");
            } catch (const Error& error) {
                add("username", error.faults().front().code.c_str());
            }
        }
        const auto roles = names_in(row.roles);
        if (std::any_of(roles.begin(), roles.end(), [&](const auto& name) { return !find_role(ground.roles, name); }))
            add("roles", "no_role");
        wrong += row.faults.empty() ? 0 : 1;
    }
    return wrong;
}

} // namespace congso::administration
