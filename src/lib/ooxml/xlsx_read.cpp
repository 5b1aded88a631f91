#include "lib/ooxml/xlsx_read.h"

#include "lib/archive/zip.h"
#include "lib/base/error.h"
#include "lib/base/time.h"
#include "lib/ooxml/xml_scan.h"

#include <charconv>
#include <cmath>

namespace congso::ooxml {

namespace {

constexpr archive::ZipLimits package_limits{.entries = 2000, .total_bytes = 256ULL << 20, .ratio = 250};

[[noreturn]] void malformed()
{
    throw Error::invalid("xlsx.malformed");
}

[[noreturn]] void too_large()
{
    throw Error::too_large("xlsx.too_large");
}

std::optional<std::size_t> number_in(std::string_view text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

// Of a part named in xl/_rels/workbook.xml.rels: «worksheets/sheet1.xml» or «/xl/worksheets/sheet1.xml».
std::string part_name(const std::string& target)
{
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

// ECMA-376 part 1 §18.8.30: whether a format code shows a day; what stands in quotes, in brackets or behind \ shows itself.
bool shows_day(std::string_view code)
{
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"')
            at = std::min(code.find('"', at + 1), code.size());
        else if (c == '[')
            at = std::min(code.find(']', at + 1), code.size());
        else if (c == '\\')
            ++at;
        else if (c == 'd' || c == 'y' || c == 'D' || c == 'Y')
            return true;
    }
    return false;
}

bool is_built_in_day(std::size_t format) // §18.8.30: 14 … 17 and 22; 18 … 21 are times of day
{
    return (format >= 14 && format <= 17) || format == 22;
}

struct Workbook {
    std::string sheet_name, sheet_part, texts_part, styles_part;
    bool since_1904{};
};

Workbook workbook_of(const archive::ZipReader& package)
{
    Workbook workbook;
    std::string relation;
    const auto xml = package.read("xl/workbook.xml");
    for (XmlScan scan{xml}; scan.next();) {
        if (scan.kind() != XmlScan::Kind::open && scan.kind() != XmlScan::Kind::empty)
            continue;
        if (scan.name() == "workbookPr") {
            const auto since = scan.attribute("date1904");
            workbook.since_1904 = since == "1" || since == "true";
        } else if (scan.name() == "sheet" && relation.empty()) {
            const auto state = scan.attribute("state");
            if (state.empty() || state == "visible") {
                workbook.sheet_name = scan.attribute("name");
                relation = scan.attribute("id");
            }
        }
    }
    const auto relations = package.read("xl/_rels/workbook.xml.rels");
    for (XmlScan scan{relations}; scan.next();)
        if (scan.name() == "Relationship" && scan.kind() != XmlScan::Kind::close && scan.kind() != XmlScan::Kind::text) {
            const auto type = scan.attribute("Type");
            if (!relation.empty() && scan.attribute("Id") == relation)
                workbook.sheet_part = part_name(scan.attribute("Target"));
            else if (type.ends_with("/sharedStrings"))
                workbook.texts_part = part_name(scan.attribute("Target"));
            else if (type.ends_with("/styles"))
                workbook.styles_part = part_name(scan.attribute("Target"));
        }
    if (workbook.sheet_part.empty())
        malformed();
    return workbook;
}

// The text of an element that holds <t> or runs of them; how it is spoken (<rPh>) is left out. The scan stands on the opening tag.
std::string text_inside(XmlScan& scan, std::string_view element)
{
    std::string text;
    bool in_text = false, spoken = false;
    while (scan.next() && !scan.closes(element)) {
        if (scan.opens("rPh") || scan.closes("rPh"))
            spoken = scan.kind() == XmlScan::Kind::open;
        else if (scan.opens("t") || scan.closes("t"))
            in_text = scan.kind() == XmlScan::Kind::open;
        else if (scan.kind() == XmlScan::Kind::text && in_text && !spoken)
            text += scan.text();
    }
    return text;
}

class SheetReader {
public:
    SheetReader(const archive::ZipReader& package, const XlsxLimits& limits)
        : package_(package), limits_(limits), workbook_(workbook_of(package))
    {
        read_texts();
        read_styles();
    }

    Sheet read()
    {
        const auto xml = package_.read(workbook_.sheet_part);
        for (XmlScan scan{xml}; scan.next();) {
            if (scan.opens("row"))
                begin_row(scan.attribute("r"));
            else if (scan.opens("c"))
                read_cell(scan);
            else if (scan.name() == "c" && scan.kind() == XmlScan::Kind::empty)
                column_ = column_of(scan.attribute("r")) + 1;
        }
        while (!sheet_.rows.empty() && sheet_.rows.back().empty())
            sheet_.rows.pop_back();
        sheet_.name = workbook_.sheet_name;
        return std::move(sheet_);
    }

private:
    void read_texts()
    {
        if (workbook_.texts_part.empty())
            return;
        const auto xml = package_.read(workbook_.texts_part);
        for (XmlScan scan{xml}; scan.next();)
            if (scan.opens("si"))
                texts_.push_back(text_inside(scan, "si"));
            else if (scan.name() == "si" && scan.kind() == XmlScan::Kind::empty)
                texts_.emplace_back();
    }

    void read_styles()
    {
        if (workbook_.styles_part.empty())
            return;
        const auto xml = package_.read(workbook_.styles_part);
        std::vector<std::size_t> own_days;
        bool in_formats = false;
        for (XmlScan scan{xml}; scan.next();) {
            if (scan.opens("cellXfs") || scan.closes("cellXfs"))
                in_formats = scan.kind() == XmlScan::Kind::open;
            if (scan.kind() != XmlScan::Kind::open && scan.kind() != XmlScan::Kind::empty)
                continue;
            const auto format = number_in(scan.attribute("numFmtId")).value_or(0);
            if (scan.name() == "numFmt" && shows_day(scan.attribute("formatCode")))
                own_days.push_back(format);
            else if (scan.name() == "xf" && in_formats)
                is_day_.push_back(is_built_in_day(format) || std::find(own_days.begin(), own_days.end(), format) != own_days.end());
        }
    }

    void begin_row(const std::string& written)
    {
        const auto row = written.empty() ? sheet_.rows.size() + 1 : number_in(written).value_or(0);
        if (row <= sheet_.rows.size()) // rows go down
            malformed();
        if (row > limits_.rows)
            too_large();
        sheet_.rows.resize(row);
        column_ = 0;
    }

    // «BC12» → 54, from 0; without a reference the next one.
    std::size_t column_of(std::string_view reference) const
    {
        if (reference.empty())
            return column_;
        std::size_t column = 0;
        for (const char c : reference) {
            if (c < 'A' || c > 'Z')
                break;
            column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
            if (column > limits_.columns)
                return limits_.columns; // refused when something is in it
        }
        if (column == 0)
            malformed();
        return column - 1;
    }

    void read_cell(XmlScan& scan)
    {
        const auto type = scan.attribute("t");
        const auto style = number_in(scan.attribute("s")).value_or(0);
        const auto column = column_of(scan.attribute("r"));
        std::string value, own_text;
        bool in_value = false;
        while (scan.next() && !scan.closes("c")) {
            if (scan.opens("is"))
                own_text = text_inside(scan, "is");
            else if (scan.opens("v") || scan.closes("v"))
                in_value = scan.kind() == XmlScan::Kind::open;
            else if (in_value && scan.kind() == XmlScan::Kind::text)
                value += scan.text();
        }
        put(column, type == "inlineStr" ? std::move(own_text) : shown(type, style, value));
        column_ = column + 1;
    }

    std::string shown(std::string_view type, std::size_t style, const std::string& value) const
    {
        if (type == "s") {
            const auto at = number_in(value);
            if (!at || *at >= texts_.size())
                malformed();
            return texts_[*at];
        }
        if (type == "b")
            return value == "1" ? "TRUE" : "FALSE";
        if (type == "d")
            return value.substr(0, 10);
        if (!type.empty() && type != "n")
            return value;
        double number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number))
            return value;
        if (style < is_day_.size() && is_day_[style])
            return day_of(number).value_or(value);
        constexpr double exact = 1e15; // whole numbers below stand exactly
        return number == std::floor(number) && std::abs(number) < exact ? std::to_string(static_cast<std::int64_t>(number)) : value;
    }

    // §18.17.4.1: days since 1899-12-30, as if 1900 had been a leap year, or since 1904-01-01.
    std::optional<std::string> day_of(double serial) const
    {
        constexpr double last = 2'958'465; // 9999-12-31
        if (serial < 1 || serial > last)
            return std::nullopt;
        const auto days = static_cast<int>(serial);
        if (workbook_.since_1904)
            return Date::of(1904, 1, 1).plus_days(days).to_string();
        return Date::of(1899, 12, 30).plus_days(days < 60 ? days + 1 : days).to_string();
    }

    void put(std::size_t column, std::string text)
    {
        if (text.empty())
            return;
        bytes_ += text.size();
        if (sheet_.rows.empty())
            malformed();
        if (column >= limits_.columns || bytes_ > limits_.text_bytes)
            too_large();
        auto& row = sheet_.rows.back();
        if (row.size() <= column)
            row.resize(column + 1);
        row[column] = std::move(text);
    }

    const archive::ZipReader& package_;
    const XlsxLimits& limits_;
    Workbook workbook_;
    std::vector<std::string> texts_;
    std::vector<bool> is_day_; // by cell format
    Sheet sheet_;
    std::size_t column_ = 0, bytes_ = 0;
};

} // namespace

Sheet read_xlsx(std::string_view bytes, const XlsxLimits& limits)
{
    const archive::ZipReader package{bytes, package_limits};
    if (package.find("xl/workbook.xml") == nullptr || package.find("xl/_rels/workbook.xml.rels") == nullptr)
        malformed();
    return SheetReader{package, limits}.read();
}

} // namespace congso::ooxml
