#include "office/work/work_service.h"

#include "office/work/work_store.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace congso {

namespace store = work::store;

namespace {

// The desks of which items can be held: by the names of their permissions.
constexpr Permission desks[] = {Permission::register_incoming, Permission::number_outgoing, Permission::copy_documents};

std::vector<std::string> holders_of(const Actor& actor)
{
    std::vector<std::string> holders{actor.person().to_string()};
    for (const auto desk : desks)
        if (actor.may(desk))
            holders.emplace_back(describe::to_name(desk));
    return holders;
}

// Overdue first, then due today, then the rest; inside a group the more urgent, then the nearer deadline, then the older.
auto order_of(const work::Item& item)
{
    const int group = !item.days_left ? 2 : *item.days_left < 0 ? 0 : *item.days_left == 0 ? 1 : 2;
    return std::make_tuple(group, -static_cast<int>(item.urgency), item.due_on.is_set() ? item.due_on : Date::of(9999, 12, 31), item.since);
}

} // namespace

work::MyWork WorkService::list(const Actor& actor)
{
    constexpr int most = 500; // more than anyone can look at; the counts are of all
    const auto today = clock_.today();
    const auto calendar = worktime_.calendar(actor.agency());
    const auto holders = holders_of(actor);
    // a deadline on a day of rest is met on the next working day
    const store::Days days{.overdue_before = calendar->overdue_before(today), .today = calendar->is_working_day(today) ? today : Date{}};
    work::MyWork mine;
    std::map<std::string, std::pair<Id<org::Person>, std::string>> absent; // by holder: who is away
    const auto rows = database_.read(actor.agency(), [&](db::Tx& tx) {
        mine.counts = store::count(tx, holders, days);
        auto all = store::list(tx, holders, most);
        for (const auto& person : actor.absent) { // who is away: what waits for him waits for his stand-in too
            const std::vector<std::string> his{person.to_string()};
            absent[his.front()] = {person, store::find_person_name(tx, person).value_or("")};
            mine.counts += store::count(tx, his, days);
            auto more = store::list(tx, his, most);
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
                        .absent = {},
                        .absent_name = {}};
        if (const auto away = absent.find(row.holder); away != absent.end())
            std::tie(item.absent, item.absent_name) = away->second;
        mine.items.push_back(std::move(item));
    }
    std::sort(mine.items.begin(), mine.items.end(), [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
    return mine;
}

void WorkService::put(db::Tx& tx, std::string holder, work::Action action, const work::Subject& subject)
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
    tell(tx, holder, subject.record);
}

void WorkService::tell(db::Tx& tx, const std::string& holder, Uuid record)
{
    if (const auto person = Id<org::Person>::parse(holder))
        notifier_.tell(tx, *person, "work", record);
    else
        notifier_.tell_agency(tx, "work", record);
}

void WorkService::wait(db::Tx& tx, Id<org::Person> holder, work::Action action, const work::Subject& subject)
{
    put(tx, holder.to_string(), action, subject);
}

void WorkService::wait(db::Tx& tx, Permission desk, work::Action action, const work::Subject& subject)
{
    put(tx, std::string{describe::to_name(desk)}, action, subject);
}

bool WorkService::waits(db::Tx& tx, Id<org::Person> holder, Uuid record, work::Action action) const
{
    return store::has(tx, holder, record, action);
}

void WorkService::move_due(db::Tx& tx, Uuid record, Date from, Date to)
{
    store::move_due(tx, record, from, to);
}

void WorkService::done(db::Tx& tx, Id<org::Person> holder, Uuid record, work::Action action)
{
    store::remove(tx, holder, record, action);
    notifier_.tell(tx, holder, "work", record);
}

void WorkService::done_by_all(db::Tx& tx, Uuid record, work::Action action)
{
    for (const auto& holder : store::remove_action(tx, record, action))
        tell(tx, holder, record);
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
    for (const auto& row : store::list(tx, {holder.to_string()}, most))
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
        tell(tx, holder, record);
}

} // namespace congso
