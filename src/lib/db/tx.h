#pragma once
#include "lib/base/error.h"
#include "lib/db/value.h"

#include <functional>
#include <memory>
#include <span>
#include <utility>
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

private:
    friend void read_row(Cursor& cursor, const describe::Type& type, void* target);
    const describe::Type* mapped_{}; // the type that `fields_` was made for, so names are looked up once a statement
    std::vector<const describe::Field*> fields_;
};

// Fills `target` from the current row: a record by column name, anything else from the first column. A column that has no
// field is Error::internal "db.column"; a field that has no column stays as it is.
void read_row(Cursor& cursor, const describe::Type& type, void* target);

// What a driver does for one open transaction.
class Connection {
public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;
    virtual std::unique_ptr<Cursor> query(std::string_view sql, std::span<const Value> parameters) = 0;
    virtual std::int64_t execute(std::string_view sql, std::span<const Value> parameters) = 0; // rows changed
    virtual void script(std::string_view sql) = 0; // several statements, no parameters
};

// One transaction of one agency. SQL is one text for both engines: $1, $2 …, each used in order of position or again by number.
// A row fills a described struct by column name; a scalar is the first column.
//
// Types of parameters: a number is sent as BIGINT, a text as TEXT, NULL without a type. So where a parameter that may be NULL has
// nothing beside it to tell its type, say it: `CAST($1 AS TEXT) IS NULL`, `COALESCE(CAST($2 AS BIGINT), 0)`. Beside a column nothing
// is needed.
//
// Faults of the engine arrive as Error. The fact "detail" is the engine's sentence without values:
//   conflict "db.unique" (UNIQUE, PRIMARY KEY), internal "db.constraint" (CHECK, NOT NULL, foreign key), internal "db.sql" (a wrong
//   statement), internal "db.parameters" (their number differs), internal "db.text" (U+0000), internal "db.read_only",
//   unavailable "db.busy", "db.full", "db.storage", "db.lost";
//   unavailable "db.commit_unknown": the connection broke inside COMMIT, ask again with the same Idempotency-Key.
// A statement that failed ends its transaction: later ones throw internal "db.aborted", and a body that swallowed the fault fails with it
// all the same. Where a twin is an answer, write ON CONFLICT or ask first.
//
// One transaction a thread: a write or read inside another one is Error::internal "db.nested".
class Tx {
public:
    Tx(Connection& connection, AgencyId agency) : connection_(connection), agency_(agency) { }
    Tx(const Tx&) = delete;
    Tx& operator=(const Tx&) = delete;

    AgencyId agency() const { return agency_; }
    Engine engine() const { return connection_.engine(); }

    template <class T, class... A> std::optional<T> find(std::string_view sql, const A&... arguments)
    {
        std::optional<T> found;
        rows(sql, values(arguments...), [&](Cursor& cursor) {
            read_row(cursor, describe::type_of<T>(), &found.emplace());
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
            read_row(cursor, describe::type_of<T>(), &all.emplace_back());
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
    // Dropped when the transaction is rolled back or run again. What it throws is logged and goes no further.
    void after_commit(std::function<void()> act) { after_commit_.push_back(std::move(act)); }
    std::vector<std::function<void()>> take_after_commit() { return std::move(after_commit_); }

private:
    template <class... A> static std::vector<Value> values(const A&... arguments) { return {to_value(arguments)...}; }
    void insert_record(std::string_view table, const describe::Type& type, const void* row);

    Connection& connection_;
    AgencyId agency_;
    std::vector<std::function<void()>> after_commit_;
};

} // namespace congso::db
