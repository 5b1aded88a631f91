#include "office/imports/imports_service.h"

#include "lib/ooxml/xlsx_read.h"
#include "lib/text/csv.h"
#include "lib/text/normalize.h"
#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/imports/imports_store.h"

#include <fstream>

namespace congso {

namespace store = imports::store;
using namespace imports;
using numbering::Book, numbering::Direction;

namespace {

constexpr std::int64_t largest_file = 20 << 20;
constexpr std::size_t most_rows = 5000; // of one import: one transaction

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

} // namespace

Rows ImportService::rows_of(const Actor& actor, const std::string& file)
{
    if (!files::is_id(file))
        throw Error::invalid_field("/file", "file.unknown");
    const auto readable = p_.files.open(actor, file);
    if (readable.size > largest_file)
        throw Error::invalid_field("/file", "too_large");
    const auto bytes = bytes_of(readable.path);
    Rows rows;
    switch (files::type_of_mime(readable.media_type)) {
    case media::MediaType::xlsx:
        rows = ooxml::read_xlsx(bytes).rows;
        for (auto& row : rows)
            for (auto& cell : row)
                cell = text::normalize(cell).value_or("");
        break;
    case media::MediaType::text:
        if (auto read = text::read_csv(bytes)) {
            rows = std::move(*read);
            break;
        }
        [[fallthrough]];
    default:
        throw Error::invalid_field("/file", "table");
    }
    if (rows.size() > most_rows + 20)
        throw Error::invalid_field("/file", "too_many");
    return rows;
}

Book ImportService::find_book(db::Tx& tx, Id<Book> id) const
{
    for (auto& book : p_.numbering.list_books(tx))
        if (book.id == id) {
            if (book.direction == Direction::copies) // a past copy has no document here that it is a copy of
                throw Error::invalid_field("/book", "other_book");
            return std::move(book);
        }
    throw Error::not_found();
}

Table ImportService::table_of(db::Tx& tx, const Book& book, const Rows& rows) const
{
    Ground ground{.direction = book.direction, .kinds = store::kinds(tx), .next_number = 1, .today = p_.clock.today()};
    auto table = read_table(rows, ground);
    const auto first_day = book.direction == Direction::incoming ? (table.incoming.empty() ? Date{} : table.incoming.front().arrived_on)
                                                                 : (table.outgoing.empty() ? Date{} : table.outgoing.front().issued_on);
    if (!first_day.is_set())
        return table;
    const auto period = p_.numbering.find_period(tx, book.id, first_day);
    if (!period || period->last_number == 0)
        return table;
    ground.next_number = period->last_number + 1; // numbers of this period stand in the book already
    return read_table(rows, ground);
}

Preview ImportService::preview(const Actor& actor, const ImportEntry& entry)
{
    actor.demand(Permission::manage_books);
    const auto book = p_.database.read(actor.agency(), [&](db::Tx& tx) { return find_book(tx, entry.book); });
    const auto rows = rows_of(actor, entry.file);
    return p_.database.read(actor.agency(), [&](db::Tx& tx) { return table_of(tx, book, rows).preview; });
}

Imported ImportService::take_in(const Actor& actor, const ImportEntry& entry)
{
    actor.demand(Permission::manage_books);
    p_.database.read(actor.agency(), [&](db::Tx& tx) { return find_book(tx, entry.book); });
    demand_text("/reason", entry.reason, longest_reason);
    const auto rows = rows_of(actor, entry.file);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto book = find_book(tx, entry.book);
        const auto table = table_of(tx, book, rows);
        if (table.preview.fault_count > 0)
            throw Error::conflict("import.faults", {{"count", std::to_string(table.preview.fault_count)}});
        for (const auto& past : table.incoming)
            p_.incoming.import_past(tx, actor, book.id, past, entry.reason);
        for (const auto& past : table.outgoing)
            p_.outgoing.import_past(tx, actor, book, past, entry.reason);
        const auto& preview = table.preview;
        p_.audit.record(tx, actor, "book.imported", "book", book.id.uuid,
                        {{"count", std::to_string(preview.count)},
                         {"first_number", std::to_string(preview.first_number)},
                         {"last_number", std::to_string(preview.last_number)},
                         {"reason", entry.reason}});
        return Imported{preview.count, preview.first_number, preview.last_number, preview.last_number + 1};
    });
}

} // namespace congso
