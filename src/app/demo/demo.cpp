#include "app/demo/demo.h"

#include "app/commands.h"
#include "app/settings.h"
#include "lib/crypto/password.h"
#include "lib/db/maintain.h"
#include "lib/db/migrate.h"

#include <cstdio>

namespace congso::app {

namespace demo {

namespace {

void plan_checkpoints(App& app, OfficeLife& life)
{
    const auto sign = [&app] {
        for (const auto& agency : app.org.list_hosted())
            app.audit.checkpoint(app.database, agency.id);
    };
    for (auto day = first_day; day < opening_day; day = day.plus_days(1))
        if (day.day_of_month() == 1)
            life.agenda.at(Time::at(day, 5, 420), sign);
    life.agenda.at(Time::at(opening_day.plus_days(-1), 23 * 60 + 55, 420), sign);
}

} // namespace

Counts fill(App& app, ManualClock& clock, const Extent& extent)
{
    if (!app.org.list_hosted().empty())
        throw Error::conflict("demo.not_empty");
    settings::put(app.database, settings::demo_unfinished, "1");
    app.database.driver().exclusive([](db::Connection&) {}); // committed before anything else is
    clock.set(Time::at(first_day, 7 * 60, 420));
    app.establish_keys();
    const auto world = settle(app, Date::of(2019, 9, 1));
    Chance chance{20190904};
    OfficeLife life{app, clock, world, chance};
    plan_history(life, extent);
    plan_last_days(life);
    plan_hands(life);
    plan_copies(life);
    const auto dossiers = plan_dossiers(life);
    plan_checkpoints(app, life);
    life.agenda.run(clock, Time::at(opening_day.plus_days(-1), 23 * 60 + 59, 420));
    return life.counts();
}

} // namespace demo

namespace {

// What an interrupted demo left goes, so that this one begins with nothing.
void forget_unfinished(db::Database& database, const DataDirectory& data)
{
    if (!settings::find(database, settings::demo_unfinished))
        return;
    db::drop_everything(database);
    db::migrate(database);
    for (const auto& directory : {data.files(), data.uploads(), data.path() / "keys"})
        for (const auto& entry : std::filesystem::directory_iterator(directory))
            std::filesystem::remove_all(entry.path());
}

} // namespace

int run_demo(const Config& config, Filled filled)
{
    if (config.password_strength == "test")
        crypto::password::set_limits(1, 1024);
    DataDirectory data{config.data, DataDirectory::Open::exclusive};
    auto target = config.target();
    target.durable = false; // one sync at the end: until then there is nothing to lose
    db::Database database{target};
    db::migrate(database);
    forget_unfinished(database, data);
    ManualClock clock{Time::at(demo::first_day, 7 * 60, 420)};
    App app{config, data, database, clock};
    if (filled == Filled::leave && !app.org.list_hosted().empty())
        return 0;
    app.blobs.defer_syncs();
    const auto counts = demo::fill(app, clock);
    app.blobs.sync_all();
    settings::put(database, settings::demo_password, demo::password);
    settings::put(database, settings::demo_opens_at, std::to_string(Time::at(demo::opening_day, 7 * 60 + 15, 420).ms));
    database.driver().sync();
    settings::remove(database, settings::demo_unfinished); // last, when the rest is on the disk
    std::printf("Dữ liệu mẫu: %d văn bản đến, %d văn bản đi, %d tệp PDF của UBND xã Phổ Mẫu.\n", counts.incoming, counts.outgoing,
                counts.pdf_files);
    return 0;
}

} // namespace congso::app
