#include "office/copies/copies_store.h"

// What must hold between a copy and the tables that other features keep for it.
namespace congso::copies::store {

namespace {

constexpr Rule all[] = {
    {"its number stands in no book",
     "SELECT c.id FROM document_copy c WHERE c.agency = $1 AND c.state <> 'voided' AND NOT EXISTS (SELECT 1 FROM book_number n"
     " WHERE n.agency = c.agency AND n.book = c.book AND n.period = c.year AND n.number = c.number AND n.record = c.id)"
     " ORDER BY c.id LIMIT 100"},
    {"a number of the book names it, but it does not bear that number",
     "SELECT n.record FROM book b JOIN book_number n ON n.agency = b.agency AND n.book = b.id"
     " WHERE b.agency = $1 AND b.direction = 'copies' AND n.state = 'issued' AND NOT EXISTS (SELECT 1 FROM document_copy c"
     " WHERE c.agency = n.agency AND c.id = n.record AND c.book = n.book AND c.year = n.period AND c.number = n.number)"
     " ORDER BY n.record LIMIT 100"},
    {"what it was copied from is not there",
     "SELECT c.id FROM document_copy c WHERE c.agency = $1 AND NOT EXISTS (SELECT 1 FROM incoming i"
     " WHERE i.agency = c.agency AND i.id = c.source AND c.source_kind = 'incoming') AND NOT EXISTS (SELECT 1 FROM outgoing o"
     " WHERE o.agency = c.agency AND o.id = c.source AND c.source_kind = 'outgoing') ORDER BY c.id LIMIT 100"},
    {"it was given out without the scan of the signed paper",
     "SELECT c.id FROM document_copy c WHERE c.agency = $1 AND c.state = 'issued' AND NOT EXISTS (SELECT 1 FROM attachment a"
     " WHERE a.agency = c.agency AND a.record = c.id AND a.slot = 'scan') ORDER BY c.id LIMIT 100"},
    {"its maker does not reach it",
     "SELECT c.id FROM document_copy c WHERE c.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r"
     " WHERE r.agency = c.agency AND r.holder = c.maker AND r.kind = 'copy' AND r.record = c.id) ORDER BY c.id LIMIT 100"},
    {"it is reached at a place where it does not stand",
     "SELECT r.record FROM reach r WHERE r.agency = $1 AND r.kind = 'copy' AND NOT EXISTS (SELECT 1 FROM document_copy c"
     " WHERE c.agency = r.agency AND c.id = r.record AND c.sort_at = r.sort_at) ORDER BY r.record LIMIT 100"},
    {"the index does not know it",
     "SELECT c.id FROM document_copy c WHERE c.agency = $1 AND NOT EXISTS (SELECT 1 FROM search_entry e"
     " WHERE e.agency = c.agency AND e.kind = 'copy' AND e.record = c.id AND e.sort_at = c.sort_at) ORDER BY c.id LIMIT 100"},
    {"something waits that nothing asks for any more",
     "SELECT w.record FROM work_item w LEFT JOIN document_copy c ON c.agency = w.agency AND c.id = w.record"
     " WHERE w.agency = $1 AND w.kind = 'copy' AND NOT COALESCE((w.action = 'issue' AND c.state = 'made')"
     " OR w.action = 'notice'"
     " OR (w.action = 'hand_out' AND EXISTS (SELECT 1 FROM reader t WHERE t.agency = w.agency AND t.record = w.record"
     " AND t.on_paper = 1 AND t.handed_on IS NULL))"
     " OR (w.action IN ('read', 'overdue') AND EXISTS (SELECT 1 FROM reader t WHERE t.agency = w.agency AND t.record = w.record"
     " AND t.person = w.holder AND t.read_at = 0)), 1 = 0) ORDER BY w.record LIMIT 100"},
    {"somebody has not had the paper, and it waits on no clerk's desk",
     "SELECT t.record FROM reader t JOIN document_copy c ON c.agency = t.agency AND c.id = t.record"
     " WHERE t.agency = $1 AND t.on_paper = 1 AND t.handed_on IS NULL AND NOT EXISTS (SELECT 1 FROM work_item w"
     " WHERE w.agency = t.agency AND w.record = t.record AND w.action = 'hand_out') ORDER BY t.record LIMIT 100"},
};

} // namespace

Rules rules()
{
    return all;
}

} // namespace congso::copies::store
