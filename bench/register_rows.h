#pragma once
#include "lib/db/tx.h"
#include "tests/support/office_fixture.h"

// What registering a document writes, made beforehand: the work of the bare loops is these statements and nothing else.
namespace congso::bench {

struct Step {
    std::size_t statement{}; // into statements(engine)
    std::vector<db::Value> values; // $1, $2 …
};
using Transaction = std::vector<Step>;

// The statements of the program's own stores; each $n stands once and in its order.
const std::vector<std::string>& statements(db::Engine engine);

// Makes one row set after the other for one installation, as a client sends them: `upload` and then `registration`, or only that one.
class RowMaker {
public:
    RowMaker(const test::Office& office, db::Engine engine, Date today) : office_(office), engine_(engine), today_(today) { }

    Transaction first(); // once, before the others: the year of the book and the head of the audit chain
    Transaction upload(const std::string& sha256, std::size_t size); // upload of a PDF, with its job and audit link
    Transaction registration(std::size_t number, const std::optional<std::string>& sha256);

private:
    void add_audit(Transaction& transaction, std::string_view action, std::string_view kind, Uuid record, std::string detail);

    const test::Office& office_;
    const db::Engine engine_;
    const Date today_;
    std::int64_t sequence_ = 0;
    int number_ = 0;
};

} // namespace congso::bench
