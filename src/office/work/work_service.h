#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/notify/notify.h"
#include "office/work/work.h"
#include "office/worktime/worktime_service.h"

namespace congso {

// What waits for whom: written by the transaction that causes it, removed by the one that ends it.
class WorkService {
public:
    WorkService(db::Database& database, const Clock& clock, Notifier& notifier, WorktimeService& worktime)
        : database_(database), clock_(clock), notifier_(notifier), worktime_(worktime)
    {
    }

    work::MyWork list(const Actor& actor);

    void wait(db::Tx& tx, Id<org::Person> holder, work::Action action, const work::Subject& subject);
    // For whoever has the permission when he looks, however long he has had it: the clerks' desk.
    void wait(db::Tx& tx, Permission desk, work::Action action, const work::Subject& subject);
    bool waits(db::Tx& tx, Id<org::Person> holder, Uuid record, work::Action action) const;
    void done(db::Tx& tx, Id<org::Person> holder, Uuid record, work::Action action);
    void done_by_all(db::Tx& tx, Uuid record, work::Action action);
    // The same thing waits for another one, since when it waited for the first. False when nothing waited for him.
    bool move(db::Tx& tx, Uuid record, work::Action action, Id<org::Person> from, Id<org::Person> to);
    std::vector<work::Item> list_of(db::Tx& tx, Id<org::Person> holder) const; // everything, in no order of urgency
    void move_due(db::Tx& tx, Uuid record, Date from, Date to); // of the items that have the record's deadline
    void close(db::Tx& tx, Uuid record); // nothing of this record waits for anyone any more

private:
    void put(db::Tx& tx, std::string holder, work::Action action, const work::Subject& subject);
    void tell(db::Tx& tx, const std::string& holder, Uuid record);

    db::Database& database_;
    const Clock& clock_;
    Notifier& notifier_;
    WorktimeService& worktime_;
};

} // namespace congso
