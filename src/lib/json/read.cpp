#include "lib/json/read.h"

#include "lib/json/scalar.h"
#include "lib/text/normalize.h"

#include <boost/json/basic_parser_impl.hpp>

#include <cassert>
#include <charconv>

namespace congso::json {

using describe::Field;
using describe::Kind;
using describe::Type;

namespace {

constexpr std::size_t depth_limit = 32, fault_limit = 100, told_name_limit = 100;

enum class Nulls { unset, required };

// A place that a value goes to; without a type the value is read past (its name was unknown or came twice).
struct Slot {
    const Type* type{};
    void* target{};
};

// An object or array that is open. Every struct has fewer than 64 members, so a word says which were seen.
struct Frame {
    Slot slot;
    std::uint64_t seen{};
    std::size_t count{}; // list: elements begun
    const Field* field{}; // record: the member whose value comes next
};

void add_pointer_part(std::string& path, std::string_view name) // RFC 6901 §3
{
    path += '/';
    for (const char c : name) {
        if (c == '~')
            path += "~0";
        else if (c == '/')
            path += "~1";
        else
            path += c;
    }
}

bool is_required(const Type& type)
{
    return type.kind != Kind::optional && type.kind != Kind::list && type.kind != Kind::boolean;
}

// Takes the events of the parser straight into the target: no tree is built, whatever its sender makes of the text.
class Reader {
public:
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1), max_object_size = max_array_size,
                                 max_string_size = max_array_size, max_key_size = max_array_size;
    using Code = boost::json::error_code;
    using View = boost::json::string_view;

    Reader(Slot root, Nulls nulls, std::span<const std::string_view> given) : root_(root), nulls_(nulls), given_(given) { }

    std::vector<FieldFault>& faults() { return faults_; }

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_object_begin(Code&) { return open(Kind::record); }
    bool on_array_begin(Code&) { return open(Kind::list); }
    bool on_object_end(std::size_t, Code&) { return close(); }
    bool on_array_end(std::size_t, Code&) { return close(); }
    bool on_key_part(View part, std::size_t, Code&) { return gather(part); }
    bool on_key(View part, std::size_t, Code&)
    {
        gather(part);
        if (skipped_ == 0)
            begin_member(gathered_);
        gathered_.clear();
        return true;
    }
    bool on_string_part(View part, std::size_t, Code&) { return gather(part); }
    bool on_string(View part, std::size_t, Code&)
    {
        gather(part);
        scalar([&](const Slot& slot) { return scalar::set_string(gathered_, *slot.type, slot.target); });
        gathered_.clear();
        return true;
    }
    bool on_number_part(View, Code&) { return true; }
    bool on_int64(std::int64_t number, View, Code&)
    {
        return scalar([&](const Slot& slot) { return scalar::set_integer(number, *slot.type, slot.target); });
    }
    bool on_uint64(std::uint64_t, View, Code&) { return misfit(); } // only called above the largest int64
    bool on_double(double, View, Code&) { return misfit(); }
    bool on_bool(bool value, Code&)
    {
        return scalar([&](const Slot& slot) { return scalar::set_boolean(value, *slot.type, slot.target); });
    }
    bool on_null(Code&)
    {
        if (skipped_ > 0)
            return true;
        const Slot slot = take_slot();
        if (!slot.type)
            return true;
        if (slot.type->kind == Kind::optional)
            slot.type->optional_reset(slot.target);
        else if (nulls_ == Nulls::required && (slot.type->kind == Kind::date || slot.type->kind == Kind::id))
            add_fault("required");
        else if (!scalar::set_null(*slot.type, slot.target))
            add_fault("type");
        return true;
    }
    bool on_comment_part(View, Code&) { return true; }
    bool on_comment(View, Code&) { return true; }

private:
    bool gather(View part)
    {
        gathered_.append(part.data(), part.size());
        return true;
    }

    void begin_member(std::string_view name)
    {
        Frame& frame = frames_.back();
        frame.field = nullptr;
        const auto* field = describe::find_field(*frame.slot.type, name);
        if (!field || (frames_.size() == 1 && std::ranges::find(given_, name) != given_.end()))
            return add_name_fault(name, "unknown");
        const auto bit = std::uint64_t{1} << (field - frame.slot.type->fields.data());
        if (frame.seen & bit)
            return add_name_fault(name, "duplicate");
        frame.seen |= bit;
        frame.field = field;
    }

    Slot take_slot()
    {
        if (frames_.empty())
            return root_;
        Frame& frame = frames_.back();
        if (frame.slot.type->kind == Kind::list) {
            ++frame.count;
            return {&frame.slot.type->element(), frame.slot.type->list_add(frame.slot.target)};
        }
        return frame.field ? Slot{&frame.field->type(), describe::at(frame.slot.target, *frame.field)} : Slot{};
    }

    static Slot present(Slot slot)
    {
        while (slot.type && slot.type->kind == Kind::optional)
            slot = {&slot.type->element(), slot.type->optional_set(slot.target)};
        return slot;
    }

    template <class Set> bool scalar(Set set)
    {
        if (skipped_ > 0)
            return true;
        if (const Slot slot = present(take_slot()); slot.type)
            if (const auto code = set(slot); !code.empty())
                add_fault(code);
        return true;
    }

    bool misfit()
    {
        return scalar([](const Slot& slot) -> std::string_view {
            return slot.type->kind == Kind::integer ? "number" : slot.type->kind == Kind::time ? "time" : "type";
        });
    }

    bool open(Kind kind)
    {
        if (skipped_ > 0) {
            ++skipped_;
            return true;
        }
        const Slot slot = present(take_slot());
        if (slot.type && slot.type->kind == kind) {
            assert(slot.type->fields.size() <= 64);
            frames_.push_back({slot});
        } else {
            if (slot.type)
                add_fault("type");
            skipped_ = 1;
        }
        return true;
    }

    bool close()
    {
        if (skipped_ > 0) {
            --skipped_;
            return true;
        }
        const Frame& frame = frames_.back();
        for (std::size_t i = 0; i < frame.slot.type->fields.size(); ++i) {
            const Field& field = frame.slot.type->fields[i];
            if (!(frame.seen >> i & 1) && is_required(field.type())
                && !(frames_.size() == 1 && std::ranges::find(given_, std::string_view{field.name}) != given_.end()))
                add_name_fault(field.name, "required");
        }
        frames_.pop_back();
        return true;
    }

    std::string path_to_frame(std::size_t count) const // the last frame that is named by its member or index
    {
        std::string path;
        for (std::size_t i = 0; i < count; ++i) {
            const Frame& frame = frames_[i];
            if (frame.slot.type->kind == Kind::list)
                path += "/" + std::to_string(frame.count - 1);
            else if (frame.field)
                add_pointer_part(path, frame.field->name);
        }
        return path;
    }

    void add_fault(std::string_view code)
    {
        if (faults_.size() < fault_limit)
            faults_.push_back({path_to_frame(frames_.size()), std::string{code}});
    }

    void add_name_fault(std::string_view name, std::string_view code)
    {
        if (faults_.size() >= fault_limit)
            return;
        std::string path = path_to_frame(frames_.size() - 1);
        // A foreign name goes back to its sender in the answer: as clean text, and not without end.
        if (const auto told = name.size() <= told_name_limit ? text::normalize(name) : std::nullopt)
            add_pointer_part(path, *told);
        faults_.push_back({std::move(path), std::string{code}});
    }

    Slot root_;
    Nulls nulls_;
    std::span<const std::string_view> given_;
    std::vector<Frame> frames_;
    std::size_t skipped_ = 0; // how deep inside a value that is read past
    std::string gathered_;
    std::vector<FieldFault> faults_;
};

void read_with(std::string_view text, const Type& type, void* target, Nulls nulls, std::span<const std::string_view> given)
{
    boost::json::parse_options options;
    options.max_depth = depth_limit;
    options.allow_invalid_utf8 = true; // refused field by field, as "text"
    boost::json::basic_parser<Reader> parser{options, Slot{&type, target}, nulls, given};
    boost::json::error_code code;
    const auto used = parser.write_some(false, text.data(), text.size(), code);
    if (code == boost::json::error::too_deep)
        throw Error::invalid_field("", "too_deep");
    if (code || used != text.size() || !parser.done())
        throw Error::invalid_field("", "json");
    if (auto& faults = parser.handler().faults(); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
}

} // namespace

void read(std::string_view text, const Type& type, void* target)
{
    read_with(text, type, target, Nulls::unset, {});
}

void read_body(std::string_view text, const Type& type, void* target, std::span<const std::string_view> given)
{
    read_with(text.empty() ? "{}" : text, type, target, Nulls::required, given);
}

std::string_view read_text_value(std::string_view text, const Type& type, void* target)
{
    switch (type.kind) {
    case Kind::optional:
        if (text.empty() && type.element().kind != Kind::text) {
            type.optional_reset(target);
            return {};
        }
        return read_text_value(text, type.element(), type.optional_set(target));
    case Kind::list:
        return read_text_value(text, type.element(), type.list_add(target));
    case Kind::boolean:
        if (text != "true" && text != "false")
            return "type";
        return scalar::set_boolean(text == "true", type, target);
    case Kind::integer:
    case Kind::time: {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size())
            return type.kind == Kind::time ? "time" : "number";
        return scalar::set_integer(number, type, target);
    }
    default:
        return scalar::set_string(text, type, target);
    }
}

} // namespace congso::json
