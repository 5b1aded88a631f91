#pragma once
#include "office/org/org.h"

namespace congso::work {

enum class RecordKind { incoming, outgoing, work_dossier, catalogue, copy };
BOOST_DESCRIBE_ENUM(RecordKind, incoming, outgoing, work_dossier, catalogue, copy)

// The one thing that a person is asked to do with a record.
enum class Action {
    receive, // clerk: a document came in and waits to be registered
    submit, // clerk: registered, not yet submitted
    instruct, // head: submitted, waits for his instruction
    lead, // officer: handle as lead
    cooperate, // officer: work with the lead
    read, // for information
    check, // outgoing: check content or format
    approve, // outgoing: approve and sign
    revise, // outgoing: came back to its drafter
    number, // clerk: approved, waits for number and date
    issue, // clerk: numbered, waits to be issued
    overdue, // someone urges: it is late, or soon will be
    extend, // head: the lead asks for more time
    confirm, // head: the clerk has typed what he wrote with a pen
    draft, // outgoing: one's own, not yet submitted
    comment, // outgoing: one's opinion on a draft is asked for
    hand_out, // clerk: issued, and people without an account have not had the paper yet
    notice, // something happened to it that he should know; ends when he looks
    close_dossier, // its keeper: a dossier of last year is open still
    review_dossier, // archivist: closed, due for the archive
    approve_catalogue, // head: the year's list of dossiers
    revise_catalogue // it came back
};
BOOST_DESCRIBE_ENUM(Action, receive, submit, instruct, lead, cooperate, read, check, approve, revise, number, issue, overdue, extend,
                    confirm, draft, comment, hand_out, notice, close_dossier, review_dossier, approve_catalogue, revise_catalogue)

enum class Urgency { normal, urgent, very_urgent, express, timed_express }; // thường, khẩn, thượng khẩn, hỏa tốc, hỏa tốc hẹn giờ
BOOST_DESCRIBE_ENUM(Urgency, normal, urgent, very_urgent, express, timed_express)

// One row of «Việc của tôi».
struct Item {
    RecordKind kind{};
    Uuid record;
    Action action{};
    Urgency urgency{};
    std::string title, from_whom; // trích yếu or symbol; agency or person it came from
    std::string symbol; // «817/KH-UBND», empty for a draft
    Time since;
    Date due_on;
    std::optional<int> days_left; // working days until the deadline; negative when overdue
    Id<org::Person> absent; // for whom I stand in: it waits for him; nil when it waits for me
    std::string absent_name;
};
BOOST_DESCRIBE_STRUCT(Item, (), (kind, record, action, urgency, title, from_whom, symbol, since, due_on, days_left, absent, absent_name))

// What every item of one record says about it.
struct Subject {
    RecordKind kind{};
    Uuid record;
    Urgency urgency{};
    std::string title, from_whom, symbol;
    Date due_on;
};

struct Counts {
    int total{}, overdue{}, today{};
    int incoming{}, outgoing{}, work_dossiers{}; // work_dossiers: and their lists

    Counts& operator+=(const Counts& more)
    {
        total += more.total;
        overdue += more.overdue;
        today += more.today;
        incoming += more.incoming;
        outgoing += more.outgoing;
        work_dossiers += more.work_dossiers;
        return *this;
    }
};
BOOST_DESCRIBE_STRUCT(Counts, (), (total, overdue, today, incoming, outgoing, work_dossiers))

// GET /api/work
struct MyWork {
    Counts counts;
    std::vector<Item> items; // overdue first, then by urgency and deadline
};
BOOST_DESCRIBE_STRUCT(MyWork, (), (counts, items))

} // namespace congso::work
