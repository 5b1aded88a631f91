#include "office/outgoing/outgoing_store.h"

// What must hold between an outgoing document and the tables that other features keep for it.
namespace congso::outgoing::store {

namespace {

constexpr Rule all[] = {
    {"its number stands in no book",
     "SELECT o.id FROM outgoing o WHERE o.agency = $1 AND o.number > 0 AND NOT EXISTS (SELECT 1 FROM book_number n"
     " WHERE n.agency = o.agency AND n.book = o.book AND n.period = o.year AND n.number = o.number AND n.record = o.id)"
     " ORDER BY o.id LIMIT 100"},
    {"a number of the book names it, but it does not bear that number",
     "SELECT n.record FROM book b JOIN book_number n ON n.agency = b.agency AND n.book = b.id"
     " WHERE b.agency = $1 AND b.direction = 'outgoing' AND n.state = 'issued' AND NOT EXISTS (SELECT 1 FROM outgoing o"
     " WHERE o.agency = n.agency AND o.id = n.record AND o.book = n.book AND o.year = n.period AND o.number = n.number)"
     " ORDER BY n.record LIMIT 100"},
    {"its drafter does not reach it",
     "SELECT o.id FROM outgoing o WHERE o.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = o.agency AND r.holder = o.drafter AND r.kind = 'outgoing' AND r.record = o.id) ORDER BY o.id LIMIT 100"},
    {"its signer does not reach it",
     "SELECT o.id FROM outgoing o WHERE o.agency = $1 AND o.state NOT IN ('draft', 'reviewing', 'returned', 'discarded')"
     " AND NOT EXISTS (SELECT 1 FROM book_number n WHERE n.agency = o.agency AND n.book = o.book AND n.record = o.id"
     " AND n.state = 'imported')" // signed on paper before the office joined, perhaps by someone who has left
     " AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = o.agency AND r.holder = o.signer AND r.kind = 'outgoing' AND r.record = o.id) ORDER BY o.id LIMIT 100"},
    {"someone who checks it does not reach it",
     "SELECT c.outgoing FROM outgoing_check c WHERE c.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = c.agency AND r.holder = c.person AND r.kind = 'outgoing' AND r.record = c.outgoing) ORDER BY c.outgoing LIMIT 100"},
    {"someone whose opinion is asked for does not reach it",
     "SELECT c.outgoing FROM outgoing_commenter c WHERE c.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = c.agency AND r.holder = c.person AND r.kind = 'outgoing' AND r.record = c.outgoing) ORDER BY c.outgoing LIMIT 100"},
    {"someone reaches it who is not of the agency",
     "SELECT r.record FROM reach r WHERE r.agency = $1 AND r.kind = 'outgoing' AND NOT EXISTS (SELECT 1 FROM person p"
     " WHERE p.agency = r.agency AND p.id = r.holder) ORDER BY r.record LIMIT 100"},
    {"it is reached at a place where it does not stand",
     "SELECT r.record FROM reach r WHERE r.agency = $1 AND r.kind = 'outgoing' AND NOT EXISTS (SELECT 1 FROM outgoing o"
     " WHERE o.agency = r.agency AND o.id = r.record AND o.sort_at = r.sort_at) ORDER BY r.record LIMIT 100"},
    {"the index does not know it",
     "SELECT o.id FROM outgoing o WHERE o.agency = $1 AND NOT EXISTS (SELECT 1 FROM search_entry e"
     " WHERE e.agency = o.agency AND e.kind = 'outgoing' AND e.record = o.id AND e.sort_at = o.sort_at) ORDER BY o.id LIMIT 100"},
    {"it waits for someone who does not reach it",
     "SELECT w.record FROM work_item w WHERE w.agency = $1 AND w.kind = 'outgoing' AND w.action <> 'hand_out'" // on the clerks' desk
     " AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = w.agency AND r.holder = w.holder AND r.kind = w.kind AND r.record = w.record) ORDER BY w.record LIMIT 100"},
    {"something waits that nothing asks for any more",
     "SELECT w.record FROM work_item w LEFT JOIN outgoing o ON o.agency = w.agency AND o.id = w.record"
     " WHERE w.agency = $1 AND w.kind = 'outgoing' AND NOT COALESCE("
     "(w.action = 'draft' AND o.state = 'draft' AND w.holder = o.drafter) OR w.action = 'notice'"
     " OR (w.action = 'hand_out' AND o.state <> 'recalled' AND EXISTS (SELECT 1 FROM reader t"
     " WHERE t.agency = w.agency AND t.record = w.record AND t.on_paper = 1 AND t.handed_on IS NULL))"
     " OR (w.action = 'overdue' AND EXISTS (SELECT 1 FROM reader t"
     " WHERE t.agency = w.agency AND t.record = w.record AND t.person = w.holder AND t.read_at = 0 AND t.reminded_at > 0))"
     " OR (w.action = 'comment' AND EXISTS (SELECT 1 FROM outgoing_commenter c"
     " WHERE c.agency = w.agency AND c.outgoing = w.record AND c.person = w.holder AND c.answered_at = 0))"
     " OR (w.action = 'revise' AND o.state = 'returned' AND w.holder = o.drafter)"
     " OR (w.action = 'approve' AND o.state = 'submitted' AND w.holder = o.signer)"
     " OR (w.action = 'number' AND o.state = 'approved') OR (w.action = 'issue' AND o.state = 'numbered')"
     " OR (w.action = 'check' AND o.state = 'reviewing' AND EXISTS (SELECT 1 FROM outgoing_check c"
     " WHERE c.agency = w.agency AND c.outgoing = w.record AND c.person = w.holder AND c.done_at = 0))"
     " OR (w.action = 'read' AND EXISTS (SELECT 1 FROM reader t"
     " WHERE t.agency = w.agency AND t.record = w.record AND t.person = w.holder AND t.read_at = 0)), 1 = 0) ORDER BY w.record LIMIT "
     "100"},
    {"somebody has not had the paper, and it waits on no clerk's desk",
     "SELECT t.record FROM reader t JOIN outgoing o ON o.agency = t.agency AND o.id = t.record AND o.state <> 'recalled'"
     " WHERE t.agency = $1 AND t.on_paper = 1 AND t.handed_on IS NULL AND NOT EXISTS (SELECT 1 FROM work_item w"
     " WHERE w.agency = t.agency AND w.record = t.record AND w.action = 'hand_out') ORDER BY t.record LIMIT 100"},
    {"a check of it is open and waits in nobody's list",
     "SELECT c.outgoing FROM outgoing_check c JOIN outgoing o ON o.agency = c.agency AND o.id = c.outgoing AND o.state = 'reviewing'"
     " WHERE c.agency = $1 AND c.done_at = 0 AND NOT EXISTS (SELECT 1 FROM work_item w"
     " WHERE w.agency = c.agency AND w.holder = c.person AND w.record = c.outgoing AND w.action = 'check') ORDER BY c.outgoing LIMIT 100"},
    {"an opinion on it is asked for and waits in nobody's list",
     "SELECT c.outgoing FROM outgoing_commenter c WHERE c.agency = $1 AND c.answered_at = 0 AND NOT EXISTS (SELECT 1 FROM work_item w"
     " WHERE w.agency = c.agency AND w.holder = c.person AND w.record = c.outgoing AND w.action = 'comment') ORDER BY c.outgoing LIMIT "
     "100"},
    {"it lies before its signer, or its drafter, and does not wait for him",
     "SELECT o.id FROM outgoing o WHERE o.agency = $1 AND o.state IN ('draft', 'submitted', 'returned') AND NOT EXISTS (SELECT 1 FROM "
     "work_item w"
     " WHERE w.agency = o.agency AND w.record = o.id AND ((o.state = 'submitted' AND w.action = 'approve' AND w.holder = o.signer)"
     " OR (o.state = 'draft' AND w.action = 'draft' AND w.holder = o.drafter)"
     " OR (o.state = 'returned' AND w.action = 'revise' AND w.holder = o.drafter))) ORDER BY o.id LIMIT 100"},
};

} // namespace

Rules rules()
{
    return all;
}

} // namespace congso::outgoing::store
