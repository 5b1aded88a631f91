#include "office/registers/registers_store.h"

#include <unordered_map>

namespace congso::registers::store {

namespace {

struct Share {
    Uuid record;
    std::string full_name;
    tasks::Part part{};
    Time assigned_at;
};
BOOST_DESCRIBE_STRUCT(Share, (), (record, full_name, part, assigned_at))

struct Recipient {
    Uuid record;
    delivery::RecipientKind kind{};
    std::string name, mark;
};
BOOST_DESCRIBE_STRUCT(Recipient, (), (record, kind, name, mark))

template <class T> std::unordered_map<std::string, T*> by_record(std::vector<T>& lines)
{
    std::unordered_map<std::string, T*> found;
    for (auto& line : lines)
        found.emplace(line.record.to_string(), &line);
    return found;
}

void add_line(std::string& text, std::string_view more)
{
    text.append(text.empty() ? "" : "\n").append(more);
}

// Column 7: those it was assigned to, the lead first; column 8: when it was handed over.
void add_handlers(db::Tx& tx, const Range& range, std::vector<IncomingLine>& lines)
{
    if (lines.empty())
        return;
    const auto found = by_record(lines);
    for (const auto& share :
         tx.list<Share>("SELECT a.record, p.full_name, a.part, a.assigned_at FROM book_number n"
                        " JOIN assignment a ON a.agency = n.agency AND a.record = n.record"
                        " JOIN person p ON p.agency = a.agency AND p.id = a.person"
                        " WHERE n.agency = $1 AND n.book = $2 AND n.period = $3 AND n.number BETWEEN $4 AND $5 AND a.state <> 'passed_on'"
                        " AND a.part <> 'inform' ORDER BY n.number, CASE a.part WHEN 'lead' THEN 0 ELSE 1 END, a.assigned_at, a.id",
                        tx.agency(), range.book, range.period, lines.front().number, lines.back().number)) {
        const auto at = found.find(share.record.to_string());
        if (at == found.end())
            continue;
        auto& line = *at->second;
        add_line(line.handlers, share.full_name);
        if (line.handed_at.ms == 0 || share.assigned_at < line.handed_at)
            line.handed_at = share.assigned_at;
    }
}

void add_recipients(db::Tx& tx, const Range& range, std::vector<OutgoingLine>& lines)
{
    if (lines.empty())
        return;
    const auto found = by_record(lines);
    for (const auto& recipient : tx.list<Recipient>("SELECT r.record, r.kind, r.name, r.mark FROM book_number n"
                                                    " JOIN recipient r ON r.agency = n.agency AND r.record = n.record"
                                                    " WHERE n.agency = $1 AND n.book = $2 AND n.period = $3 AND n.number BETWEEN $4 AND $5"
                                                    " ORDER BY n.number, r.position",
                                                    tx.agency(), range.book, range.period, lines.front().number, lines.back().number)) {
        const auto at = found.find(recipient.record.to_string());
        if (at == found.end())
            continue;
        auto& line = *at->second;
        add_line(line.recipients, recipient.name + (recipient.mark.empty() ? "" : " (" + recipient.mark + ")"));
        if (recipient.kind == delivery::RecipientKind::outside) {
            add_line(line.posted_to, recipient.name);
            ++line.envelopes;
        }
    }
}

constexpr auto outgoing_lines =
    "SELECT n.number, n.state AS number_state, n.dated_on, n.reason, n.record, o.symbol, k.name AS kind_name, o.subject, o.signer_name,"
    " u.name AS unit_name, o.note, o.issued_on, COALESCE(o.state, 'numbered') AS state, s.symbol AS superseded_by,"
    " COALESCE(o.copy_count, 0) AS copy_count, COALESCE(o.dispatched_at, 0) AS dispatched_at"
    " FROM book_number n"
    " LEFT JOIN outgoing o ON o.agency = n.agency AND o.id = n.record"
    " LEFT JOIN kind k ON k.agency = o.agency AND k.code = o.kind"
    " LEFT JOIN unit u ON u.agency = o.agency AND u.id = o.unit"
    " LEFT JOIN outgoing s ON s.agency = o.agency AND s.id = o.superseded_by"
    " WHERE n.agency = $1 AND n.book = $2 AND n.period = $3 AND n.number > $4 AND n.dated_on >= $5 AND n.dated_on <= $6";

} // namespace

std::vector<IncomingLine> list_incoming(db::Tx& tx, const Range& range, int after, int limit)
{
    auto lines = tx.list<IncomingLine>(
        std::string{"SELECT n.number, n.state AS number_state, n.dated_on, n.reason, n.record, i.issuer, i.origin_number,"
                    " k.name AS kind_name, i.subject, i.note, i.issued_on, i.due_on, COALESCE(i.state, 'registered') AS state,"
                    " COALESCE(i.result, 'none') AS result, o.symbol AS reply_symbol, COALESCE(i.done_at, 0) AS done_at"
                    " FROM book_number n"
                    " LEFT JOIN incoming i ON i.agency = n.agency AND i.id = n.record"
                    " LEFT JOIN kind k ON k.agency = i.agency AND k.code = i.kind"
                    " LEFT JOIN outgoing o ON o.agency = i.agency AND o.id = i.reply"
                    " WHERE n.agency = $1 AND n.book = $2 AND n.period = $3 AND n.number > $4 AND n.dated_on >= $5 AND n.dated_on <= $6"
                    " ORDER BY n.number LIMIT $7"},
        tx.agency(), range.book, range.period, after, range.from, range.to, limit);
    add_handlers(tx, range, lines);
    return lines;
}

std::vector<OutgoingLine> list_outgoing(db::Tx& tx, const Range& range, int after, int limit)
{
    auto lines = tx.list<OutgoingLine>(std::string{outgoing_lines} + " ORDER BY n.number LIMIT $7", tx.agency(), range.book, range.period,
                                       after, range.from, range.to, limit);
    add_recipients(tx, range, lines);
    return lines;
}

// A book of copies has the columns of the register of outgoing documents: the decree has no form of its own for it.
std::vector<OutgoingLine> list_copies(db::Tx& tx, const Range& range, int after, int limit)
{
    auto lines = tx.list<OutgoingLine>(
        "SELECT n.number, n.state AS number_state, n.dated_on, n.reason, n.record, c.symbol,"
        " CASE c.form WHEN 'extract' THEN 'Trích sao' WHEN 'recopied' THEN 'Sao lục' WHEN 'full' THEN 'Sao y' ELSE '' END AS kind_name,"
        " c.source_name || CASE WHEN c.subject = '' THEN '' ELSE ': ' || c.subject END AS subject, c.signer_name, '' AS unit_name, c.note,"
        " c.copied_on AS issued_on, 'issued' AS state, '' AS superseded_by, COALESCE(c.copy_count, 0) AS copy_count,"
        " COALESCE(c.issued_at, 0) AS dispatched_at FROM book_number n"
        " LEFT JOIN document_copy c ON c.agency = n.agency AND c.id = n.record"
        " WHERE n.agency = $1 AND n.book = $2 AND n.period = $3 AND n.number > $4 AND n.dated_on >= $5 AND n.dated_on <= $6"
        " ORDER BY n.number LIMIT $7",
        tx.agency(), range.book, range.period, after, range.from, range.to, limit);
    add_recipients(tx, range, lines);
    return lines;
}

std::vector<OutgoingLine> list_posted(db::Tx& tx, const Range& range, int after, int limit)
{
    auto lines = tx.list<OutgoingLine>(
        std::string{outgoing_lines}
            + " AND o.dispatched_at > 0 AND EXISTS (SELECT 1 FROM recipient r WHERE r.agency = n.agency AND r.record = n.record"
              " AND r.kind = 'outside') ORDER BY n.number LIMIT $7",
        tx.agency(), range.book, range.period, after, range.from, range.to, limit);
    add_recipients(tx, range, lines);
    return lines;
}

std::vector<BookRow> list_rows(db::Tx& tx, const BookRowsQuery& query, int below, int limit)
{
    const std::string sql =
        "SELECT n.number, n.state, n.dated_on, n.reason, n.record, COALESCE(o.symbol, c.symbol, i.origin_number) AS symbol,"
        " COALESCE(o.subject, c.subject, i.subject) AS subject, p.full_name AS person_name, n.at FROM book_number n"
        " LEFT JOIN incoming i ON i.agency = n.agency AND i.id = n.record"
        " LEFT JOIN outgoing o ON o.agency = n.agency AND o.id = n.record"
        " LEFT JOIN document_copy c ON c.agency = n.agency AND c.id = n.record"
        " LEFT JOIN person p ON p.agency = n.agency AND p.id = n.person"
        " WHERE n.agency = $1 AND n.book = $2 AND n.period = $3 AND n.number < $4";
    const std::string order = " ORDER BY n.number DESC LIMIT $5";
    if (query.state)
        return tx.list<BookRow>(sql + " AND n.state = $6" + order, tx.agency(), query.book, query.period, below, limit, *query.state);
    return tx.list<BookRow>(sql + order, tx.agency(), query.book, query.period, below, limit);
}

Totals totals(db::Tx& tx, const Range& range)
{
    return tx.get<Totals>("SELECT COALESCE(MIN(number), 0) AS first, COALESCE(MAX(number), 0) AS last, COUNT(*) AS lines,"
                          " COALESCE(SUM(CASE state WHEN 'reserved' THEN 1 ELSE 0 END), 0) AS reserved,"
                          " COALESCE(SUM(CASE state WHEN 'voided' THEN 1 ELSE 0 END), 0) AS voided,"
                          " COALESCE(SUM(CASE state WHEN 'imported' THEN 1 ELSE 0 END), 0) AS imported"
                          " FROM book_number WHERE agency = $1 AND book = $2 AND period = $3 AND dated_on >= $4 AND dated_on <= $5",
                          tx.agency(), range.book, range.period, range.from, range.to);
}

} // namespace congso::registers::store
