#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/worktime/worktime.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace congso {

namespace worktime {

struct YearQuery { // GET /api/calendar
    int year{};
};
BOOST_DESCRIBE_STRUCT(YearQuery, (), (year))

struct YearView {
    int year{};
    std::vector<DayEntry> days; // what differs from Monday to Friday
    int working_days{};
    std::vector<Hours> hours; // in force in the year, the week with its first day
};
BOOST_DESCRIBE_STRUCT(YearView, (), (year, days, working_days, hours))

struct DayChange { // POST /api/calendar/days
    Date day;
    std::optional<DayKind> kind; // absent: the day is an ordinary one again
    std::string name;
};
BOOST_DESCRIBE_STRUCT(DayChange, (), (day, kind, name))

// POST /api/calendar/hours: the whole week from `valid_from` on, until other hours begin. No period: these hours are taken back.
struct HoursChange {
    Date valid_from;
    std::vector<Period> periods;
};
BOOST_DESCRIBE_STRUCT(HoursChange, (), (valid_from, periods))

// GET /api/deadline: the arithmetic of a deadline, given as a term or as a day.
struct DeadlineQuery {
    std::optional<Date> from; // today when absent
    std::optional<int> working_days;
    std::optional<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(DeadlineQuery, (), (from, working_days, due_on))

struct DeadlineView {
    Date from, due_on;
    int working_days{}; // negative when `due_on` lies before `from`
    std::optional<Step> rest; // the day that was given, when nobody works on it: `due_on` is the next working day
    std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(DeadlineView, (), (from, due_on, working_days, rest, steps))

} // namespace worktime

// The working calendar of each agency: Vietnam's holidays as shipped, changed by what the agency wrote itself.
class WorktimeService {
public:
    WorktimeService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    std::shared_ptr<const worktime::Calendar> calendar(AgencyId agency); // kept for a minute, or until a day changes here
    std::shared_ptr<const worktime::Calendar> calendar(db::Tx& tx); // the same inside a transaction

    // Working days from today until the day on which the deadline is met: 0 on that day, negative after it; nothing without a deadline.
    static std::optional<int> days_left(const worktime::Calendar& calendar, Date today, Date due_on);

    worktime::YearView get_year(const Actor& actor, const worktime::YearQuery& query);
    worktime::YearView change_day(const Actor& actor, const worktime::DayChange& change);
    worktime::YearView change_hours(const Actor& actor, const worktime::HoursChange& change);
    worktime::DeadlineView explain(const Actor& actor, const worktime::DeadlineQuery& query);

    // Later features work their terms out again in the transaction that changes the calendar. While the program is put together.
    using Changed = std::function<void(db::Tx& tx, const Actor& actor, const worktime::Calendar& calendar)>;
    void on_change(Changed changed) { changed_.push_back(std::move(changed)); }

private:
    // What is read while a day changes may be of before: it is used, but kept only where no change came between.
    struct Known {
        std::shared_ptr<const worktime::Calendar> calendar;
        Time read_at;
    };
    std::shared_ptr<const worktime::Calendar> find_known(AgencyId agency, int& changes);
    std::shared_ptr<const worktime::Calendar> keep(AgencyId agency, db::Tx& tx, int changes);
    void tell(db::Tx& tx, const Actor& actor) const; // the calendar of this transaction is another one now
    void forget(AgencyId agency);

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    std::mutex mutex_;
    std::map<AgencyId, Known> calendars_;
    std::vector<Changed> changed_;
    int changes_ = 0; // days changed by this process
};

} // namespace congso
