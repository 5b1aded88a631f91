#include "bench/support/fill.h"

#include "bench/support/entries.h"
#include "bench/support/measure.h"
#include "office/actor/reach.h"
#include "office/audit/audit_service.h"
#include "office/incoming/incoming_store.h"
#include "office/search/search_service.h"
#include "office/work/work_store.h"

#include <map>

namespace congso::bench {

namespace {

constexpr int days = 3650;
constexpr std::size_t in_one_transaction = 2000;
constexpr int zone_minutes = 7 * 60;
using incoming::State;

class Filler {
public:
    Filler(const test::Office& office, std::size_t count, Date today) : office_(office), count_(count), today_(today) { }

    void add(db::Tx& tx, std::size_t number)
    {
        auto document = document_of(number);
        take_number(tx, document);
        incoming::store::insert(tx, document, zone_minutes);
        const auto sort_at = incoming::sort_at(document.arrived_on, document.arrival_number, zone_minutes);
        search_.put(tx,
                    {.kind = "incoming",
                     .record = document.id.uuid,
                     .sort_at = sort_at,
                     .text = incoming::search_text(document, incoming::store::find_kind_name(tx, document.kind).value_or(""))});
        for (const auto& holder : {office_.clerk, office_.head, document.lead})
            reach::give(tx, holder, "incoming", document.id.uuid, sort_at);
        const bool open = incoming::is_open(document.state);
        tx.execute("INSERT INTO assignment (agency, id, record, person, part, state, due_on, assigned_by, assigned_at, read_at, done_at)"
                   " VALUES ($1, $2, $3, $4, 'lead', $5, $6, $7, $8, $8, $9)",
                   tx.agency(), Uuid::make(), document.id, document.lead, open ? "accepted" : "done", document.due_on, office_.head,
                   document.registered_at, document.done_at);
        if (open)
            work::store::put(tx,
                             {.agency = tx.agency(),
                              .holder = document.lead.to_string(),
                              .record = document.id.uuid,
                              .action = work::Action::lead,
                              .kind = work::RecordKind::incoming,
                              .urgency = document.urgency,
                              .title = document.subject,
                              .from_whom = document.issuer,
                              .symbol = document.origin_number,
                              .since = document.registered_at,
                              .due_on = document.due_on});
        clock_.set(document.registered_at);
        audit_.record(tx, office_.as(office_.clerk), "incoming.registered", "incoming", document.id.uuid,
                      {{"year", std::to_string(document.year)}, {"arrival_number", std::to_string(document.arrival_number)}});
    }

    void end_period(db::Tx& tx) const
    {
        if (year_ != 0)
            tx.execute("UPDATE book_period SET last_number = $4, last_date = $5 WHERE agency = $1 AND book = $2 AND period = $3",
                       tx.agency(), office_.incoming_book, year_, last_number_, last_day_);
    }

private:
    incoming::Incoming document_of(std::size_t number) const
    {
        const auto day = today_.plus_days(-days + static_cast<int>((number + 1) * days / count_));
        auto document = incoming::document_of(sample_entry(number), office_.agency.id, Id<incoming::Incoming>::make(), day,
                                              Time::at(day, 450, zone_minutes).plus_ms(static_cast<std::int64_t>(number % 1000) * 1000));
        document.issued_on = day.plus_days(-3);
        document.book = office_.incoming_book;
        document.lead = number % 10 == 3 ? office_.officer : office_.other_officer;
        if (number % 3 != 0)
            document.due_on = day.plus_days(15);
        if (number + count_ / 100 >= count_ || number % 200 == 5) {
            document.state = number % 2 == 0 ? State::assigned : State::in_progress;
        } else {
            document.state = State::done;
            document.result = incoming::Result::filed;
            document.done_at = Time::at(day.plus_days(9), 600, zone_minutes);
        }
        return document;
    }

    void take_number(db::Tx& tx, incoming::Incoming& document)
    {
        if (const auto year = document.arrived_on.year(); year != year_) {
            end_period(tx);
            year_ = year;
            last_number_ = 0;
            tx.execute("INSERT INTO book_period (agency, book, period, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)", tx.agency(),
                       document.book, year, Date::of(year, 1, 1), Date::of(year, 12, 31));
        }
        last_day_ = document.arrived_on;
        document.year = year_;
        document.arrival_number = ++last_number_;
        tx.insert("book_number",
                  numbering::NumberLine{.agency = tx.agency(),
                                        .book = document.book,
                                        .period = year_,
                                        .number = last_number_,
                                        .state = numbering::NumberState::issued,
                                        .dated_on = document.arrived_on,
                                        .record = document.id.uuid,
                                        .reason = {},
                                        .person = office_.clerk,
                                        .at = document.registered_at});
    }

    const test::Office& office_;
    const std::size_t count_;
    const Date today_;
    ManualClock clock_{Time{}};
    crypto::Ed25519Key key_ = crypto::Ed25519Key::make();
    AuditTrail audit_{clock_, key_};
    SearchIndex search_;
    int year_ = 0, last_number_ = 0;
    Date last_day_;
};

} // namespace

double fill(db::Database& database, const test::Office& office, std::size_t count, Date today)
{
    return seconds_of([&] {
        Filler filler{office, count, today};
        for (std::size_t done = 0; done < count;)
            database.write(office.agency.id, [&](db::Tx& tx) {
                for (const auto end = std::min(count, done + in_one_transaction); done < end; ++done)
                    filler.add(tx, done);
                if (done == count)
                    filler.end_period(tx);
            });
        database.driver().exclusive([](db::Connection& connection) { connection.script("ANALYZE"); });
    });
}

} // namespace congso::bench
