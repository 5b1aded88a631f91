#include "office/imports/imports.h"

#include "lib/text/fold.h"
#include "office/actor/faults.h"

#include <charconv>

namespace congso::imports {

namespace {

constexpr std::size_t most_shown = 200, most_titles_at = 20;
constexpr int shown_at_each_end = 5;

enum class Field { number, day, issuer, symbol, issued_on, kind, subject, signer, recipients, copies, note, none };

// Titles as offices and our own export write them, folded.
Field field_of(const std::string& title, numbering::Direction direction)
{
    const bool incoming = direction == numbering::Direction::incoming;
    const auto folded = text::fold(title);
    const auto is = [&](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&](const char* name) { return folded == name; });
    };
    if (incoming ? is({"so den"}) : is({"so", "so van ban", "so di"}))
        return Field::number;
    if (incoming && is({"ngay den"}))
        return Field::day;
    if (is({"ngay thang van ban", "ngay van ban", "ngay thang", "ngay ban hanh"}))
        return incoming ? Field::issued_on : Field::day;
    if (incoming && is({"tac gia", "co quan ban hanh", "noi gui"}))
        return Field::issuer;
    if (is({"so, ky hieu", "so ky hieu", "so, ky hieu van ban", "so va ky hieu"}))
        return Field::symbol;
    if (is({"ten loai", "loai van ban", "loai"}))
        return Field::kind;
    if (is({"trich yeu", "trich yeu noi dung", "ten loai va trich yeu", "ten loai va trich yeu noi dung van ban"}))
        return Field::subject;
    if (!incoming && is({"nguoi ky"}))
        return Field::signer;
    if (!incoming && is({"noi nhan", "noi nhan van ban"}))
        return Field::recipients;
    if (!incoming && is({"so luong ban", "so ban"}))
        return Field::copies;
    return is({"ghi chu"}) ? Field::note : Field::none;
}

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

std::vector<std::string> names_in(const std::string& text) // parted by line ends and semicolons
{
    std::vector<std::string> names;
    std::string name;
    const auto end_name = [&] {
        while (!name.empty() && (name.front() == ' ' || name.front() == '-'))
            name.erase(0, 1);
        while (!name.empty() && name.back() == ' ')
            name.pop_back();
        if (!name.empty())
            names.push_back(std::move(name));
        name.clear();
    };
    for (const char c : text)
        if (c == '\n' || c == ';')
            end_name();
        else
            name += c;
    end_name();
    return names;
}

class Reading {
public:
    Reading(const Rows& rows, const Ground& ground) : rows_(rows), ground_(ground) { }

    Table read()
    {
        if (!find_titles()) {
            fault(1, "", "no_titles", "");
            return std::move(table_);
        }
        for (std::size_t i = titles_at_ + 1; i < rows_.size(); ++i) {
            row_ = i;
            if (std::all_of(rows_[i].begin(), rows_[i].end(), [](const auto& cell) { return is_blank(cell); }))
                continue;
            read_row();
        }
        auto& preview = table_.preview;
        if (preview.count == 0 && preview.fault_count == 0)
            fault(static_cast<int>(titles_at_) + 1, "", "no_rows", "");
        for (auto& row : last_)
            preview.rows.push_back(std::move(row));
        return std::move(table_);
    }

private:
    // The first row that names the number and the subject.
    bool find_titles()
    {
        for (std::size_t i = 0; i < std::min(rows_.size(), most_titles_at); ++i) {
            std::map<Field, std::size_t> found;
            std::vector<std::string> known, ignored;
            for (std::size_t column = 0; column < rows_[i].size(); ++column) {
                const auto field = field_of(rows_[i][column], ground_.direction);
                if (field == Field::none || found.contains(field)) {
                    if (!is_blank(rows_[i][column]))
                        ignored.push_back(rows_[i][column]);
                    continue;
                }
                found.emplace(field, column);
                known.push_back(rows_[i][column]);
            }
            if (!found.contains(Field::number) || !found.contains(Field::subject))
                continue;
            titles_at_ = i;
            columns_ = std::move(found);
            table_.preview.columns = std::move(known);
            table_.preview.ignored = std::move(ignored);
            return true;
        }
        return false;
    }

    std::string cell(Field field) const
    {
        const auto column = columns_.find(field);
        return column == columns_.end() || column->second >= rows_[row_].size() ? "" : rows_[row_][column->second];
    }

    std::string title(Field field) const
    {
        const auto column = columns_.find(field);
        return column == columns_.end() ? "" : rows_[titles_at_][column->second];
    }

    void fault(int row, std::string column, std::string code, std::string text)
    {
        auto& preview = table_.preview;
        ++preview.fault_count;
        if (preview.faults.size() < most_shown)
            preview.faults.push_back({row, std::move(column), std::move(code), std::move(text)});
    }
    void wrong(Field field, const char* name, const char* code) // name: of a column that is not there
    {
        fault(static_cast<int>(row_) + 1, columns_.contains(field) ? title(field) : name, code, cell(field));
    }

    std::string text(Field field, const char* name, std::size_t most, bool required)
    {
        auto value = cell(field);
        if (required && is_blank(value))
            wrong(field, name, "required");
        else if (characters(value) > most)
            wrong(field, name, "too_long");
        return value;
    }

    Date day(Field field, const char* name, bool required)
    {
        const auto value = cell(field);
        if (is_blank(value)) {
            if (required)
                wrong(field, name, "required");
            return {};
        }
        const auto day = read_day(value);
        if (!day)
            wrong(field, name, "date");
        else if (*day > ground_.today)
            wrong(field, name, "future");
        else if (day->year() < numbering::first_year)
            wrong(field, name, "range");
        else
            return *day;
        return {};
    }

    std::string kind()
    {
        const auto value = cell(Field::kind);
        if (is_blank(value)) { // a công văn has no name of its kind
            const auto letter = ground_.kinds.find("cv");
            if (letter != ground_.kinds.end())
                return letter->second;
        }
        const auto found = ground_.kinds.find(text::fold(value));
        if (found == ground_.kinds.end()) {
            wrong(Field::kind, "Tên loại", "unknown");
            return {};
        }
        return found->second;
    }

    // The number follows the one before it: a series has neither gap nor twin.
    int number(Date at)
    {
        const auto value = cell(Field::number);
        const auto number = number_in(value);
        if (!number || *number < 1) {
            wrong(Field::number, "Số", is_blank(value) ? "required" : "number");
            return 0;
        }
        auto& preview = table_.preview;
        if (preview.count == 0) {
            preview.period = at.is_set() ? at.year() : 0;
            preview.first_number = *number;
        } else if (at.is_set() && preview.period != 0 && at.year() != preview.period) {
            wrong(Field::day, "Ngày", "other_year");
        }
        const int expected = preview.count == 0 ? ground_.next_number : last_number_ + 1;
        if (*number != expected)
            wrong(Field::number, "Số", *number < expected ? "number_taken" : "number_gap");
        last_number_ = *number;
        preview.last_number = *number;
        return *number;
    }

    void read_row()
    {
        const auto at = day(Field::day, ground_.direction == numbering::Direction::incoming ? "Ngày đến" : "Ngày tháng văn bản", true);
        const int taken = number(at);
        const auto symbol = text(Field::symbol, "Số, ký hiệu", 41, false); // CodeNumber 11 + CodeNotation 30
        const auto subject = text(Field::subject, "Trích yếu", 500, true);
        const auto note = text(Field::note, "Ghi chú", 500, false);
        if (ground_.direction == numbering::Direction::incoming) {
            const auto issued_on = day(Field::issued_on, "Ngày tháng văn bản", false);
            if (issued_on.is_set() && at.is_set() && issued_on > at)
                wrong(Field::issued_on, "Ngày tháng văn bản", "after_arrival");
            auto issuer = text(Field::issuer, "Tác giả", 200, true);
            table_.incoming.push_back({taken, at, issued_on, std::move(issuer), symbol, kind(), subject, note});
        } else {
            auto signer = text(Field::signer, "Người ký", 50, false);
            const auto copies = cell(Field::copies);
            if (!is_blank(copies) && !number_in(copies))
                wrong(Field::copies, "Số lượng bản", "number");
            table_.outgoing.push_back({taken, at, symbol, kind(), subject, std::move(signer), note, names_in(cell(Field::recipients)),
                                       number_in(copies).value_or(0)});
        }
        auto& preview = table_.preview;
        PreviewRow shown{static_cast<int>(row_) + 1, taken, at, symbol, subject};
        if (++preview.count <= shown_at_each_end) {
            preview.rows.push_back(std::move(shown));
        } else {
            last_.push_back(std::move(shown));
            if (last_.size() > shown_at_each_end)
                last_.erase(last_.begin());
        }
    }

    const Rows& rows_;
    const Ground& ground_;
    Table table_;
    std::map<Field, std::size_t> columns_;
    std::size_t titles_at_ = 0, row_ = 0;
    int last_number_ = 0;
    std::vector<PreviewRow> last_;
};

} // namespace

std::optional<Date> read_day(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    if (const auto iso = Date::parse(text))
        return iso;
    std::vector<int> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find_first_of("/-.", at), text.size());
        const auto part = number_in(text.substr(at, end - at));
        if (!part || *part < 0 || parts.size() == 3)
            return std::nullopt;
        parts.push_back(*part);
        at = end + 1;
    }
    if (parts.size() != 3)
        return std::nullopt;
    const auto day = Date::parse(fmt::format("{:04}-{:02}-{:02}", parts[2], parts[1], parts[0]));
    return day && day->is_set() ? day : std::nullopt;
}

Table read_table(const Rows& rows, const Ground& ground)
{
    return Reading{rows, ground}.read();
}

} // namespace congso::imports
