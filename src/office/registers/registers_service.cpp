#include "office/registers/registers_service.h"

#include "lib/text/upper.h"
#include "office/registers/register_paper.h"
#include "office/registers/register_rows.h"
#include "office/registers/registers_store.h"

namespace congso {

namespace store = registers::store;
using namespace registers;
using numbering::Book, numbering::Direction;

namespace {

constexpr int lines_at_once = 500; // a long book is read and drawn piece by piece

// The name over a register: that of the body whose documents it numbers, else the agency's.
struct Heading {
    std::string parent_line, lines;
};

Heading heading_of(db::Tx& tx, const OrgService& org, const Book& book)
{
    if (!book.body)
        return {{}, text::upper(org.get_agency(tx, tx.agency()).name)};
    const auto body = org.get_body(tx, book.body);
    return {body.parent_line, body.heading_lines.empty() ? text::upper(body.name) : body.heading_lines};
}

std::string period_text(const Book& book, const numbering::Period& period)
{
    if (book.period_kind == numbering::PeriodKind::year)
        return fmt::format("Năm: {}", period.period);
    return fmt::format("Nhiệm kỳ: {} - {}", period.starts_on.year(), period.ends_on.year());
}

// «Cộng 214 số, từ số 01 đến số 214; trong đó: hủy 2, giữ 1, nhập từ sổ cũ 35.»
std::string sum_text(const store::Totals& totals)
{
    if (totals.lines == 0)
        return "Không có số nào.";
    auto text = fmt::format("Cộng {} số, từ số {:02} đến số {:02}", totals.lines, totals.first, totals.last);
    std::string special;
    for (const auto& [name, count] : {std::pair{"hủy", totals.voided}, {"giữ", totals.reserved}, {"nhập từ sổ cũ", totals.imported}})
        if (count > 0)
            special += (special.empty() ? "" : ", ") + std::string{name} + " " + std::to_string(count);
    return text + (special.empty() ? "." : "; trong đó: " + special + ".");
}

struct Sheet {
    const OrgService& org;
    db::Database& database;
    const Actor& actor;
    Book book;
    store::Range range;
    Form form{};
    Date today;
    int zone_minutes{};

    void draw(RegisterPaper& paper) const
    {
        for (int after = 0;;) {
            const auto count = book.direction == Direction::incoming ? draw_incoming(paper, after) : draw_outgoing(paper, after);
            if (count < lines_at_once)
                return;
        }
    }

private:
    int draw_incoming(RegisterPaper& paper, int& after) const
    {
        const auto lines = database.read(actor.agency(), [&](db::Tx& tx) { return store::list_incoming(tx, range, after, lines_at_once); });
        for (const auto& line : lines) {
            paper.add(form == Form::handling ? handling_row(line, today, zone_minutes) : entry_row(line, zone_minutes));
            after = line.number;
        }
        return static_cast<int>(lines.size());
    }

    int draw_outgoing(RegisterPaper& paper, int& after) const
    {
        const auto lines = database.read(actor.agency(), [&](db::Tx& tx) {
            if (book.direction == Direction::copies)
                return store::list_copies(tx, range, after, lines_at_once);
            return form == Form::post ? store::list_posted(tx, range, after, lines_at_once)
                                      : store::list_outgoing(tx, range, after, lines_at_once);
        });
        for (const auto& line : lines) {
            paper.add(form == Form::post ? post_row(line, zone_minutes) : entry_row(line, zone_minutes));
            after = line.number;
        }
        return static_cast<int>(lines.size());
    }
};

} // namespace

std::string RegisterService::printed_by(const Actor& actor) const
{
    const auto person = p_.database.read(actor.agency(), [&](db::Tx& tx) { return p_.org.find_person(tx, actor.person()); });
    return registers::printed_by(person ? person->full_name : "", p_.clock.now(), p_.clock.zone_minutes());
}

Book RegisterService::find_book(db::Tx& tx, Id<Book> id) const
{
    for (auto& book : p_.numbering.list_books(tx))
        if (book.id == id)
            return std::move(book);
    throw Error::not_found();
}

Printed RegisterService::day_sheet(const Actor& actor, const DaySheetQuery& query)
{
    actor.demand(Permission::see_all_documents);
    const auto today = p_.clock.today(), day = query.day.value_or(today);
    if (!day.is_set())
        throw Error::invalid_field("/day", "date");
    if (day > today)
        throw Error::invalid_field("/day", "future");
    if (day.year() < numbering::first_year)
        throw Error::invalid_field("/day", "range");
    store::Totals totals;
    Heading heading;
    Sheet sheet{p_.org, p_.database, actor, {}, {query.book, day.year(), day, day}, Form::entries, today, p_.clock.zone_minutes()};
    p_.database.read(actor.agency(), [&](db::Tx& tx) {
        sheet.book = find_book(tx, query.book);
        heading = heading_of(tx, p_.org, sheet.book);
        if (const auto period = p_.numbering.find_period(tx, query.book, day))
            sheet.range.period = period->period;
        totals = store::totals(tx, sheet.range);
    });
    const auto checkpoint = p_.audit.checkpoint(p_.database, actor.agency()); // over everything up to now
    const auto name = name_of(sheet.book, Form::entries);
    RegisterPaper paper{today, printed_by(actor)};
    auto one_line = heading.lines;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    paper.begin({"PHIẾU NGÀY " + day_text(day) + " — " + name, one_line + " · Sổ «" + sheet.book.name + "»"},
                "Phiếu ngày " + day_text(day) + " · " + sheet.book.name, columns_of(sheet.book.direction, Form::entries));
    sheet.draw(paper);
    std::vector<std::string> closing{sum_text(totals)};
    if (checkpoint) {
        const auto minute = checkpoint->at.minute_of_day(sheet.zone_minutes);
        closing.push_back(fmt::format("Mã điểm kiểm nhật ký: {} (mắt xích {}, ký lúc {:02}:{:02} ngày {}). Giữ phiếu này: mã chứng minh "
                                      "về sau không ai sửa, cắt bớt sổ.",
                                      checkpoint->code, checkpoint->sequence, minute / 60, minute % 60,
                                      day_text(checkpoint->at.date(sheet.zone_minutes))));
    }
    paper.end(closing, {"", "NGƯỜI LẬP PHIẾU"});
    return {fmt::format("Phiếu ngày {} {}.pdf", day.to_string(), sheet.book.name), paper.finish(), {}};
}

Printed RegisterService::print_book(const Actor& actor, const BookPrintQuery& query)
{
    actor.demand(Permission::see_all_documents);
    const auto today = p_.clock.today();
    store::Totals totals;
    Heading heading;
    numbering::Period period;
    std::string closed_by;
    Sheet sheet{p_.org,
                p_.database,
                actor,
                {},
                {query.book, query.period, {}, {}},
                query.form.value_or(Form::entries),
                today,
                p_.clock.zone_minutes()};
    p_.database.read(actor.agency(), [&](db::Tx& tx) {
        sheet.book = find_book(tx, query.book);
        period = p_.numbering.get_period(tx, query.book, query.period);
        sheet.range.from = std::max(query.from.value_or(period.starts_on), period.starts_on);
        sheet.range.to = std::min(query.to.value_or(period.ends_on), period.ends_on);
        if (sheet.range.to < sheet.range.from)
            throw Error::invalid_field("/to", "before_from");
        const auto wanted = sheet.form == Form::post ? Direction::outgoing : Direction::incoming;
        if (sheet.form != Form::entries && sheet.book.direction != wanted)
            throw Error::invalid_field("/form", "other_book");
        heading = heading_of(tx, p_.org, sheet.book);
        totals = store::totals(tx, sheet.range);
        if (period.closed_by)
            closed_by = p_.org.get_person(tx, period.closed_by).full_name;
    });
    const auto title = name_of(sheet.book, sheet.form);
    RegisterPaper paper{today, printed_by(actor)};
    paper.cover({.parent_line = heading.parent_line,
                 .agency = heading.lines,
                 .title = title,
                 .book_name = sheet.book.name,
                 .period = period_text(sheet.book, period),
                 .from = sheet.range.from,
                 .to = sheet.range.to,
                 .first_number = totals.first,
                 .last_number = totals.last});
    paper.begin({}, fmt::format("{} · {} · {}", title, sheet.book.name, period_text(sheet.book, period)),
                columns_of(sheet.book.direction, sheet.form));
    sheet.draw(paper);
    std::vector<std::string> closing;
    if (sheet.form != Form::post)
        closing.push_back(sum_text(totals));
    const bool whole = sheet.range.from == period.starts_on && sheet.range.to == period.ends_on;
    if (period.closed && whole)
        closing.push_back(fmt::format("Đã khóa sổ ngày {} với {} số; người khóa: {}.", day_text(period.closed_at.date(sheet.zone_minutes)),
                                      period.last_number - period.first_number + 1, closed_by));
    paper.end(closing, {"NGƯỜI LẬP SỔ", "THỦ TRƯỞNG CƠ QUAN, TỔ CHỨC"});
    return {fmt::format("{} {} {}.pdf", title, sheet.book.name, period.period), paper.finish(), {}};
}

} // namespace congso
