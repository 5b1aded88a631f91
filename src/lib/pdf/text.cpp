#include "lib/pdf/text.h"
#include "lib/base/error.h"
#include "lib/proc/child.h"

#include <array>
#include <charconv>
#include <cmath>
#include <sstream>

namespace congso::pdf {

namespace {

constexpr double mm_per_point = 25.4 / 72;
constexpr std::size_t most_words = 200'000;

[[noreturn]] void malformed()
{
    throw Error::invalid("pdf.malformed");
}

proc::Result poppler(std::vector<std::string> argv, std::size_t output_limit = 64U << 20)
{
    proc::Command command{.argv = std::move(argv)};
    command.output_limit = output_limit;
    try {
        auto result = proc::run(command);
        if (result.timed_out)
            throw Error::unavailable("pdf.timeout");
        return result;
    } catch (const Error& error) {
        if (error.code() == "child.not_started")
            throw Error::unavailable("pdf.not_installed");
        throw;
    }
}

std::string good_output(proc::Result result)
{
    if (!result.is_good())
        throw Error::invalid("pdf.unreadable");
    return std::move(result.output);
}

// An absolute path cannot be taken for an option.
std::string argument(const std::filesystem::path& path)
{
    return std::filesystem::absolute(path).string();
}

// The number in `name="12.5"` of a tag, which has to be there.
double number_in(std::string_view tag, std::string_view name)
{
    const auto at = tag.find(fmt::format(" {}=\"", name));
    if (at == std::string_view::npos)
        malformed();
    const auto from = at + name.size() + 3;
    double value = 0;
    const auto [end, error] = std::from_chars(tag.data() + from, tag.data() + tag.size(), value);
    if (error != std::errc{} || end == tag.data() + tag.size() || *end != '"' || !std::isfinite(value))
        malformed();
    return value;
}

std::string unescape(std::string_view text)
{
    constexpr std::pair<std::string_view, char> entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    std::string out;
    while (!text.empty()) {
        bool found = false;
        for (const auto& [entity, character] : entities)
            if (text.starts_with(entity)) {
                out += character;
                text.remove_prefix(entity.size());
                found = true;
                break;
            }
        if (!found) {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

void cut_between_characters(std::string& text, std::size_t limit)
{
    if (text.size() <= limit)
        return;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80)
        --limit;
    text.resize(limit);
}

} // namespace

std::vector<Word> parse_words(std::string_view page, int first_page)
{
    std::vector<Word> words;
    auto number = first_page - 1;
    auto at = page.find("<doc>");
    const auto end = page.rfind("</doc>");
    if (at == std::string_view::npos || end == std::string_view::npos || end < at)
        malformed();
    page = page.substr(0, end);
    for (at = page.find('<', at + 5); at != std::string_view::npos; at = page.find('<', at + 1)) {
        const auto close = page.find('>', at);
        if (close == std::string_view::npos)
            malformed();
        const auto tag = page.substr(at, close - at);
        if (tag.starts_with("<page "))
            ++number;
        if (!tag.starts_with("<word "))
            continue;
        const auto text_end = page.find("</word>", close);
        if (number < first_page || text_end == std::string_view::npos)
            malformed();
        if (words.size() == most_words)
            break;
        words.push_back({.page = number,
                         .x0 = number_in(tag, "xMin") * mm_per_point,
                         .y0 = number_in(tag, "yMin") * mm_per_point,
                         .x1 = number_in(tag, "xMax") * mm_per_point,
                         .y1 = number_in(tag, "yMax") * mm_per_point,
                         .text = unescape(page.substr(close + 1, text_end - close - 1))});
        at = text_end;
    }
    return words;
}

std::vector<Word> words_of(const std::filesystem::path& pdf, int first, int last, WordOrder order)
{
    std::vector<std::string> argv{"pdftotext", "-bbox", "-f", std::to_string(first)};
    if (order == WordOrder::drawn)
        argv.emplace_back("-raw");
    if (last > 0)
        argv.insert(argv.end(), {"-l", std::to_string(last)});
    argv.insert(argv.end(), {argument(pdf), "-"});
    return parse_words(good_output(poppler(std::move(argv))), first);
}

std::string text_of(const std::filesystem::path& pdf, std::size_t limit)
{
    auto result = poppler({"pdftotext", "-nopgbrk", argument(pdf), "-"}, limit);
    if (result.cut)
        result.cut = false, result.exit_code = 0;
    auto text = good_output(std::move(result));
    cut_between_characters(text, limit);
    return text;
}

int page_count(const std::filesystem::path& pdf)
{
    const auto output = good_output(poppler({"pdfinfo", argument(pdf)}));
    constexpr std::string_view label = "\nPages:";
    const auto at = ("\n" + output).rfind(label); // after the title and author, which the file may word as it likes
    if (at == std::string::npos)
        throw Error::invalid("pdf.unreadable");
    const auto digits = std::string_view{output}.substr(at + label.size() - 1);
    const auto from = digits.find_first_not_of(' ');
    int count = 0;
    if (from == std::string_view::npos || std::from_chars(digits.data() + from, digits.data() + digits.size(), count).ec != std::errc{})
        throw Error::invalid("pdf.unreadable");
    return count;
}

std::string thumbnail(const std::filesystem::path& pdf, int page, int width)
{
    if (width < 16 || width > 4000)
        throw Error::invalid_field("/width", "range");
    if (page < 1)
        throw Error::not_found("pdf.page");
    const auto number = std::to_string(page);
    auto png = good_output(poppler({"pdftoppm", "-png", "-f", number, "-l", number, "-singlefile", "-scale-to-x", std::to_string(width),
                                    "-scale-to-y", "-1", argument(pdf)}));
    if (!png.starts_with("\x89PNG"))
        throw Error::not_found("pdf.page");
    return png;
}

Ink ink_of(const std::filesystem::path& pdf, int page)
{
    constexpr int dots = 3; // of the picture in one cell, side by side
    constexpr double cell = 1; // mm
    constexpr unsigned contrast = 40; // of 255, against the paper
    if (page < 1)
        throw Error::not_found("pdf.page");
    const auto number = std::to_string(page);
    const auto picture = good_output(poppler({"pdftoppm", "-gray", "-cropbox", "-f", number, "-l", number, "-singlefile", "-r",
                                              fmt::format("{:.2f}", dots / cell * 25.4), argument(pdf)}));
    // «P5», width, height and 255, each after white space; then a byte for each dot
    std::istringstream stream{picture};
    std::string magic;
    std::size_t width = 0, height = 0, most = 0;
    stream >> magic >> width >> height >> most;
    stream.get();
    const auto begin = static_cast<std::size_t>(stream.tellg());
    if (!stream || magic != "P5" || most != 255 || width == 0 || height == 0 || picture.size() - begin < width * height)
        throw Error::not_found("pdf.page");
    const auto dot = [&](std::size_t x, std::size_t y) {
        return static_cast<unsigned char>(picture[begin + y * width + x]);
    };
    std::array<std::size_t, 256> counts{};
    for (std::size_t i = 0; i < width * height; ++i)
        ++counts[static_cast<unsigned char>(picture[begin + i])];
    unsigned paper = 255; // most of a page is paper: half of its dots are as light or lighter
    for (std::size_t lighter = counts[255]; paper > 0 && lighter < width * height / 2;)
        lighter += counts[--paper];
    Ink ink{.cell = cell,
            .columns = static_cast<int>((width + dots - 1) / dots),
            .rows = static_cast<int>((height + dots - 1) / dots),
            .dark = {}};
    ink.dark.assign(static_cast<std::size_t>(ink.columns) * static_cast<std::size_t>(ink.rows), false);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x)
            if (dot(x, y) + contrast < paper)
                ink.dark[y / dots * static_cast<std::size_t>(ink.columns) + x / dots] = true;
    return ink;
}

} // namespace congso::pdf
