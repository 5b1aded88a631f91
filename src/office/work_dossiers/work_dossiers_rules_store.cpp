#include "office/work_dossiers/work_dossiers_store.h"

// What must hold of dossiers, and between them and the tables that other features keep for them.
namespace congso::work_dossiers::store {

namespace {

constexpr Rule all[] = {
    {"its documents are not numbered 1, 2, 3 … without a gap",
     "SELECT d.id FROM work_dossier d WHERE d.agency = $1 AND d.document_count <> (SELECT COUNT(DISTINCT i.ordinal) FROM dossier_item i"
     " WHERE i.agency = d.agency AND i.dossier = d.id AND i.ordinal BETWEEN 1 AND d.document_count) ORDER BY d.id LIMIT 100"},
    {"it holds another number of documents than it says",
     "SELECT d.id FROM work_dossier d WHERE d.agency = $1 AND d.document_count <> (SELECT COUNT(*) FROM dossier_item i"
     " WHERE i.agency = d.agency AND i.dossier = d.id) ORDER BY d.id LIMIT 100"},
    {"a document that is not there lies in it",
     "SELECT i.dossier FROM dossier_item i WHERE i.agency = $1 AND ((i.kind = 'incoming' AND NOT EXISTS (SELECT 1 FROM incoming n"
     " WHERE n.agency = i.agency AND n.id = i.record)) OR (i.kind = 'outgoing' AND NOT EXISTS (SELECT 1 FROM outgoing o"
     " WHERE o.agency = i.agency AND o.id = i.record)) OR (i.kind = 'file' AND NOT EXISTS (SELECT 1 FROM attachment a"
     " WHERE a.agency = i.agency AND a.record = i.dossier AND a.slot = i.id))) ORDER BY i.dossier LIMIT 100"},
    {"something was put into it after it was closed",
     "SELECT d.id FROM work_dossier d WHERE d.agency = $1 AND d.state = 'closed' AND EXISTS (SELECT 1 FROM dossier_item i"
     " WHERE i.agency = d.agency AND i.dossier = d.id AND i.added_at > d.closed_at) ORDER BY d.id LIMIT 100"},
    {"it is closed and a draft lies in it",
     "SELECT d.id FROM work_dossier d WHERE d.agency = $1 AND d.state = 'closed' AND EXISTS (SELECT 1 FROM dossier_item i"
     " JOIN outgoing o ON o.agency = i.agency AND o.id = i.record WHERE i.agency = d.agency AND i.dossier = d.id AND i.kind = 'outgoing'"
     " AND o.dispatched_at = 0) ORDER BY d.id LIMIT 100"},
    {"its keeper does not reach it",
     "SELECT d.id FROM work_dossier d WHERE d.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r WHERE r.agency = d.agency"
     " AND r.holder = d.creator AND r.kind = 'work_dossier' AND r.record = d.id) ORDER BY d.id LIMIT 100"},
    {"someone who was given access does not reach it",
     "SELECT a.dossier FROM dossier_access a WHERE a.agency = $1 AND NOT EXISTS (SELECT 1 FROM reach r WHERE r.agency = a.agency"
     " AND r.holder = a.person AND r.kind = 'work_dossier' AND r.record = a.dossier) ORDER BY a.dossier LIMIT 100"},
    {"someone reaches it who neither keeps it nor was given access",
     "SELECT r.record FROM reach r WHERE r.agency = $1 AND r.kind = 'work_dossier' AND NOT EXISTS (SELECT 1 FROM work_dossier d"
     " WHERE d.agency = r.agency AND d.id = r.record AND d.creator = r.holder) AND NOT EXISTS (SELECT 1 FROM dossier_access a"
     " WHERE a.agency = r.agency AND a.dossier = r.record AND a.person = r.holder) ORDER BY r.record LIMIT 100"},
    {"it is reached at a place where it does not stand",
     "SELECT r.record FROM reach r WHERE r.agency = $1 AND r.kind = 'work_dossier' AND NOT EXISTS (SELECT 1 FROM work_dossier d"
     " WHERE d.agency = r.agency AND d.id = r.record AND d.opened_at = r.sort_at) ORDER BY r.record LIMIT 100"},
    {"who may use it does not see a document that was put in for them",
     "SELECT i.dossier FROM dossier_item i JOIN dossier_access a ON a.agency = i.agency AND a.dossier = i.dossier"
     " WHERE i.agency = $1 AND i.shared = 1 AND i.kind <> 'file' AND NOT EXISTS (SELECT 1 FROM reach r WHERE r.agency = i.agency"
     " AND r.holder = a.person AND r.kind = i.kind AND r.record = i.record) ORDER BY i.dossier LIMIT 100"},
    {"the index does not know it",
     "SELECT d.id FROM work_dossier d WHERE d.agency = $1 AND NOT EXISTS (SELECT 1 FROM search_entry e"
     " WHERE e.agency = d.agency AND e.kind = 'work_dossier' AND e.record = d.id AND e.sort_at = d.opened_at) ORDER BY d.id LIMIT 100"},
    {"its row of the year's list says another symbol",
     "SELECT d.id FROM work_dossier d JOIN catalogue_row l ON l.agency = d.agency AND l.id = d.line"
     " WHERE d.agency = $1 AND l.symbol <> d.symbol ORDER BY d.id LIMIT 100"},
    {"something waits that nothing asks for any more",
     "SELECT w.record FROM work_item w LEFT JOIN work_dossier d ON d.agency = w.agency AND d.id = w.record"
     " WHERE w.agency = $1 AND w.kind = 'work_dossier' AND NOT COALESCE((w.action = 'close_dossier' AND d.state = 'open')"
     " OR (w.action IN ('review_dossier', 'read') AND d.archive_due_on IS NOT NULL AND d.reviewed_at = 0), 1 = 0)"
     " ORDER BY w.record LIMIT 100"},
    {"the year's list waits for someone who has nothing to do with it now",
     "SELECT w.record FROM work_item w LEFT JOIN catalogue c ON c.agency = w.agency AND c.id = w.record"
     " WHERE w.agency = $1 AND w.kind = 'catalogue' AND NOT COALESCE((w.action = 'approve_catalogue' AND c.state = 'submitted')"
     " OR (w.action = 'revise_catalogue' AND c.state = 'draft'), 1 = 0)"
     " ORDER BY w.record LIMIT 100"},
};

} // namespace

Rules rules()
{
    return all;
}

} // namespace congso::work_dossiers::store
