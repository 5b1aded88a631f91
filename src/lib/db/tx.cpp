#include "lib/db/tx.h"

namespace congso::db {

void read_row(Cursor& cursor, const describe::Type& type, void* target)
{
    if (type.kind != describe::Kind::record) {
        from_value(cursor.value(0), type, target);
        return;
    }
    if (cursor.mapped_ != &type) {
        cursor.fields_.clear();
        for (int column = 0; column < cursor.columns(); ++column) {
            const auto* field = describe::find_field(type, cursor.name(column));
            if (!field)
                throw Error::internal("db.column", {{"type", std::string{type.name}}, {"column", std::string{cursor.name(column)}}});
            cursor.fields_.push_back(field);
        }
        cursor.mapped_ = &type;
    }
    for (int column = 0; column < cursor.columns(); ++column) {
        const auto* field = cursor.fields_[static_cast<std::size_t>(column)];
        try {
            from_value(cursor.value(column), field->type(), describe::at(target, *field));
        } catch (const Error& fault) {
            if (fault.code() != "db.column")
                throw;
            throw Error::internal("db.column", {{"type", std::string{type.name}}, {"column", field->name}});
        }
    }
}

std::int64_t Tx::execute_with(std::string_view sql, const std::vector<Value>& parameters)
{
    return connection_.execute(sql, parameters);
}

void Tx::rows(std::string_view sql, const std::vector<Value>& parameters, const std::function<bool(Cursor&)>& each)
{
    const auto cursor = connection_.query(sql, parameters);
    while (cursor->next())
        if (!each(*cursor))
            return;
}

void Tx::insert_record(std::string_view table, const describe::Type& type, const void* row)
{
    std::string columns, numbers;
    std::vector<Value> parameters;
    for (const auto& field : type.fields) {
        if (field.type().kind == describe::Kind::list)
            continue;
        parameters.push_back(value_of(field.type(), describe::at(row, field)));
        columns.append(columns.empty() ? "" : ", ").append(field.name);
        numbers.append(numbers.empty() ? "$" : ", $").append(std::to_string(parameters.size()));
    }
    std::string sql{"INSERT INTO "};
    sql.append(table).append(" (").append(columns).append(") VALUES (").append(numbers).append(")");
    connection_.execute(sql, parameters);
}

} // namespace congso::db
