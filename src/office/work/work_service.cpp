#include "office/work/work_service.h"

#include "office/work/work_store.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace congso {

namespace store = work::store;

namespace {

// Overdue first, then due today, then the rest; inside a group the more urgent, then the nearer deadline, then the older.
auto order_of(const work::Item& item, Date today)
{
    const int group = !item.due_on.is_set() ? 2 : item.due_on < today ? 0 : item.due_on == today ? 1 : 2;
    return std::make_tuple(group, -static_cast<int>(item.urgency), item.due_on.is_set() ? item.due_on : Date::of(9999, 12, 31), item.since);
}

} // namespace

work::MyWork WorkService::list(const Actor& actor)
{
    constexpr int most = 500; // more than anyone can look at; the counts are of all
    const auto today = clock_.today();
    const auto calendar = worktime_.calendar(actor.agency());
    work::MyWork mine;
    std::map<Id<org::Person>, std::string> absent;
    const auto rows = database_.read(actor.agency(), [&](db::Tx& tx) {
        mine.counts = store::count(tx, actor.person(), today);
        auto all = store::list(tx, actor.person(), most);
        for (const auto& person : actor.absent) { // who is away: what waits for him waits for his stand-in too
            absent[person] = store::find_person_name(tx, person).value_or("");
            mine.counts += store::count(tx, person, today);
            auto more = store::list(tx, person, most);
            std::move(more.begin(), more.end(), std::back_inserter(all));
        }
        return all;
    });
    for (const auto& row : rows) {
        work::Item item{.kind = row.kind,
                        .record = row.record,
                        .action = row.action,
                        .urgency = row.urgency,
                        .title = row.title,
                        .from_whom = row.from_whom,
                        .symbol = row.symbol,
                        .since = row.since,
                        .due_on = row.due_on,
                        .days_left = WorktimeService::days_left(*calendar, today, row.due_on),
                        .absent = row.holder == actor.person() ? Id<org::Person>{} : row.holder,
                        .absent_name = row.holder == actor.person() ? "" : absent[row.holder]};
        mine.items.push_back(std::move(item));
    }
    std::sort(mine.items.begin(), mine.items.end(), [&](const auto& a, const auto& b) { return order_of(a, today) < order_of(b, today); });
    return mine;
}

void WorkService::wait(db::Tx& tx, Id<org::Person> holder, work::Action action, const work::Subject& subject)
{
    store::put(tx,
               {.agency = tx.agency(),
                .holder = holder,
                .record = subject.record,
                .action = action,
                .kind = subject.kind,
                .urgency = subject.urgency,
                .title = subject.title,
                .from_whom = subject.from_whom,
                .symbol = subject.symbol,
                .since = clock_.now(),
                .due_on = subject.due_on});
    notifier_.tell(tx, holder, "work", subject.record);
}

void WorkService::done(db::Tx& tx, Id<org::Person> holder, Uuid record, work::Action action)
{
    store::remove(tx, holder, record, action);
    notifier_.tell(tx, holder, "work", record);
}

void WorkService::done_by_all(db::Tx& tx, Uuid record, work::Action action)
{
    for (const auto& holder : store::remove_action(tx, record, action))
        notifier_.tell(tx, holder, "work", record);
}

bool WorkService::waits(db::Tx& tx, Id<org::Person> holder, Uuid record, work::Action action) const
{
    return store::has(tx, holder, record, action);
}

bool WorkService::move(db::Tx& tx, Uuid record, work::Action action, Id<org::Person> from, Id<org::Person> to)
{
    if (!store::move(tx, record, action, from, to))
        return false;
    for (const auto& holder : {from, to})
        notifier_.tell(tx, holder, "work", record);
    return true;
}

std::vector<work::Item> WorkService::list_of(db::Tx& tx, Id<org::Person> holder) const
{
    constexpr int most = 5000; // more than a person can have
    std::vector<work::Item> items;
    for (const auto& row : store::list(tx, holder, most))
        items.push_back({.kind = row.kind,
                         .record = row.record,
                         .action = row.action,
                         .urgency = row.urgency,
                         .title = row.title,
                         .from_whom = row.from_whom,
                         .symbol = row.symbol,
                         .since = row.since,
                         .due_on = row.due_on,
                         .days_left = {},
                         .absent = {},
                         .absent_name = {}});
    return items;
}

void WorkService::close(db::Tx& tx, Uuid record)
{
    for (const auto& holder : store::remove_record(tx, record))
        notifier_.tell(tx, holder, "work", record);
}

} // namespace congso
