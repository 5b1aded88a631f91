#include "bench/benches.h"
#include "bench/support/entries.h"
#include "bench/support/measure.h"
#include "lib/json/read.h"
#include "lib/json/write.h"

#include <boost/json.hpp>
#include <stdexcept>

namespace congso::bench {

namespace {

constexpr int repeats = 2000;

incoming::IncomingPage sample_page()
{
    incoming::IncomingPage page;
    for (std::size_t number = 0; number < 50; ++number) {
        const auto entry = sample_entry(number);
        auto& row = page.items.emplace_back();
        row.id = Id<incoming::Incoming>::make();
        row.year = 2022;
        row.arrival_number = static_cast<int>(number) + 1;
        row.arrived_on = Date::of(2022, 5, 4);
        row.issuer = entry.issuer;
        row.origin_number = entry.origin_number;
        row.kind = entry.kind;
        row.subject = entry.subject;
        row.lead_name = "Phạm Văn An";
        row.days_left = 3;
    }
    return page;
}

// The same text by hand: what a program without descriptions would do.
void put(std::string& out, std::string_view name, std::string_view text)
{
    ((out += '"') += name) += "\":\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    out += "\",";
}
std::string write_by_hand(const incoming::IncomingPage& page)
{
    std::string out = "{\"items\":[";
    for (const auto& row : page.items) {
        out += '{';
        put(out, "id", row.id.to_string());
        ((out += "\"year\":") += std::to_string(row.year)) += ',';
        ((out += "\"arrival_number\":") += std::to_string(row.arrival_number)) += ',';
        put(out, "arrived_on", row.arrived_on.to_string());
        put(out, "issuer", row.issuer);
        put(out, "origin_number", row.origin_number);
        out += "\"issued_on\":null,";
        put(out, "kind", row.kind);
        put(out, "subject", row.subject);
        put(out, "urgency", "normal");
        put(out, "state", "arrived");
        out += "\"due_on\":null,";
        put(out, "lead_name", row.lead_name);
        out += "\"overdue\":false,\"days_left\":3},";
    }
    out.back() = ']';
    return out + ",\"after\":\"\",\"total\":0,\"more_than_total\":false}";
}

template <class Ours, class Bare> void compare(const Options& options, const std::string& name, Ours&& ours, Bare&& bare)
{
    const auto turns = take_turns(
        options.pairs * 3,
        [&] {
            return 1e6 / repeats * seconds_of([&] {
                       for (int i = 0; i < repeats; ++i)
                           ours();
                   });
        },
        [&] {
            return 1e6 / repeats * seconds_of([&] {
                       for (int i = 0; i < repeats; ++i)
                           bare();
                   });
        });
    print_row({name, fmt::format("{:.1f} µs", turns.ours.median()), fmt::format("{:.1f} µs", turns.bare.median()),
               fmt::format("{:.2f}", turns.ratio.median())});
}

} // namespace

void measure_encoding(const Options& options)
{
    const auto page = sample_page();
    const auto entry = json::write(sample_entry(1));
    std::size_t sum = 0; // looked at, so that nothing is left out
    print_title("Described structs and JSON");
    print_head({"", "ours", "bare", "ratio"});
    compare(
        options, "write a page of 50 rows; bare: by hand", [&] { sum += json::write(page).size(); },
        [&] { sum += write_by_hand(page).size(); });
    compare(
        options, "read an entry; bare: Boost.JSON parse alone", [&] { sum += json::read<incoming::IncomingEntry>(entry).subject.size(); },
        [&] { sum += boost::json::parse(entry).as_object().size(); });
    if (sum == 0)
        throw std::runtime_error{"nothing was written"};
}

} // namespace congso::bench
