#include "app/housekeeping.h"

#include "app/settings.h"
#include "lib/base/log.h"
#include "lib/db/maintain.h"

namespace congso::app {

namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr int night_ends = 5; // o'clock
constexpr int most_days_without = 3; // where the machine is off at night

template <class F> void guarded(F&& act)
{
    try {
        act();
    } catch (const std::exception& error) {
        log::error("housekeeping.failed", {{"reason", error.what()}});
    }
}

} // namespace

Housekeeping::Housekeeping(App& app, std::function<void()> renew_certificate)
    : app_(app), renew_certificate_(std::move(renew_certificate)), thread_([this](const std::stop_token& stop) { run(stop); })
{
}

void Housekeeping::run(const std::stop_token& stop)
{
    int minutes = 0;
    while (true) {
        std::unique_lock lock{mutex_};
        if (changed_.wait_for(lock, stop, std::chrono::minutes{1}, [] { return false; }) || stop.stop_requested())
            break;
        lock.unlock();
        ++minutes;
        guarded([&] {
            if (minutes % app_.config.checkpoint_minutes == 0)
                sign_chains();
            if (minutes % 60 == 0)
                clean();
        });
        if (minutes % minutes_a_day == 0)
            renew_certificate();
        guarded([&] { keep_figures(); });
        guarded([&] { analyze_at_night(); });
    }
    guarded([&] { sign_chains(); }); // what happened until the end is under a signature too
}

void Housekeeping::renew_certificate() const
{
    guarded(renew_certificate_);
}

void Housekeeping::sign_chains()
{
    for (const auto& agency : app_.org.list_hosted())
        guarded([&] { app_.audit.checkpoint(app_.database, agency.id); });
}

// Each day anew, since a deadline may have passed; the first time soon after the start.
void Housekeeping::keep_figures()
{
    const auto today = app_.clock.today();
    if (today == figures_kept_on_)
        return;
    for (const auto& agency : app_.org.list_hosted())
        app_.figures.refresh(agency.id);
    figures_kept_on_ = today;
}

// The first time soon after the start, then in the night.
void Housekeeping::analyze_at_night()
{
    const auto today = app_.clock.today();
    if (const auto last = settings::find(app_.database, settings::analyzed_on)) {
        const bool night = app_.clock.now().minute_of_day(app_.clock.zone_minutes()) < night_ends * 60;
        const auto days = days_between(*Date::parse(*last), today);
        if (days == 0 || (!night && days < most_days_without))
            return;
    }
    db::analyze(app_.database);
    settings::put(app_.database, settings::analyzed_on, today.to_string());
}

void Housekeeping::clean()
{
    constexpr std::int64_t answers_kept_ms = 72LL * 3600 * 1000;
    const auto limit = app_.clock.now().plus_ms(-answers_kept_ms);
    app_.database.write({}, [&](db::Tx& tx) { tx.execute("DELETE FROM answer WHERE at < $1", limit); });
    app_.files.remove_orphans();
    app_.blobs.remove_temporaries(std::chrono::hours{24});
}

} // namespace congso::app
