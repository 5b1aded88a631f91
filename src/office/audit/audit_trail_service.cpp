#include "office/audit/audit_service.h"
#include "office/audit/audit_store.h"

#include <algorithm>
#include <charconv>

namespace congso {

namespace {

constexpr std::int64_t looked_at = 10'000; // links a request; a page may be short
constexpr int checkpoints_shown = 50;

// The first link that is not before `time`, or one past the last: the chain grows with time, so it is found by halving.
std::int64_t first_since(db::Tx& tx, Time time, std::int64_t length)
{
    std::int64_t low = 1, high = length + 1;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto at = audit::store::find_time(tx, middle);
        if (at && *at < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::int64_t cursor_of(const std::string& text)
{
    std::int64_t number{};
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number < 1)
        throw Error::invalid_field("/after", "cursor");
    return number;
}

} // namespace

std::vector<audit::Event> AuditTrail::story_of_kinds(db::Tx& tx, Uuid record, const std::vector<std::string_view>& kinds) const
{
    const auto kind = audit::store::find_record_kind(tx, record);
    if (!kind || std::find(kinds.begin(), kinds.end(), *kind) == kinds.end())
        return {};
    return story(tx, record);
}

Page<audit::TrailRow> AuditTrail::list(db::Database& database, const Actor& actor, const audit::TrailQuery& query) const
{
    actor.demand(Permission::read_audit);
    const int limit = std::clamp(query.limit.value_or(50), 1, 200);
    const int zone = clock_.zone_minutes();
    return database.read(actor.agency(), [&](db::Tx& tx) {
        const auto end = length(tx);
        auto before = end + 1;
        if (query.to && query.to->is_set())
            before = first_since(tx, Time::at(query.to->plus_days(1), 0, zone), end);
        if (const auto after = query.after.value_or(""); !after.empty())
            before = std::min(before, cursor_of(after));
        std::int64_t floor = 0;
        if (query.from && query.from->is_set())
            floor = first_since(tx, Time::at(*query.from, 0, zone), end) - 1;
        const auto step = std::max(floor, before - 1 - looked_at);
        Page<audit::TrailRow> page{audit::store::list_trail(tx, query, before, step, limit), {}};
        if (static_cast<int>(page.items.size()) == limit)
            page.after = std::to_string(page.items.back().sequence);
        else if (step > floor)
            page.after = std::to_string(step + 1);
        return page;
    });
}

std::vector<audit::Checkpoint> AuditTrail::list_checkpoints(db::Database& database, const Actor& actor) const
{
    actor.demand(Permission::read_audit);
    return database.read(actor.agency(), [](db::Tx& tx) { return audit::store::list_last_checkpoints(tx, checkpoints_shown); });
}

} // namespace congso
