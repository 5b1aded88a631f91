#pragma once
#include "lib/print/table.h"
#include "office/registers/registers.h"

// The sheets of a register: A4 landscape, bound on the left; a cover, then the table over as many pages as it takes.
namespace congso::registers {

struct Cover {
    std::string parent_line; // box 2, first line; often empty
    std::string agency; // one line each, as in box 2 of its documents
    std::string title, book_name; // «SỔ ĐĂNG KÝ VĂN BẢN ĐẾN»; which of several
    std::string period; // «Năm: 2022», «Nhiệm kỳ: 2020 - 2025»
    Date from, to;
    int first_number{}, last_number{}; // 0: no line
    bool numbered = true; // its lines bear numbers of a series
};

// «In từ congso …»: who printed, and when (Appendix VI part I: prints are marked).
std::string printed_by(std::string_view person, Time now, int zone_minutes);

class RegisterPaper {
public:
    RegisterPaper(Date today, std::string printed) : paper_(today, print::Orientation::landscape), printed_(std::move(printed)) { }

    void cover(const Cover& cover);
    // The page after the cover, or the only one. `heading` stands above the table of the first page.
    void begin(const std::vector<std::string>& heading, const std::string& running, std::vector<print::Column> columns);
    void add(const std::vector<print::Cell>& cells) { table_->add(cells); }
    void end(const std::vector<std::string>& closing, const std::vector<std::string>& signers); // below the table: sentences, who signs
    std::string finish() { return paper_.finish(); }

private:
    void mark_page(const std::string& running);

    print::Paper paper_;
    std::string printed_;
    std::string running_;
    std::optional<print::Table> table_;
    int page_ = 0;
};

} // namespace congso::registers
