#pragma once
#include "lib/base/error.h"
#include "lib/text/csv.h"
#include "office/accounts/accounts.h"
#include "office/org/org.h"

#include <functional>

// People brought in a table. Columns are known by their names, in any order.
namespace congso::administration {

// One line as it was read, and what is wrong in which column.
struct ImportFault {
    std::string column, code; // "full_name", "required"
};
BOOST_DESCRIBE_STRUCT(ImportFault, (), (column, code))
struct ImportRow {
    int line{}; // as people count the lines of their table, the head being the first
    std::string full_name, post, email, phone, born_on, username, roles; // roles: names, parted by commas
    std::vector<ImportFault> faults;
};
BOOST_DESCRIBE_STRUCT(ImportRow, (), (line, full_name, post, email, phone, born_on, username, roles, faults))

struct ImportPreview { // POST /api/admin/people/preview, the bytes of a CSV or XLSX table
    std::vector<ImportRow> rows;
    int wrong{}; // rows with faults
};
BOOST_DESCRIBE_STRUCT(ImportPreview, (), (rows, wrong))

struct ImportPeople { // POST /api/admin/people/import: all of them or none; answers the sheet of first passwords (PDF)
    std::vector<ImportRow> rows;
};
BOOST_DESCRIBE_STRUCT(ImportPeople, (), (rows))

constexpr std::size_t most_people = 500;

// The rows of a table, empty lines left out. Throws invalid "import.empty", "import.no_name_column", "import.too_many".
std::vector<ImportRow> rows_of(const text::Rows& table);

// A day as people write it: 4/9/1990, 04-09-1990, 1990-09-04. Unset for nothing, none for nonsense.
std::optional<Date> read_day(std::string_view text);
std::vector<std::string> names_in(std::string_view list); // «Văn thư, Lưu trữ» → two

// What the rows are held against.
struct ImportGround {
    const std::vector<org::Post>& posts;
    const std::vector<accounts::Role>& roles;
    std::function<bool(const std::string&)> username_taken;
    std::function<bool(const std::string&, Date)> person_exists; // of the same name and, where both have one, the same day of birth
    Date today;
};
// Finds every fault of every row; the rows' own faults are written anew. Returns how many rows have any.
int check_rows(std::vector<ImportRow>& rows, const ImportGround& ground);

const org::Post* find_post(const std::vector<org::Post>& posts, std::string_view name, Date today); // whatever the marks and the case
const accounts::Role* find_role(const std::vector<accounts::Role>& roles, std::string_view name);

} // namespace congso::administration
