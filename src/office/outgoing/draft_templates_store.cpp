#include "office/outgoing/draft_templates_store.h"

#include "lib/db/dialect.h"

namespace congso::outgoing::store {

namespace {

struct Row {
    std::string kind;
    int version{}, half_points{}, line_percent{}, indent_tenths_mm{}, gap_pt{}, top_mm{}, bottom_mm{}, left_mm{}, right_mm{};
    std::string note;
    Id<org::Person> saved_by;
    std::string saved_by_name;
    Time saved_at;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (kind, version, half_points, line_percent, indent_tenths_mm, gap_pt, top_mm, bottom_mm, left_mm, right_mm, note,
                       saved_by, saved_by_name, saved_at))

constexpr auto columns = "SELECT t.kind, t.version, t.half_points, t.line_percent, t.indent_tenths_mm, t.gap_pt, t.top_mm, t.bottom_mm,"
                         "       t.left_mm, t.right_mm, t.note, t.saved_by,"
                         "       p.full_name AS saved_by_name, t.saved_at"
                         "  FROM draft_template t JOIN person p ON p.agency = t.agency AND p.id = t.saved_by";

std::vector<Paragraph> list_paragraphs(db::Tx& tx, const Row& row, std::string_view part)
{
    return tx.list<Paragraph>("SELECT style, text FROM draft_template_paragraph"
                              " WHERE agency = $1 AND kind = $2 AND version = $3 AND part = $4 ORDER BY position",
                              tx.agency(), row.kind, row.version, part);
}

DraftTemplate whole(db::Tx& tx, const Row& row)
{
    return {.kind = row.kind,
            .version = row.version,
            .opening = list_paragraphs(tx, row, "opening"),
            .closing = list_paragraphs(tx, row, "closing"),
            .recipients = tx.list<Recipient>("SELECT recipient_kind AS kind, target, name, mark, addressee FROM draft_template_recipient"
                                             " WHERE agency = $1 AND kind = $2 AND version = $3 ORDER BY position",
                                             tx.agency(), row.kind, row.version),
            .text_style = {row.half_points, row.line_percent, row.indent_tenths_mm, row.gap_pt},
            .margins = {row.top_mm, row.bottom_mm, row.left_mm, row.right_mm},
            .note = row.note,
            .saved_by = row.saved_by,
            .saved_by_name = row.saved_by_name,
            .saved_at = row.saved_at};
}

std::vector<DraftTemplate> wholes(db::Tx& tx, const std::vector<Row>& rows)
{
    std::vector<DraftTemplate> all;
    for (const auto& row : rows)
        all.push_back(whole(tx, row));
    return all;
}

} // namespace

std::optional<DraftTemplate> find_template(db::Tx& tx, std::string_view kind)
{
    const auto row =
        tx.find<Row>(std::string{columns} + " WHERE t.agency = $1 AND t.kind = $2 ORDER BY t.version DESC LIMIT 1", tx.agency(), kind);
    return row ? std::optional{whole(tx, *row)} : std::nullopt;
}

std::vector<DraftTemplate> list_templates(db::Tx& tx)
{
    return wholes(tx,
                  tx.list<Row>(std::string{columns}
                                   + " JOIN kind k ON k.agency = t.agency AND k.code = t.kind"
                                     " WHERE t.agency = $1 AND t.version = (SELECT MAX(n.version) FROM draft_template n"
                                     " WHERE n.agency = t.agency AND n.kind = t.kind) ORDER BY k.position, t.kind",
                               tx.agency()));
}

std::vector<DraftTemplate> list_template_versions(db::Tx& tx, std::string_view kind)
{
    return wholes(
        tx,
        tx.list<Row>(std::string{columns} + " WHERE t.agency = $1 AND t.kind = $2 ORDER BY t.version DESC LIMIT 200", tx.agency(), kind));
}

void insert(db::Tx& tx, const DraftTemplate& made)
{
    if (const auto newest = find_template(tx, made.kind); (newest ? newest->version : 0) + 1 != made.version)
        throw Error::conflict("stale", {{"version", std::to_string(newest ? newest->version : 0)}});
    const auto& style = made.text_style;
    tx.execute("INSERT INTO draft_template (agency, kind, version, half_points, line_percent, indent_tenths_mm, gap_pt, note, saved_by,"
               "   saved_at, top_mm, bottom_mm, left_mm, right_mm) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
               tx.agency(), made.kind, made.version, style.half_points, style.line_percent, style.indent_tenths_mm, style.gap_pt, made.note,
               made.saved_by, made.saved_at, made.margins.top_mm, made.margins.bottom_mm, made.margins.left_mm, made.margins.right_mm);
    std::vector<std::vector<db::Value>> rows;
    const auto put = [&](std::string_view part, const std::vector<Paragraph>& paragraphs) {
        int position = 0;
        for (const auto& paragraph : paragraphs)
            rows.push_back({db::to_value(tx.agency()), db::to_value(made.kind), db::to_value(made.version), db::to_value(part),
                            db::to_value(++position), db::to_value(paragraph.style), db::to_value(paragraph.text)});
    };
    put("opening", made.opening);
    put("closing", made.closing);
    if (!rows.empty())
        db::insert_many(tx, "draft_template_paragraph", "agency, kind, version, part, position, style, text", rows);
    rows.clear();
    for (const auto& recipient : made.recipients) {
        const auto target = recipient.kind == RecipientKind::outside ? Uuid{} : recipient.target.value_or(Uuid{});
        rows.push_back({db::to_value(tx.agency()), db::to_value(made.kind), db::to_value(made.version), db::to_value(rows.size() + 1),
                        db::to_value(recipient.kind), db::to_value(target), db::to_value(recipient.name), db::to_value(recipient.mark),
                        db::to_value(recipient.addressee)});
    }
    if (!rows.empty())
        db::insert_many(tx, "draft_template_recipient", "agency, kind, version, position, recipient_kind, target, name, mark, addressee",
                        rows);
}

} // namespace congso::outgoing::store
