#pragma once
#include "lib/base/id.h"
#include "lib/base/time.h"

#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// One declaration, many uses: a struct marked BOOST_DESCRIBE_STRUCT becomes one constant table (name, offset, type).
// Reading and writing JSON, filling from a row, OpenAPI and TypeScript are ordinary functions over that table.
namespace congso::describe {

enum class Kind { boolean, integer, text, date, time, id, enumeration, record, list, optional };

struct Type;

struct Field {
    const char* name;
    std::size_t offset;
    const Type& (*type)();
};

struct Enumerator {
    const char* name;
    int value;
};

// Everything a generic function needs of one C++ type. Pointers it takes are to objects of exactly that type.
struct Type {
    Kind kind;
    std::string_view name; // records and enumerations: the unqualified C++ name
    std::string_view scope{}; // and the innermost namespace around it: "incoming"
    std::size_t size{}; // integer: 4 or 8
    std::span<const Field> fields{}; // record
    std::span<const Enumerator> enumerators{}; // enumeration (stored as int)
    const Type& (*element)(){}; // list, optional
    std::size_t (*list_size)(const void*){};
    const void* (*list_at)(const void*, std::size_t){};
    void* (*list_add)(void*){}; // appends a default element and returns it
    const void* (*optional_get)(const void*){}; // null when absent
    void* (*optional_set)(void*){}; // makes it present and returns the value
    void (*optional_reset)(void*){};
};

template <class T> const Type& type_of();

inline const void* at(const void* record, const Field& field)
{
    return static_cast<const char*>(record) + field.offset;
}
inline void* at(void* record, const Field& field)
{
    return static_cast<char*>(record) + field.offset;
}
const Field* find_field(const Type& record, std::string_view name);
const Enumerator* find_enumerator(const Type& enumeration, std::string_view name);
const char* name_of(const Type& enumeration, int value); // "" for a value outside the enumeration

// The name of an enumerator, as stored and as sent.
template <class E>
requires std::is_enum_v<E> std::string to_name(E value)
{
    return name_of(type_of<E>(), static_cast<int>(value));
}

namespace detail {

// "congso::incoming::Incoming" → "Incoming"; "congso::Page<congso::org::Person>" → "PagePerson".
std::string plain_name(std::string_view qualified);
// "congso::incoming::Incoming" → "incoming"; of a template, that of its argument.
std::string innermost_scope(std::string_view qualified);

// gcc and clang spell the type in __PRETTY_FUNCTION__ as "… [with T = congso::Urgency; …" / "[T = congso::Urgency]".
template <class T> constexpr std::string_view qualified_name()
{
    constexpr std::string_view text = __PRETTY_FUNCTION__;
    constexpr auto start = text.find("T = ") + 4;
    return text.substr(start, text.find_first_of(";]", start) - start);
}
template <class T> std::string_view type_name()
{
    static const std::string name = plain_name(qualified_name<T>());
    return name;
}
template <class T> std::string_view scope_name()
{
    static const std::string name = innermost_scope(qualified_name<T>());
    return name;
}

template <class T> struct is_id : std::false_type {
};
template <class T> struct is_id<Id<T>> : std::true_type {
};
template <class T> struct is_list : std::false_type {
};
template <class T> struct is_list<std::vector<T>> : std::true_type {
};
template <class T> struct is_optional : std::false_type {
};
template <class T> struct is_optional<std::optional<T>> : std::true_type {
};
template <class T> inline constexpr bool is_record = boost::describe::has_describe_members<T>::value;

template <class T, class M, M T::*Pointer> std::size_t offset_of()
{
    alignas(T) static const char storage[sizeof(T)]{};
    const auto* object = reinterpret_cast<const T*>(storage);
    return static_cast<std::size_t>(reinterpret_cast<const char*>(&(object->*Pointer)) - storage);
}

template <class T> struct member_of;
template <class T, class M> struct member_of<M T::*> {
    using owner = T;
    using type = M;
};

template <class T> std::span<const Field> fields_of()
{
    static const auto table =
        []<class... D>(boost::mp11::mp_list<D...>) {
            return std::array<Field, sizeof...(D)>{
                Field{D::name,
                      offset_of<typename member_of<std::remove_cv_t<decltype(D::pointer)>>::owner,
                                typename member_of<std::remove_cv_t<decltype(D::pointer)>>::type, D::pointer>(),
                      &type_of<typename member_of<std::remove_cv_t<decltype(D::pointer)>>::type>}...};
        }(boost::mp11::mp_rename<boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>,
                                 boost::mp11::mp_list>{});
    return table;
}

template <class T> std::span<const Enumerator> enumerators_of()
{
    static const auto table = []<class... D>(boost::mp11::mp_list<D...>) {
        return std::array<Enumerator, sizeof...(D)>{Enumerator{D::name, static_cast<int>(D::value)}...};
    }(boost::mp11::mp_rename<boost::describe::describe_enumerators<T>, boost::mp11::mp_list>{});
    return table;
}

template <class T> Type make_type()
{
    if constexpr (std::is_same_v<T, bool>)
        return {.kind = Kind::boolean, .name = "boolean", .size = sizeof(T)};
    else if constexpr (std::is_same_v<T, std::string>)
        return {.kind = Kind::text, .name = "string", .size = sizeof(T)};
    else if constexpr (std::is_same_v<T, Date>)
        return {.kind = Kind::date, .name = "Date", .size = sizeof(T)};
    else if constexpr (std::is_same_v<T, Time>)
        return {.kind = Kind::time, .name = "Time", .size = sizeof(T)};
    else if constexpr (is_id<T>::value || std::is_same_v<T, Uuid>)
        return {.kind = Kind::id, .name = "Id", .size = sizeof(T)};
    else if constexpr (std::is_enum_v<T>) {
        static_assert(sizeof(T) == sizeof(int) && boost::describe::has_describe_enumerators<T>::value);
        return {.kind = Kind::enumeration,
                .name = type_name<T>(),
                .scope = scope_name<T>(),
                .size = sizeof(T),
                .enumerators = enumerators_of<T>()};
    } else if constexpr (std::is_integral_v<T>) {
        static_assert(std::is_signed_v<T> && (sizeof(T) == 4 || sizeof(T) == 8));
        return {.kind = Kind::integer, .name = "integer", .size = sizeof(T)};
    } else if constexpr (is_list<T>::value) {
        using E = typename T::value_type;
        return {.kind = Kind::list,
                .name = "list",
                .size = sizeof(T),
                .element = &type_of<E>,
                .list_size = [](const void* list) { return static_cast<const T*>(list)->size(); },
                .list_at = [](const void* list, std::size_t i) -> const void* { return &(*static_cast<const T*>(list))[i]; },
                .list_add = [](void* list) -> void* {
                    return &static_cast<T*>(list)->emplace_back();
                }};
    } else if constexpr (is_optional<T>::value) {
        using E = typename T::value_type;
        return {.kind = Kind::optional,
                .name = "optional",
                .size = sizeof(T),
                .element = &type_of<E>,
                .optional_get = [](const void* value) -> const void* {
                    const auto& held = *static_cast<const T*>(value);
                    return held ? &*held : nullptr;
                },
                .optional_set = [](void* value) -> void* { return &static_cast<T*>(value)->emplace(); },
                .optional_reset =
                    [](void* value) {
                        static_cast<T*>(value)->reset();
                    }};
    } else {
        static_assert(is_record<T>, "mark the struct with BOOST_DESCRIBE_STRUCT");
        return {.kind = Kind::record, .name = type_name<T>(), .scope = scope_name<T>(), .size = sizeof(T), .fields = fields_of<T>()};
    }
}

} // namespace detail

template <class T> const Type& type_of()
{
    static const Type type = detail::make_type<T>();
    return type;
}

} // namespace congso::describe

namespace congso {

// The answer of a use case that has nothing to say.
struct Nothing { };
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

// A page of a list: `after` goes into the next request; empty when this was the last one.
template <class T> struct Page {
    std::vector<T> items;
    std::string after;
    BOOST_DESCRIBE_CLASS(Page, (), (items, after), (), ())
};

} // namespace congso
