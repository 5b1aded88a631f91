#pragma once
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congso {

// What kind of thing went wrong; the http layer maps each to one status (RFC 9110), the command line to one exit code.
enum class Fault { invalid, unauthenticated, forbidden, not_found, conflict, too_large, unavailable, internal };

// One wrong field: `path` is a JSON pointer ("/issued_on"), `code` is stable ("date", "required", "too_long").
struct FieldFault {
    std::string path, code;
};

// Whatever stops a use case. `code` is stable and dotted ("incoming.already_registered"): pages turn it into a sentence.
// `facts` are small named values the sentence needs (the twin's id, today's version); never personal data, never a secret.
class Error : public std::exception {
public:
    using Facts = std::vector<std::pair<std::string, std::string>>;

    Error(Fault fault, std::string code, Facts facts = {}, std::vector<FieldFault> faults = {});

    static Error invalid(std::string code, Facts facts = {});
    static Error invalid_field(std::string path, std::string code);
    static Error invalid_fields(std::vector<FieldFault> faults);
    static Error unauthenticated(std::string code, Facts facts = {});
    static Error forbidden(std::string code = "forbidden", Facts facts = {});
    static Error not_found(std::string code = "not_found", Facts facts = {});
    static Error conflict(std::string code, Facts facts = {});
    static Error too_large(std::string code, Facts facts = {});
    static Error unavailable(std::string code, Facts facts = {});
    static Error internal(std::string code, Facts facts = {});

    Fault fault() const { return fault_; }
    const std::string& code() const { return code_; }
    const Facts& facts() const { return facts_; }
    const std::vector<FieldFault>& faults() const { return faults_; }
    std::string_view fact(std::string_view name) const; // empty when absent
    const char* what() const noexcept override { return what_.c_str(); }

private:
    Fault fault_;
    std::string code_;
    Facts facts_;
    std::vector<FieldFault> faults_;
    std::string what_;
};

} // namespace congso
