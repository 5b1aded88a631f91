#include "lib/db/guard.h"

#include "lib/base/log.h"

namespace congso::db {

namespace {

thread_local bool inside_transaction = false;

} // namespace

template <class F> auto GuardedConnection::guarded(F&& act)
{
    if (fault_)
        throw Error::internal("db.aborted");
    try {
        return act();
    } catch (...) {
        fault_ = std::current_exception();
        throw;
    }
}

std::unique_ptr<Cursor> GuardedConnection::query(std::string_view sql, std::span<const Value> parameters)
{
    return guarded([&] { return do_query(sql, parameters); });
}

std::int64_t GuardedConnection::execute(std::string_view sql, std::span<const Value> parameters)
{
    return guarded([&] { return do_execute(sql, parameters); });
}

void GuardedConnection::script(std::string_view sql)
{
    guarded([&] { do_script(sql); });
}

void GuardedConnection::finish_body() const
{
    if (fault_)
        std::rethrow_exception(fault_);
}

OneTransaction::OneTransaction()
{
    if (inside_transaction)
        throw Error::internal("db.nested");
    inside_transaction = true;
}

OneTransaction::~OneTransaction()
{
    inside_transaction = false;
}

void run_after_commit(const std::vector<std::function<void()>>& acts)
{
    for (const auto& act : acts) {
        try {
            act();
        } catch (const std::exception& fault) {
            log::error("db.after_commit", {{"error", fault.what()}});
        }
    }
}

} // namespace congso::db
