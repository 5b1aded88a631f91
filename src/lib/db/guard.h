#pragma once
#include "lib/db/tx.h"

#include <exception>

// What both drivers share; nobody else includes it.
namespace congso::db {

// Makes the two engines agree on what a fault does to its transaction: after one nothing more is run, and a body that
// swallowed it cannot commit. (PostgreSQL would refuse by itself; SQLite would go on.)
class GuardedConnection : public Connection {
public:
    std::unique_ptr<Cursor> query(std::string_view sql, std::span<const Value> parameters) final;
    std::int64_t execute(std::string_view sql, std::span<const Value> parameters) final;
    void script(std::string_view sql) final;

    void start_body() { fault_ = nullptr; } // whatever went wrong before is another body's
    void finish_body() const; // throws the fault that the body has swallowed

protected:
    virtual std::unique_ptr<Cursor> do_query(std::string_view sql, std::span<const Value> parameters) = 0;
    virtual std::int64_t do_execute(std::string_view sql, std::span<const Value> parameters) = 0;
    virtual void do_script(std::string_view sql) = 0;

private:
    template <class F> auto guarded(F&& act);

    std::exception_ptr fault_;
};

// While it lives, this thread is inside a transaction; a second one throws Error::internal "db.nested". Inside one, another would
// wait for the first for ever, or read what the first has not committed.
class OneTransaction {
public:
    OneTransaction();
    ~OneTransaction();
    OneTransaction(const OneTransaction&) = delete;
    OneTransaction& operator=(const OneTransaction&) = delete;
};

void run_after_commit(const std::vector<std::function<void()>>& acts); // logs what they throw

} // namespace congso::db
