#include "office/incoming/incoming_store.h"

// What must hold between an incoming document and the tables that other features keep for it.
namespace congso::incoming::store {

namespace {

constexpr Rule all[] = {
    {"its number stands in no book",
     "SELECT i.id FROM incoming i WHERE i.agency = $1 AND i.arrival_number > 0 AND NOT EXISTS (SELECT 1 FROM book_number n"
     " WHERE n.agency = i.agency AND n.book = i.book AND n.period = i.year AND n.number = i.arrival_number AND n.record = i.id)"
     " ORDER BY i.id LIMIT 100"},
    {"a number of the book names it, but it does not bear that number",
     "SELECT n.record FROM book b JOIN book_number n ON n.agency = b.agency AND n.book = b.id"
     " WHERE b.agency = $1 AND b.direction = 'incoming' AND n.state = 'issued' AND NOT EXISTS (SELECT 1 FROM incoming i"
     " WHERE i.agency = n.agency AND i.id = n.record AND i.book = n.book AND i.year = n.period AND i.arrival_number = n.number)"
     " ORDER BY n.record LIMIT 100"},
    {"someone who has a share in it does not reach it",
     "SELECT i.id FROM incoming i JOIN assignment a ON a.agency = i.agency AND a.record = i.id"
     " WHERE i.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = i.agency AND r.holder = a.person AND r.kind = 'incoming' AND r.record = i.id) ORDER BY i.id LIMIT 100"},
    {"the leader to whom it is submitted does not reach it",
     "SELECT i.id FROM incoming i JOIN proposal p ON p.agency = i.agency AND p.record = i.id"
     " WHERE i.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = i.agency AND r.holder = p.submitted_to AND r.kind = 'incoming' AND r.record = i.id) ORDER BY i.id LIMIT 100"},
    {"someone reaches it who is not of the agency",
     "SELECT r.record FROM reach r WHERE r.agency = $1 AND r.kind = 'incoming' AND NOT EXISTS (SELECT 1 FROM person p"
     " WHERE p.agency = r.agency AND p.id = r.holder) ORDER BY r.record LIMIT 100"},
    {"it is reached at a place where it does not stand",
     "SELECT r.record FROM reach r WHERE r.agency = $1 AND r.kind = 'incoming' AND NOT EXISTS (SELECT 1 FROM incoming i"
     " WHERE i.agency = r.agency AND i.id = r.record AND i.sort_at = r.sort_at) ORDER BY r.record LIMIT 100"},
    {"the index does not know it",
     "SELECT i.id FROM incoming i WHERE i.agency = $1 AND NOT EXISTS (SELECT 1 FROM search_entry e"
     " WHERE e.agency = i.agency AND e.kind = 'incoming' AND e.record = i.id AND e.sort_at = i.sort_at) ORDER BY i.id LIMIT 100"},
    {"it waits for someone who does not reach it",
     "SELECT w.record FROM work_item w WHERE w.agency = $1 AND w.kind = 'incoming' AND w.holder <> 'register_incoming'"
     " AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = w.agency AND r.holder = w.holder AND r.kind = w.kind AND r.record = w.record) ORDER BY w.record LIMIT 100"},
    {"something waits that nothing asks for any more",
     "SELECT w.record FROM work_item w LEFT JOIN incoming i ON i.agency = w.agency AND i.id = w.record"
     " WHERE w.agency = $1 AND w.kind = 'incoming' AND NOT COALESCE("
     "w.action = 'notice' OR (w.action = 'receive' AND i.state = 'arrived') OR (w.action = 'submit' AND i.state = 'registered')"
     " OR (w.action = 'instruct' AND i.state = 'submitted')"
     " OR (w.action = 'extend' AND EXISTS (SELECT 1 FROM extension x"
     " WHERE x.agency = w.agency AND x.record = w.record AND x.state = 'waiting'))"
     " OR (w.action = 'confirm' AND EXISTS (SELECT 1 FROM note n"
     " WHERE n.agency = w.agency AND n.record = w.record AND n.person = w.holder AND n.entered_by IS NOT NULL))"
     " OR (w.action = 'overdue' AND EXISTS (SELECT 1 FROM assignment a"
     " WHERE a.agency = w.agency AND a.record = w.record AND a.person = w.holder AND a.state IN ('waiting', 'accepted')"
     " AND a.part <> 'inform'))"
     " OR (w.action IN ('lead', 'cooperate', 'read') AND EXISTS (SELECT 1 FROM assignment a"
     " WHERE a.agency = w.agency AND a.record = w.record AND a.person = w.holder AND a.state IN ('waiting', 'accepted')"
     " AND a.part = CASE w.action WHEN 'read' THEN 'inform' ELSE w.action END)), 1 = 0) ORDER BY w.record LIMIT 100"},
    {"a share in it is open and waits in nobody's list",
     "SELECT i.id FROM incoming i JOIN assignment a ON a.agency = i.agency AND a.record = i.id AND a.state IN ('waiting', 'accepted')"
     " WHERE i.agency = $1 AND NOT EXISTS (SELECT 1 FROM work_item w"
     " WHERE w.agency = i.agency AND w.holder = a.person AND w.record = i.id"
     " AND w.action = CASE a.part WHEN 'inform' THEN 'read' ELSE a.part END) ORDER BY i.id LIMIT 100"},
    {"it is closed and someone is still to handle it",
     "SELECT i.id FROM incoming i JOIN assignment a ON a.agency = i.agency AND a.record = i.id AND a.state IN ('waiting', 'accepted')"
     " WHERE i.agency = $1 AND i.state IN ('done', 'returned', 'arrived', 'cancelled') AND a.part <> 'inform' ORDER BY i.id LIMIT 100"},
    {"more time is asked for and nobody is to answer",
     "SELECT i.id FROM incoming i JOIN extension x ON x.agency = i.agency AND x.record = i.id AND x.state = 'waiting'"
     " WHERE i.agency = $1 AND NOT EXISTS (SELECT 1 FROM work_item w"
     " WHERE w.agency = i.agency AND w.record = i.id AND w.action = 'extend') ORDER BY i.id LIMIT 100"},
    {"it has a deadline and no day on which that is met",
     "SELECT i.id FROM incoming i WHERE i.agency = $1 AND COALESCE(i.due_on, '') <> '' AND COALESCE(i.due_by, '') < i.due_on"
     " ORDER BY i.id LIMIT 100"},
    {"it is submitted or registered and waits for nobody",
     "SELECT i.id FROM incoming i WHERE i.agency = $1 AND i.state IN ('registered', 'submitted') AND NOT EXISTS (SELECT 1 FROM work_item w"
     " WHERE w.agency = i.agency AND w.record = i.id AND w.action = CASE i.state WHEN 'submitted' THEN 'instruct' ELSE 'submit' END)"
     " ORDER BY i.id LIMIT 100"},
    {"it is being handled and nobody leads",
     "SELECT i.id FROM incoming i WHERE i.agency = $1 AND i.state IN ('assigned', 'in_progress') AND NOT EXISTS (SELECT 1 FROM assignment a"
     " WHERE a.agency = i.agency AND a.record = i.id AND a.person = i.lead AND a.part = 'lead' AND a.state IN ('waiting', 'accepted'))"
     " ORDER BY i.id LIMIT 100"},
};

} // namespace

Rules rules()
{
    return all;
}

} // namespace congso::incoming::store
