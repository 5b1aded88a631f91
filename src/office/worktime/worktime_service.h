#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/worktime/worktime.h"

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
    std::string hours; // of an ordinary day: «7:00–11:30, 13:30–17:00»
};
BOOST_DESCRIBE_STRUCT(YearView, (), (year, days, working_days, hours))

struct DayChange { // POST /api/calendar/days
    Date day;
    std::optional<DayKind> kind; // absent: the day is an ordinary one again
    std::string name;
};
BOOST_DESCRIBE_STRUCT(DayChange, (), (day, kind, name))

struct DeadlineQuery { // GET /api/deadline: the arithmetic of a deadline
    std::optional<Date> from; // today when absent
    int working_days{};
};
BOOST_DESCRIBE_STRUCT(DeadlineQuery, (), (from, working_days))

struct DeadlineView {
    Date from, due_on;
    std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(DeadlineView, (), (from, due_on, steps))

} // namespace worktime

// The working calendar of each agency: Vietnam's holidays as shipped, changed by what the agency wrote itself.
class WorktimeService {
public:
    WorktimeService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    std::shared_ptr<const worktime::Calendar> calendar(AgencyId agency); // kept for a minute, or until a day changes here
    std::shared_ptr<const worktime::Calendar> calendar(db::Tx& tx); // the same inside a transaction

    // Working days from today until the deadline: 0 on the day itself, negative after it; nothing without a deadline.
    static std::optional<int> days_left(const worktime::Calendar& calendar, Date today, Date due_on);

    worktime::YearView get_year(const Actor& actor, const worktime::YearQuery& query);
    worktime::YearView change_day(const Actor& actor, const worktime::DayChange& change);
    worktime::DeadlineView explain(const Actor& actor, const worktime::DeadlineQuery& query);

private:
    // What is read while a day changes may be of before: it is used, but kept only where no change came between.
    struct Known {
        std::shared_ptr<const worktime::Calendar> calendar;
        Time read_at;
    };
    std::shared_ptr<const worktime::Calendar> find_known(AgencyId agency, int& changes);
    std::shared_ptr<const worktime::Calendar> keep(AgencyId agency, const std::vector<worktime::DayEntry>& days, int changes);

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    std::mutex mutex_;
    std::map<AgencyId, Known> calendars_;
    int changes_ = 0; // days changed by this process
};

} // namespace congso
