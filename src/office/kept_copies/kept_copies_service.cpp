#include "office/kept_copies/kept_copies_service.h"

#include "lib/ooxml/xlsx_write.h"
#include "lib/text/upper.h"
#include "office/actor/use_case.h"
#include "office/kept_copies/kept_copies_store.h"
#include "office/registers/register_paper.h"
#include "office/registers/register_rows.h"

namespace congso {

namespace store = kept_copies::store;
using kept_copies::Use, kept_copies::UseRow;

namespace {

constexpr std::string_view record_kind = "kept_copy", title = "SỔ SỬ DỤNG BẢN LƯU";

void demand_clerk(const Actor& actor)
{
    actor.demand(Permission::number_outgoing);
    actor.demand(Permission::see_all_documents); // the copy of any document may be asked for
}

bool is_kept(outgoing::State state) // art. 19: what has been issued
{
    using enum outgoing::State;
    return state == issued || state == recalled || state == replaced || state == corrected;
}

void demand_year(int year, Date today)
{
    if (year < numbering::first_year || year > today.year())
        throw Error::invalid_field("/year", "range");
}

} // namespace

UseRow KeptCopyService::take(const Actor& actor, const kept_copies::UseEntry& entry)
{
    demand_clerk(actor);
    const auto today = clock_.today();
    if (auto faults = kept_copies::faults_of(entry, today); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto document = store::find_document(tx, entry.document);
        if (!document)
            throw Error::invalid_field("/document", "unknown");
        if (!is_kept(document->state))
            throw Error::invalid_field("/document", "not_issued");
        const auto taken_on = entry.taken_on.value_or(today);
        if (taken_on < document->issued_on)
            throw Error::invalid_field("/taken_on", "before_issue");
        const auto person = entry.person && *entry.person ? org_.find_person(tx, *entry.person) : std::nullopt;
        if (entry.person && *entry.person && !person)
            throw Error::invalid_field("/person", "unknown");
        if (!org_.find_person(tx, entry.allowed_by))
            throw Error::invalid_field("/allowed_by", "unknown");
        if (store::is_out(tx, entry.document))
            throw Error::conflict("kept_copy.out");
        auto name = entry.user_name.value_or("");
        if (name.empty() && person)
            name = person->full_name;
        const Use use{.agency = tx.agency(),
                      .id = Id<Use>::make(),
                      .document = entry.document,
                      .taken_on = taken_on,
                      .person = person ? person->id : Id<org::Person>{},
                      .user_name = name,
                      .dossier = entry.dossier ? *entry.dossier : store::dossier_of(tx, entry.document),
                      .allowed_by = entry.allowed_by,
                      .returned_on = {},
                      .note = entry.note.value_or(""),
                      .entered_by = actor.person(),
                      .entered_at = clock_.now()};
        store::insert(tx, use);
        audit_.record(tx, actor, "kept_copy.taken", record_kind, use.id.uuid,
                      {{"document", use.document.to_string()}, {"user", use.user_name}});
        return store::get_row(tx, use.id);
    });
}

UseRow KeptCopyService::give_back(const Actor& actor, const kept_copies::GiveBack& entry)
{
    demand_clerk(actor);
    const auto today = clock_.today(), day = entry.returned_on.value_or(today);
    if (!day.is_set())
        throw Error::invalid_field("/returned_on", "date");
    if (day > today)
        throw Error::invalid_field("/returned_on", "future");
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto use = store::find(tx, entry.id);
        if (!use)
            throw Error::not_found();
        if (use->returned_on.is_set())
            throw Error::conflict("kept_copy.back");
        if (day < use->taken_on)
            throw Error::invalid_field("/returned_on", "before_from");
        store::give_back(tx, use->id, day);
        audit_.record(tx, actor, "kept_copy.given_back", record_kind, use->id.uuid, {{"document", use->document.to_string()}});
        return store::get_row(tx, use->id);
    });
}

Page<UseRow> KeptCopyService::list(const Actor& actor, const kept_copies::UseQuery& query)
{
    actor.demand(Permission::see_all_documents);
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list(tx, query); });
}

registers::Printed KeptCopyService::print(const Actor& actor, const kept_copies::RegisterQuery& query)
{
    actor.demand(Permission::see_all_documents);
    const auto today = clock_.today();
    demand_year(query.year, today);
    std::string agency, person;
    std::vector<UseRow> rows;
    database_.read(actor.agency(), [&](db::Tx& tx) {
        agency = text::upper(org_.get_agency(tx, tx.agency()).name);
        if (const auto who = org_.find_person(tx, actor.person()))
            person = who->full_name;
        rows = store::list_year(tx, query.year);
    });
    const auto period = fmt::format("Năm: {}", query.year);
    registers::RegisterPaper paper{today, registers::printed_by(person, clock_.now(), clock_.zone_minutes())};
    paper.cover({.parent_line = {},
                 .agency = agency,
                 .title = std::string{title},
                 .book_name = {},
                 .period = period,
                 .from = Date::of(query.year, 1, 1),
                 .to = Date::of(query.year, 12, 31),
                 .numbered = false});
    paper.begin({}, fmt::format("{} · {}", title, period), registers::kept_copy_columns());
    int out = 0;
    for (const auto& row : rows) {
        paper.add(kept_copies::cells_of(row));
        out += row.returned_on.is_set() ? 0 : 1;
    }
    paper.end({rows.empty() ? "Không có lần sử dụng nào."
                            : fmt::format("Cộng {} lần sử dụng{}.", rows.size(), out > 0 ? fmt::format("; chưa trả {}", out) : "")},
              {"NGƯỜI LẬP SỔ", "THỦ TRƯỞNG CƠ QUAN, TỔ CHỨC"});
    return {fmt::format("{} {}.pdf", title, query.year), paper.finish(), {}};
}

registers::Spreadsheet KeptCopyService::take_out(const Actor& actor, const kept_copies::RegisterQuery& query)
{
    actor.demand(Permission::see_all_documents);
    demand_year(query.year, clock_.today());
    const auto rows = database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_year(tx, query.year); });
    auto file = temporary_ / (Uuid::make().to_string() + ".xlsx");
    ooxml::XlsxWriter writer{file,
                             "Sổ sử dụng bản lưu",
                             {{"Ngày tháng", 12},
                              {"Họ tên người sử dụng", 26},
                              {"Số, ký hiệu", 20},
                              {"Ngày tháng văn bản", 12},
                              {"Tên loại", 16},
                              {"Trích yếu", 60},
                              {"Số và ký hiệu HS", 18},
                              {"Ngày trả", 12},
                              {"Người cho phép", 26},
                              {"Ghi chú", 24}}};
    for (const auto& row : rows)
        writer.add({row.taken_on, row.user_name, row.symbol, row.issued_on, row.kind_name, row.subject, row.dossier, row.returned_on,
                    row.allowed_name, row.note});
    writer.finish();
    return {fmt::format("Sổ sử dụng bản lưu {}.xlsx", query.year), std::move(file)};
}

Rules KeptCopyService::rules()
{
    return store::rules();
}

} // namespace congso
