#pragma once
#include "lib/base/error.h"
#include "lib/db/value.h"

#include <functional>
#include <memory>
#include <vector>

namespace congso::db {

enum class Engine { sqlite, postgres };

// The rows of one statement, read forward. Columns are named as in the SQL.
class Cursor {
public:
    virtual ~Cursor() = default;
    virtual bool next() = 0;
    virtual int columns() const = 0;
    virtual std::string_view name(int column) const = 0;
    virtual Value value(int column) const = 0;
};

// What a driver does for one open transaction.
class Connection {
public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;
    virtual std::unique_ptr<Cursor> query(std::string_view sql, std::span<const Value> parameters) = 0;
    virtual std::int64_t execute(std::string_view sql, std::span<const Value> parameters) = 0; // rows changed
    virtual void script(std::string_view sql) = 0;                                             // several statements, no parameters
};

// One transaction of one agency. SQL is one text for both engines: $1, $2 …, each used in order of position or again by number.
// A row fills a described struct by column name; a scalar is the first column.
// Faults of the engine arrive as Error: a broken UNIQUE is conflict "db.unique", a broken CHECK or foreign key internal "db.constraint".
class Tx {
public:
    Tx(Connection& connection, AgencyId agency) : connection_(connection), agency_(agency) {}
    Tx(const Tx&) = delete;
    Tx& operator=(const Tx&) = delete;

    AgencyId agency() const { return agency_; }
    Engine engine() const { return connection_.engine(); }

    template <class T, class... A> std::optional<T> find(std::string_view sql, const A&... arguments)
    {
        std::optional<T> found;
        rows(sql, values(arguments...), [&](Cursor& cursor) {
            read(cursor, describe::type_of<T>(), &found.emplace());
            return false;
        });
        return found;
    }
    template <class T, class... A> T get(std::string_view sql, const A&... arguments) // throws not_found
    {
        if (auto found = find<T>(sql, arguments...))
            return std::move(*found);
        throw Error::not_found();
    }
    template <class T, class... A> std::vector<T> list(std::string_view sql, const A&... arguments)
    {
        return list_with<T>(sql, values(arguments...));
    }
    template <class T> std::vector<T> list_with(std::string_view sql, const std::vector<Value>& parameters)
    {
        std::vector<T> all;
        rows(sql, parameters, [&](Cursor& cursor) {
            read(cursor, describe::type_of<T>(), &all.emplace_back());
            return true;
        });
        return all;
    }
    template <class... A> std::int64_t execute(std::string_view sql, const A&... arguments)
    {
        return execute_with(sql, values(arguments...));
    }
    std::int64_t execute_with(std::string_view sql, const std::vector<Value>& parameters);

    // INSERT of a described struct into `table`: one column per field, in their order; lists are left out (they have tables of their own).
    template <class T> void insert(std::string_view table, const T& row) { insert_record(table, describe::type_of<T>(), &row); }

    // Streams rows to `each` until it returns false.
    void rows(std::string_view sql, const std::vector<Value>& parameters, const std::function<bool(Cursor&)>& each);
    Connection& connection() { return connection_; } // for dialect.h only

    // A function to run after COMMIT, on the thread that asked for the transaction (a notice to streams, a wake-up of the job runner).
    void after_commit(std::function<void()> act) { after_commit_.push_back(std::move(act)); }
    std::vector<std::function<void()>> take_after_commit() { return std::move(after_commit_); }

private:
    template <class... A> static std::vector<Value> values(const A&... arguments) { return {to_value(arguments)...}; }
    static void read(Cursor& cursor, const describe::Type& type, void* target); // record by names, anything else from column 0
    void insert_record(std::string_view table, const describe::Type& type, const void* row);

    Connection& connection_;
    AgencyId agency_;
    std::vector<std::function<void()>> after_commit_;
};

} // namespace congso::db
